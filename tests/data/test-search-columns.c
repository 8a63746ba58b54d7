/* test-search-columns.c - the facts in memory agree with the file, however they came there
 *
 * Many records are made and changed at random; the file is then read anew, or counted by FTS5.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/search-fixture.h"

#include "data/search/columns.h"

static void
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
      g_assert_cmpuint (a->place[id], ==, b->place[id]);
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

static char *
uid_of (guint i)
{
  return g_strdup_printf ("018f0000-0000-7000-8000-%012u", i);
}

/* A random unit; it may have a parent, a creator and a place that are not here yet. */
static FondsBody *
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
  for (guint i = 0; i < 3; i++)
    {
      static const char *const fields[] = { "parent", "creator", "place" };
      g_autofree char *uid = uid_of ((guint) g_rand_int_range (rand, 0, (gint32) n + 5));

      if (g_rand_boolean (rand))
        fonds_body_add_ref (body, fields[i], uid);
    }
  return body;
}

static void
what_is_refreshed_is_what_reading_everything_gives (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  FondsStore *store = fonds_catalogue_get_store (fixture->catalogue);
  g_autoptr (FondsColumns) columns = NULL;
  g_autoptr (FondsDb) db = fonds_store_connect (store, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint revs[200] = { 0 };

  columns = fonds_columns_load (db, NULL, NULL);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FondsColumns) loaded = NULL;
      FondsColumns *refreshed;

      for (guint i = 0; i < 3; i++)
        {
          FondsBody *body = random_body (rand, ids->len);
          guint which = ids->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) ids->len) : 0;

          if (ids->len == 0 || g_rand_int_range (rand, 0, 3) > 0)
            {
              g_autofree char *uid = uid_of (ids->len);
              gint64 id;

              fonds_body_set_uid (body, uid);
              id = fixture_create (fixture, body);
              revs[ids->len] = 1;
              g_array_append_val (ids, id);
            }
          else
            fixture_change (fixture, g_array_index (ids, gint64, which), revs[which]++, body);
        }
      refreshed = fonds_columns_refresh (columns, db, NULL, &error);
      g_assert_no_error (error);
      fonds_columns_unref (columns);
      columns = refreshed;
      loaded = fonds_columns_load (db, NULL, NULL);
      assert_same_columns (columns, loaded);
    }
}

static gint64
count_by_fts5 (FondsDb *db, const char *match)
{
  g_autoptr (FondsStmt) s =
      fonds_db_statement (db, "SELECT count (*) FROM record_fts WHERE record_fts MATCH :match");

  fonds_stmt_bind_text (s, ":match", match);
  g_assert_true (fonds_stmt_step (s, NULL));
  return fonds_stmt_int (s, 0);
}

static void
totals_are_those_of_fts5_itself (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *query, *match;
  } queries[] = {
    { "red town ", "red AND town" },
    { "re", "re*" },
    { "\"red town\" ", "\"red town\"" },
    { "red -town ", "red NOT town" },
    { "red town OR qu", "(red AND town) OR qu*" },
    { "title:shusha ", "{title name} : shusha" },
    { "(shusha OR map) -\"letter map\" -year ", "(shusha OR map) NOT (\"letter map\" OR year)" },
    { "language:he ", "language : he" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (FondsDb) db =
      fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  FondsBatch *batch = fonds_batch_begin (fixture->catalogue, "a test", NULL);

  for (guint i = 0; i < 2500; i++)
    g_ptr_array_add (bodies, random_body (rand, 0));
  g_assert_true (fonds_batch_create (batch, bodies, NULL, NULL));
  g_assert_true (fonds_batch_reveal (batch, "tester", NULL));
  fonds_batch_free (batch);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (FondsRequest) request = fonds_request_new (queries[i].query);
      g_autoptr (FondsAnswer) answer = run (fixture, request);

      g_assert_cmpuint (answer->n, >, 0);
      g_assert_cmpuint (answer->n, <, 2500);
      g_assert_cmpint (answer->n, ==, count_by_fts5 (db, queries[i].match));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func)                                                                           \
  g_test_add ("/search-columns/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("what-is-refreshed-is-what-reading-everything-gives",
        what_is_refreshed_is_what_reading_everything_gives);
  TEST ("totals-are-those-of-fts5-itself", totals_are_those_of_fts5_itself);
#undef TEST
  return g_test_run ();
}
