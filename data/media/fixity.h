/* fixity.h - whether every file is there and still the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

G_BEGIN_DECLS

/**
 * FondsFixity:
 * @n_files: how many files records name
 * @problems: (element-type utf8): a sentence for each file that is missing or damaged
 * @n_for_undo: how many files only undo or redo would need
 * @strays: (element-type filename): files that nothing names any more
 *
 * What a check found.
 */
typedef struct
{
  guint n_files;
  GPtrArray *problems;
  guint n_for_undo;
  GPtrArray *strays;
} FondsFixity;

void fonds_fixity_free (FondsFixity *self);

/**
 * FondsFixityProgress:
 *
 * Told on the thread of the check, in bytes.
 */
typedef void (*FondsFixityProgress) (gint64 done, gint64 total, gpointer user_data);

FondsFixity *fonds_fixity_check (FondsMedia *media,
                                 FondsFixityProgress progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsFixity, fonds_fixity_free)

G_END_DECLS
