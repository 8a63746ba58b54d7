/* window-private.h - what the files of the window know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/browser.h"
#include "ui/start-page.h"
#include "ui/undo.h"
#include "ui/viewer-host.h"
#include "ui/window.h"

G_BEGIN_DECLS

struct _FondsWindow
{
  AdwApplicationWindow parent_instance;

  /* owned by the template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  FondsStartPage *start;
  FondsViewerHost *place; /* of the browser */

  /* owned */
  FondsDesk *desk;
  GMenuModel *menu;
  char *path;            /* (nullable): the catalogue that is open, or was to be opened */
  GCancellable *opening; /* (nullable) */
  FondsState *state;     /* (nullable): of the catalogue that is being opened */
  FondsSession *session; /* (nullable) */
  FondsUndo *undo;       /* (nullable) */

  /* borrowed */
  FondsCatalogue *catalogue; /* (nullable): the session's */
  FondsBrowser *browser;     /* (nullable): in its place */

  /* state */
  gboolean create; /* whether the catalogue that is being opened is to be made */
};

void _fonds_window_add_actions (FondsWindow *self);
void _fonds_window_bind_actions (FondsWindow *self);
void _fonds_window_disable_actions (FondsWindow *self);
void _fonds_window_import (FondsWindow *self, GFile *const *files, guint n_files);
void _fonds_window_keep_size (FondsWindow *self);
void _fonds_window_restore_size (FondsWindow *self, FondsState *state);
void _fonds_window_bind_size (FondsWindow *self, GSettings *settings);
void _fonds_window_add_drop (FondsWindow *self);
void _fonds_window_add_bookmark (FondsWindow *self, gint64 id, gboolean under);
void _fonds_window_restore (FondsWindow *self, const char *backup);
void _fonds_window_wait_for_file (FondsWindow *self, const char *title);

G_END_DECLS
