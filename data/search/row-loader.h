/* row-loader.h - fetches the rows that are seen, for all items of one list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/matcher.h"
#include "data/search/result-item.h"

G_BEGIN_DECLS

#define FONDS_TYPE_ROW_LOADER (fonds_row_loader_get_type ())

G_DECLARE_FINAL_TYPE (FondsRowLoader, fonds_row_loader, FONDS, ROW_LOADER, GObject)

/* What an item shows; shared by the item and the loader's memory. */
typedef struct
{
  FondsRow row;
  char *snippet;
  guint generation;
} FondsFilling;

FondsFilling *_fonds_filling_new (void);
FondsFilling *_fonds_filling_ref (FondsFilling *self);
void _fonds_filling_unref (FondsFilling *self);

FondsRowLoader *_fonds_row_loader_new (FondsCatalogue *catalogue);
void _fonds_row_loader_set_matcher (FondsRowLoader *self, FondsMatcher *matcher);
void _fonds_row_loader_renew (FondsRowLoader *self);

FondsResultItem *
_fonds_row_loader_get_item (FondsRowLoader *self, guint32 id, gboolean has_children);
void _fonds_row_loader_want (FondsRowLoader *self, FondsResultItem *item);
void _fonds_row_loader_turn (FondsRowLoader *self,
                             const guint32 *old,
                             guint n_old,
                             const guint32 *new,
                             guint n_new);
void _fonds_row_loader_forget (FondsRowLoader *self, FondsResultItem *item);
guint _fonds_row_loader_get_generation (FondsRowLoader *self);

FondsResultItem *_fonds_result_item_new (FondsRowLoader *loader,
                                         guint32 id,
                                         gboolean has_children,
                                         FondsFilling *filling);
void _fonds_result_item_turn (FondsResultItem *self, guint32 id, FondsFilling *filling);
void _fonds_result_item_tell (FondsResultItem *self);
gboolean _fonds_result_item_is_current (FondsResultItem *self);
void _fonds_result_item_fill (FondsResultItem *self, FondsFilling *filling);
void _fonds_result_item_set_has_children (FondsResultItem *self, gboolean has_children);

G_END_DECLS
