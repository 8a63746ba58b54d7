/* schema.h - brings a file to the schema that this program speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

#define FONDS_APPLICATION_ID 0x666f6e64

/* The batches that nobody sees (sql/0001.sql): readers leave out whatever bears the number of one. */
#define FONDS_SQL_UNSEEN_BATCHES "(SELECT id FROM batch WHERE state <> 1)"

int fonds_schema_newest (void);
gboolean fonds_schema_prepare (FondsDb *db, gboolean create, GError **error);
gboolean fonds_schema_check_header (const char *path, GError **error);

G_END_DECLS
