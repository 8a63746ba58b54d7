/* id-model.c - records that were found otherwise than by a search, as a list that loads itself
 *
 * The ids stay as they were given; what is known of the records is read again when the catalogue has
 * changed.
 * Thread: main context. Ownership: keeps the ids.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/id-model.h"

#include "data/search/lazy-list-private.h"

struct _FondsIdModel
{
  FondsLazyList parent_instance;

  /* owned */
  GArray *ids; /* of guint32 */
};

G_DEFINE_FINAL_TYPE (FondsIdModel, fonds_id_model, FONDS_TYPE_LAZY_LIST)

static void
show (FondsIdModel *self)
{
  _fonds_lazy_list_replace (FONDS_LAZY_LIST (self), (const guint32 *) (gpointer) self->ids->data,
                            self->ids->len, TRUE, TRUE);
}

static gboolean
fonds_id_model_is_loading (FondsLazyList *list)
{
  return FALSE;
}

static void
fonds_id_model_finalize (GObject *object)
{
  g_array_unref (FONDS_ID_MODEL (object)->ids);
  G_OBJECT_CLASS (fonds_id_model_parent_class)->finalize (object);
}

static void
fonds_id_model_class_init (FondsIdModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_id_model_finalize;
  FONDS_LAZY_LIST_CLASS (klass)->is_loading = fonds_id_model_is_loading;
}

static void
fonds_id_model_init (FondsIdModel *self)
{
}

/**
 * fonds_id_model_new:
 * @catalogue: an open catalogue
 * @ids: (transfer full) (element-type guint32): records, in the order in which they are listed
 *
 * Makes a list of records.
 *
 * Returns: (transfer full): the list
 */
FondsIdModel *
fonds_id_model_new (FondsCatalogue *catalogue, GArray *ids)
{
  FondsIdModel *self = g_object_new (FONDS_TYPE_ID_MODEL, NULL);

  self->ids = ids;
  _fonds_lazy_list_set_catalogue (FONDS_LAZY_LIST (self), catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return self;
}
