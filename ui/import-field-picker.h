/* import-field-picker.h - chooses what a column becomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_FIELD_PICKER (fonds_import_field_picker_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportFieldPicker,
                      fonds_import_field_picker,
                      FONDS,
                      IMPORT_FIELD_PICKER,
                      AdwBin)

/* What is no field: a column of its own name, and one that is left out. */
#define FONDS_PICK_OWN "x-"
#define FONDS_PICK_IGNORE ""

FondsImportFieldPicker *fonds_import_field_picker_new (void);

void fonds_import_field_picker_set_kind (FondsImportFieldPicker *self, FondsKind kind);
char *fonds_import_field_label (FondsKind kind, const char *id);

G_END_DECLS
