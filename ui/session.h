/* session.h - an open catalogue with what all its windows share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/search.h"
#include "ui/backup-keeper.h"
#include "ui/bookmarks.h"
#include "ui/state.h"

G_BEGIN_DECLS

#define FONDS_TYPE_SESSION (fonds_session_get_type ())

G_DECLARE_FINAL_TYPE (FondsSession, fonds_session, FONDS, SESSION, GObject)

FondsSession *fonds_session_new (GApplication *application,
                                 GSettings *settings,
                                 FondsCatalogue *catalogue,
                                 FondsState *state);

FondsCatalogue *fonds_session_get_catalogue (FondsSession *self);
FondsSearch *fonds_session_get_search (FondsSession *self);
FondsState *fonds_session_get_state (FondsSession *self);
FondsBookmarks *fonds_session_get_bookmarks (FondsSession *self);
FondsBackupKeeper *fonds_session_get_keeper (FondsSession *self);
const char *fonds_session_get_path (FondsSession *self);

G_END_DECLS
