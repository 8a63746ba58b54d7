/* record-catalogue.c - a catalogue of records of every sort, for tests of their pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/record-catalogue.h"

#include "data/catalogue/body-json.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/record.h"
#include "data/catalogue/writer.h"
#include "data/search/search.h"

#include <string.h>

typedef struct
{
  char *uid;
  const char *title;
  gint64 id;
} Job;

static gboolean
write_all (FondsWriter *writer, gpointer data, GError **error)
{
  char **lines = data;

  for (; *lines && **lines; lines++)
    {
      char *json = strchr (*lines, '\t') + 1;
      g_autoptr (FondsBody) body = fonds_body_from_json (json, -1, error);
      gint64 id;

      if (!body)
        return FALSE;
      json[-1] = '\0';
      fonds_body_set_uid (body, *lines);
      if (!fonds_writer_create (writer, body, 0, &id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * record_catalogue_new:
 * @path: where it is made
 * @fixture: the file of records
 *
 * Makes the catalogue.
 *
 * Returns: (transfer full): the open catalogue
 */
FondsCatalogue *
record_catalogue_new (const char *path, const char *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  FondsCatalogue *catalogue;

  g_file_get_contents (fixture, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  catalogue = fonds_catalogue_open (path, TRUE, fonds_search_projectors (), &error);
  g_assert_no_error (error);
  fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, write_all, lines, NULL, &error);
  g_assert_no_error (error);
  return catalogue;
}

static Job
make_job (guint number)
{
  return (Job){ .uid = g_strdup_printf ("018f0000-0000-7000-8000-%012u", number) };
}

static gboolean
find_one (FondsWriter *writer, gpointer data, GError **error)
{
  Job *job = data;

  job->id = fonds_writer_find (writer, job->uid);
  return TRUE;
}

/**
 * record_catalogue_find:
 * @catalogue: the catalogue
 * @number: which record
 *
 * Returns: its id
 */
gint64
record_catalogue_find (FondsCatalogue *catalogue, guint number)
{
  Job job = make_job (number);

  fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, find_one, &job, NULL, NULL);
  g_free (job.uid);
  g_assert_cmpint (job.id, >, 0);
  return job.id;
}

static gboolean
retitle_one (FondsWriter *writer, gpointer data, GError **error)
{
  Job *job = data;
  gint64 id = fonds_writer_find (writer, job->uid);
  g_autoptr (FondsDocument) document = fonds_document_load (fonds_writer_db (writer), id, error);

  if (!document)
    return FALSE;
  fonds_body_clear_field (document->body, "title");
  fonds_body_add_text (document->body, "title", job->title, "en");
  return fonds_writer_change (writer, id, document->body, document->rev, NULL, error);
}

/**
 * record_catalogue_retitle:
 * @catalogue: the catalogue
 * @number: which record
 * @title: what it is called from now on
 *
 * Changes a record, as another window would.
 */
void
record_catalogue_retitle (FondsCatalogue *catalogue, guint number, const char *title)
{
  Job job = make_job (number);
  g_autoptr (GError) error = NULL;

  job.title = title;
  fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, retitle_one, &job, NULL, &error);
  g_assert_no_error (error);
  g_free (job.uid);
}
