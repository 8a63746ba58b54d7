/* media-pages.c - the files of a record, or all their pages, as a list
 *
 * Begins with one page a file. What the files say of themselves is asked for one after another, so
 * that hundreds of them don't keep others waiting; a file that turns out to have more pages gets its
 * others put in behind its first.
 * Thread: main context. Ownership: a question under way does not hold the list, which cancels it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-pages.h"

struct _FondsMediaPages
{
  GObject parent_instance;

  /* owned */
  FondsMedia *media;
  GPtrArray *pages; /* of FondsMediaPage */
  GCancellable *cancellable;

  /* state */
  gboolean each_page;
  guint asked; /* the place of the page whose file is asked */
};

static void ask (FondsMediaPages *self);

static GType
get_item_type (GListModel *model)
{
  return FONDS_TYPE_MEDIA_PAGE;
}

static guint
get_n_items (GListModel *model)
{
  return FONDS_MEDIA_PAGES (model)->pages->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  FondsMediaPages *self = FONDS_MEDIA_PAGES (model);

  return position < self->pages->len ? g_object_ref (g_ptr_array_index (self->pages, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsMediaPages,
                               fonds_media_pages,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Puts a file's other pages in behind its first; returns how many there are. */
static guint
insert_others (FondsMediaPages *self, guint position, guint n_pages)
{
  FondsMediaPage *first = g_ptr_array_index (self->pages, position);
  guint i;

  if (!self->each_page || n_pages <= 1)
    return 0;
  for (i = 1; i < n_pages; i++)
    g_ptr_array_insert (self->pages, (int) (position + i), fonds_media_page_new_next (first, i));
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, 0, n_pages - 1);
  return n_pages - 1;
}

static void
facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsMediaPages *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsMediaFacts) facts =
      fonds_media_facts_finish (FONDS_MEDIA (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (facts)
    {
      fonds_media_page_set_facts (g_ptr_array_index (self->pages, self->asked), facts);
      self->asked += insert_others (self, self->asked, facts->pages);
    }
  self->asked++;
  ask (self);
}

static void
ask (FondsMediaPages *self)
{
  FondsMediaPage *page;

  if (self->asked >= self->pages->len)
    return;
  page = g_ptr_array_index (self->pages, self->asked);
  fonds_media_facts_async (self->media, fonds_media_page_get_attachment (page)->hash,
                           self->cancellable, facts_cb, self);
}

static void
fonds_media_pages_dispose (GObject *object)
{
  g_cancellable_cancel (FONDS_MEDIA_PAGES (object)->cancellable);

  G_OBJECT_CLASS (fonds_media_pages_parent_class)->dispose (object);
}

static void
fonds_media_pages_finalize (GObject *object)
{
  FondsMediaPages *self = FONDS_MEDIA_PAGES (object);

  g_object_unref (self->media);
  g_ptr_array_unref (self->pages);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (fonds_media_pages_parent_class)->finalize (object);
}

static void
fonds_media_pages_class_init (FondsMediaPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fonds_media_pages_dispose;
  object_class->finalize = fonds_media_pages_finalize;
}

static void
fonds_media_pages_init (FondsMediaPages *self)
{
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * fonds_media_pages_new:
 * @media: the media of the record's catalogue
 * @attachments: (element-type FondsAttachment): the record's files, in their order
 * @each_page: whether each page of a file is an item, rather than each file
 *
 * Makes the list, and begins to ask the files about themselves.
 *
 * Returns: (transfer full): a #GListModel of #FondsMediaPage
 */
FondsMediaPages *
fonds_media_pages_new (FondsMedia *media, GPtrArray *attachments, gboolean each_page)
{
  FondsMediaPages *self = g_object_new (FONDS_TYPE_MEDIA_PAGES, NULL);
  guint i;

  self->media = g_object_ref (media);
  self->each_page = each_page;
  for (i = 0; i < attachments->len; i++)
    g_ptr_array_add (self->pages, fonds_media_page_new (media, attachments, i));
  ask (self);
  return self;
}

/**
 * fonds_media_pages_find:
 * @self: a list
 * @index: one of the record's files
 *
 * Looks for a file.
 *
 * Returns: the place of its first page
 */
guint
fonds_media_pages_find (FondsMediaPages *self, guint index)
{
  guint i;

  g_return_val_if_fail (FONDS_IS_MEDIA_PAGES (self), 0);

  for (i = 0; i < self->pages->len; i++)
    {
      if (fonds_media_page_get_index (g_ptr_array_index (self->pages, i)) == index)
        return i;
    }
  return 0;
}
