/* replay.c - a fuzzer's corpus as an ordinary test
 *
 * Usage: fuzz-NAME FOLDER... - gives every file of the folders to LLVMFuzzerTestOneInput(), in the
 * order of their names, and reports in TAP. A harness that finds a fault aborts, and the file that
 * did it is the one behind the last "ok".
 * Built with clang's -fsanitize=fuzzer the same harness goes on to find files of its own:
 * tests/fuzz/meson.build says how.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
}

/* GLib puts a NUL behind a file; without it a sanitizer sees every read past the end. */
static gboolean
replay (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree uint8_t *exact = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return FALSE;
  exact = g_memdup2 (contents, length);
  return LLVMFuzzerTestOneInput (exact, length) == 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean fine = TRUE;

  for (int i = 1; i < argc; i++)
    add_folder (paths, argv[i]);
  g_ptr_array_sort (paths, compare_paths);

  printf ("1..%u\n", paths->len);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      gboolean passed = replay (path);

      printf ("%s %u - %s\n", passed ? "ok" : "not ok", i + 1, name);
      fflush (stdout);
      fine = fine && passed;
    }
  /* A corpus that got lost must not look like one that passed. */
  return fine && paths->len > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
