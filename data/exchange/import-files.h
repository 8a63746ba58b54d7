/* import-files.h - the files that the rows of an import name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import.h"

G_BEGIN_DECLS

/**
 * FondsImportFilesCount:
 * @n_named: how many files rows name
 * @n_found: how many of them lie where an import would read them
 *
 * How many files there are to attach.
 */
typedef struct
{
  guint64 n_named;
  guint64 n_found;
} FondsImportFilesCount;

GPtrArray *fonds_import_files_new (void);
void fonds_import_files_note (const char *uid,
                              const FondsBody *body,
                              const char *table,
                              guint64 row,
                              gpointer orders);
void fonds_import_files_count (const char *uid,
                               const FondsBody *body,
                               const char *table,
                               guint64 row,
                               gpointer count);
void fonds_import_files_report (const GPtrArray *orders, FondsImportReport *report);

G_END_DECLS
