/* bookmark.c - a record to come back to, or all that lies under it
 *
 * Names the record by its uid, which is the same in every copy of a catalogue. Its label was the
 * record's title when the bookmark was made, and is the person's own from then on.
 * Invariant: a bookmark never changes; who is renamed is replaced.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/bookmark.h"

struct _FondsBookmark
{
  GObject parent_instance;

  /* owned */
  char *uid;
  char *label;

  /* state */
  FondsKind kind;
  gboolean under;
};

G_DEFINE_FINAL_TYPE (FondsBookmark, fonds_bookmark, G_TYPE_OBJECT)

static void
fonds_bookmark_finalize (GObject *object)
{
  FondsBookmark *self = FONDS_BOOKMARK (object);

  g_free (self->uid);
  g_free (self->label);

  G_OBJECT_CLASS (fonds_bookmark_parent_class)->finalize (object);
}

static void
fonds_bookmark_class_init (FondsBookmarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_bookmark_finalize;
}

static void
fonds_bookmark_init (FondsBookmark *self)
{
}

/**
 * fonds_bookmark_new:
 * @uid: the record's
 * @kind: the record's
 * @under: whether the bookmark is what lies under the record
 * @label: what the person calls it
 *
 * Makes a bookmark.
 *
 * Returns: (transfer full): the bookmark
 */
FondsBookmark *
fonds_bookmark_new (const char *uid, FondsKind kind, gboolean under, const char *label)
{
  FondsBookmark *self = g_object_new (FONDS_TYPE_BOOKMARK, NULL);

  self->uid = g_strdup (uid);
  self->kind = kind;
  self->under = under;
  self->label = g_strdup (label);
  return self;
}

/**
 * fonds_bookmark_read:
 * @line: what fonds_bookmark_write() wrote, or anything
 *
 * Reads a bookmark.
 *
 * Returns: (transfer full) (nullable): the bookmark; %NULL where the line isn't one
 */
FondsBookmark *
fonds_bookmark_read (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);

  if (g_strv_length (parts) != 4 || *parts[2] == '\0' || *parts[3] == '\0')
    return NULL;
  return fonds_bookmark_new (parts[2], fonds_kind_from_id (parts[1]),
                             g_str_equal (parts[0], "under"), parts[3]);
}

/**
 * fonds_bookmark_write:
 * @self: a bookmark
 *
 * Writes a bookmark as one line.
 *
 * Returns: (transfer full): the line
 */
char *
fonds_bookmark_write (FondsBookmark *self)
{
  return g_strjoin ("\t", self->under ? "under" : "record", fonds_kind_id (self->kind), self->uid,
                    self->label, NULL);
}

/**
 * fonds_bookmark_get_uid:
 * @self: a bookmark
 *
 * Returns: (transfer none): the uid of its record
 */
const char *
fonds_bookmark_get_uid (FondsBookmark *self)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARK (self), NULL);

  return self->uid;
}

/**
 * fonds_bookmark_get_kind:
 * @self: a bookmark
 *
 * Returns: the kind of its record
 */
FondsKind
fonds_bookmark_get_kind (FondsBookmark *self)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARK (self), FONDS_KIND_UNIT);

  return self->kind;
}

/**
 * fonds_bookmark_get_under:
 * @self: a bookmark
 *
 * Returns: whether it is what lies under its record
 */
gboolean
fonds_bookmark_get_under (FondsBookmark *self)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARK (self), FALSE);

  return self->under;
}

/**
 * fonds_bookmark_get_label:
 * @self: a bookmark
 *
 * Returns: (transfer none): what the person calls it
 */
const char *
fonds_bookmark_get_label (FondsBookmark *self)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARK (self), NULL);

  return self->label;
}

/**
 * fonds_bookmark_is_same:
 * @self: a bookmark
 * @other: another
 *
 * Says whether both lead to the same, whatever they are called.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_bookmark_is_same (FondsBookmark *self, FondsBookmark *other)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARK (self) && FONDS_IS_BOOKMARK (other), FALSE);

  return self->under == other->under && g_str_equal (self->uid, other->uid);
}
