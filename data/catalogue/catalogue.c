/* catalogue.c - an open catalogue: the facade that windows and commands speak to
 *
 * Ties the store to the writer and its projectors, and tells whoever listens that something changed,
 * whoever changed it: this window, another one, or another process.
 * Thread: made and opened on any; the signal comes on the main context that was the default when it
 * was opened. Ownership: owns the store and the writer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/catalogue.h"

#include "data/catalogue/batch-tidy.h"
#include "data/catalogue/setting-table.h"
#include "data/catalogue/uid.h"
#include "data/catalogue/writer-private.h"
#include "data/store/database.h"
#include "data/text/tokenizer.h"

#include <glib/gi18n-lib.h>

/* How often another process's commits are looked for, in seconds. */
#define WATCH_INTERVAL 1

struct _FondsCatalogue
{
  GObject parent_instance;

  /* owned */
  FondsStore *store;
  FondsWriter *writer;
  GMainContext *context;
  GSource *watch;
  char *name;

  /* state, of the main context */
  char *who; /* (nullable): owned; who works here, where it isn't the login */
  gint64 data_version;
  gboolean looking;

  /* state, of any thread */
  gint told; /* atomic: a "changed" is on its way */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsCatalogue, fonds_catalogue, G_TYPE_OBJECT)

static int
tokenize (const char *text, int length, gboolean query, FondsTokenSink sink, gpointer user_data)
{
  return fonds_tokenize (text, length, query ? FONDS_TOKENIZE_QUERY : FONDS_TOKENIZE_TEXT, sink,
                         user_data);
}

static gboolean
set_up (FondsDb *db, GError **error)
{
  return fonds_db_add_tokenizer (db, "fonds", tokenize, error);
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gboolean
tell_cb (gpointer data)
{
  g_autoptr (FondsCatalogue) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_atomic_int_set (&self->told, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Many commits in one turn of the loop are told once, always from a turn of their own, and only
 * while somebody holds the catalogue. */
static void
tell (FondsCatalogue *self)
{
  g_autoptr (GSource) idle = NULL;
  GWeakRef *weak;

  if (!g_atomic_int_compare_and_exchange (&self->told, 0, 1))
    return;
  weak = g_new (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  idle = g_idle_source_new ();
  g_source_set_callback (idle, tell_cb, weak, weak_free);
  g_source_attach (idle, self->context);
}

static gboolean
look_at_version (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_db_data_version (db, data, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsCatalogue) self = user_data;
  gint64 *version = fonds_store_run_finish (FONDS_STORE (source), result, NULL);

  self->looking = FALSE;
  if (version == NULL)
    return;
  if (self->data_version != *version)
    tell (self);
  self->data_version = *version;
}

static gboolean
watch_cb (gpointer data)
{
  FondsCatalogue *self = data;

  if (self->store != NULL && !self->looking)
    {
      self->looking = TRUE;
      fonds_store_run_async (self->store, FONDS_LANE_ROWS, look_at_version, g_new0 (gint64, 1),
                             g_free, NULL, looked_cb, g_object_ref (self));
    }
  return G_SOURCE_CONTINUE;
}

static void
fonds_catalogue_finalize (GObject *object)
{
  FondsCatalogue *self = FONDS_CATALOGUE (object);

  fonds_catalogue_close (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->writer, _fonds_writer_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->name);
  g_free (self->who);
  G_OBJECT_CLASS (fonds_catalogue_parent_class)->finalize (object);
}

static void
fonds_catalogue_class_init (FondsCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_catalogue_finalize;

  /**
   * FondsCatalogue::changed:
   *
   * Something in the catalogue is not as it was. Comes in the main context, once for many commits.
   */
  signals[CHANGED] = g_signal_new ("changed", FONDS_TYPE_CATALOGUE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_catalogue_init (FondsCatalogue *self)
{
}

static gboolean
christen (FondsWriter *writer, gpointer data, GError **error)
{
  g_autofree char *uid = fonds_uid_new ();

  return fonds_setting_set (fonds_writer_db (writer), "uid", uid, error);
}

static gboolean
read_beginning (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  FondsCatalogue *self = data;

  g_autoptr (GError) own = NULL;

  self->name = fonds_setting_dup (db, "name", &own);
  if (own == NULL)
    return fonds_db_data_version (db, &self->data_version, error);
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_catalogue_open:
 * @path: the file
 * @create: whether to make it; it must not be there then
 * @projectors: (nullable) (array zero-terminated=1): who else keeps shadows; each a constant of the program
 * @error: return location for a #FondsStoreError
 *
 * Opens a catalogue, or makes an empty one. Waits for the disk: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
FondsCatalogue *
fonds_catalogue_open (const char *path,
                      gboolean create,
                      const FondsProjector *const *projectors,
                      GError **error)
{
  g_autoptr (FondsCatalogue) self = g_object_new (FONDS_TYPE_CATALOGUE, NULL);

  self->store = fonds_store_open (path, create ? FONDS_STORE_CREATE : 0, set_up, error);
  if (self->store == NULL)
    return NULL;
  self->context = g_main_context_ref (g_main_context_default ());
  self->writer = _fonds_writer_new (projectors);
  if (create && !fonds_catalogue_write (self, FONDS_LANE_WRITE, christen, NULL, NULL, error))
    return NULL;
  if (!fonds_store_run (self->store, FONDS_LANE_ROWS, read_beginning, self, NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct
{
  char *path;
  gboolean create;
  const FondsProjector *const *projectors;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  FondsCatalogue *self =
      fonds_catalogue_open (opening->path, opening->create, opening->projectors, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fonds_catalogue_open_async:
 * @path: the file
 * @create: whether to make it; it must not be there then
 * @projectors: (nullable) (array zero-terminated=1): who else keeps shadows; each a constant of the program
 * @cancellable: (nullable): gives the answer up
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Opens a catalogue in a thread; see [func@Catalogue.open].
 */
void
fonds_catalogue_open_async (const char *path,
                            gboolean create,
                            const FondsProjector *const *projectors,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->create = create;
  opening->projectors = projectors;
  g_task_set_source_tag (task, fonds_catalogue_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * fonds_catalogue_open_finish:
 * @result: what the callback was given
 * @error: return location for a #FondsStoreError
 *
 * Ends [func@Catalogue.open_async]. From now on the catalogue looks once a second for what other
 * processes did, and tidies up what a crash left.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
FondsCatalogue *
fonds_catalogue_open_finish (GAsyncResult *result, GError **error)
{
  FondsCatalogue *self = g_task_propagate_pointer (G_TASK (result), error);

  if (self == NULL)
    return NULL;
  self->watch = g_timeout_source_new_seconds (WATCH_INTERVAL);
  g_source_set_callback (self->watch, watch_cb, self, NULL);
  g_source_attach (self->watch, self->context);
  fonds_batch_tidy_async (self);
  return self;
}

/**
 * fonds_catalogue_close:
 * @self: a catalogue
 *
 * Ends its threads; what waits is answered with "cancelled", and so is whatever is asked later by those
 * who still hold it.
 */
void
fonds_catalogue_close (FondsCatalogue *self)
{
  if (self->watch != NULL)
    {
      g_source_destroy (self->watch);
      g_clear_pointer (&self->watch, g_source_unref);
    }
  if (self->store != NULL)
    fonds_store_close (self->store);
}

/**
 * fonds_catalogue_get_store:
 * @self: a catalogue
 *
 * Returns: (transfer none): its store
 */
FondsStore *
fonds_catalogue_get_store (FondsCatalogue *self)
{
  return self->store;
}

/**
 * fonds_catalogue_get_path:
 * @self: a catalogue
 *
 * Returns: the file's path
 */
const char *
fonds_catalogue_get_path (FondsCatalogue *self)
{
  return fonds_store_get_path (self->store);
}

/**
 * fonds_catalogue_dup_name:
 * @self: a catalogue
 *
 * Returns: (transfer full): what it is called: its own name, or the file's without its ending
 */
char *
fonds_catalogue_dup_name (FondsCatalogue *self)
{
  g_autofree char *base = g_path_get_basename (fonds_catalogue_get_path (self));

  if (self->name != NULL)
    return g_strdup (self->name);
  if (g_str_has_suffix (base, ".fonds"))
    base[strlen (base) - strlen (".fonds")] = '\0';
  return g_steal_pointer (&base);
}

/**
 * fonds_catalogue_get_who:
 * @self: a catalogue
 *
 * Says whose name the journal gets for what is done from now on. In the main context.
 *
 * Returns: (transfer none): the name that was set, else the login's full name or its short one
 */
const char *
fonds_catalogue_get_who (FondsCatalogue *self)
{
  const char *name = self->who != NULL ? self->who : g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name
                                                                         : g_get_user_name ();
}

/**
 * fonds_catalogue_set_who:
 * @self: a catalogue
 * @who: (nullable): whose name the journal gets; %NULL or empty for the login's
 *
 * Says who works here. In the main context.
 */
void
fonds_catalogue_set_who (FondsCatalogue *self, const char *who)
{
  g_autofree char *name = who != NULL ? g_strstrip (g_strdup (who)) : NULL;

  g_free (self->who);
  self->who = name != NULL && *name != '\0' ? g_steal_pointer (&name) : NULL;
}

typedef struct
{
  FondsWriter *writer;
  FondsWriteFunc func;
  gpointer data;
} Write;

static gboolean
write_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Write *write = data;

  return _fonds_writer_begin (write->writer, db, error) &&
         write->func (write->writer, write->data, error) &&
         _fonds_writer_end (write->writer, error);
}

/**
 * fonds_catalogue_write:
 * @self: a catalogue
 * @lane: %FONDS_LANE_WRITE, or %FONDS_LANE_HIDDEN for what nobody sees yet
 * @func: writes the documents
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes in one transaction and waits until it is kept: not for the main thread of a window.
 *
 * Returns: whether it was kept
 */
gboolean
fonds_catalogue_write (FondsCatalogue *self,
                       FondsLane lane,
                       FondsWriteFunc func,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Write write = { self->writer, func, data };
  gboolean kept;

  g_return_val_if_fail (lane == FONDS_LANE_WRITE || lane == FONDS_LANE_HIDDEN, FALSE);

  kept = fonds_store_run (self->store, lane, write_cb, &write, cancellable, error);
  if (kept && lane == FONDS_LANE_WRITE)
    tell (self);
  return kept;
}

typedef struct
{
  Write write;
  GDestroyNotify destroy;
  FondsLane lane;
} AsyncWrite;

static void
async_write_free (gpointer data)
{
  AsyncWrite *job = data;

  if (job->destroy != NULL)
    job->destroy (job->write.data);
  g_free (job);
}

static gboolean
async_write_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return write_cb (db, &((AsyncWrite *) data)->write, cancellable, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  AsyncWrite *job = fonds_store_run_finish (FONDS_STORE (source), result, &error);

  if (job == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (job->lane == FONDS_LANE_WRITE)
    tell (g_task_get_source_object (task));
  g_task_set_task_data (task, g_object_ref (result), g_object_unref);
  g_task_return_pointer (task, job->write.data, NULL);
}

/**
 * fonds_catalogue_write_async:
 * @self: a catalogue
 * @lane: %FONDS_LANE_WRITE, or %FONDS_LANE_HIDDEN for what nobody sees yet
 * @func: writes the documents, on the writer's thread
 * @data: (not nullable): for @func; lives as long as the result
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Writes in one transaction, after all that was asked for before.
 */
void
fonds_catalogue_write_async (FondsCatalogue *self,
                             FondsLane lane,
                             FondsWriteFunc func,
                             gpointer data,
                             GDestroyNotify destroy,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  AsyncWrite *job = g_new0 (AsyncWrite, 1);

  /* What the writer did stays done, and is told, though somebody cancels a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, fonds_catalogue_write_async);
  job->write = (Write){ self->writer, func, data };
  job->destroy = destroy;
  job->lane = lane;
  fonds_store_run_async (self->store, lane, async_write_cb, job, async_write_free, cancellable,
                         written_cb, task);
}

/**
 * fonds_catalogue_write_finish:
 * @self: a catalogue
 * @result: what the callback was given
 * @error: return location for an error: the work's, COMMIT's, or %G_IO_ERROR_CANCELLED
 *
 * Ends [method@Catalogue.write_async].
 *
 * Returns: (transfer none) (nullable): the data that @func was given, which lives as long as @result
 */
gpointer
fonds_catalogue_write_finish (FondsCatalogue *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
