/* attach-list.h - bringing the files that a table names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/attach.h"

G_BEGIN_DECLS

/**
 * FondsAttachOrder:
 * @uid: the record's uid
 * @folder: where paths begin, and what they must not lead out of
 * @path: where the file lies, as the table has it
 * @row: the table's row, for the report
 * @table: (nullable): the table's name, for the report
 * @refusal: (nullable): why the file could not be taken, once that was tried
 *
 * A file that a row of a table names for its record.
 */
typedef struct
{
  char *uid;
  char *folder;
  char *path;
  guint64 row;
  char *table;
  char *refusal;
} FondsAttachOrder;

FondsAttachOrder *
fonds_attach_order_new (const char *uid, const char *folder, const char *path, guint64 row);
void fonds_attach_order_free (FondsAttachOrder *self);

GFile *fonds_attach_resolve (const char *folder, const char *path, GError **error);

FondsAttached *fonds_attach_list (FondsMedia *media,
                                  GPtrArray *orders,
                                  const char *who,
                                  FondsAttachProgress progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GError **error);
void fonds_attach_list_async (FondsMedia *media,
                              GPtrArray *orders,
                              const char *who,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

G_END_DECLS
