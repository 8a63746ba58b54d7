/* row-loader.c - fetches the rows that are seen, for all items of one list
 *
 * Items say when they are wanted; a page of those wanted last goes to the reader at a time, so that a
 * view that flies past a million rows only ever waits for where it stops. Rows seen lately are
 * remembered: scrolling back shows them at once.
 * Invariant: there is one item for a record as long as anybody holds it.
 * Thread: main context; pages are read on the store's rows thread. Ownership: items are only known.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/row-loader.h"

#include "data/store/bitset.h"

#include <string.h>

/* Rows a page, and how many rows are remembered. */
#define PAGE 256
#define REMEMBERED 4096

/* More are never waited for; a view holds some 200 rows. */
#define MOST_WANTED 1024

struct _FondsRowLoader
{
  GObject parent_instance;

  /* owned */
  FondsStore *store;
  FondsMatcher *matcher; /* (nullable) */
  GHashTable *memory;    /* id -> Remembered */
  GQueue recent;         /* of Remembered, the latest first */
  GArray *wanted;        /* of guint32, the latest last */
  GCancellable *closing;

  /* known */
  GHashTable *items; /* id -> FondsResultItem */

  /* state */
  guint generation; /* rises whenever what was fetched may not be so any more */
  gboolean reading;
};

typedef struct
{
  guint32 id;
  FondsFilling *filling;
  GList link;
} Remembered;

typedef struct
{
  guint32 ids[PAGE];
  guint n;
  guint generation;
  FondsMatcher *matcher;
  GArray *rows;
  GPtrArray *snippets;
} Page;

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsRowLoader, fonds_row_loader, G_TYPE_OBJECT)

static void read_page (FondsRowLoader *self);

static void
clear_filling (gpointer data)
{
  FondsFilling *filling = data;

  fonds_row_clear (&filling->row);
  g_free (filling->snippet);
}

FondsFilling *
_fonds_filling_new (void)
{
  return g_rc_box_new0 (FondsFilling);
}

FondsFilling *
_fonds_filling_ref (FondsFilling *self)
{
  return g_rc_box_acquire (self);
}

void
_fonds_filling_unref (FondsFilling *self)
{
  g_rc_box_release_full (self, clear_filling);
}

static void
remembered_free (gpointer data)
{
  Remembered *remembered = data;

  _fonds_filling_unref (remembered->filling);
  g_free (remembered);
}

static void
fonds_row_loader_dispose (GObject *object)
{
  FondsRowLoader *self = FONDS_ROW_LOADER (object);

  g_cancellable_cancel (self->closing);
  G_OBJECT_CLASS (fonds_row_loader_parent_class)->dispose (object);
}

static void
fonds_row_loader_finalize (GObject *object)
{
  FondsRowLoader *self = FONDS_ROW_LOADER (object);

  g_hash_table_unref (self->memory);
  g_hash_table_unref (self->items);
  g_array_unref (self->wanted);
  g_clear_pointer (&self->matcher, fonds_matcher_unref);
  g_object_unref (self->closing);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (fonds_row_loader_parent_class)->finalize (object);
}

static void
fonds_row_loader_class_init (FondsRowLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_row_loader_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_row_loader_finalize;

  /**
   * FondsRowLoader::failed:
   * @error: why
   *
   * A page could not be read.
   */
  signals[FAILED] = g_signal_new ("failed", FONDS_TYPE_ROW_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fonds_row_loader_init (FondsRowLoader *self)
{
  self->memory = g_hash_table_new_full (NULL, NULL, NULL, remembered_free);
  self->items = g_hash_table_new (NULL, NULL);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->closing = g_cancellable_new ();
  self->generation = 1;
}

FondsRowLoader *
_fonds_row_loader_new (FondsCatalogue *catalogue)
{
  FondsRowLoader *self = g_object_new (FONDS_TYPE_ROW_LOADER, NULL);

  self->store = g_object_ref (fonds_catalogue_get_store (catalogue));
  return self;
}

guint
_fonds_row_loader_get_generation (FondsRowLoader *self)
{
  return self->generation;
}

/* What was fetched is still shown, but fetched again where it is seen. */
void
_fonds_row_loader_renew (FondsRowLoader *self)
{
  GHashTableIter iter;
  gpointer item;

  self->generation++;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (fonds_result_item_get_loaded (item))
      _fonds_row_loader_want (self, item);
}

/* @matcher: (nullable): what the snippets of rows fetched from now on show. */
void
_fonds_row_loader_set_matcher (FondsRowLoader *self, FondsMatcher *matcher)
{
  if (self->matcher == NULL && matcher == NULL)
    return;
  g_clear_pointer (&self->matcher, fonds_matcher_unref);
  self->matcher = matcher != NULL ? fonds_matcher_ref (matcher) : NULL;
  self->generation++;
}

/* (transfer full): the item of a record. */
FondsResultItem *
_fonds_row_loader_get_item (FondsRowLoader *self, guint32 id, gboolean has_children)
{
  FondsResultItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (id));
  Remembered *remembered;

  if (item != NULL)
    return g_object_ref (item);
  remembered = g_hash_table_lookup (self->memory, GUINT_TO_POINTER (id));
  item = _fonds_result_item_new (self, id, has_children,
                                 remembered != NULL ? remembered->filling : NULL);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (id), item);
  return item;
}

/* An item goes; its record may have another one by now. */
void
_fonds_row_loader_forget (FondsRowLoader *self, FondsResultItem *item)
{
  gpointer id = GUINT_TO_POINTER ((guint) fonds_result_item_get_id (item));

  if (g_hash_table_lookup (self->items, id) == item)
    g_hash_table_remove (self->items, id);
}

/* Makes an item that of the record that has its place now. */
static void
turn_item (FondsRowLoader *self, FondsResultItem *item, guint32 id)
{
  const Remembered *remembered = g_hash_table_lookup (self->memory, GUINT_TO_POINTER (id));
  gboolean known = remembered != NULL && remembered->filling->generation == self->generation;

  g_hash_table_insert (self->items, GUINT_TO_POINTER (id), item);
  _fonds_result_item_turn (item, id, known ? remembered->filling : NULL);
  fonds_result_item_want (item);
}

/* (transfer full): the records that have an item, since looking a million up in a table is slow. */
static FondsBitset *
list_held (GHashTable *items)
{
  FondsBitset *ids = fonds_bitset_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    fonds_bitset_add (ids, GPOINTER_TO_UINT (id));
  return ids;
}

/**
 * _fonds_row_loader_turn:
 * @self: a loader
 * @old: (array length=n_old): the list's records so far
 * @n_old: how many
 * @new: (array length=n_new): the records that have these places from now on
 * @n_new: for how many places, at most @n_old
 *
 * Lets the items that are held stay where they are and be those of other records, so that whoever
 * shows them need not make anything anew. Items that have no place are left to those who hold them.
 */
void
_fonds_row_loader_turn (FondsRowLoader *self,
                        const guint32 *old,
                        guint n_old,
                        const guint32 *new,
                        guint n_new)
{
  g_autoptr (GHashTable) held = g_steal_pointer (&self->items);
  g_autoptr (FondsBitset) ids = list_held (held);
  guint left = g_hash_table_size (held);

  self->items = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_old && i < n_new && left > 0; i++)
    if (fonds_bitset_contains (ids, old[i]))
      {
        g_autoptr (FondsResultItem) item =
            g_object_ref (g_hash_table_lookup (held, GUINT_TO_POINTER (old[i])));

        turn_item (self, item, new[i]);
        left--;
      }
}

static gboolean
begin_cb (gpointer data)
{
  read_page (data);
  return G_SOURCE_REMOVE;
}

/* The page is begun when the view has bound all that it binds in this turn of the loop. */
void
_fonds_row_loader_want (FondsRowLoader *self, FondsResultItem *item)
{
  guint32 id = (guint32) fonds_result_item_get_id (item);

  if (self->wanted->len == MOST_WANTED)
    g_array_remove_range (self->wanted, 0, MOST_WANTED / 2);
  g_array_append_val (self->wanted, id);
  if (self->reading)
    return;
  self->reading = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, begin_cb, g_object_ref (self), g_object_unref);
}

static void
remember (FondsRowLoader *self, guint32 id, FondsFilling *filling)
{
  Remembered *remembered = g_hash_table_lookup (self->memory, GUINT_TO_POINTER (id));

  if (remembered != NULL)
    {
      g_queue_unlink (&self->recent, &remembered->link);
      g_hash_table_remove (self->memory, GUINT_TO_POINTER (id));
    }
  remembered = g_new0 (Remembered, 1);
  remembered->id = id;
  remembered->filling = _fonds_filling_ref (filling);
  remembered->link.data = remembered;
  g_queue_push_head_link (&self->recent, &remembered->link);
  g_hash_table_insert (self->memory, GUINT_TO_POINTER (id), remembered);
  if (self->recent.length > REMEMBERED)
    {
      const Remembered *oldest = g_queue_pop_tail_link (&self->recent)->data;

      g_hash_table_remove (self->memory, GUINT_TO_POINTER (oldest->id));
    }
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_pointer (&page->matcher, fonds_matcher_unref);
  g_clear_pointer (&page->rows, g_array_unref);
  g_clear_pointer (&page->snippets, g_ptr_array_unref);
  g_free (page);
}

static gboolean
read_in_lane (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Page *page = data;

  page->rows = fonds_row_load (db, page->ids, page->n, error);
  if (page->rows == NULL || page->matcher == NULL)
    return page->rows != NULL;
  page->snippets = fonds_snippet_load (db, page->matcher, page->ids, page->n, error);
  return page->snippets != NULL;
}

/* The rows' texts move into the filling. */
static void
fill (FondsRowLoader *self, Page *page, guint i)
{
  FondsFilling *filling = _fonds_filling_new ();
  FondsRow *row = &g_array_index (page->rows, FondsRow, i);
  FondsResultItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (page->ids[i]));

  filling->row = *row;
  memset (row, 0, sizeof *row);
  if (page->snippets != NULL)
    filling->snippet = g_strdup (g_ptr_array_index (page->snippets, i));
  filling->generation = page->generation;
  remember (self, page->ids[i], filling);
  if (item != NULL)
    {
      g_object_ref (item);
      _fonds_result_item_fill (item, filling);
      g_object_unref (item);
    }
  _fonds_filling_unref (filling);
}

/* Nothing more comes for now: what isn't filled is not to be taken for what it was before. */
static void
tell_all (FondsRowLoader *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (!fonds_result_item_get_loaded (item))
      g_ptr_array_add (items, g_object_ref (item));
  for (guint i = 0; i < items->len; i++)
    _fonds_result_item_tell (g_ptr_array_index (items, i));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsRowLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  Page *page = fonds_store_run_finish (FONDS_STORE (source), result, &error);

  self->reading = FALSE;
  if (page == NULL)
    {
      tell_all (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  for (guint i = 0; i < page->n; i++)
    fill (self, page, i);
  read_page (self);
}

static gboolean
is_wanted (FondsRowLoader *self, guint32 id, const Page *page)
{
  FondsResultItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (id));

  for (guint i = 0; i < page->n; i++)
    if (page->ids[i] == id)
      return FALSE;
  return item != NULL && !_fonds_result_item_is_current (item);
}

/* Takes the items wanted last that are still there and still not filled. */
static void
read_page (FondsRowLoader *self)
{
  Page *page = g_new0 (Page, 1);

  for (; self->wanted->len > 0 && page->n < PAGE;
       g_array_set_size (self->wanted, self->wanted->len - 1))
    {
      guint32 id = g_array_index (self->wanted, guint32, self->wanted->len - 1);

      if (is_wanted (self, id, page))
        page->ids[page->n++] = id;
    }
  self->reading = page->n > 0;
  if (!self->reading)
    {
      page_free (page);
      return;
    }
  page->generation = self->generation;
  page->matcher = self->matcher != NULL ? fonds_matcher_ref (self->matcher) : NULL;
  fonds_store_run_async (self->store, FONDS_LANE_ROWS, read_in_lane, page, page_free, self->closing,
                         read_cb, g_object_ref (self));
}
