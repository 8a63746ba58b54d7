/* record-areas.h - the fields of a record in the areas of its standard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_record_areas_build (const FondsRecordView *view, GtkBox *page);

G_END_DECLS
