/* tree-keys.h - the keys of a tree: folding, and letters that find titles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_TREE_KEYS (fonds_tree_keys_get_type ())

G_DECLARE_FINAL_TYPE (FondsTreeKeys, fonds_tree_keys, FONDS, TREE_KEYS, GObject)

FondsTreeKeys *
fonds_tree_keys_new (GtkListView *list, GtkSingleSelection *selection, FondsCatalogue *catalogue);

void fonds_tree_keys_move_to (FondsTreeKeys *self, guint position);
gboolean fonds_tree_keys_press (FondsTreeKeys *self, guint key, GdkModifierType state);

G_END_DECLS
