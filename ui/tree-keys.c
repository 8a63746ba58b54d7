/* tree-keys.c - the keys of a tree: folding, and letters that find titles
 *
 * An arrow unfolds a record or goes into it, the other one folds it or goes to what it lies in; GTK 4.8
 * has that for an expander with the focus, which a row of a list never gives it. Letters typed one
 * after the other find the next record of the unfolded tree whose title begins so, in any case and
 * with or without marks. Titles are read in portions, since hardly any of a hundred thousand
 * children was ever seen.
 * Thread: main context; titles are read on the store's rows thread. Ownership: the list and its
 * selection outlive this.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tree-keys.h"

#include "data/catalogue/row.h"
#include "data/search/result-item.h"
#include "data/text/fold.h"

#define PORTION 256

/* What is typed after that begins anew. */
#define PAUSE_MS 1000

/* A view moves in the frame after it was told to; only then there is a row that can have the focus. */
#define FRAMES_UNTIL_MOVED 2

struct _FondsTreeKeys
{
  GObject parent_instance;

  /* borrowed */
  GtkListView *list;
  GtkSingleSelection *selection;

  /* owned */
  FondsCatalogue *catalogue;
  GString *typed;
  GCancellable *seeking; /* (nullable) */

  /* state */
  guint pause; /* what ends the word that is typed; 0 for nothing */
  guint tick;  /* what waits until the list has moved; 0 for nothing */
  guint frames;
};

typedef struct
{
  FondsTreeKeys *keys; /* borrowed: keys that go cancel their search */
  FondsStore *store;
  char *beginning; /* folded */
  guint first;     /* where the portion begins, in the list that begins at @start */
  guint start;
  guint n; /* how long the tree was when the search began */
  guint32 ids[PORTION];
  guint n_ids;
  guint found; /* in the portion; n_ids for none */
} Search;

G_DEFINE_FINAL_TYPE (FondsTreeKeys, fonds_tree_keys, G_TYPE_OBJECT)

static void read_portion (Search *search, GCancellable *cancellable);

static void
search_free (gpointer data)
{
  Search *search = data;

  g_object_unref (search->store);
  g_free (search->beginning);
  g_free (search);
}

static guint
count_rows (FondsTreeKeys *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static GtkTreeListRow *
dup_row (FondsTreeKeys *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->selection), position);
}

static gboolean
frame_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  FondsTreeKeys *self = user_data;
  GtkWidget *row;

  if (++self->frames < FRAMES_UNTIL_MOVED)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  for (row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_mapped (row) && gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
        gtk_widget_grab_focus (row);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
read_titles (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;
  g_autoptr (GArray) rows = fonds_row_load (db, search->ids, search->n_ids, error);
  guint i;

  search->found = search->n_ids;
  for (i = 0; rows && i < rows->len && search->found == search->n_ids; i++)
    {
      const FondsRow *row = &g_array_index (rows, FondsRow, i);
      g_autofree char *title = fonds_text_fold (row->title);

      if (g_str_has_prefix (title, search->beginning))
        search->found = i;
    }
  return rows != NULL;
}

static void
titles_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *search = user_data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  gboolean read = fonds_store_run_finish (FONDS_STORE (source), result, NULL) != NULL;

  if (!read || g_cancellable_is_cancelled (cancellable) || count_rows (search->keys) != search->n)
    search_free (search);
  else if (search->found < search->n_ids)
    {
      fonds_tree_keys_move_to (search->keys,
                               (search->start + search->first + search->found) % search->n);
      search_free (search);
    }
  else
    {
      search->first += search->n_ids;
      read_portion (search, cancellable);
    }
}

/* Once round the whole tree, from where the search began. */
static void
read_portion (Search *search, GCancellable *cancellable)
{
  guint i;

  search->n_ids = MIN (PORTION, search->n - search->first);
  if (search->n_ids == 0)
    {
      search_free (search);
      return;
    }
  for (i = 0; i < search->n_ids; i++)
    {
      g_autoptr (GtkTreeListRow) row =
          dup_row (search->keys, (search->start + search->first + i) % search->n);
      g_autoptr (FondsResultItem) item = gtk_tree_list_row_get_item (row);

      search->ids[i] = (guint32) fonds_result_item_get_id (item);
    }
  fonds_store_run_async (search->store, FONDS_LANE_ROWS, read_titles, search, NULL, cancellable,
                         titles_cb, search);
}

/* A first letter goes on to the next; further ones stay where it still begins so. */
static void
seek (FondsTreeKeys *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  gboolean first = g_utf8_strlen (self->typed->str, -1) == 1;
  FondsStore *store = fonds_catalogue_get_store (self->catalogue);
  Search *search;

  if (self->seeking)
    g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  if (!store || count_rows (self) == 0)
    return;
  self->seeking = g_cancellable_new ();
  search = g_new0 (Search, 1);
  search->keys = self;
  search->store = g_object_ref (store);
  search->beginning = fonds_text_fold (self->typed->str);
  search->n = count_rows (self);
  if (selected != GTK_INVALID_LIST_POSITION)
    search->start = (selected + (first ? 1 : 0)) % search->n;
  read_portion (search, self->seeking);
}

static gboolean
pause_cb (gpointer user_data)
{
  FondsTreeKeys *self = user_data;

  self->pause = 0;
  g_string_truncate (self->typed, 0);
  return G_SOURCE_REMOVE;
}

static gboolean
type (FondsTreeKeys *self, gunichar character)
{
  if (!g_unichar_isprint (character) || (character == ' ' && self->typed->len == 0))
    return FALSE;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
  g_string_append_unichar (self->typed, character);
  seek (self);
  return TRUE;
}

static gboolean
go_in (FondsTreeKeys *self, GtkTreeListRow *row)
{
  if (!gtk_tree_list_row_is_expandable (row))
    return FALSE;
  if (!gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, TRUE);
  else if (gtk_tree_list_row_get_position (row) + 1 < count_rows (self))
    fonds_tree_keys_move_to (self, gtk_tree_list_row_get_position (row) + 1);
  return TRUE;
}

static gboolean
go_out (FondsTreeKeys *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, FALSE);
      return TRUE;
    }
  parent = gtk_tree_list_row_get_parent (row);
  if (parent)
    fonds_tree_keys_move_to (self, gtk_tree_list_row_get_position (parent));
  return parent != NULL;
}

static gboolean
fold (FondsTreeKeys *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self->list)) == GTK_TEXT_DIR_RTL;
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (!row)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return rtl ? go_out (self, row) : go_in (self, row);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return rtl ? go_in (self, row) : go_out (self, row);
    default:
      return FALSE;
    }
}

static gboolean
key_cb (FondsTreeKeys *self, guint key, guint code, GdkModifierType state)
{
  return fonds_tree_keys_press (self, key, state);
}

static void
fonds_tree_keys_dispose (GObject *object)
{
  FondsTreeKeys *self = FONDS_TREE_KEYS (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->tick);
  self->tick = 0;
  if (self->seeking)
    g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);

  G_OBJECT_CLASS (fonds_tree_keys_parent_class)->dispose (object);
}

static void
fonds_tree_keys_finalize (GObject *object)
{
  FondsTreeKeys *self = FONDS_TREE_KEYS (object);

  g_clear_object (&self->catalogue);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (fonds_tree_keys_parent_class)->finalize (object);
}

static void
fonds_tree_keys_class_init (FondsTreeKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_tree_keys_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_tree_keys_finalize;
}

static void
fonds_tree_keys_init (FondsTreeKeys *self)
{
  self->typed = g_string_new (NULL);
}

/**
 * fonds_tree_keys_new:
 * @list: a view of a tree of #FondsResultItem
 * @selection: its model
 * @catalogue: whose records they are
 *
 * Gives a tree its keys.
 *
 * Returns: (transfer full): the keys, to be let go before the list
 */
FondsTreeKeys *
fonds_tree_keys_new (GtkListView *list, GtkSingleSelection *selection, FondsCatalogue *catalogue)
{
  FondsTreeKeys *self = g_object_new (FONDS_TYPE_TREE_KEYS, NULL);
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->list = list;
  self->selection = selection;
  self->catalogue = g_object_ref (catalogue);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), controller);
  return self;
}

/**
 * fonds_tree_keys_move_to:
 * @self: a tree's keys
 * @position: a place in the unfolded tree
 *
 * Selects what is there, moves the view so that it is seen, and gives it the focus where the tree has
 * the focus.
 */
void
fonds_tree_keys_move_to (FondsTreeKeys *self, guint position)
{
  GtkWidget *list;

  g_return_if_fail (FONDS_IS_TREE_KEYS (self));

  list = GTK_WIDGET (self->list);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  self->frames = 0;
  if (self->tick == 0 && gtk_widget_get_focus_child (list))
    self->tick = gtk_widget_add_tick_callback (list, frame_cb, self, NULL);
}

/**
 * fonds_tree_keys_press:
 * @self: a tree's keys
 * @key: a key
 * @state: what is held down with it
 *
 * Does what a key does in a tree.
 *
 * Returns: whether it does anything
 */
gboolean
fonds_tree_keys_press (FondsTreeKeys *self, guint key, GdkModifierType state)
{
  g_return_val_if_fail (FONDS_IS_TREE_KEYS (self), FALSE);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  return fold (self, key) || type (self, gdk_keyval_to_unicode (key));
}
