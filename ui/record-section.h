/* record-section.h - a part of a record's page under a heading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RECORD_SECTION (fonds_record_section_get_type ())

G_DECLARE_FINAL_TYPE (FondsRecordSection, fonds_record_section, FONDS, RECORD_SECTION, GtkBox)

FondsRecordSection *
fonds_record_section_new (const FondsRecordView *view, const char *id, const char *heading);

void fonds_record_section_add (FondsRecordSection *self, GtkWidget *child);
void fonds_record_section_unfold (FondsRecordSection *self);

G_END_DECLS
