/* shell.h - three panes that fit every width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FondsPane:
 * @FONDS_PANE_SIDEBAR: where to look
 * @FONDS_PANE_RESULTS: what was found
 * @FONDS_PANE_RECORD: one record
 *
 * From the broad to the narrow: going back is going up this list.
 */
typedef enum
{
  FONDS_PANE_SIDEBAR,
  FONDS_PANE_RESULTS,
  FONDS_PANE_RECORD,
} FondsPane;

#define FONDS_TYPE_SHELL (fonds_shell_get_type ())

G_DECLARE_FINAL_TYPE (FondsShell, fonds_shell, FONDS, SHELL, AdwBin)

FondsShell *fonds_shell_new (void);

GtkWidget *fonds_shell_get_pane (FondsShell *self, FondsPane pane);
void fonds_shell_set_pane (FondsShell *self, FondsPane pane, GtkWidget *child);

FondsPane fonds_shell_get_shown (FondsShell *self);
void fonds_shell_show_pane (FondsShell *self, FondsPane pane);
gboolean fonds_shell_go_back (FondsShell *self);
gboolean fonds_shell_can_go_back (FondsShell *self);

gboolean fonds_shell_get_sidebar_folded (FondsShell *self);
gboolean fonds_shell_get_record_folded (FondsShell *self);
gboolean fonds_shell_get_sidebar_hidden (FondsShell *self);

void fonds_shell_toggle_sidebar (FondsShell *self);
gboolean fonds_shell_get_sidebar_wanted (FondsShell *self);
void fonds_shell_set_sidebar_wanted (FondsShell *self, gboolean wanted);

void fonds_shell_set_results_wide (FondsShell *self, gboolean wide);
int fonds_shell_get_results_width (FondsShell *self, gboolean wide);
void fonds_shell_set_results_width (FondsShell *self, gboolean wide, int width);

G_END_DECLS
