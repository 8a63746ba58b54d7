/* field-row.h - a label with its values beside it, or above them where there is little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_FIELD_ROW (fonds_field_row_get_type ())

G_DECLARE_FINAL_TYPE (FondsFieldRow, fonds_field_row, FONDS, FIELD_ROW, GtkWidget)

FondsFieldRow *fonds_field_row_new (const char *label);

void fonds_field_row_set_remark (FondsFieldRow *self, const char *remark);
void fonds_field_row_add (FondsFieldRow *self, GtkWidget *value);
void fonds_field_row_describe (FondsFieldRow *self, GtkWidget *widget);

G_END_DECLS
