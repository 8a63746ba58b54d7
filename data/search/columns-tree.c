/* columns-tree.c - the hierarchy as intervals, and what is inherited down it
 *
 * Every record gets its place in one walk from the top, and the place after the last record under
 * it: "under" is then two comparisons. On the way down go the repository and the access.
 * A record whose parent can't be found stands at the top; so does one of a circle of parents.
 * Thread: whoever puts the snapshot together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include <string.h>

typedef struct
{
  FondsColumns *columns;
  guint32 *starts;   /* record -> where its children begin */
  guint32 *children; /* all children, in the order of siblings */
  guint32 *next;     /* record -> the next child to visit */
  GArray *path;      /* from the top to where the walk is */
  guint32 place;
} Walk;

static guint32
parent_of (const FondsColumns *self, guint32 id)
{
  guint32 parent = self->parent[id];

  return parent != id && fonds_bitset_contains (self->visible, parent) ? parent : 0;
}

static void
list_children (Walk *walk)
{
  const FondsColumns *columns = walk->columns;
  const FondsPermutation *siblings = &columns->order[FONDS_ORDER_SIBLINGS];

  walk->starts = g_new0 (guint32, columns->n + 2);
  walk->children = g_new (guint32, siblings->n + 1);
  for (guint32 i = 0; i < siblings->n; i++)
    walk->starts[parent_of (columns, siblings->ids[i]) + 1]++;
  for (guint32 i = 0; i <= columns->n; i++)
    walk->starts[i + 1] += walk->starts[i];
  walk->next = g_memdup2 (walk->starts, (columns->n + 2) * sizeof (guint32));
  for (guint32 i = 0; i < siblings->n; i++)
    {
      guint32 id = siblings->ids[i];

      walk->children[walk->next[parent_of (columns, id)]++] = id;
    }
  memcpy (walk->next, walk->starts, (columns->n + 2) * sizeof (guint32));
}

static void
inherit (FondsColumns *self, guint32 id, guint32 parent)
{
  FondsAccess own = (self->flags[id] & FONDS_FLAG_OWN) >> 2;
  FondsAccess above = parent != 0 ? self->flags[parent] & FONDS_FLAG_ACCESS : FONDS_ACCESS_PUBLIC;
  gboolean overrides = (self->flags[id] & FONDS_FLAG_OVERRIDES) != 0;

  self->flags[id] = (guint8) ((self->flags[id] & ~FONDS_FLAG_ACCESS) |
                              fonds_access_effective (own, above, overrides));
  if ((self->flags[id] & FONDS_FLAG_REPOSITORY) == 0)
    self->repository[id] = parent != 0 ? self->repository[parent] : 0;
}

static void
enter (Walk *walk, guint32 id, guint32 parent)
{
  FondsColumns *columns = walk->columns;

  inherit (columns, id, parent);
  columns->order[FONDS_ORDER_HIERARCHY].ids[walk->place] = id;
  columns->end[id] = ++walk->place;
  g_array_append_val (walk->path, id);
}

/* Walks what is under @top, without recursion: hierarchies may be any depth. */
static void
walk_down (Walk *walk, guint32 top)
{
  enter (walk, top, 0);
  while (walk->path->len > 0)
    {
      guint32 id = g_array_index (walk->path, guint32, walk->path->len - 1);

      if (walk->next[id] < walk->starts[id + 1])
        {
          guint32 child = walk->children[walk->next[id]++];

          if (walk->columns->end[child] == 0)
            enter (walk, child, id);
        }
      else
        {
          walk->columns->end[id] = walk->place;
          g_array_set_size (walk->path, walk->path->len - 1);
        }
    }
}

/* Works the hierarchy out from parents and siblings. */
void
_fonds_columns_build_tree (FondsColumns *self)
{
  const FondsPermutation *siblings = &self->order[FONDS_ORDER_SIBLINGS];
  FondsPermutation *hierarchy = &self->order[FONDS_ORDER_HIERARCHY];
  Walk walk = { .columns = self, .path = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  hierarchy->ids = g_new (guint32, siblings->n);
  hierarchy->n = hierarchy->n_keyed = siblings->n;
  list_children (&walk);
  for (guint32 i = 0; i < walk.starts[1]; i++)
    walk_down (&walk, walk.children[i]);
  for (guint32 i = 0; i < siblings->n && walk.place < siblings->n; i++)
    if (self->end[siblings->ids[i]] == 0)
      walk_down (&walk, siblings->ids[i]);

  g_array_unref (walk.path);
  g_free (walk.starts);
  g_free (walk.children);
  g_free (walk.next);
}
