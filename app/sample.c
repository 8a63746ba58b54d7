/* sample.c - makes the catalogue that a newcomer sees first
 *
 * The tables of app/sample are unpacked into a folder beside the catalogue to be, imported there as an
 * archivist would import them, and only a whole catalogue is moved to its place. Whatever goes wrong,
 * the folder goes away and nothing else was touched.
 * Thread: any but a window's main thread, since it waits for the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/sample.h"

#include "app/sample-pictures.h"

#include "data/catalogue/setting-table.h"
#include "data/catalogue/writer.h"
#include "data/exchange/import.h"
#include "data/search/search.h"
#include "data/store/error.h"
#include "sample-resources.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#define FOLDER "/org/fonds/sample/"

/* What the keys of all tables belong to. */
#define SOURCE "sample"

/**
 * fonds_sample_default_path:
 *
 * Says where the sample belongs that is made without being asked: in the user's data folder.
 *
 * Returns: (transfer full): the file's path
 */
char *
fonds_sample_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "fonds", "Sample.fonds", NULL);
}

static gboolean
fail_with_errno (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}

static gboolean
unpack (const char *name, const char *path, GError **error)
{
  g_autofree char *inside = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (fonds_sample_get_resource (), inside, 0, error);

  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), error);
}

/* Returns the paths of the tables; their mappings lie beside them. */
static char **
unpack_all (const char *folder, GError **error)
{
  g_auto (GStrv) names =
      g_resource_enumerate_children (fonds_sample_get_resource (), FOLDER, 0, error);
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();

  if (names == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (!unpack (names[i], path, error))
        return NULL;
      if (g_str_has_suffix (names[i], ".csv"))
        g_strv_builder_add (tables, path);
    }
  return g_strv_builder_end (tables);
}

static gboolean
import_tables (FondsCatalogue *catalogue, const char *folder, GError **error)
{
  g_auto (GStrv) tables = unpack_all (folder, error);
  FondsImportOptions options = {
    .paths = (const char *const *) tables, .source = SOURCE, .who = "Fonds", .strict = TRUE
  };
  g_autoptr (FondsImportReport) report = NULL;

  if (tables == NULL)
    return FALSE;
  report = fonds_import_run (catalogue, &options, NULL, error);
  return report != NULL;
}

static gboolean
name_catalogue (FondsWriter *writer, gpointer data, GError **error)
{
  return fonds_setting_set (fonds_writer_db (writer), "name", "Jews of the Caucasus: a sample",
                            error);
}

static gboolean
fill (const char *path, const char *folder, const char *media, GError **error)
{
  g_autoptr (FondsCatalogue) catalogue =
      fonds_catalogue_open (path, TRUE, fonds_search_projectors (), error);
  gboolean done =
      catalogue != NULL &&
      fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, name_catalogue, NULL, NULL, error) &&
      import_tables (catalogue, folder, error) &&
      fonds_sample_hang_pictures (catalogue, folder, media, error);

  if (catalogue != NULL)
    fonds_catalogue_close (catalogue);
  return done;
}

/* Somebody may have made a file of that name meanwhile; it stays. Some file systems can't promise so. */
static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if ((errno == EINVAL || errno == ENOSYS) && !g_file_test (to, G_FILE_TEST_EXISTS) &&
      g_rename (from, to) == 0)
    return TRUE;
  return fail_with_errno (error, to);
}

/* The draft has its own name, in case it remembers that, and its own folder, in case a table has it. */
static gboolean
make (const char *path, const char *folder, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *apart = g_build_filename (folder, "draft", NULL);
  g_autofree char *draft = g_build_filename (apart, name, NULL);
  g_autofree char *media = fonds_sample_media_folder (path);
  gboolean had_media = g_file_test (media, G_FILE_TEST_EXISTS);

  if (g_mkdir (apart, 0700) != 0)
    return fail_with_errno (error, apart);
  if (fill (draft, folder, media, error) && move_into_place (draft, path, error))
    return TRUE;
  if (!had_media)
    remove_folder (media);
  return FALSE;
}

/**
 * fonds_sample_create:
 * @path: the file to be; the folders above it are made if they are missing
 * @error: return location: %FONDS_STORE_ERROR_EXISTS if there is a file of that name, a #GIOErrorEnum
 *   where the disk refuses, or what the catalogue and the import have to say
 *
 * Makes the sample catalogue: of the program's own tables, whole or not at all. Waits for the disk.
 *
 * Returns: whether it is there
 */
gboolean
fonds_sample_create (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, ".sample-XXXXXX", NULL);
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_EXISTS, _ ("%s is there already."),
                   path);
      return FALSE;
    }
  if (g_mkdir_with_parents (parent, 0700) != 0)
    return fail_with_errno (error, parent);
  if (g_mkdtemp (folder) == NULL)
    return fail_with_errno (error, parent);

  done = make (path, folder, error);
  remove_folder (folder);
  return done;
}
