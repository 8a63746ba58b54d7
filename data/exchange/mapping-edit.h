/* mapping-edit.h - changes what a mapping says about a column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/mapping.h"

G_BEGIN_DECLS

FondsMapping *fonds_mapping_copy (const FondsMapping *self);

FondsInstruction *fonds_mapping_find (const FondsMapping *self, const char *column, guint *place);
FondsPart fonds_instruction_part (const FondsInstruction *self, guint place);

void fonds_mapping_release (FondsMapping *self, const char *column);
FondsInstruction *fonds_mapping_assign (FondsMapping *self, const char *column, const char *field);
void fonds_mapping_join (FondsMapping *self, const char *column, const char *with, FondsPart part);

void fonds_mapping_drop_unknown (FondsMapping *self);

gboolean fonds_mapping_has_key (const FondsMapping *self, const char *column);
void fonds_mapping_set_key (FondsMapping *self, const char *column, gboolean is_key);

G_END_DECLS
