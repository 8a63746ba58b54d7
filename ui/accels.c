/* accels.c - the keys of commands
 *
 * Those of the program and of its windows. Keys that mean something in one list or page only are
 * bound by its widget. The window of shortcuts, shortcuts.ui, lists both; a test compares them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/accels.h"

static const struct
{
  const char *action;
  const char *const keys[3];
} accels[] = {
  { "app.new-window", { "<Primary><Shift>n" } },
  { "app.quit", { "<Primary>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Primary>comma" } },
  { "win.open", { "<Primary>o" } },
  { "win.close", { "<Primary>w" } },
  { "win.search", { "<Primary>f" } },
  { "win.import", { "<Primary>i" } },
  { "win.export", { "<Primary>e" } },
  { "win.add-bookmark", { "<Primary>d" } },
  { "win.add-bookmark-under", { "<Primary><Shift>d" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.go-back", { "<Alt>Left" } },
};

/**
 * fonds_accels_install:
 * @application: the program
 *
 * Gives the commands their keys.
 */
void
fonds_accels_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
