/* record-print.h - a record on paper, or in a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_record_print_dialog (GtkWindow *window, FondsRecord *record);
void fonds_record_save_pdf (GtkWindow *window, FondsRecord *record);

G_END_DECLS
