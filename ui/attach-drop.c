/* attach-drop.c - files dropped on what shows a record
 *
 * Catalogues and tables are left to the window, which opens and imports them.
 * Thread: main context. Ownership: the controller owns its state.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/attach-drop.h"

typedef struct
{
  FondsDropFunc dropped;
  gpointer user_data;
} Drop;

static gboolean
is_for_window (GFile *file)
{
  static const char *const endings[] = { ".fonds", ".csv", ".tsv" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name ? g_ascii_strdown (name, -1) : NULL;
  guint i;

  for (i = 0; lower && i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i]))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
read_files (const GValue *value)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = value ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;
  GSList *link;

  for (link = list; link; link = link->next)
    {
      if (g_file_peek_path (link->data) && !is_for_window (link->data))
        g_ptr_array_add (files, g_object_ref (link->data));
    }
  return files;
}

static void
value_cb (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  g_autoptr (GPtrArray) files = read_files (value);

  if (value && files->len == 0)
    gtk_drop_target_reject (target);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Drop *drop)
{
  g_autoptr (GPtrArray) files = read_files (value);

  if (files->len == 0)
    return FALSE;
  drop->dropped (files, drop->user_data);
  return TRUE;
}

static void
drop_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * fonds_attach_drop_new:
 * @dropped: called with the files
 * @user_data: for @dropped
 *
 * Makes what lets a widget take files. While some are held over it, it is in the state that CSS
 * calls drop(active).
 *
 * Returns: (transfer full): the controller
 */
GtkEventController *
fonds_attach_drop_new (FondsDropFunc dropped, gpointer user_data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *drop = g_new0 (Drop, 1);

  drop->dropped = dropped;
  drop->user_data = user_data;
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "notify::value", G_CALLBACK (value_cb), NULL);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), drop, drop_free, 0);
  return GTK_EVENT_CONTROLLER (target);
}
