/* custom-table.h - the fields that an archive has made for itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/catalogue/field.h"

G_BEGIN_DECLS

FondsCustomTable *fonds_custom_table_load (FondsDb *db, GError **error);
void fonds_custom_table_free (FondsCustomTable *self);

const FondsField *fonds_custom_table_find (const FondsCustomTable *self, const char *id);
const char *fonds_custom_table_label (const FondsCustomTable *self,
                                      const char *id,
                                      const char *const *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsCustomTable, fonds_custom_table_free)

G_END_DECLS
