/* small-catalogue.c - a catalogue of a few records, for tests of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/small-catalogue.h"

#include "data/catalogue/uid.h"
#include "data/catalogue/writer.h"
#include "data/search/search.h"
#include "tests/ui/wait.h"

#include <glib/gstdio.h>

typedef struct
{
  FondsKind kind;
  const char *uid; /* the last digits; the row's number makes it whole */
  const char *title;
  const char *level;
  const char *ref;
  const char *parent; /* (nullable): a uid */
} Record;

#define UID(digit) "018f0000-0000-7000-8000-00000000000" digit

static const Record records[] = {
  { FONDS_KIND_UNIT, UID ("1"), "Records of the community", "fonds", "C", NULL },
  { FONDS_KIND_UNIT, UID ("2"), "Letters", "series", "1", UID ("1") },
  { FONDS_KIND_UNIT, UID ("3"), "Letter from Quba", "item", "1", UID ("2") },
  { FONDS_KIND_UNIT, UID ("4"), "Letter from Baku", "item", "2", UID ("2") },
  { FONDS_KIND_UNIT, UID ("5"), "מכתב אל קובה", "item", "3", UID ("2") },
  { FONDS_KIND_PERSON, UID ("6"), "Shimon Ohayon", NULL, NULL, NULL },
  { FONDS_KIND_PERSON, UID ("7"), "Kamal Abdulla", NULL, NULL, NULL },
  { FONDS_KIND_INSTITUTION, UID ("8"), "Bar-Ilan University", NULL, NULL, NULL },
};

static FondsBody *
make_body (const Record *record)
{
  FondsBody *body = fonds_body_new (record->kind);

  fonds_body_set_uid (body, record->uid);
  fonds_body_add_text (body, record->kind == FONDS_KIND_UNIT ? "title" : "name", record->title,
                       NULL);
  if (record->level)
    fonds_body_add_text (body, "level", record->level, NULL);
  if (record->ref)
    fonds_body_add_text (body, "referenceCode", record->ref, NULL);
  if (record->parent)
    fonds_body_add_ref (body, "parent", record->parent);
  return body;
}

static gboolean
write_one (FondsWriter *writer, gpointer data, GError **error)
{
  g_autoptr (FondsBody) body = make_body (data);
  gint64 id;

  return fonds_writer_create (writer, body, 0, &id, error);
}

static gboolean
write_all (FondsWriter *writer, gpointer data, GError **error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (records); i++)
    {
      if (!write_one (writer, (gpointer) &records[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * small_catalogue_new:
 * @folder: (out) (transfer full): the folder that holds it
 *
 * Makes the catalogue in a folder of its own.
 *
 * Returns: (transfer full): the open catalogue
 */
FondsCatalogue *
small_catalogue_new (char **folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  FondsCatalogue *catalogue;

  *folder = g_dir_make_tmp ("fonds-ui-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (*folder, "small.fonds", NULL);
  catalogue = fonds_catalogue_open (path, TRUE, fonds_search_projectors (), &error);
  g_assert_no_error (error);
  fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, write_all, NULL, NULL, &error);
  g_assert_no_error (error);
  return catalogue;
}

static gboolean
is_gone (gpointer data)
{
  return *(FondsCatalogue **) data == NULL;
}

/**
 * small_catalogue_free:
 * @catalogue: (transfer full): the catalogue
 * @folder: (transfer full): its folder
 *
 * Waits until nobody holds the catalogue any more, and removes it.
 */
void
small_catalogue_free (FondsCatalogue *catalogue, char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_object_add_weak_pointer (G_OBJECT (catalogue), (gpointer *) &catalogue);
  g_object_unref (catalogue);
  wait_until (is_gone, &catalogue);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

/**
 * small_catalogue_add_unit:
 * @catalogue: the catalogue
 * @title: what the new item is called
 * @parent: (nullable): the last digit of the uid under which it lies
 *
 * Adds an item, as another window or an import would.
 */
void
small_catalogue_add_unit (FondsCatalogue *catalogue, const char *title, const char *parent)
{
  g_autofree char *uid = fonds_uid_new ();
  g_autofree char *above = parent ? g_strconcat (UID (""), parent, NULL) : NULL;
  Record record = { FONDS_KIND_UNIT, uid, title, "item", NULL, above };
  g_autoptr (GError) error = NULL;

  fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, write_one, &record, NULL, &error);
  g_assert_no_error (error);
}
