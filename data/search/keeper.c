/* keeper.c - decides when a snapshot of the facts is laid into the file
 *
 * One that was read whole is stored soon, since the next start would have to read everything again;
 * one that has grown out of a stored one by a few edits is not, since reading those again is nothing.
 * Storing waits for a pause, or for the end, so that it is not done again and again while somebody
 * works; where the file can't be written it is given up without a word: nothing but time is lost.
 * Thread: told in the main context, let go in any; storing is a thread's. Ownership: holds the
 * catalogue, and a storing holds it, so that the file is closed after that.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/keeper.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Smaller catalogues are read in no time. */
#define FEWEST_RECORDS 10000

/* As many single records read anew take as long at the next start as is noticed. */
#define GROWN_BY 32

/* How long nothing must have changed, in seconds. */
#define PAUSE 3

struct _FondsKeeper
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  FondsStore *store;     /* the catalogue's own, should it be closed meanwhile */
  GMutex keeping;        /* held while something is stored, before the other */
  GMutex mutex;          /* for all that follows */
  FondsColumns *waiting; /* (nullable): to be stored when the pause is over */
  GSource *pause;        /* (nullable) */

  /* what lies in the file */
  gint64 base;
  gint64 sequence;
  guint32 age;
};

G_DEFINE_FINAL_TYPE (FondsKeeper, fonds_keeper, G_TYPE_OBJECT)

static void
fonds_keeper_finalize (GObject *object)
{
  FondsKeeper *self = FONDS_KEEPER (object);

  g_clear_pointer (&self->waiting, fonds_columns_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->catalogue);
  g_mutex_clear (&self->keeping);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (fonds_keeper_parent_class)->finalize (object);
}

static void
fonds_keeper_class_init (FondsKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_keeper_finalize;
}

static void
fonds_keeper_init (FondsKeeper *self)
{
  g_mutex_init (&self->keeping);
  g_mutex_init (&self->mutex);
}

FondsKeeper *
_fonds_keeper_new (FondsCatalogue *catalogue)
{
  FondsKeeper *self = g_object_new (FONDS_TYPE_KEEPER, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->store = g_object_ref (fonds_catalogue_get_store (catalogue));
  return self;
}

/* A snapshot that was restored says itself what lies in the file. */
static gboolean
lies_there (FondsKeeper *self, const FondsColumns *columns, guint32 grown_by)
{
  if (columns->restored && self->base != columns->base)
    {
      self->base = columns->base;
      self->sequence = columns->base;
      self->age = 0;
    }
  return columns->sequence == self->sequence ||
         (columns->base == self->base && columns->age - self->age < grown_by);
}

static gboolean
store (FondsKeeper *self, FondsColumns *columns, GCancellable *cancellable, GError **error)
{
  gboolean afresh, lies;

  g_mutex_lock (&self->mutex);
  lies = lies_there (self, columns, 0);
  afresh = columns->base != self->base;
  g_mutex_unlock (&self->mutex);
  if (lies)
    return TRUE;
  if (!fonds_columns_store (columns, afresh, self->store, cancellable, error))
    return FALSE;
  g_mutex_lock (&self->mutex);
  self->base = columns->base;
  self->sequence = columns->sequence;
  self->age = columns->age;
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

/* Lays a snapshot into the file now, unless it lies there. Not for the main thread. */
gboolean
_fonds_keeper_keep (FondsKeeper *self,
                    FondsColumns *columns,
                    GCancellable *cancellable,
                    GError **error)
{
  gboolean kept;

  g_mutex_lock (&self->keeping);
  kept = store (self, columns, cancellable, error);
  g_mutex_unlock (&self->keeping);
  return kept;
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  gboolean kept = _fonds_keeper_keep (source, data, NULL, NULL);

  /* What went before, reading everything or an import, left holes all over the heap. */
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  g_task_return_boolean (task, kept);
}

/* Takes what waits, and the pause with it. */
static FondsColumns *
steal_waiting (FondsKeeper *self)
{
  FondsColumns *columns;

  g_mutex_lock (&self->mutex);
  columns = g_steal_pointer (&self->waiting);
  if (self->pause != NULL)
    g_source_destroy (self->pause);
  g_clear_pointer (&self->pause, g_source_unref);
  g_mutex_unlock (&self->mutex);
  return columns;
}

/* Stores in a thread what waits for it, now: the pause is over, or there will be none any more. */
void
_fonds_keeper_finish (FondsKeeper *self)
{
  FondsColumns *columns = steal_waiting (self);
  g_autoptr (GTask) task = NULL;

  if (columns == NULL)
    return;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, _fonds_keeper_finish);
  g_task_set_task_data (task, columns, (GDestroyNotify) fonds_columns_unref);
  g_task_run_in_thread (task, keep_in_thread);
}

static gboolean
pause_cb (gpointer data)
{
  _fonds_keeper_finish (data);
  return G_SOURCE_REMOVE;
}

/* There is a new snapshot. */
void
_fonds_keeper_note (FondsKeeper *self, FondsColumns *columns)
{
  FondsColumns *older = steal_waiting (self);

  g_clear_pointer (&older, fonds_columns_unref);
  g_mutex_lock (&self->mutex);
  if (columns->n >= FEWEST_RECORDS && !lies_there (self, columns, GROWN_BY))
    {
      self->waiting = fonds_columns_ref (columns);
      self->pause = g_timeout_source_new_seconds (PAUSE);
      g_source_set_callback (self->pause, pause_cb, g_object_ref (self), g_object_unref);
      g_source_attach (self->pause, NULL);
    }
  g_mutex_unlock (&self->mutex);
}
