/* test-check.c - what is wrong in a catalogue is found, said in a sentence, and mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/check.h"
#include "data/search/search.h"
#include "data/store/database.h"
#include "data/store/error.h"
#include "data/store/statement.h"
#include "tests/data/catalogue-fixture.h"

#include <string.h>

typedef CatalogueFixture Fixture;

typedef struct
{
  const char *statement;
  const char *sentence; /* how the problem is told, if only in part */
} Breakage;

static const Breakage breakages[] = {
  { "UPDATE record SET from_day = 1 WHERE from_day IS NOT NULL", "otherwise than they are: 1" },
  { "UPDATE record SET search_to = search_to + 1 WHERE search_to IS NOT NULL",
    "otherwise than they are: 1" },
  { "UPDATE record SET dates = NULL", "otherwise than they are: 1" },
  { "UPDATE record SET title = 'Something else' WHERE id = 2", "otherwise than they are: 2" },
  { "UPDATE record SET language = 'ru' WHERE id = 1", "otherwise than they are: 1" },
  { "UPDATE record SET ref = 'X' WHERE id = 1", "otherwise than they are: 1" },
  { "UPDATE record SET access = 0 WHERE id = 2", "otherwise than they are: 2" },
  { "DELETE FROM record_code WHERE field = 'language' AND code = 'he'",
    "not counted under their languages: 1" },
  { "INSERT INTO record_code VALUES (2, 'language', 'az')", "languages that they don't name: 2" },
  { "DELETE FROM record_code WHERE field = 'override'", "exceptions from the access" },
  { "INSERT INTO record_code VALUES (1, 'override', '')", "exceptions from the access" },
};

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->catalogue != NULL)
    fonds_catalogue_close (fixture->catalogue);
  g_clear_object (&fixture->catalogue);
  fixture->catalogue =
      fonds_catalogue_open (fixture->path, FALSE, fonds_search_projectors (), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) papers = NULL;
  g_autoptr (FondsBody) letter = NULL;
  FondsValue *date;

  catalogue_fixture_set_up (fixture, data);
  reopen (fixture);
  papers = catalogue_fixture_unit ("F 1", "Papers", NULL);
  date = fonds_body_add_text (papers, "dates", "1902–1904", NULL);
  fonds_body_set (papers, date, FONDS_ATTR_EDTF, "1902/1904");
  fonds_body_add_text (papers, "language", "he", NULL);
  catalogue_fixture_create (fixture, papers);
  letter = catalogue_fixture_unit ("F 2", "Letter", NULL);
  fonds_body_add_text (letter, "accessReason", "It was printed in 1930.", NULL);
  catalogue_fixture_create (fixture, letter);
}

static gboolean
meddle_cb (FondsWriter *writer, gpointer data, GError **error)
{
  return fonds_db_exec (fonds_writer_db (writer), data, error);
}

/* Changes the file behind the program's back. */
static void
meddle (Fixture *fixture, const char *statement)
{
  g_autoptr (GError) error = NULL;

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, meddle_cb, (gpointer) statement,
                         NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = fonds_check (fixture->catalogue, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  return problems;
}

static gboolean
tell (const GPtrArray *problems, const char *words)
{
  for (guint i = 0; i < problems->len; i++)
    if (strstr (g_ptr_array_index (problems, i), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = check (fixture);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_breakage (Fixture *fixture, gconstpointer data)
{
  const Breakage *breakage = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) left = NULL;

  meddle (fixture, breakage->statement);
  found = check (fixture);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (tell (found, breakage->sentence));
  fonds_check_repair (fixture->catalogue, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  left = check (fixture);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_missing_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  meddle (fixture, "DROP TABLE name");
  problems = check (fixture);
  g_assert_true (tell (problems, "lacks the table “name”"));
  g_assert_true (tell (problems, "go back to a backup"));
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsDb) db = NULL;
  gint64 n;

  meddle (fixture, "DROP TABLE staged");
  db = fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), &error);
  g_assert_false (fonds_db_integer (db, "SELECT count (*) FROM staged", &n, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "damaged"));
  g_assert_nonnull (strstr (error->message, "backup"));
  g_assert_null (strstr (error->message, "SQLite"));
}

static void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, catalogue_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/check/a-sound-catalogue-is-in-order", NULL, test_sound);
  for (guint i = 0; i < G_N_ELEMENTS (breakages); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/check/what-shadows-say-otherwise-is-found-and-mended/%u", i + 1);

      add (path, &breakages[i], test_breakage);
    }
  add ("/check/a-table-that-is-gone-is-named", NULL, test_missing_table);
  add ("/check/damage-is-told-in-a-sentence-with-what-to-do", NULL, test_sentence);
  return g_test_run ();
}
