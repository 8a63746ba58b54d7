/* custom-fields.h - definitions of the archive's own fields for columns that nobody knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

typedef struct _FondsCustomFields FondsCustomFields;

FondsCustomFields *fonds_custom_fields_new (FondsDb *db, GError **error);
void fonds_custom_fields_free (FondsCustomFields *self);

void fonds_custom_fields_need (FondsCustomFields *self,
                               const char *id,
                               const char *label,
                               FondsKind kind);
char *fonds_custom_fields_describe_used (const FondsCustomFields *self);
GPtrArray *fonds_custom_fields_take_made (FondsCustomFields *self);
const char *fonds_custom_fields_label (FondsCustomFields *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsCustomFields, fonds_custom_fields_free)

G_END_DECLS
