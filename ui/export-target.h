/* export-target.h - where an export goes, and the word that it is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *fonds_export_target_folder (const char *parent, const char *name);

void fonds_export_target_choose_async (GtkWindow *window,
                                       FondsCatalogue *catalogue,
                                       FondsExportFormat format,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
char *fonds_export_target_choose_finish (GtkWindow *window, GAsyncResult *result, GError **error);

void fonds_export_target_tell (GtkWindow *window, const FondsExportReport *report);

G_END_DECLS
