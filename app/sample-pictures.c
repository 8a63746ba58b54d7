/* sample-pictures.c - the drawings that the sample catalogue shows
 *
 * They hang on the record that is an illustration itself, and each says that it is one. They belong to
 * the sample as it is made: undo does not take them down one by one.
 * Thread: any but a window's main thread, since it waits for the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/sample-pictures.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/record.h"
#include "data/catalogue/setting-table.h"
#include "data/catalogue/writer.h"
#include "data/media/attachment.h"
#include "data/media/folder.h"

#include <string.h>

/* The code of the record that they hang on. */
#define RECORD "CR"

static const struct
{
  const char *name;
  const char *caption;
} drawings[] = {
  { "street.jpg", "Illustration made for Fonds: a street that is no real street" },
  { "plan.png", "Illustration made for Fonds: a plan of no real place" },
};

/* What is to be hung, and the media folder's name. */
typedef struct
{
  FondsKept *kept[G_N_ELEMENTS (drawings)];
  char *folder_name;
} Hanging;

static void
hanging_clear (Hanging *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    fonds_kept_free (self->kept[i]);
  g_free (self->folder_name);
}

static gboolean
keep (Hanging *self, const char *media, const char *folder, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autofree char *path = g_build_filename (folder, drawings[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      self->kept[i] = fonds_folder_keep (media, file, NULL, error);
      if (self->kept[i] == NULL)
        return FALSE;
    }
  self->folder_name = g_path_get_basename (media);
  return TRUE;
}

static gboolean
hang (FondsWriter *writer, gpointer data, GError **error)
{
  const Hanging *self = data;
  FondsDb *db = fonds_writer_db (writer);
  g_autoptr (GArray) ids = fonds_record_find_ref (db, RECORD, error);
  g_autoptr (FondsDocument) document = NULL;

  if (ids == NULL || ids->len == 0)
    return FALSE;
  document = fonds_document_load (db, g_array_index (ids, gint64, 0), error);
  if (document == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    fonds_attachment_add (document->body, self->kept[i]->hash, self->kept[i]->type,
                          self->kept[i]->name, drawings[i].caption, "en");
  return fonds_writer_change (writer, document->id, document->body, document->rev, NULL, error) &&
         fonds_setting_set (db, "media", self->folder_name, error);
}

/**
 * fonds_sample_media_folder:
 * @path: where the sample will lie
 *
 * Returns: (transfer full): where its media folder will
 */
char *
fonds_sample_media_folder (const char *path)
{
  gsize length = strlen (path) - (g_str_has_suffix (path, ".fonds") ? strlen (".fonds") : 0);

  return g_strdup_printf ("%.*s.fonds-media", (int) length, path);
}

/**
 * fonds_sample_hang_pictures:
 * @catalogue: the sample on its way
 * @folder: where the drawings were unpacked
 * @media: the media folder
 * @error: return location for an error
 *
 * Puts the drawings into the media folder and hangs them on their record.
 *
 * Returns: whether they hang there
 */
gboolean
fonds_sample_hang_pictures (FondsCatalogue *catalogue,
                            const char *folder,
                            const char *media,
                            GError **error)
{
  Hanging hanging = { NULL };
  gboolean done = keep (&hanging, media, folder, error) &&
                  fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, hang, &hanging, NULL, error);

  hanging_clear (&hanging);
  return done;
}
