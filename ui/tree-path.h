/* tree-path.h - the way down a tree to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_TREE_PATH (fonds_tree_path_get_type ())

G_DECLARE_FINAL_TYPE (FondsTreePath, fonds_tree_path, FONDS, TREE_PATH, GObject)

FondsTreePath *fonds_tree_path_new (GtkTreeListModel *tree, FondsCatalogue *catalogue);

void fonds_tree_path_go (FondsTreePath *self, gint64 id);

G_END_DECLS
