/* hierarchy.h - the archive as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_HIERARCHY (fonds_hierarchy_get_type ())

G_DECLARE_FINAL_TYPE (FondsHierarchy, fonds_hierarchy, FONDS, HIERARCHY, AdwBin)

FondsHierarchy *fonds_hierarchy_new (void);

void fonds_hierarchy_set_finder (FondsHierarchy *self, FondsFinder *finder);
void fonds_hierarchy_reveal (FondsHierarchy *self, gint64 id);
void fonds_hierarchy_set_activate_on_click (FondsHierarchy *self, gboolean activate);

G_END_DECLS
