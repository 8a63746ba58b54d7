/* use-table.h - which records name which files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/types.h"

G_BEGIN_DECLS

/**
 * FondsUse:
 * @record: the record's id
 * @ref: (nullable): its reference code, the local part
 * @title: its title
 * @hash: the file's hash
 * @name: (nullable): what the file was called
 *
 * A file that hangs on a record that is shown.
 */
typedef struct
{
  gint64 record;
  char *ref;
  char *title;
  char *hash;
  char *name;
} FondsUse;

void fonds_use_free (FondsUse *self);

GPtrArray *fonds_use_list (FondsDb *db, GError **error);
gboolean fonds_use_mentioned (FondsDb *db, GHashTable *hashes, GError **error);

G_END_DECLS
