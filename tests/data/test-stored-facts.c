/* test-stored-facts.c - facts that lie in the file are used when they are right, and only then
 *
 * Whatever happens to what is stored, a search says what reading everything would have said.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/columns-fixture.h"

#include "data/search/checksum.h"
#include "data/search/columns-private.h"
#include "data/search/stored-check.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static FondsStore *
store_of (Fixture *fixture)
{
  return fonds_catalogue_get_store (fixture->catalogue);
}

static void
fill (Fixture *fixture, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);

  for (guint i = 0; i < n; i++)
    fixture_create (fixture, random_body (rand, i));
}

static FondsColumns *
read_all (Fixture *fixture)
{
  g_autoptr (FondsDb) db = fonds_store_connect (store_of (fixture), NULL);
  g_autoptr (GError) error = NULL;
  FondsColumns *columns = fonds_columns_load (db, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

static FondsColumns *
restore (Fixture *fixture)
{
  g_autoptr (FondsDb) db = fonds_store_connect (store_of (fixture), NULL);
  g_autoptr (GError) error = NULL;
  FondsColumns *columns = fonds_columns_restore (db, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

static void
store (Fixture *fixture, FondsColumns *columns)
{
  g_autoptr (GError) error = NULL;

  fonds_columns_store (columns, FALSE, store_of (fixture), NULL, &error);
  g_assert_no_error (error);
}

static void
store_all (Fixture *fixture)
{
  g_autoptr (FondsColumns) columns = read_all (fixture);

  store (fixture, columns);
}

/* What is restored, if anything, is what reading everything gives, after what came since. */
static void
assert_never_wrong (Fixture *fixture)
{
  g_autoptr (FondsDb) db = fonds_store_connect (store_of (fixture), NULL);
  g_autoptr (FondsColumns) restored = fonds_columns_restore (db, NULL, NULL, NULL, NULL);
  g_autoptr (FondsColumns) refreshed =
      restored != NULL ? fonds_columns_refresh (restored, db, NULL, NULL) : NULL;
  g_autoptr (FondsColumns) loaded = fonds_columns_load (db, NULL, NULL);

  if (restored != NULL)
    assert_same_columns (refreshed, loaded);
}

static gboolean
run_sql (FondsDb *db, gpointer sql, GCancellable *cancellable, GError **error)
{
  return fonds_db_exec (db, sql, error);
}

static void
sql (Fixture *fixture, const char *statement)
{
  g_autoptr (GError) error = NULL;

  fonds_store_run (store_of (fixture), FONDS_LANE_WRITE, run_sql, (gpointer) statement, NULL,
                   &error);
  g_assert_no_error (error);
}

static void
what_is_stored_is_restored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsColumns) loaded = NULL;
  g_autoptr (FondsColumns) restored = NULL;

  fill (fixture, 120);
  store_all (fixture);
  restored = restore (fixture);
  g_assert_nonnull (restored);
  loaded = read_all (fixture);
  g_assert_cmpint (restored->sequence, ==, loaded->sequence);
  assert_same_columns (restored, loaded);
}

static void
nothing_is_restored_where_nothing_was_stored (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 3);
  g_assert_null (restore (fixture));
}

static void
what_came_since_is_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsColumns) restored = NULL;

  fill (fixture, 60);
  store_all (fixture);
  create_unit (fixture, "A later letter");
  restored = restore (fixture);
  g_assert_nonnull (restored);
  assert_never_wrong (fixture);
  assert_found (fixture, "later letter", "A later letter");
}

static void
storing_again_writes_only_what_differs_and_is_right (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 60);
  store_all (fixture);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (FondsColumns) restored = NULL;

      create_unit (fixture, "Another letter");
      store_all (fixture);
      restored = restore (fixture);
      g_assert_nonnull (restored);
      assert_never_wrong (fixture);
    }
}

static void
note_sight (FondsColumns *sight, gpointer data)
{
  *(guint *) data = sight->order[FONDS_ORDER_TITLE].n;
}

static void
a_first_look_is_given_only_where_nothing_came_since (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsDb) db = fonds_store_connect (store_of (fixture), NULL);
  g_autoptr (FondsColumns) restored = NULL;
  g_autoptr (FondsColumns) older = NULL;
  guint seen = 0;

  fill (fixture, 30);
  store_all (fixture);
  restored = fonds_columns_restore (db, note_sight, &seen, NULL, NULL);
  g_assert_cmpuint (seen, ==, 30);
  create_unit (fixture, "A later letter");
  seen = 0;
  older = fonds_columns_restore (db, note_sight, &seen, NULL, NULL);
  g_assert_nonnull (older);
  g_assert_cmpuint (seen, ==, 0);
}

typedef struct
{
  gint64 id;
  GByteArray *bytes;
} Stored;

static gboolean
write_stored (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Stored *stored = data;
  g_autoptr (FondsStmt) s =
      fonds_db_statement (db, "UPDATE stored_facts SET data = :data WHERE id = :id");

  fonds_stmt_bind_blob (s, ":data", stored->bytes->data, stored->bytes->len);
  fonds_stmt_bind_int (s, ":id", stored->id);
  return fonds_stmt_run (s, error);
}

static void
put_back (Fixture *fixture, const Stored *stored)
{
  g_assert_true (fonds_store_run (store_of (fixture), FONDS_LANE_HIDDEN, write_stored,
                                  (gpointer) stored, NULL, NULL));
}

static void
stored_clear (gpointer data)
{
  g_byte_array_unref (((Stored *) data)->bytes);
}

/* Everything that lies there. */
static GArray *
list_stored (Fixture *fixture)
{
  g_autoptr (FondsDb) db = fonds_store_connect (store_of (fixture), NULL);
  g_autoptr (FondsStmt) s = fonds_db_statement (db, "SELECT id, data FROM stored_facts");
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Stored));

  g_array_set_clear_func (list, stored_clear);
  while (fonds_stmt_step (s, NULL))
    {
      Stored stored = { fonds_stmt_int (s, 0), g_byte_array_new () };
      gsize length;
      const guint8 *data = fonds_stmt_blob (s, 1, &length);

      g_byte_array_append (stored.bytes, data, (guint) length);
      g_array_append_val (list, stored);
    }
  return list;
}

static void
any_bit_that_turned_is_noticed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GArray) all = NULL;

  fill (fixture, 40);
  store_all (fixture);
  all = list_stored (fixture);
  g_assert_cmpuint (all->len, >, 20);
  for (guint i = 0; i < all->len; i++)
    for (guint round = 0; round < 4; round++)
      {
        Stored *stored = &g_array_index (all, Stored, i);
        gint32 at = g_rand_int_range (rand, 0, (gint32) stored->bytes->len);
        guint8 bit = (guint8) (1 << g_rand_int_range (rand, 0, 8));

        stored->bytes->data[at] ^= bit;
        put_back (fixture, stored);
        g_assert_null (restore (fixture));
        stored->bytes->data[at] ^= bit;
        put_back (fixture, stored);
      }
  g_clear_pointer (&fixture->search, g_object_unref);
  fixture->search = fonds_search_new (fixture->catalogue);
  assert_never_wrong (fixture);
}

static void
what_was_cut_off_or_lost_is_noticed (Fixture *fixture, gconstpointer data)
{
  static const char *const losses[] = {
    "UPDATE stored_facts SET data = substr (data, 1, length (data) - 4) WHERE id > 1000000",
    "UPDATE stored_facts SET data = substr (data, 1, 20) WHERE id = 0",
    "UPDATE stored_facts SET data = x'' WHERE id = 0",
    "DELETE FROM stored_facts WHERE id = 0",
    "DELETE FROM stored_facts WHERE id = (SELECT max (id) FROM stored_facts)",
    "DELETE FROM stored_facts WHERE id = 3 * 65536",
    "DELETE FROM stored_facts WHERE id > 1",
    "DELETE FROM stored_facts",
    "DROP TABLE stored_facts",
  };

  fill (fixture, 40);
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      store_all (fixture);
      sql (fixture, losses[i]);
      g_assert_null (restore (fixture));
      sql (fixture, "DROP TABLE IF EXISTS stored_facts");
    }
  store_all (fixture);
  assert_never_wrong (fixture);
}

/* Writes other bytes in place of a stored piece and makes all checksums right again. */
static void
forge (Fixture *fixture, guint child, GVariant *value, gint64 id, gsize at, guint32 number)
{
  g_autoptr (GArray) all = list_stored (fixture);
  Stored *header = &g_array_index (all, Stored, 0);
  g_autoptr (GVariant) old = g_variant_ref_sink (
      g_variant_new_from_data (G_VARIANT_TYPE (FONDS_STORED_HEADER_TYPE), header->bytes->data + 8,
                               header->bytes->len - 8, FALSE, NULL, NULL));
  g_autoptr (GVariant) new = NULL;
  GVariant *children[10];
  g_autofree guint64 *checksums = g_new (guint64, all->len);
  guint64 checksum;

  g_assert_cmpint (header->id, ==, FONDS_STORED_HEADER);
  for (guint i = 1; i < all->len; i++)
    {
      Stored *stored = &g_array_index (all, Stored, i);

      if (stored->id == id)
        {
          memcpy (stored->bytes->data + at, &number, sizeof number);
          put_back (fixture, stored);
        }
      checksums[i - 1] = fonds_checksum (stored->bytes->data, stored->bytes->len);
    }
  for (guint i = 0; i < 10; i++)
    children[i] = value != NULL && i == child ? value : g_variant_get_child_value (old, i);
  children[9] = g_variant_new_fixed_array (G_VARIANT_TYPE_UINT64, checksums, all->len - 1, 8);
  new = g_variant_ref_sink (g_variant_new_tuple (children, 10));
  checksum = fonds_checksum (g_variant_get_data (new), g_variant_get_size (new));
  g_byte_array_set_size (header->bytes, 0);
  g_byte_array_append (header->bytes, (guint8 *) &checksum, 8);
  g_byte_array_append (header->bytes, g_variant_get_data (new), (guint) g_variant_get_size (new));
  put_back (fixture, header);
}

static void
what_another_version_stored_is_not_used (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsColumns) restored = NULL;

  fill (fixture, 20);
  store_all (fixture);
  forge (fixture, 0, g_variant_new_uint32 (FONDS_STORED_FORMAT), -1, 0, 0);
  restored = restore (fixture);
  g_assert_nonnull (restored);
  forge (fixture, 0, g_variant_new_uint32 (FONDS_STORED_FORMAT + 1), -1, 0, 0);
  g_assert_null (restore (fixture));
  store_all (fixture);
  forge (fixture, 1, g_variant_new_string ("tokens 0, order 0, ICU 1.0"), -1, 0, 0);
  g_assert_null (restore (fixture));
  store_all (fixture);
  forge (fixture, 2, g_variant_new_int64 (restored->sequence + 1), -1, 0, 0);
  g_assert_null (restore (fixture));
}

static void
numbers_that_lead_out_of_an_array_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint part;
    gsize at;
    guint32 number;
  } forgeries[] = {
    { 0, 4, G_MAXUINT32 },                        /* visible */
    { 1, 0, G_MAXUINT32 },                        /* kind */
    { 2, 8, G_MAXUINT32 },                        /* level */
    { 3, 8, 4000 },                               /* repository */
    { 10, 8, 4000 },                              /* end */
    { FONDS_FIRST_ORDER, 4, 4000 },               /* titles */
    { FONDS_FIRST_ORDER, 4, 0 },                  /* a record that is not there */
    { FONDS_FIRST_ORDER + FONDS_N_ORDERS, 8, 9 }, /* starts of subjects */
    { FONDS_N_PARTS - 3, 0, 5 },                  /* starts of languages */
    { FONDS_N_PARTS - 2, 0, 4000 },               /* languages */
  };

  fill (fixture, 40);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      store_all (fixture);
      forge (fixture, 0, NULL, FONDS_STORED_ID (forgeries[i].part, 0), forgeries[i].at,
             forgeries[i].number);
      g_assert_null (restore (fixture));
      sql (fixture, "DELETE FROM stored_facts");
    }
}

static gboolean
are_right (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean right = FALSE;

  fonds_stored_check (store_of (fixture), &right, NULL, &error);
  g_assert_no_error (error);
  return right;
}

static void
a_check_finds_facts_that_were_wrong_when_they_were_stored (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsColumns) columns = NULL;
  guint32 *value;
  gint32 *from;

  fill (fixture, 40);
  g_assert_true (are_right (fixture));
  store_all (fixture);
  create_unit (fixture, "A later letter");
  g_assert_true (are_right (fixture));
  columns = read_all (fixture);
  from = &columns->from[columns->order[FONDS_ORDER_TITLE].ids[7]];
  value = &columns->multi[FONDS_MULTI_LANGUAGE].values[0];
  *from += 1;
  store (fixture, columns);
  g_assert_false (are_right (fixture));
  *from -= 1;
  *value = *value == 0;
  store (fixture, columns);
  g_assert_false (are_right (fixture));
  g_assert_true (fonds_stored_forget (store_of (fixture), NULL, NULL));
  g_assert_null (restore (fixture));
  g_assert_true (are_right (fixture));
}

static void
where_nothing_can_be_stored_is_still_searched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture, 20);
  create_unit (fixture, "A letter home");
  sql (fixture, "PRAGMA max_page_count = 1");
  g_assert_false (fonds_search_keep (fixture->search, NULL, &error));
  g_assert_nonnull (error);
  assert_found (fixture, "letter home", "A letter home");
  sql (fixture, "PRAGMA max_page_count = 1000000");
  g_assert_true (fonds_search_keep (fixture->search, NULL, NULL));
  assert_never_wrong (fixture);
}

/* So many ids that the pieces don't go into one transaction. */
static void
make_great (Fixture *fixture)
{
  fill (fixture, 20);
  sql (fixture, "UPDATE sqlite_sequence SET seq = 200000 WHERE name = 'document'");
  create_unit (fixture, "The last letter");
}

static gpointer
store_in_thread (gpointer data)
{
  store_all (data);
  return NULL;
}

static void
two_who_store_at_once_leave_nothing_mixed (Fixture *fixture, gconstpointer data)
{
  Fixture other = { .catalogue = fonds_catalogue_open (fixture->path, FALSE,
                                                       fonds_search_projectors (), NULL) };
  g_autoptr (FondsColumns) older = NULL;

  make_great (fixture);
  older = read_all (fixture);
  for (guint i = 0; i < 4; i++)
    {
      GThread *thread;

      create_unit (fixture, "One more letter");
      thread = g_thread_new ("other", store_in_thread, &other);
      store (fixture, older);
      g_thread_join (thread);
      assert_never_wrong (fixture);
    }
  fonds_catalogue_close (other.catalogue);
  g_object_unref (other.catalogue);
}

/* Changes and stores, again and again, and says so on its standard output, until it is killed. */
static void
be_killed (const char *path)
{
  Fixture fixture = { .catalogue =
                          fonds_catalogue_open (path, FALSE, fonds_search_projectors (), NULL) };

  while (TRUE)
    {
      create_unit (&fixture, "A letter");
      if (write (STDOUT_FILENO, "k", 1) != 1)
        return;
      store_all (&fixture);
    }
}

static void
kill_after (Fixture *fixture, guint n_rounds, gulong pause)
{
  const char *argv[] = { g_get_prgname (), "--be-killed", fixture->path, NULL };
  g_autoptr (GError) error = NULL;
  char said;
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_rounds; i++)
    g_assert_cmpint (read (out, &said, 1), ==, 1);
  g_usleep (pause);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
}

static void
whoever_is_killed_while_storing_leaves_nothing_half (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  make_great (fixture);
  for (guint i = 0; i < 8; i++)
    {
      kill_after (fixture, 1 + i % 3, (gulong) g_rand_int_range (rand, 0, 40000));
      assert_never_wrong (fixture);
    }
  store_all (fixture);
  g_assert_true (fonds_search_keep (fixture->search, NULL, NULL));
  assert_never_wrong (fixture);
}

static void
a_checksum_changes_with_every_byte_and_with_the_length (void)
{
  guint8 bytes[200] = { 0 };

  for (gsize length = 0; length < sizeof bytes; length++)
    {
      guint64 sum = fonds_checksum (bytes, length);

      g_assert_cmpuint (fonds_checksum (bytes, length + 1), !=, sum);
      for (gsize i = 0; i < length; i++)
        {
          bytes[i] = 1;
          g_assert_cmpuint (fonds_checksum (bytes, length), !=, sum);
          bytes[i] = 0;
        }
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--be-killed"))
    {
      be_killed (argv[2]);
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_set_prgname (argv[0]);
#define TEST(name, func)                                                                           \
  g_test_add ("/stored-facts/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("what-is-stored-is-restored", what_is_stored_is_restored);
  TEST ("nothing-is-restored-where-nothing-was-stored",
        nothing_is_restored_where_nothing_was_stored);
  TEST ("what-came-since-is-read", what_came_since_is_read);
  TEST ("a-first-look-is-given-only-where-nothing-came-since",
        a_first_look_is_given_only_where_nothing_came_since);
  TEST ("storing-again-writes-only-what-differs-and-is-right",
        storing_again_writes_only_what_differs_and_is_right);
  TEST ("any-bit-that-turned-is-noticed", any_bit_that_turned_is_noticed);
  TEST ("what-was-cut-off-or-lost-is-noticed", what_was_cut_off_or_lost_is_noticed);
  TEST ("what-another-version-stored-is-not-used", what_another_version_stored_is_not_used);
  TEST ("numbers-that-lead-out-of-an-array-are-refused",
        numbers_that_lead_out_of_an_array_are_refused);
  TEST ("a-check-finds-facts-that-were-wrong-when-they-were-stored",
        a_check_finds_facts_that_were_wrong_when_they_were_stored);
  TEST ("where-nothing-can-be-stored-is-still-searched",
        where_nothing_can_be_stored_is_still_searched);
  TEST ("two-who-store-at-once-leave-nothing-mixed", two_who_store_at_once_leave_nothing_mixed);
  TEST ("whoever-is-killed-while-storing-leaves-nothing-half",
        whoever_is_killed_while_storing_leaves_nothing_half);
#undef TEST
  g_test_add_func ("/stored-facts/a-checksum-changes-with-every-byte-and-with-the-length",
                   a_checksum_changes_with_every_byte_and_with_the_length);
  return g_test_run ();
}
