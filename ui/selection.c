/* selection.c - which of the results are selected
 *
 * A set of ids, one bit a record, over the list that holds the answer: selecting a million records
 * takes two milliseconds, asks for no item, and holds when the answer is ordered otherwise or comes
 * anew. What a new answer lacks is forgotten once the answer is there.
 * Invariant: n_selected is the number of members; between answers all of them are in the list, and
 * within the span. A view fills every row anew that a change is told of: it is told of no more than
 * the places that may have changed.
 * Thread: main context. Ownership: holds the list that it stands on.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/selection.h"

#include "data/store/bitset.h"

/* Places in the list; none where it ends before it begins. */
typedef struct
{
  guint from;
  guint to; /* one after the last */
} Span;

static const Span nowhere = { 0, 0 };
static const Span everywhere = { 0, G_MAXUINT };

struct _FondsSelection
{
  GObject parent_instance;

  /* owned */
  FondsResultModel *results;
  FondsBitset *ids;

  /* state */
  Span span; /* outside of it nothing is selected */
  guint n_selected;
};

enum
{
  PROP_N_SELECTED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void fonds_selection_list_init (GListModelInterface *interface);
static void fonds_selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsSelection,
                               fonds_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, fonds_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          fonds_selection_model_init))

/* The list's ids, as many as it tells of: while it is emptied and filled these are fewer than found. */
static const guint32 *
list_ids (FondsSelection *self, guint *n)
{
  FondsAnswer *answer = fonds_result_model_get_answer (self->results);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  *n = answer ? MIN (answer->n, n_items) : 0;
  return answer ? answer->ids : NULL;
}

static Span
unite (Span a, Span b)
{
  Span both = { MIN (a.from, b.from), MAX (a.to, b.to) };

  if (a.from >= a.to)
    return b;
  return b.from < b.to ? both : a;
}

/* As far as the list goes. */
static Span
span_of (guint position, guint n_items, guint n)
{
  Span span = { MIN (position, n), n_items > n || position > n - n_items ? n : position + n_items };

  return span;
}

static void
add (FondsSelection *self, guint32 id)
{
  if (fonds_bitset_contains (self->ids, id))
    return;
  fonds_bitset_add (self->ids, id);
  self->n_selected++;
}

static void
take_away (FondsSelection *self, guint32 id)
{
  if (!fonds_bitset_contains (self->ids, id))
    return;
  fonds_bitset_remove (self->ids, id);
  self->n_selected--;
}

/* Returns where something was selected. */
static Span
clear (FondsSelection *self)
{
  Span before = self->span;

  fonds_bitset_clear (self->ids);
  self->n_selected = 0;
  self->span = nowhere;
  return before;
}

static void
tell (FondsSelection *self, Span changed)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->results));

  changed.to = MIN (changed.to, n);
  if (changed.from < changed.to)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), changed.from,
                                           changed.to - changed.from);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static GType
fonds_selection_get_item_type (GListModel *list)
{
  return FONDS_TYPE_RESULT_ITEM;
}

static guint
fonds_selection_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FONDS_SELECTION (list)->results));
}

static gpointer
fonds_selection_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (FONDS_SELECTION (list)->results), position);
}

static void
fonds_selection_list_init (GListModelInterface *interface)
{
  interface->get_item_type = fonds_selection_get_item_type;
  interface->get_n_items = fonds_selection_get_n_items;
  interface->get_item = fonds_selection_get_item;
}

static gboolean
fonds_selection_is_selected (GtkSelectionModel *model, guint position)
{
  FondsSelection *self = FONDS_SELECTION (model);
  guint n;
  const guint32 *ids = list_ids (self, &n);

  return position < n && fonds_bitset_contains (self->ids, ids[position]);
}

static GtkBitset *
fonds_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_wanted)
{
  FondsSelection *self = FONDS_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint n;
  const guint32 *ids = list_ids (self, &n);
  guint end = n_wanted > n || position > n - n_wanted ? n : position + n_wanted;
  guint i;

  for (i = position; i < end; i++)
    {
      if (fonds_bitset_contains (self->ids, ids[i]))
        gtk_bitset_add (selected, i);
    }
  return selected;
}

static gboolean
fonds_selection_select_range (GtkSelectionModel *model,
                              guint position,
                              guint n_items,
                              gboolean unselect_rest)
{
  FondsSelection *self = FONDS_SELECTION (model);
  guint n;
  const guint32 *ids = list_ids (self, &n);
  Span span = span_of (position, n_items, n);
  Span before = unselect_rest ? clear (self) : nowhere;
  guint i;

  for (i = span.from; i < span.to; i++)
    add (self, ids[i]);
  self->span = unite (self->span, span);
  tell (self, unite (before, span));
  return TRUE;
}

static gboolean
fonds_selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  FondsSelection *self = FONDS_SELECTION (model);
  guint n;
  const guint32 *ids = list_ids (self, &n);
  Span span = span_of (position, n_items, n);
  guint i;

  for (i = span.from; i < span.to; i++)
    take_away (self, ids[i]);
  tell (self, span);
  return TRUE;
}

static gboolean
fonds_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return fonds_selection_select_range (model, position, 1, unselect_rest);
}

static gboolean
fonds_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return fonds_selection_unselect_range (model, position, 1);
}

static gboolean
fonds_selection_select_all (GtkSelectionModel *model)
{
  return fonds_selection_select_range (model, 0, G_MAXUINT, TRUE);
}

static gboolean
fonds_selection_unselect_all (GtkSelectionModel *model)
{
  tell (FONDS_SELECTION (model), clear (FONDS_SELECTION (model)));
  return TRUE;
}

static gboolean
fonds_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  FondsSelection *self = FONDS_SELECTION (model);
  guint n;
  const guint32 *ids = list_ids (self, &n);
  Span span = nowhere;
  GtkBitsetIter iter;
  guint position;
  gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position);

  for (; more && position < n; more = gtk_bitset_iter_next (&iter, &position))
    {
      span = unite (span, span_of (position, 1, n));
      if (gtk_bitset_contains (selected, position))
        add (self, ids[position]);
      else
        take_away (self, ids[position]);
    }
  self->span = unite (self->span, span);
  tell (self, span);
  return TRUE;
}

static void
fonds_selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = fonds_selection_is_selected;
  interface->get_selection_in_range = fonds_selection_get_selection_in_range;
  interface->select_item = fonds_selection_select_item;
  interface->unselect_item = fonds_selection_unselect_item;
  interface->select_range = fonds_selection_select_range;
  interface->unselect_range = fonds_selection_unselect_range;
  interface->select_all = fonds_selection_select_all;
  interface->unselect_all = fonds_selection_unselect_all;
  interface->set_selection = fonds_selection_set_selection;
}

/* Other records may stand in the same places. */
static void
lose_track (FondsSelection *self)
{
  if (self->n_selected > 0)
    self->span = everywhere;
}

/* A view has taken over a range before the next one is told. */
static void
items_changed_cb (FondsSelection *self, guint position, guint removed, guint added)
{
  lose_track (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
forget_missing (FondsSelection *self)
{
  FondsBitset *kept = fonds_bitset_new ();
  guint n_before = self->n_selected;
  guint n;
  const guint32 *ids = list_ids (self, &n);
  guint i;

  self->n_selected = 0;
  for (i = 0; i < n; i++)
    {
      if (!fonds_bitset_contains (self->ids, ids[i]))
        continue;
      fonds_bitset_add (kept, ids[i]);
      self->n_selected++;
    }
  fonds_bitset_free (self->ids);
  self->ids = kept;
  if (self->n_selected != n_before)
    tell (self, everywhere);
}

static void
loading_cb (FondsSelection *self)
{
  if (self->n_selected > 0 && !fonds_result_model_get_loading (self->results))
    forget_missing (self);
}

static void
fonds_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, FONDS_SELECTION (object)->n_selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_selection_finalize (GObject *object)
{
  FondsSelection *self = FONDS_SELECTION (object);

  g_clear_object (&self->results);
  fonds_bitset_free (self->ids);

  G_OBJECT_CLASS (fonds_selection_parent_class)->finalize (object);
}

static void
fonds_selection_class_init (FondsSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fonds_selection_get_property;
  object_class->finalize = fonds_selection_finalize;

  /**
   * FondsSelection:n-selected:
   *
   * How many records are selected.
   */
  properties[PROP_N_SELECTED] =
      g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fonds_selection_init (FondsSelection *self)
{
  self->ids = fonds_bitset_new ();
}

/**
 * fonds_selection_new:
 * @results: a list of results
 *
 * Makes a selection of nothing.
 *
 * Returns: (transfer full): the selection
 */
FondsSelection *
fonds_selection_new (FondsResultModel *results)
{
  FondsSelection *self = g_object_new (FONDS_TYPE_SELECTION, NULL);

  self->results = g_object_ref (results);
  g_signal_connect_object (results, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (results, "replaced", G_CALLBACK (lose_track), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (results, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * fonds_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many records are selected
 */
guint
fonds_selection_get_n_selected (FondsSelection *self)
{
  g_return_val_if_fail (FONDS_IS_SELECTION (self), 0);

  return self->n_selected;
}

/**
 * fonds_selection_get_single:
 * @self: a selection
 *
 * Says which record is selected where there is just one.
 *
 * Returns: the record; 0 for none, or several
 */
gint64
fonds_selection_get_single (FondsSelection *self)
{
  gsize word;

  g_return_val_if_fail (FONDS_IS_SELECTION (self), 0);

  if (self->n_selected != 1)
    return 0;
  for (word = 0; self->ids->words[word] == 0; word++)
    ;
  return (gint64) word * 64 + __builtin_ctzll (self->ids->words[word]);
}

/**
 * fonds_selection_contains:
 * @self: a selection
 * @id: a record
 *
 * Returns: whether it is selected
 */
gboolean
fonds_selection_contains (FondsSelection *self, gint64 id)
{
  g_return_val_if_fail (FONDS_IS_SELECTION (self), FALSE);

  return id > 0 && id <= G_MAXUINT32 && fonds_bitset_contains (self->ids, (guint32) id);
}

/**
 * fonds_selection_dup_ids:
 * @self: a selection
 * @n: (out): how many there are
 *
 * Lists what is selected, in the order of the results.
 *
 * Returns: (transfer full) (array length=n): the records
 */
guint32 *
fonds_selection_dup_ids (FondsSelection *self, guint *n)
{
  const guint32 *ids;
  guint32 *selected;
  guint n_listed;
  guint i;

  g_return_val_if_fail (FONDS_IS_SELECTION (self), NULL);

  ids = list_ids (self, &n_listed);
  selected = g_new (guint32, MAX (self->n_selected, 1));
  *n = 0;
  for (i = 0; i < n_listed && *n < self->n_selected; i++)
    {
      if (fonds_bitset_contains (self->ids, ids[i]))
        selected[(*n)++] = ids[i];
    }
  return selected;
}

/**
 * fonds_selection_select_only:
 * @self: a selection
 * @id: a record; 0 for none
 *
 * Selects one record where the list has it, and nothing else.
 */
void
fonds_selection_select_only (FondsSelection *self, gint64 id)
{
  guint position;
  Span before;

  g_return_if_fail (FONDS_IS_SELECTION (self));

  position = fonds_result_model_find (self->results, id);
  if (position == G_MAXUINT)
    id = 0;
  if (id == fonds_selection_get_single (self) && self->n_selected <= 1)
    return;
  before = clear (self);
  if (id != 0)
    {
      add (self, (guint32) id);
      self->span = span_of (position, 1, G_MAXUINT);
    }
  tell (self, unite (before, self->span));
}
