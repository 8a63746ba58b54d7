/* hierarchy-row.h - one record in the tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_HIERARCHY_ROW (fonds_hierarchy_row_get_type ())

G_DECLARE_FINAL_TYPE (FondsHierarchyRow, fonds_hierarchy_row, FONDS, HIERARCHY_ROW, AdwBin)

FondsHierarchyRow *fonds_hierarchy_row_new (void);

void fonds_hierarchy_row_set_tree_row (FondsHierarchyRow *self, GtkTreeListRow *tree_row);

G_END_DECLS
