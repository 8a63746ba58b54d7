/* attach.h - bringing files to records, and arranging them there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

G_BEGIN_DECLS

/**
 * FondsAttachAs:
 * @FONDS_ATTACH_AS_PAGES: all hang on the record itself, in natural order after those that are there
 * @FONDS_ATTACH_AS_ITEMS: each becomes a new unit under the record, titled by the file's name
 */
typedef enum
{
  FONDS_ATTACH_AS_PAGES,
  FONDS_ATTACH_AS_ITEMS,
} FondsAttachAs;

/**
 * FondsAttached:
 * @n_attached: how many files hang on records now
 * @record: the record that they hang on or under
 * @refused: (element-type utf8): a sentence for each file that could not be taken
 *
 * What came of attaching.
 */
typedef struct
{
  guint n_attached;
  gint64 record;
  GPtrArray *refused;
} FondsAttached;

void fonds_attached_free (FondsAttached *self);

/**
 * FondsAttachProgress:
 *
 * Told on the caller's main context, at most some ten times a second.
 */
typedef void (*FondsAttachProgress) (guint done, guint total, gpointer user_data);

void fonds_attach_sort (GPtrArray *files);

void fonds_attach_async (FondsMedia *media,
                         gint64 record,
                         FondsAttachAs as,
                         GPtrArray *files,
                         const char *who,
                         FondsAttachProgress progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
FondsAttached *fonds_attach_finish (FondsMedia *media, GAsyncResult *result, GError **error);

FondsAttached *fonds_attach (FondsMedia *media,
                             gint64 record,
                             FondsAttachAs as,
                             GPtrArray *files,
                             const char *who,
                             FondsAttachProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error);

void fonds_attach_caption_async (FondsMedia *media,
                                 gint64 record,
                                 const char *key,
                                 const char *caption,
                                 const char *language,
                                 const char *who,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void fonds_attach_move_async (FondsMedia *media,
                              gint64 record,
                              const char *key,
                              guint position,
                              const char *who,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void fonds_attach_remove_async (FondsMedia *media,
                                gint64 record,
                                const char *key,
                                const char *who,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
void fonds_attach_replace_async (FondsMedia *media,
                                 gint64 record,
                                 const char *key,
                                 GFile *file,
                                 const char *who,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean fonds_attach_edit_finish (FondsMedia *media, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsAttached, fonds_attached_free)

G_END_DECLS
