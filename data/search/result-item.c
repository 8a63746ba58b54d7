/* result-item.c - one row of a list of records, which fills itself when it is seen
 *
 * Begins empty, unless its row was seen not long ago. A view that binds it says that it is wanted;
 * "loaded" is notified when it is filled, and again whenever what it shows may have changed. In a list
 * that keeps its items it becomes another record's when another list takes the place.
 * Thread: main context. Ownership: holds its loader, which only knows it; shares its filling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/result-item.h"

#include "data/search/row-loader.h"

struct _FondsResultItem
{
  GObject parent_instance;

  /* owned */
  FondsRowLoader *loader;
  FondsFilling *filling; /* (nullable): until it is filled */

  /* state */
  guint32 id;
  gboolean has_children;
};

enum
{
  PROP_ID = 1,
  PROP_LOADED,
  PROP_HAS_CHILDREN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FondsResultItem, fonds_result_item, G_TYPE_OBJECT)

static void
fonds_result_item_finalize (GObject *object)
{
  FondsResultItem *self = FONDS_RESULT_ITEM (object);

  _fonds_row_loader_forget (self->loader, self);
  g_clear_pointer (&self->filling, _fonds_filling_unref);
  g_object_unref (self->loader);
  G_OBJECT_CLASS (fonds_result_item_parent_class)->finalize (object);
}

static void
fonds_result_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsResultItem *self = FONDS_RESULT_ITEM (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, fonds_result_item_get_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, fonds_result_item_get_loaded (self));
      break;
    case PROP_HAS_CHILDREN:
      g_value_set_boolean (value, fonds_result_item_get_has_children (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_result_item_class_init (FondsResultItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = fonds_result_item_finalize;
  object_class->get_property = fonds_result_item_get_property;

  /**
   * FondsResultItem:id:
   *
   * The record.
   */
  props[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);

  /**
   * FondsResultItem:loaded:
   *
   * Whether the row is there. Notified at every filling, not only the first.
   */
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);

  /**
   * FondsResultItem:has-children:
   *
   * Whether anything lies under it in the hierarchy.
   */
  props[PROP_HAS_CHILDREN] = g_param_spec_boolean ("has-children", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fonds_result_item_init (FondsResultItem *self)
{
}

FondsResultItem *
_fonds_result_item_new (FondsRowLoader *loader,
                        guint32 id,
                        gboolean has_children,
                        FondsFilling *filling)
{
  FondsResultItem *self = g_object_new (FONDS_TYPE_RESULT_ITEM, NULL);

  self->loader = g_object_ref (loader);
  self->id = id;
  self->has_children = has_children;
  self->filling = filling != NULL ? _fonds_filling_ref (filling) : NULL;
  return self;
}

/* Makes it the item of another record. Whoever shows it is told when that is filled, and until then
 * keeps what it shows: a list that blinks at every letter is not better than one that is late by a
 * frame. @filling: (nullable): what is known of the record. */
void
_fonds_result_item_turn (FondsResultItem *self, guint32 id, FondsFilling *filling)
{
  self->id = id;
  g_clear_pointer (&self->filling, _fonds_filling_unref);
  if (filling != NULL)
    _fonds_result_item_fill (self, filling);
  else
    _fonds_result_item_set_has_children (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

/* Says that there is nothing to be filled with after all. */
void
_fonds_result_item_tell (FondsResultItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
}

/* Whether it shows what there is to show now. */
gboolean
_fonds_result_item_is_current (FondsResultItem *self)
{
  return self->filling != NULL &&
         self->filling->generation == _fonds_row_loader_get_generation (self->loader);
}

/* Shows what was fetched. */
void
_fonds_result_item_fill (FondsResultItem *self, FondsFilling *filling)
{
  g_clear_pointer (&self->filling, _fonds_filling_unref);
  self->filling = _fonds_filling_ref (filling);
  _fonds_result_item_set_has_children (self, filling->row.has_children);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
}

void
_fonds_result_item_set_has_children (FondsResultItem *self, gboolean has_children)
{
  if (self->has_children == has_children)
    return;
  self->has_children = has_children;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_CHILDREN]);
}

/**
 * fonds_result_item_get_id:
 * @self: an item
 *
 * Returns: the record
 */
gint64
fonds_result_item_get_id (FondsResultItem *self)
{
  return self->id;
}

/**
 * fonds_result_item_get_has_children:
 * @self: an item
 *
 * Returns: whether anything lies under it; known from the beginning in the hierarchy, in results
 *   once it is loaded
 */
gboolean
fonds_result_item_get_has_children (FondsResultItem *self)
{
  return self->has_children;
}

/**
 * fonds_result_item_get_loaded:
 * @self: an item
 *
 * Returns: whether the row is there
 */
gboolean
fonds_result_item_get_loaded (FondsResultItem *self)
{
  return self->filling != NULL;
}

/**
 * fonds_result_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the row says, until "loaded" is notified again; its id is
 *   0 where the record is gone meanwhile
 */
const FondsRow *
fonds_result_item_get_row (FondsResultItem *self)
{
  return self->filling != NULL ? &self->filling->row : NULL;
}

/**
 * fonds_result_item_get_snippet:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the line in which it matched, with what matched between
 *   %FONDS_SNIPPET_OPEN and %FONDS_SNIPPET_CLOSE, until "loaded" is notified again
 */
const char *
fonds_result_item_get_snippet (FondsResultItem *self)
{
  return self->filling != NULL ? self->filling->snippet : NULL;
}

/**
 * fonds_result_item_want:
 * @self: an item
 *
 * Says that somebody looks at the item: to be called where a view binds it. What is wanted last is
 * fetched first.
 */
void
fonds_result_item_want (FondsResultItem *self)
{
  if (!_fonds_result_item_is_current (self))
    _fonds_row_loader_want (self->loader, self);
}
