/* media-fixture.h - a catalogue with one record, and files to hang on it, for one test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/journal.h"
#include "data/catalogue/record.h"
#include "data/media/attach.h"
#include "tests/data/catalogue-fixture.h"

typedef struct
{
  CatalogueFixture base;
  FondsMedia *media;
  char *files; /* a folder for what is to be attached */
  gint64 record;
} MediaFixture;

static inline void
media_fixture_set_up (MediaFixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("F 1", "Photographs", NULL);

  catalogue_fixture_set_up (&fixture->base, data);
  fixture->record = catalogue_fixture_create (&fixture->base, unit);
  fixture->media = fonds_media_get (fixture->base.catalogue);
  fixture->files = g_build_filename (fixture->base.folder, "files", NULL);
  g_assert_cmpint (g_mkdir (fixture->files, 0777), ==, 0);
}

static inline void
media_fixture_delete (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      media_fixture_delete (inside);
    }
  g_remove (path);
}

static inline void
media_fixture_tear_down (MediaFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_strdup (fixture->base.folder);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  catalogue_fixture_tear_down (&fixture->base, data);
  media_fixture_delete (folder);
  g_free (fixture->files);
}

static inline char *
media_fixture_path (MediaFixture *fixture, const char *name)
{
  return g_build_filename (fixture->files, name, NULL);
}

static inline void
media_fixture_write (MediaFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = media_fixture_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static inline GPtrArray *
media_fixture_list (MediaFixture *fixture, const char *const *names)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = media_fixture_path (fixture, names[i]);

      g_ptr_array_add (list, g_file_new_for_path (path));
    }
  return list;
}

static inline FondsAttached *
media_fixture_attach (MediaFixture *fixture, FondsAttachAs as, const char *const *names)
{
  g_autoptr (GPtrArray) files = media_fixture_list (fixture, names);
  g_autoptr (GError) error = NULL;
  FondsAttached *attached;

  fonds_attach_sort (files);
  attached = fonds_attach (fixture->media, fixture->record, as, files, "Archivist", NULL, NULL,
                           NULL, &error);
  g_assert_no_error (error);
  return attached;
}

static inline gboolean
media_fixture_load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gpointer *both = data;

  both[1] = fonds_record_load (db, *(gint64 *) both[0], error);
  return both[1] != NULL;
}

static inline FondsRecord *
media_fixture_load (MediaFixture *fixture, gint64 id)
{
  gpointer both[2] = { &id, NULL };
  g_autoptr (GError) error = NULL;

  fonds_store_run (fonds_catalogue_get_store (fixture->base.catalogue), FONDS_LANE_ROWS,
                   media_fixture_load_cb, both, NULL, &error);
  g_assert_no_error (error);
  return both[1];
}

/* What hangs on the record now. */
static inline GPtrArray *
media_fixture_attachments (MediaFixture *fixture)
{
  g_autoptr (FondsRecord) record = media_fixture_load (fixture, fixture->record);

  return fonds_attachments_of (record->body);
}

/* The names of what hangs on the record, in order. */
static inline char *
media_fixture_names (MediaFixture *fixture)
{
  g_autoptr (GPtrArray) list = media_fixture_attachments (fixture);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            ((FondsAttachment *) g_ptr_array_index (list, i))->name);
  return g_string_free (names, FALSE);
}

#define media_fixture_assert_names(fixture, expected)                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *names_ = media_fixture_names (fixture);                                       \
                                                                                                   \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static inline void
media_fixture_keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static inline GAsyncResult *
media_fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}
