/* columns-fixture.h - random records, and whether two snapshots of the facts say the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"
#include "tests/data/search-fixture.h"

static inline void
assert_same_columns (const FondsColumns *a, const FondsColumns *b)
{
  FondsBitset *more = fonds_bitset_copy (a->visible);

  g_assert_cmpuint (fonds_bitset_count (a->visible), ==, fonds_bitset_count (b->visible));
  fonds_bitset_subtract (more, b->visible);
  g_assert_cmpuint (fonds_bitset_count (more), ==, 0);
  fonds_bitset_free (more);
  for (guint order = 0; order < FONDS_N_ORDERS; order++)
    {
      g_assert_cmpuint (a->order[order].n_keyed, ==, b->order[order].n_keyed);
      g_assert_cmpmem (a->order[order].ids, a->order[order].n * sizeof (guint32),
                       b->order[order].ids, b->order[order].n * sizeof (guint32));
    }
  for (guint32 id = 0; id < MIN (a->n, b->n); id++)
    {
      if (!fonds_bitset_contains (a->visible, id))
        continue;
      g_assert_cmpuint (a->kind[id], ==, b->kind[id]);
      g_assert_cmpuint (a->flags[id], ==, b->flags[id]);
      g_assert_cmpuint (a->repository[id], ==, b->repository[id]);
      g_assert_cmpint (a->first_decade[id], ==, b->first_decade[id]);
      g_assert_cmpint (a->to[id], ==, b->to[id]);
      g_assert_cmpuint (a->end[id], ==, b->end[id]);
      g_assert_cmpstr (g_ptr_array_index (a->levels, a->level[id]), ==,
                       g_ptr_array_index (b->levels, b->level[id]));
      for (guint multi = 0; multi < FONDS_N_MULTIS; multi++)
        {
          const FondsMulti *first = &a->multi[multi], *second = &b->multi[multi];
          guint32 n = first->starts[id + 1] - first->starts[id];

          g_assert_cmpuint (second->starts[id + 1] - second->starts[id], ==, n);
          for (guint32 i = 0; i < n; i++)
            {
              guint32 value = first->values[first->starts[id] + i];
              guint32 other = second->values[second->starts[id] + i];

              if (first->records != NULL)
                g_assert_cmpuint (first->records[value], ==, second->records[other]);
              else
                g_assert_cmpstr (g_ptr_array_index (first->codes, value), ==,
                                 g_ptr_array_index (second->codes, other));
            }
        }
    }
}

static inline char *
uid_of (guint i)
{
  return g_strdup_printf ("018f0000-0000-7000-8000-%012u", i);
}

/* A random unit; it may have a parent, a creator and a place that are not here yet. */
static inline FondsBody *
random_body (GRand *rand, guint n)
{
  static const char *const words[] = { "red",  "town", "river", "letter", "map",  "quba",
                                       "Шуша", "şuşa", "дом",   "קובה",   "bank", "year" };
  static const char *const levels[] = { "fonds", "series", "file", "item" };
  static const char *const languages[] = { "az", "he", "ru" };
  FondsBody *body = fonds_body_new (FONDS_KIND_UNIT);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *year = g_strdup_printf ("%d", g_rand_int_range (rand, 1850, 1990));
  g_autofree char *ref = g_strdup_printf ("F%d", g_rand_int_range (rand, 1, 30));

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (title, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  fonds_body_add_text (body, "title", title->str, NULL);
  if (g_rand_boolean (rand))
    fonds_body_set (body, fonds_body_add (body, "dates"), FONDS_ATTR_EDTF, year);
  if (g_rand_boolean (rand))
    fonds_body_add_text (body, "referenceCode", ref, NULL);
  fonds_body_add_text (body, "level", levels[g_rand_int_range (rand, 0, 4)], NULL);
  fonds_body_add_text (body, "language", languages[g_rand_int_range (rand, 0, 3)], NULL);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const fields[] = { "parent", "creator", "place", "repository" };
      g_autofree char *uid = uid_of ((guint) g_rand_int_range (rand, 0, (gint32) n + 5));

      if (g_rand_boolean (rand))
        fonds_body_add_ref (body, fields[i], uid);
    }
  return body;
}
