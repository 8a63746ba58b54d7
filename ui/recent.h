/* recent.h - the catalogues that were open last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/state.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RECENT (fonds_recent_get_type ())

G_DECLARE_FINAL_TYPE (FondsRecent, fonds_recent, FONDS, RECENT, GObject)

FondsRecent *fonds_recent_new (GApplication *application);

void fonds_recent_load_async (FondsRecent *self, GAsyncReadyCallback callback, gpointer user_data);
void fonds_recent_load_finish (FondsRecent *self, GAsyncResult *result);

void fonds_recent_add (FondsRecent *self, const char *path);
void fonds_recent_remove (FondsRecent *self, const char *path);

const char *const *fonds_recent_get_paths (FondsRecent *self);
GMenuModel *fonds_recent_get_menu (FondsRecent *self);

char *fonds_path_name (const char *path);
char *fonds_path_words (const char *path);

G_END_DECLS
