/* import-files.h - the files that the rows of an import name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import.h"

G_BEGIN_DECLS

GPtrArray *fonds_import_files_new (void);
void fonds_import_files_note (const char *uid,
                              const FondsBody *body,
                              const char *table,
                              guint64 row,
                              gpointer orders);

G_END_DECLS
