/* browser.h - an open catalogue in a window: where to look, what was found, one record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_BROWSER (fonds_browser_get_type ())

G_DECLARE_FINAL_TYPE (FondsBrowser, fonds_browser, FONDS, BROWSER, AdwBin)

FondsBrowser *fonds_browser_new (FondsSession *session, GMenuModel *menu);

void fonds_browser_restore (FondsBrowser *self);

void fonds_browser_focus_search (FondsBrowser *self);
void fonds_browser_toggle_sidebar (FondsBrowser *self);
void fonds_browser_clear_filters (FondsBrowser *self);
void fonds_browser_show_under (FondsBrowser *self, gint64 id);
void fonds_browser_show_in_hierarchy (FondsBrowser *self, gint64 id);
void fonds_browser_export (FondsBrowser *self);
void fonds_browser_show_newest (FondsBrowser *self);

void fonds_browser_open_record (FondsBrowser *self, gint64 id);
gboolean fonds_browser_get_can_go_back (FondsBrowser *self);
void fonds_browser_go_back (FondsBrowser *self);

gboolean fonds_browser_get_has_filters (FondsBrowser *self);
gint64 fonds_browser_get_shown (FondsBrowser *self);
gint64 fonds_browser_get_under (FondsBrowser *self);

G_END_DECLS
