/* fuzz-image.c - any bytes as a file that somebody attached
 *
 * Whatever they are, facts are found, and there is a thumbnail or an error with a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/facts-file.h"
#include "data/media/folder.h"
#include "data/media/pyramid.h"
#include "data/media/thumbnail.h"

#include <glib/gstdio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void delete (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      delete (inside);
    }
  g_remove (path);
}

static void
look (const char *folder, const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) tiles_error = NULL;
  g_autoptr (GPtrArray) in_memory = NULL;
  g_autoptr (FondsMediaFacts) facts = fonds_facts_find (folder, hash, NULL, NULL);
  g_autoptr (FondsPixels) pixels = fonds_thumbnail_find (folder, hash, 0, 256, NULL, &error);
  g_autofree char *tiles = fonds_pyramid_find (folder, hash, 0, &in_memory, NULL, &tiles_error);

  g_assert_nonnull (facts);
  g_assert_true ((pixels != NULL) == (error == NULL));
  g_assert_true ((tiles != NULL) == (tiles_error == NULL));
  if (pixels != NULL)
    g_assert_true (pixels->width <= 256 && pixels->height <= 256);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder = g_dir_make_tmp ("fonds-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "given", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FondsKept) kept = NULL;

  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  kept = fonds_folder_keep (folder, file, NULL, NULL);
  if (kept != NULL)
    look (folder, kept->hash);
  delete (folder);
  return 0;
}
