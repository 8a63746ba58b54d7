/* sample-fixture.h - a sample catalogue for each test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/sample.h"
#include "data/catalogue/identity-table.h"
#include "data/catalogue/record.h"
#include "data/search/search.h"
#include "data/store/database.h"

#include <glib/gstdio.h>

#define SOURCE "sample"

/* A sample of the test's own, and a connection to it. */
typedef struct
{
  char *folder;
  char *path;
  FondsCatalogue *catalogue;
  FondsDb *db;
} Sample;

static inline void
set_up (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sample->folder = g_dir_make_tmp ("fonds-sample-XXXXXX", &error);
  g_assert_no_error (error);
  sample->path = g_build_filename (sample->folder, "new", "Sample.fonds", NULL);
  g_assert_true (fonds_sample_create (sample->path, &error));
  g_assert_no_error (error);
  sample->catalogue =
      fonds_catalogue_open (sample->path, FALSE, fonds_search_projectors (), &error);
  g_assert_no_error (error);
  sample->db = fonds_store_connect (fonds_catalogue_get_store (sample->catalogue), &error);
  g_assert_no_error (error);
}

static inline void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_remove (path);
}

static inline void
tear_down (Sample *sample, gconstpointer data)
{
  fonds_db_close (sample->db);
  fonds_catalogue_close (sample->catalogue);
  while (g_main_context_iteration (NULL, FALSE)) /* "changed" may be on its way and holds it */
    ;
  g_assert_finalize_object (sample->catalogue);
  remove_all (sample->folder);
  g_free (sample->folder);
  g_free (sample->path);
}

static inline FondsRecord *
load_id (Sample *sample, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FondsRecord *record = fonds_record_load (sample->db, id, &error);

  g_assert_no_error (error);
  return record;
}

/* The record of a key of the text files. */
static inline FondsRecord *
load (Sample *sample, FondsKind kind, const char *key)
{
  g_autoptr (GError) error = NULL;
  gint64 origin = fonds_identity_find_origin (sample->db, SOURCE, &error);
  gint64 id = fonds_identity_find (sample->db, origin, kind, key, &error);

  g_test_message ("%s", key);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return load_id (sample, id);
}

static inline const FondsValue *
find_value (FondsRecord *record, const char *field, const char *text)
{
  for (guint i = 0; i < fonds_body_n_values (record->body, field); i++)
    {
      const FondsValue *value = fonds_body_value (record->body, field, i);

      if (g_strcmp0 (value->attr[FONDS_ATTR_TEXT], text) == 0)
        return value;
    }
  return NULL;
}

#define ADD(sentence, function)                                                                    \
  g_test_add ("/sample/" sentence, Sample, NULL, set_up, function, tear_down)
