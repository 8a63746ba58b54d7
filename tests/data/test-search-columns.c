/* test-search-columns.c - the facts in memory agree with the file, however they came there
 *
 * Many records are made and changed at random; the file is then read anew, or counted by FTS5.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/columns-fixture.h"

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
