/* export-atom-units.h - the archival descriptions of AtoM's files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/export-table.h"
#include "data/exchange/export-usage.h"

G_BEGIN_DECLS

typedef struct _FondsAtomUnits FondsAtomUnits;

FondsAtomUnits *fonds_atom_units_new (FondsExport *export, GError **error);
void fonds_atom_units_free (FondsAtomUnits *self);

FondsUsage *fonds_atom_units_usage (FondsAtomUnits *self);
gboolean fonds_atom_units_is_repository (const FondsAtomUnits *self, const char *uid);
gboolean fonds_atom_units_write (FondsAtomUnits *self,
                                 FondsExport *export,
                                 FondsTable *table,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsAtomUnits, fonds_atom_units_free)

G_END_DECLS
