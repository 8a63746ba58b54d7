/* bookmarks.c - the bookmarks of a person in a catalogue
 *
 * Kept with what is remembered of the catalogue, not in it: they are one person's, and make no
 * change that others should hear of.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/bookmarks.h"

struct _FondsBookmarks
{
  GObject parent_instance;

  /* owned */
  FondsState *state;
  GListStore *list; /* of FondsBookmark */
};

G_DEFINE_FINAL_TYPE (FondsBookmarks, fonds_bookmarks, G_TYPE_OBJECT)

static FondsBookmark *
get (FondsBookmarks *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->list), position);
}

static guint
count (FondsBookmarks *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static void
keep (FondsBookmarks *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr (FondsBookmark) bookmark = get (self, i);
      g_autofree char *line = fonds_bookmark_write (bookmark);

      g_strv_builder_add (lines, line);
    }
  all = g_strv_builder_end (lines);
  fonds_state_set_strings (self->state, "bookmarks", "list", (const char *const *) all);
}

static void
fonds_bookmarks_finalize (GObject *object)
{
  FondsBookmarks *self = FONDS_BOOKMARKS (object);

  g_object_unref (self->state);
  g_object_unref (self->list);

  G_OBJECT_CLASS (fonds_bookmarks_parent_class)->finalize (object);
}

static void
fonds_bookmarks_class_init (FondsBookmarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_bookmarks_finalize;
}

static void
fonds_bookmarks_init (FondsBookmarks *self)
{
  self->list = g_list_store_new (FONDS_TYPE_BOOKMARK);
}

/**
 * fonds_bookmarks_new:
 * @state: a loaded memory of a catalogue
 *
 * Remembers the bookmarks.
 *
 * Returns: (transfer full): the bookmarks
 */
FondsBookmarks *
fonds_bookmarks_new (FondsState *state)
{
  FondsBookmarks *self = g_object_new (FONDS_TYPE_BOOKMARKS, NULL);
  g_auto (GStrv) lines = fonds_state_dup_strings (state, "bookmarks", "list");

  self->state = g_object_ref (state);
  for (guint i = 0; lines[i]; i++)
    {
      g_autoptr (FondsBookmark) bookmark = fonds_bookmark_read (lines[i]);

      if (bookmark)
        g_list_store_append (self->list, bookmark);
    }
  return self;
}

/**
 * fonds_bookmarks_get_model:
 * @self: bookmarks
 *
 * Returns: (transfer none): a list of #FondsBookmark
 */
GListModel *
fonds_bookmarks_get_model (FondsBookmarks *self)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARKS (self), NULL);

  return G_LIST_MODEL (self->list);
}

/**
 * fonds_bookmarks_add:
 * @self: bookmarks
 * @bookmark: a new one
 *
 * Puts a bookmark at the end, unless one leads there already.
 *
 * Returns: whether it is new
 */
gboolean
fonds_bookmarks_add (FondsBookmarks *self, FondsBookmark *bookmark)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARKS (self), FALSE);

  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr (FondsBookmark) other = get (self, i);

      if (fonds_bookmark_is_same (bookmark, other))
        return FALSE;
    }
  fonds_bookmarks_insert (self, count (self), bookmark);
  return TRUE;
}

/**
 * fonds_bookmarks_insert:
 * @self: bookmarks
 * @position: where; what is beyond the end means the end
 * @bookmark: a bookmark
 *
 * Puts a bookmark where it is to be.
 */
void
fonds_bookmarks_insert (FondsBookmarks *self, guint position, FondsBookmark *bookmark)
{
  g_return_if_fail (FONDS_IS_BOOKMARKS (self));

  g_list_store_insert (self->list, MIN (position, count (self)), bookmark);
  keep (self);
}

/**
 * fonds_bookmarks_rename:
 * @self: bookmarks
 * @position: which one
 * @label: what it is called from now on; blanks around it are dropped, and nothing else means no
 *   change
 *
 * Gives a bookmark another name.
 */
void
fonds_bookmarks_rename (FondsBookmarks *self, guint position, const char *label)
{
  g_autoptr (FondsBookmark) old = get (self, position);
  g_autoptr (FondsBookmark) renamed = NULL;
  g_autofree char *name = g_strstrip (g_strdelimit (g_strdup (label), "\t\n\r", ' '));

  if (!old || *name == '\0' || g_str_equal (name, fonds_bookmark_get_label (old)))
    return;
  renamed = fonds_bookmark_new (fonds_bookmark_get_uid (old), fonds_bookmark_get_kind (old),
                                fonds_bookmark_get_under (old), name);
  g_list_store_splice (self->list, position, 1, (gpointer *) &renamed, 1);
  keep (self);
}

/**
 * fonds_bookmarks_move:
 * @self: bookmarks
 * @position: which one
 * @to: where to, as it will be afterwards
 *
 * Moves a bookmark.
 *
 * Returns: whether there is such a position
 */
gboolean
fonds_bookmarks_move (FondsBookmarks *self, guint position, int to)
{
  g_autoptr (FondsBookmark) bookmark = get (self, position);

  if (!bookmark || to < 0 || (guint) to >= count (self) || (guint) to == position)
    return FALSE;
  g_list_store_remove (self->list, position);
  g_list_store_insert (self->list, (guint) to, bookmark);
  keep (self);
  return TRUE;
}

/**
 * fonds_bookmarks_remove:
 * @self: bookmarks
 * @position: which one
 *
 * Forgets a bookmark.
 *
 * Returns: (transfer full) (nullable): it, to be brought back
 */
FondsBookmark *
fonds_bookmarks_remove (FondsBookmarks *self, guint position)
{
  g_autoptr (FondsBookmark) bookmark = get (self, position);

  if (!bookmark)
    return NULL;
  g_list_store_remove (self->list, position);
  keep (self);
  return g_steal_pointer (&bookmark);
}
