/* export-spool.h - rows that wait until it is known which columns their table has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FondsSpool FondsSpool;

/**
 * FondsSpoolCell:
 * @text: its bytes, without an end
 * @length: how many
 *
 * A cell that was laid aside.
 */
typedef struct
{
  const char *text;
  gsize length;
} FondsSpoolCell;

/**
 * FondsSpoolVisit:
 * @cells: (array length=n): a row
 * @n: how many
 * @data: the caller's
 * @error: return location for an error
 *
 * Is given one row after another; they are valid during the call.
 *
 * Returns: whether to go on
 */
typedef gboolean (*FondsSpoolVisit) (const FondsSpoolCell *cells,
                                     guint n,
                                     gpointer data,
                                     GError **error);

FondsSpool *fonds_spool_new (const char *path, GError **error);
void fonds_spool_free (FondsSpool *self);

void fonds_spool_set_header (FondsSpool *self, const char *const *header);
gboolean fonds_spool_add (FondsSpool *self, const GPtrArray *cells, GError **error);
gboolean
fonds_spool_replay (FondsSpool *self, FondsSpoolVisit visit, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsSpool, fonds_spool_free)

G_END_DECLS
