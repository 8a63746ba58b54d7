/* record-programme.h - the programme of a conference or of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_record_programme_build (const FondsRecordView *view, GtkBox *page);
gboolean fonds_record_programme_has (const FondsRecord *record, const FondsLink *link);

G_END_DECLS
