/* exchange-fixture.h - a catalogue that small CSV texts are brought into and handed out of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/document-table.h"
#include "data/catalogue/identity-table.h"
#include "data/catalogue/listing-table.h"
#include "data/exchange/export.h"
#include "data/exchange/import.h"
#include "data/store/database.h"
#include "tests/data/catalogue-fixture.h"

#include <string.h>

typedef struct
{
  CatalogueFixture base;
  FondsImportOptions options;
} ExchangeFixture;

static inline void
exchange_fixture_set_up (ExchangeFixture *fixture, gconstpointer data)
{
  catalogue_fixture_set_up (&fixture->base, data);
  fixture->options = (FondsImportOptions){ .who = "test" };
}

static inline void
exchange_fixture_tear_down (ExchangeFixture *fixture, gconstpointer data)
{
  catalogue_fixture_tear_down (&fixture->base, data);
}

static inline char *
exchange_write (ExchangeFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->base.folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static inline FondsImportReport *
exchange_try_paths (ExchangeFixture *fixture, const char *const *paths, GError **error)
{
  fixture->options.paths = paths;
  return fonds_import_run (fixture->base.catalogue, &fixture->options, NULL, error);
}

static inline FondsImportReport *
exchange_import_paths (ExchangeFixture *fixture, const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  FondsImportReport *report = exchange_try_paths (fixture, paths, &error);

  g_assert_no_error (error);
  return report;
}

static inline FondsImportReport *
exchange_import (ExchangeFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = exchange_write (fixture, name, text);
  const char *const paths[] = { path, NULL };

  return exchange_import_paths (fixture, paths);
}

static inline void
assert_counts (FondsImportReport *report,
               guint n_new,
               guint changed,
               guint unchanged,
               guint refused)
{
  const guint64 expected[] = { n_new, changed, unchanged, refused };

  for (guint i = 0; i < report->lines->len && !g_test_quiet (); i++)
    {
      const FondsImportLine *line = g_ptr_array_index (report->lines, i);

      g_test_message ("%s row %" G_GUINT64_FORMAT " %s “%s”: %s",
                      fonds_import_result_label (line->result), line->row, line->column,
                      line->value, line->reason);
    }
  for (int result = 0; result < FONDS_N_IMPORT_RESULTS; result++)
    g_assert_cmpuint (fonds_import_report_total (report, result), ==, expected[result]);
}

static inline const FondsImportLine *
first_refusal (FondsImportReport *report)
{
  for (guint i = 0; i < report->lines->len; i++)
    {
      const FondsImportLine *line = g_ptr_array_index (report->lines, i);

      if (line->result == FONDS_IMPORT_REFUSED)
        return line;
    }
  g_assert_not_reached ();
}

static inline gboolean
says (FondsImportReport *report, const char *words)
{
  for (guint i = 0; i < report->sentences->len; i++)
    if (strstr (g_ptr_array_index (report->sentences, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static inline FondsDb *
exchange_db (ExchangeFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FondsDb *db = fonds_store_connect (fonds_catalogue_get_store (fixture->base.catalogue), &error);

  g_assert_no_error (error);
  return db;
}

static inline FondsDocument *
exchange_find (ExchangeFixture *fixture, FondsKind kind, const char *key)
{
  g_autoptr (FondsDb) db = exchange_db (fixture);
  g_autoptr (GPtrArray) origins = fonds_identity_list_origins (db, NULL);

  for (guint i = 0; i < origins->len; i++)
    {
      gint64 origin = fonds_identity_find_origin (db, g_ptr_array_index (origins, i), NULL);
      gint64 id = fonds_identity_find (db, origin, kind, key, NULL);

      if (id != 0)
        return fonds_document_load (db, id, NULL);
    }
  return NULL;
}

static inline guint
exchange_count (ExchangeFixture *fixture, FondsKind kind)
{
  g_autoptr (FondsDb) db = exchange_db (fixture);
  g_autoptr (GArray) ids = fonds_listing_by_id (db, FONDS_KIND_BIT (kind), 0, 1000000, NULL);

  return ids->len;
}

static inline FondsExportReport *
exchange_export (ExchangeFixture *fixture, FondsExportFormat format, const char *path)
{
  g_autoptr (GError) error = NULL;
  FondsExportOptions options = { .format = format, .path = path, .audience = FONDS_AUDIENCE_STAFF };
  FondsExportReport *report = fonds_export_run (fixture->base.catalogue, &options, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static inline char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
