/* schema.c - brings a file to the schema that this program speaks
 *
 * The steps are sql/0001.sql and on, immutable once released. Each runs in one transaction together
 * with its user_version, after a copy of an older file was laid beside it. A newer file is refused.
 * Thread: that of the connection; called once, before anybody else sees it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/schema.h"

#include "data/store/database.h"
#include "data/store/error.h"
#include "data/store/store-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const steps[] = {
  "/org/fonds/store/0001.sql",
};

/**
 * fonds_schema_newest:
 *
 * Returns: the number of the newest step that this program knows
 */
int
fonds_schema_newest (void)
{
  return G_N_ELEMENTS (steps);
}

static gboolean
run_step (FondsDb *db, int step, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step + 1);
  g_autoptr (GBytes) sql = g_resource_lookup_data (fonds_store_get_resource (), steps[step],
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL || !fonds_db_exec (db, "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (fonds_db_exec (db, g_bytes_get_data (sql, NULL), error) && fonds_db_exec (db, version, error))
    return fonds_db_commit (db, error);
  fonds_db_rollback (db);
  g_prefix_error (error, "Schema step %d: ", step + 1);
  return FALSE;
}

static gboolean
copy_aside (FondsDb *db, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-schema-%d", fonds_db_path (db), version + 1);

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  return fonds_db_backup (db, copy, NULL, error);
}

/* The page size and the application id are set before the journal, or they don't take. */
static gboolean
found (FondsDb *db, GError **error)
{
  return fonds_db_exec (db,
                        "PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE;"
                        "PRAGMA application_id = 0x666f6e64; PRAGMA journal_mode = WAL;",
                        error);
}

/**
 * fonds_schema_prepare:
 * @db: a connection that may write, with the tokenizers of its tables added
 * @create: whether the file was made just now
 * @error: return location; %FONDS_STORE_ERROR_NOT_A_CATALOGUE, %FONDS_STORE_ERROR_TOO_NEW or
 *   whatever a step met
 *
 * Runs the steps that the file has not seen yet.
 *
 * Returns: whether the file now has the newest schema
 */
gboolean
fonds_schema_prepare (FondsDb *db, gboolean create, GError **error)
{
  gint64 id = 0, version = 0;

  if (create && !found (db, error))
    return FALSE;
  if (!fonds_db_integer (db, "PRAGMA application_id", &id, error) ||
      !fonds_db_integer (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (id != FONDS_APPLICATION_ID)
    {
      g_set_error_literal (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_A_CATALOGUE,
                           _ ("This file is not a Fonds catalogue."));
      return FALSE;
    }
  if (version > fonds_schema_newest ())
    {
      g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_TOO_NEW,
                   _ ("A newer Fonds wrote this catalogue (schema %d; this program knows %d). "
                      "Update Fonds to open it; the file was not touched."),
                   (int) version, fonds_schema_newest ());
      return FALSE;
    }
  if (!create && version < fonds_schema_newest () && !copy_aside (db, (int) version, error))
    return FALSE;
  for (int step = (int) version; step < fonds_schema_newest (); step++)
    if (!run_step (db, step, error))
      return FALSE;
  return TRUE;
}

/**
 * fonds_schema_check_header:
 * @path: a file
 * @error: return location; %FONDS_STORE_ERROR_NOT_FOUND or %FONDS_STORE_ERROR_NOT_A_CATALOGUE
 *
 * Looks at the first bytes of a file before SQLite does, so that a foreign file gets its own
 * sentence and is never written to. The application id lies at byte 68, big-endian (SQLite file
 * format, §1.3).
 *
 * Returns: whether the file says that it is a catalogue
 */
gboolean
fonds_schema_check_header (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  const guint8 id[4] = { 0x66, 0x6f, 0x6e, 0x64 };
  guint8 header[100] = { 0 };
  gsize n_read = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”."), path);
      return FALSE;
    }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header,
                                                  &n_read, NULL, error))
    return FALSE;
  if (n_read == sizeof header && memcmp (header, "SQLite format 3", 16) == 0 &&
      memcmp (header + 68, id, 4) == 0)
    return TRUE;
  g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_A_CATALOGUE,
               _ ("“%s” is not a Fonds catalogue."), path);
  return FALSE;
}
