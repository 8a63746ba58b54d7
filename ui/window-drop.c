/* window-drop.c - files that are dropped on a window
 *
 * A catalogue is opened; tables are offered to the import. A record's page takes pictures itself,
 * before the window hears of them.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
ends_in (GFile *file, const char *ending)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name ? g_ascii_strdown (name, -1) : NULL;

  return lower && g_str_has_suffix (lower, ending);
}

/* The files that end so: (transfer container) */
static GPtrArray *
pick (GSList *files, const char *ending)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (; files; files = files->next)
    if (ends_in (files->data, ending))
      g_ptr_array_add (picked, files->data);
  return picked;
}

static gboolean
drop_cb (FondsWindow *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GSList) owned = files;
  g_autoptr (GPtrArray) catalogues = pick (files, ".fonds");
  g_autoptr (GPtrArray) tables = pick (files, ".csv");
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (catalogues->len > 0)
    g_application_open (G_APPLICATION (application), (GFile **) catalogues->pdata,
                        (int) catalogues->len, "");
  else if (tables->len > 0 && self->catalogue)
    _fonds_window_import (self, (GFile *const *) tables->pdata, tables->len);
  else
    {
      fonds_window_add_toast (self,
                              adw_toast_new (
                                  tables->len > 0
                                      ? _ ("Open a catalogue first, then drop the table on it")
                                      : _ ("Only catalogues and CSV tables can be dropped here")));
      return FALSE;
    }
  return TRUE;
}

/*
 * _fonds_window_add_drop:
 * @self: a window that is being made
 *
 * Lets a window take files.
 */
void
_fonds_window_add_drop (FondsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
