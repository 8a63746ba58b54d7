/* recent.c - the catalogues that were open last
 *
 * The newest first. One that isn't there now is not offered, but not forgotten either: its disk may
 * come back; it goes when newer ones push it out, or when somebody found it gone.
 * Signals: changed, when others are offered than before.
 * Invariant: what is offered was there when it was last looked for, on another thread.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/recent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 10

struct _FondsRecent
{
  GObject parent_instance;

  /* owned */
  FondsState *state;
  GPtrArray *offered; /* of char *; closed by NULL */
  GMenu *menu;
  GPtrArray *early; /* (nullable): of char *; what was opened before the list was loaded */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsRecent, fonds_recent, G_TYPE_OBJECT)

static void
fill_menu (FondsRecent *self)
{
  g_menu_remove_all (self->menu);
  for (guint i = 0; i + 1 < self->offered->len; i++)
    {
      const char *path = g_ptr_array_index (self->offered, i);
      g_autofree char *name = fonds_path_name (path);
      g_autofree char *folder = fonds_path_words (path);
      /* Translators: the name of a file, and the folder in which it lies. */
      g_autofree char *words = g_strdup_printf (_ ("%s — %s"), name, folder);
      g_auto (GStrv) parts = g_strsplit (words, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts); /* no mnemonic */
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-file", "s", path);
      g_menu_append_item (self->menu, item);
    }
}

static void
offer (FondsRecent *self, const char *const *paths)
{
  g_ptr_array_set_size (self->offered, 0);
  for (guint i = 0; paths && paths[i] && i < MOST; i++)
    g_ptr_array_add (self->offered, g_strdup (paths[i]));
  g_ptr_array_add (self->offered, NULL);
  fill_menu (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *whole_a = g_canonicalize_filename (a, NULL);
  g_autofree char *whole_b = g_canonicalize_filename (b, NULL);

  return g_str_equal (whole_a, whole_b);
}

/* @paths with @path first, or without it: (transfer full) */
static char **
arrange (const char *const *paths, const char *path, gboolean first)
{
  GPtrArray *arranged = g_ptr_array_new ();

  if (first)
    g_ptr_array_add (arranged, g_canonicalize_filename (path, NULL));
  for (guint i = 0; paths[i] && arranged->len < MOST; i++)
    if (!is_same (paths[i], path))
      g_ptr_array_add (arranged, g_strdup (paths[i]));
  g_ptr_array_add (arranged, NULL);
  return (char **) g_ptr_array_free (arranged, FALSE);
}

static void
change (FondsRecent *self, const char *path, gboolean first)
{
  g_auto (GStrv) known = fonds_state_dup_strings (self->state, "recent", "catalogues");
  g_auto (GStrv) kept = arrange ((const char *const *) known, path, first);
  g_auto (GStrv) offered = arrange (fonds_recent_get_paths (self), path, first);

  fonds_state_set_strings (self->state, "recent", "catalogues", (const char *const *) kept);
  fonds_state_flush (self->state);
  offer (self, (const char *const *) offered);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **paths = data;
  GPtrArray *there = g_ptr_array_new ();

  for (guint i = 0; paths[i]; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (there, g_strdup (paths[i]));
  g_ptr_array_add (there, NULL);
  g_task_return_pointer (task, g_ptr_array_free (there, FALSE), (GDestroyNotify) g_strfreev);
}

static void
state_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FondsState *state = FONDS_STATE (source);

  fonds_state_load_finish (state, result);
  g_task_set_task_data (task, fonds_state_dup_strings (state, "recent", "catalogues"),
                        (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, look_thread);
}

static void
fonds_recent_finalize (GObject *object)
{
  FondsRecent *self = FONDS_RECENT (object);

  g_object_unref (self->state);
  g_ptr_array_unref (self->offered);
  g_object_unref (self->menu);
  g_clear_pointer (&self->early, g_ptr_array_unref);

  G_OBJECT_CLASS (fonds_recent_parent_class)->finalize (object);
}

static void
fonds_recent_class_init (FondsRecentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_recent_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_recent_init (FondsRecent *self)
{
  self->offered = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->offered, NULL);
  self->menu = g_menu_new ();
  self->early = g_ptr_array_new_with_free_func (g_free);
}

/**
 * fonds_recent_new:
 * @application: (nullable): the program, which ends only when all is written
 *
 * Makes an empty list, to be loaded.
 *
 * Returns: (transfer full): the list
 */
FondsRecent *
fonds_recent_new (GApplication *application)
{
  FondsRecent *self = g_object_new (FONDS_TYPE_RECENT, NULL);

  self->state = fonds_state_new (application, "desk.ini");
  return self;
}

/**
 * fonds_recent_load_async:
 * @self: a list
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Remembers what was open, and looks what of it is still there.
 */
void
fonds_recent_load_async (FondsRecent *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (FONDS_IS_RECENT (self));

  g_task_set_source_tag (task, fonds_recent_load_async);
  fonds_state_load_async (self->state, state_loaded_cb, task);
}

/**
 * fonds_recent_load_finish:
 * @self: a list
 * @result: what the callback was given
 *
 * Ends fonds_recent_load_async().
 */
void
fonds_recent_load_finish (FondsRecent *self, GAsyncResult *result)
{
  g_auto (GStrv) there = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) early = g_steal_pointer (&self->early);

  offer (self, (const char *const *) there);
  for (guint i = 0; early && i < early->len; i++)
    change (self, g_ptr_array_index (early, i), TRUE);
}

/**
 * fonds_recent_add:
 * @self: a list
 * @path: a catalogue that has just been opened
 *
 * Puts a catalogue at the top.
 */
void
fonds_recent_add (FondsRecent *self, const char *path)
{
  g_return_if_fail (FONDS_IS_RECENT (self));

  if (self->early)
    g_ptr_array_add (self->early, g_strdup (path));
  else
    change (self, path, TRUE);
}

/**
 * fonds_recent_remove:
 * @self: a loaded list
 * @path: a catalogue that is gone
 *
 * Forgets a catalogue.
 */
void
fonds_recent_remove (FondsRecent *self, const char *path)
{
  g_return_if_fail (FONDS_IS_RECENT (self));

  if (!self->early)
    change (self, path, FALSE);
}

/**
 * fonds_recent_get_paths:
 * @self: a list
 *
 * Says what is offered.
 *
 * Returns: (transfer none) (array zero-terminated=1): files that were there when they were looked for
 */
const char *const *
fonds_recent_get_paths (FondsRecent *self)
{
  g_return_val_if_fail (FONDS_IS_RECENT (self), NULL);

  return (const char *const *) self->offered->pdata;
}

/**
 * fonds_recent_get_menu:
 * @self: a list
 *
 * Offers the list as a menu that follows it.
 *
 * Returns: (transfer none): the menu; its items are the action app.open-file
 */
GMenuModel *
fonds_recent_get_menu (FondsRecent *self)
{
  g_return_val_if_fail (FONDS_IS_RECENT (self), NULL);

  return G_MENU_MODEL (self->menu);
}

/**
 * fonds_path_name:
 * @path: a catalogue's file
 *
 * Says what a person calls it.
 *
 * Returns: (transfer full): its name without the ending
 */
char *
fonds_path_name (const char *path)
{
  char *name = g_filename_display_basename (path);

  if (g_str_has_suffix (name, ".fonds") && strlen (name) > strlen (".fonds"))
    name[strlen (name) - strlen (".fonds")] = '\0';
  return name;
}

/**
 * fonds_path_words:
 * @path: a file
 *
 * Says in which folder it lies, as a person would: from the home folder on where it is there.
 *
 * Returns: (transfer full): the folder's way, its parts kept in order in every direction of text
 */
char *
fonds_path_words (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *home = g_filename_display_name (g_get_home_dir ());
  gsize length = strlen (home);

  if (length > 1 && g_str_has_prefix (shown, home) &&
      (shown[length] == '\0' || shown[length] == G_DIR_SEPARATOR))
    return g_strdup_printf ("\u2068~%s\u2069", shown + length);
  return g_strdup_printf ("\u2068%s\u2069", shown);
}
