/* window-size.c - how a window stands, from one start to the next
 *
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window-private.h"

/*
 * _fonds_window_keep_size:
 * @self: a window on a catalogue
 *
 * Keeps how the window stands with its catalogue.
 */
void
_fonds_window_keep_size (FondsWindow *self)
{
  FondsState *state = fonds_session_get_state (self->session);
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  fonds_state_set_int (state, "window", "width", width);
  fonds_state_set_int (state, "window", "height", height);
  fonds_state_set_boolean (state, "window", "maximized",
                           gtk_window_is_maximized (GTK_WINDOW (self)));
}

/*
 * _fonds_window_restore_size:
 * @self: a window that isn't seen yet
 * @state: what is remembered of its catalogue
 *
 * Lets the window stand as it stood.
 */
void
_fonds_window_restore_size (FondsWindow *self, FondsState *state)
{
  int width = (int) fonds_state_get_int (state, "window", "width", 0);
  int height = (int) fonds_state_get_int (state, "window", "height", 0);

  if (width >= 360 && height >= 240)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (fonds_state_get_boolean (state, "window", "maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (self));
}

/*
 * _fonds_window_bind_size:
 * @self: a new window
 * @settings: where the size is kept of windows that remember none of their own
 *
 * Gives the window the last one's size. It is read once: windows must not pull one another's borders
 * about.
 */
void
_fonds_window_bind_size (FondsWindow *self, GSettings *settings)
{
  static const char *const keys[][2] = { { "window-width", "default-width" },
                                         { "window-height", "default-height" },
                                         { "window-maximized", "maximized" } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (settings, keys[i][0], self, keys[i][1],
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}
