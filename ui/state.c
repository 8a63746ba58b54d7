/* state.c - what a window remembers from one start to the next
 *
 * A key file a catalogue in the user's state folder: where one was, how wide the panes are, which
 * places one keeps. It is no setting, and no part of the catalogue, which others read too. Losing it
 * costs a few clicks; so a file that can't be read counts as an empty one, and one that can't be
 * written is given up without a word.
 * Invariant: the disk is only touched on other threads, by one writer at a time; the program waits
 * for the last of them before it ends.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/state.h"

#include <string.h>

/* How long one waits for more of the same before writing, in milliseconds. */
#define DELAY 2000

struct _FondsState
{
  GObject parent_instance;

  /* owned */
  GApplication *application; /* (nullable): kept alive while something is written */
  char *path;
  GKeyFile *keys;

  /* state */
  gboolean loaded;
  gboolean writing;
  guint timeout; /* 0: nothing waits to be written */
};

G_DEFINE_FINAL_TYPE (FondsState, fonds_state, G_TYPE_OBJECT)

typedef struct
{
  char *path;
  char *text;
} Write;

static void write_now (FondsState *self);

static void
write_free (gpointer data)
{
  Write *job = data;

  g_free (job->path);
  g_free (job->text);
  g_free (job);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GKeyFile *keys = g_key_file_new ();

  g_key_file_load_from_file (keys, data, G_KEY_FILE_NONE, NULL);
  g_task_return_pointer (task, keys, (GDestroyNotify) g_key_file_unref);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Write *job = data;
  g_autofree char *folder = g_path_get_dirname (job->path);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents_full (job->path, job->text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsState *self = FONDS_STATE (source);

  self->writing = FALSE;
  if (self->application)
    g_application_release (self->application);
}

static void
write_now (FondsState *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  Write *job = g_new0 (Write, 1);

  self->writing = TRUE;
  job->path = g_strdup (self->path);
  job->text = g_key_file_to_data (self->keys, NULL, NULL);
  if (self->application)
    g_application_hold (self->application);
  g_task_set_task_data (task, job, write_free);
  g_task_run_in_thread (task, write_thread);
}

static gboolean
write_cb (gpointer user_data)
{
  FondsState *self = user_data;

  if (self->writing) /* the next round */
    return G_SOURCE_CONTINUE;
  self->timeout = 0;
  write_now (self);
  return G_SOURCE_REMOVE;
}

/* The timeout holds a reference, and the program, so that nothing is lost at the end. */
static void
unref_waiting (gpointer data)
{
  FondsState *self = data;

  if (self->application)
    g_application_release (self->application);
  g_object_unref (self);
}

static void
write_soon (FondsState *self, guint delay)
{
  if (self->timeout)
    return;
  if (self->application)
    g_application_hold (self->application);
  self->timeout =
      g_timeout_add_full (G_PRIORITY_LOW, delay, write_cb, g_object_ref (self), unref_waiting);
}

static void
fonds_state_finalize (GObject *object)
{
  FondsState *self = FONDS_STATE (object);

  g_key_file_unref (self->keys);
  g_free (self->path);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (fonds_state_parent_class)->finalize (object);
}

static void
fonds_state_class_init (FondsStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_state_finalize;
}

static void
fonds_state_init (FondsState *self)
{
  self->keys = g_key_file_new ();
}

/**
 * fonds_state_new:
 * @application: (nullable): the program, which ends only when all is written
 * @name: the file's name in the user's state folder
 *
 * Makes a memory that knows nothing yet.
 *
 * Returns: (transfer full): the memory
 */
FondsState *
fonds_state_new (GApplication *application, const char *name)
{
  FondsState *self = g_object_new (FONDS_TYPE_STATE, NULL);

  self->application = application ? g_object_ref (application) : NULL;
  self->path = g_build_filename (g_get_user_state_dir (), "fonds", name, NULL);
  return self;
}

/**
 * fonds_state_new_for_catalogue:
 * @application: (nullable): the program, which ends only when all is written
 * @path: the catalogue's file
 *
 * Makes the memory of a catalogue. Catalogues of one name in two folders don't share it.
 *
 * Returns: (transfer full): the memory
 */
FondsState *
fonds_state_new_for_catalogue (GApplication *application, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *base = g_path_get_basename (whole);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *name = g_strdup_printf ("%s-%.16s.ini", base, sum);

  return fonds_state_new (application, name);
}

/**
 * fonds_state_load_async:
 * @self: a memory
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Remembers what was written. Comes back at once where that was done before.
 */
void
fonds_state_load_async (FondsState *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (FONDS_IS_STATE (self));

  g_task_set_source_tag (task, fonds_state_load_async);
  if (self->loaded)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * fonds_state_load_finish:
 * @self: a memory
 * @result: what the callback was given
 *
 * Ends fonds_state_load_async(). It can't fail: what can't be read was never known.
 */
void
fonds_state_load_finish (FondsState *self, GAsyncResult *result)
{
  g_autoptr (GKeyFile) keys = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!keys || self->loaded)
    return;
  g_key_file_unref (self->keys);
  self->keys = g_steal_pointer (&keys);
  self->loaded = TRUE;
}

/**
 * fonds_state_flush:
 * @self: a memory
 *
 * Has what waits to be written written at once.
 */
void
fonds_state_flush (FondsState *self)
{
  g_return_if_fail (FONDS_IS_STATE (self));

  if (!self->timeout)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  write_soon (self, 0);
}

/**
 * fonds_state_get_boolean:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 * @otherwise: what holds where nothing is known
 *
 * Returns: what is remembered
 */
gboolean
fonds_state_get_boolean (FondsState *self, const char *group, const char *key, gboolean otherwise)
{
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (self->keys, group, key, &error);

  return error ? otherwise : value;
}

/**
 * fonds_state_get_int:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 * @otherwise: what holds where nothing is known
 *
 * Returns: what is remembered
 */
gint64
fonds_state_get_int (FondsState *self, const char *group, const char *key, gint64 otherwise)
{
  g_autoptr (GError) error = NULL;
  gint64 value = g_key_file_get_int64 (self->keys, group, key, &error);

  return error ? otherwise : value;
}

/**
 * fonds_state_dup_string:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 *
 * Returns: (transfer full) (nullable): what is remembered
 */
char *
fonds_state_dup_string (FondsState *self, const char *group, const char *key)
{
  return g_key_file_get_string (self->keys, group, key, NULL);
}

/**
 * fonds_state_dup_strings:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 *
 * Returns: (transfer full): what is remembered, which may be nothing
 */
char **
fonds_state_dup_strings (FondsState *self, const char *group, const char *key)
{
  char **values = g_key_file_get_string_list (self->keys, group, key, NULL, NULL);

  return values ? values : g_new0 (char *, 1);
}

/**
 * fonds_state_set_boolean:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 * @value: what to remember
 *
 * Remembers a fact.
 */
void
fonds_state_set_boolean (FondsState *self, const char *group, const char *key, gboolean value)
{
  g_key_file_set_boolean (self->keys, group, key, value);
  write_soon (self, DELAY);
}

/**
 * fonds_state_set_int:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 * @value: what to remember
 *
 * Remembers a fact.
 */
void
fonds_state_set_int (FondsState *self, const char *group, const char *key, gint64 value)
{
  g_key_file_set_int64 (self->keys, group, key, value);
  write_soon (self, DELAY);
}

/**
 * fonds_state_set_string:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 * @value: what to remember
 *
 * Remembers a fact.
 */
void
fonds_state_set_string (FondsState *self, const char *group, const char *key, const char *value)
{
  g_key_file_set_string (self->keys, group, key, value);
  write_soon (self, DELAY);
}

/**
 * fonds_state_set_strings:
 * @self: a memory
 * @group: what it is about
 * @key: which fact
 * @values: (array zero-terminated=1): what to remember
 *
 * Remembers a list.
 */
void
fonds_state_set_strings (FondsState *self,
                         const char *group,
                         const char *key,
                         const char *const *values)
{
  g_key_file_set_string_list (self->keys, group, key, values,
                              g_strv_length ((char **) (gpointer) values));
  write_soon (self, DELAY);
}
