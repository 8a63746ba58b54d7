/* window.h - a window on one catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_WINDOW (fonds_window_get_type ())

G_DECLARE_FINAL_TYPE (FondsWindow, fonds_window, FONDS, WINDOW, AdwApplicationWindow)

FondsWindow *fonds_window_new (AdwApplication *application, FondsDesk *desk);

const char *fonds_window_get_path (FondsWindow *self);

void fonds_window_open (FondsWindow *self, const char *path, gboolean create);
void fonds_window_open_record (FondsWindow *self, gint64 id);
void fonds_window_show_progress (FondsWindow *self, const char *title, const char *what);
void fonds_window_show_error (FondsWindow *self, const GError *error, const char *path);

const char *fonds_window_who (GtkWidget *widget);

void fonds_window_add_toast (FondsWindow *self, AdwToast *toast);

G_END_DECLS
