/* picture-files.c - makes small pictures, for tests of what takes and shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/picture-files.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

/**
 * picture_file_new:
 * @folder: where it is made
 * @name: its name
 * @width: in pixels
 * @height: in pixels
 * @colour: as 0xffRRGGBB
 *
 * Makes a PNG of one colour; one of another colour has other contents.
 *
 * Returns: (transfer full): the file
 */
GFile *
picture_file_new (const char *folder, const char *name, int width, int height, guint32 colour)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize n = (gsize) width * height;
  guint32 *dots = g_new (guint32, n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (dots, n * 4);
  g_autoptr (GdkTexture) texture = NULL;
  gsize i;

  for (i = 0; i < n; i++)
    dots[i] = colour;
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) width * 4);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  return g_file_new_for_path (path);
}

/**
 * picture_folder_remove:
 * @folder: a folder of a test
 *
 * Removes a folder with all that is in it.
 */
void
picture_folder_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        picture_folder_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
