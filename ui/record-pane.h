/* record-pane.h - the pane in which a record is read, with what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-page.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RECORD_PANE (fonds_record_pane_get_type ())

G_DECLARE_FINAL_TYPE (FondsRecordPane, fonds_record_pane, FONDS, RECORD_PANE, AdwBin)

FondsRecordPage *fonds_record_pane_get_page (FondsRecordPane *self);

G_END_DECLS
