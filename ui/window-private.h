/* window-private.h - what the files of the window know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/browser.h"
#include "ui/start-page.h"
#include "ui/undo.h"
#include "ui/window.h"

G_BEGIN_DECLS

struct _FondsWindow
{
  AdwApplicationWindow parent_instance;

  /* owned by the template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  FondsStartPage *start;
  AdwBin *place; /* of the browser */

  /* owned */
  GSettings *settings;       /* (nullable): missing when the schema isn't installed */
  char *path;                /* (nullable): the catalogue that is open, or was to be opened */
  GCancellable *opening;     /* (nullable) */
  FondsCatalogue *catalogue; /* (nullable) */
  FondsUndo *undo;           /* (nullable) */

  /* borrowed */
  FondsBrowser *browser; /* (nullable): in its place */
};

void _fonds_window_add_actions (FondsWindow *self);
void _fonds_window_bind_actions (FondsWindow *self);

G_END_DECLS
