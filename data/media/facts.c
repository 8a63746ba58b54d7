/* facts.c - what a file says about itself: sort, size, pages, damage
 *
 * Found out once, by opening the file and making its first thumbnail, and kept in .derived/, where they
 * may be deleted any time. What is wrong is kept as a word, so that each reader gets it as a sentence in
 * his own language.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/facts-file.h"

#include "data/media/decode.h"
#include "data/media/error.h"
#include "data/media/folder.h"
#include "data/media/sniff.h"
#include "data/media/thumbnail.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define GROUP "facts"

/* Raise it when facts are found out otherwise: older ones are not read then. */
#define EDITION "1"

static const struct
{
  const char *word;
  const char *sentence;
} problems[] = {
  { "damaged", N_ ("This file is damaged, or stored in a way that can't be shown here.") },
  { "locked", N_ ("This PDF opens only with a password.") },
  { "other", N_ ("This file is damaged, or not what its name says.") },
  { "part", N_ ("This file is damaged. What can be read of it is shown.") },
};

/**
 * fonds_media_facts_ref:
 * @self: facts
 *
 * Returns: (transfer full): the same facts
 */
FondsMediaFacts *
fonds_media_facts_ref (FondsMediaFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FondsMediaFacts *self = data;

  g_free (self->hash);
  g_free (self->type);
  g_free (self->problem);
}

/**
 * fonds_media_facts_unref:
 * @self: (transfer full): facts
 *
 * Lets facts go.
 */
void
fonds_media_facts_unref (FondsMediaFacts *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static const char *
sentence_of (const char *word)
{
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (problems); i++)
    if (strcmp (problems[i].word, word) == 0)
      return _ (problems[i].sentence);
  return NULL;
}

/**
 * fonds_facts_type:
 * @path: a file in the media folder
 * @error: return location for %FONDS_MEDIA_ERROR_MISSING
 *
 * Looks at a file's beginning.
 *
 * Returns: (transfer full) (nullable): its media type
 */
char *
fonds_facts_type (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  guint8 head[FONDS_SNIFF_LENGTH];
  gsize length = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, NULL, error))
    return NULL;
  return fonds_sniff_type (head, length, path);
}

static void
look_inside (FondsMediaFacts *self, const char *path, GError **error)
{
  g_autoptr (FondsPicture) image = fonds_decode_open (path, self->type, 0, 1, 0, error);
  gboolean lying;

  if (image == NULL)
    return;
  self->orientation = vips_image_get_orientation (image);
  lying = vips_image_get_orientation_swap (image);
  self->width = lying ? vips_image_get_height (image) : vips_image_get_width (image);
  self->height = lying ? vips_image_get_width (image) : vips_image_get_height (image);
  self->pages = fonds_decode_n_pages (image, path, self->type);
}

/* Whether a picture is damaged is known only after all of it was decoded. */
static const char *
find_problem (FondsMediaFacts *self,
              const char *folder,
              const char *path,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (FondsPixels) pixels = NULL;
  gboolean damaged = FALSE;

  look_inside (self, path, &own);
  if (own == NULL)
    pixels = fonds_thumbnail_make (folder, self->hash, path, self->type, 0, FONDS_THUMBNAIL_SMALL,
                                   &damaged, cancellable, &own);
  if (own == NULL)
    return damaged ? "part" : NULL;
  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&own));
  else if (g_error_matches (own, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_LOCKED))
    return "locked";
  return "damaged";
}

/* Bytes of another sort, under a name that promises a picture. */
static gboolean
belies_name (const char *path)
{
  g_autofree char *promised = g_content_type_guess (path, NULL, 0, NULL);
  g_autofree char *type = g_content_type_get_mime_type (promised);

  return type != NULL && (fonds_media_sort_of_type (type) == FONDS_MEDIA_SORT_PICTURE ||
                          fonds_media_sort_of_type (type) == FONDS_MEDIA_SORT_DOCUMENT);
}

static void
save (const FondsMediaFacts *self, const char *folder, const char *problem)
{
  g_autofree char *path = fonds_folder_derived (folder, self->hash, "facts");
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "edition", EDITION);
  g_key_file_set_string (file, GROUP, "type", self->type);
  g_key_file_set_int64 (file, GROUP, "bytes", self->bytes);
  g_key_file_set_integer (file, GROUP, "width", self->width);
  g_key_file_set_integer (file, GROUP, "height", self->height);
  g_key_file_set_integer (file, GROUP, "orientation", self->orientation);
  g_key_file_set_integer (file, GROUP, "pages", (int) self->pages);
  if (problem != NULL)
    g_key_file_set_string (file, GROUP, "problem", problem);
  if (fonds_folder_make (path, NULL))
    g_key_file_save_to_file (file, path, NULL);
}

/* Facts of a file that has another length by now are not its facts. */
static FondsMediaFacts *
load (const char *folder, const char *hash, gint64 bytes)
{
  g_autofree char *path = fonds_folder_derived (folder, hash, "facts");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *edition = NULL;
  g_autofree char *problem = NULL;
  FondsMediaFacts *self;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  edition = g_key_file_get_string (file, GROUP, "edition", NULL);
  if (g_strcmp0 (edition, EDITION) != 0 ||
      g_key_file_get_int64 (file, GROUP, "bytes", NULL) != bytes)
    return NULL;
  self = g_atomic_rc_box_new0 (FondsMediaFacts);
  problem = g_key_file_get_string (file, GROUP, "problem", NULL);
  self->hash = g_strdup (hash);
  self->type = g_key_file_get_string (file, GROUP, "type", NULL);
  self->sort = fonds_media_sort_of_type (self->type);
  self->bytes = bytes;
  self->width = g_key_file_get_integer (file, GROUP, "width", NULL);
  self->height = g_key_file_get_integer (file, GROUP, "height", NULL);
  self->orientation = g_key_file_get_integer (file, GROUP, "orientation", NULL);
  self->pages = (guint) g_key_file_get_integer (file, GROUP, "pages", NULL);
  self->problem = g_strdup (sentence_of (problem));
  return self;
}

static FondsMediaFacts *
find_out (const char *folder,
          const char *hash,
          const char *path,
          gint64 bytes,
          GCancellable *cancellable,
          GError **error)
{
  FondsMediaFacts *self = g_atomic_rc_box_new0 (FondsMediaFacts);
  g_autoptr (GError) own = NULL;
  const char *problem = NULL;

  self->hash = g_strdup (hash);
  self->bytes = bytes;
  self->orientation = 1;
  self->type = fonds_facts_type (path, &own);
  self->sort = fonds_media_sort_of_type (self->type);
  if (self->sort == FONDS_MEDIA_SORT_PICTURE || self->sort == FONDS_MEDIA_SORT_DOCUMENT)
    problem = find_problem (self, folder, path, cancellable, &own);
  else if (own == NULL && belies_name (path))
    problem = "other";
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      fonds_media_facts_unref (self);
      return NULL;
    }
  self->problem = g_strdup (sentence_of (problem));
  save (self, folder, problem);
  return self;
}

/**
 * fonds_facts_find:
 * @folder: the media folder
 * @hash: a file's hash
 * @cancellable: (nullable): stops it
 * @error: return location; %FONDS_MEDIA_ERROR_MISSING or %G_IO_ERROR_CANCELLED
 *
 * Reads what is known of a file, or finds it out and keeps it where that can be written.
 *
 * Returns: (transfer full) (nullable): the facts
 */
FondsMediaFacts *
fonds_facts_find (const char *folder, const char *hash, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = fonds_folder_require (folder, hash, error);
  FondsMediaFacts *known;
  GStatBuf status = { 0 };

  if (path == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_stat (path, &status);
  known = load (folder, hash, status.st_size);
  return known != NULL ? known : find_out (folder, hash, path, status.st_size, cancellable, error);
}
