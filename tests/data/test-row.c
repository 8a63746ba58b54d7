/* test-row.c - what a list shows of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/row.h"
#include "tests/data/search-fixture.h"

#define HASH "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

#define UID(digit) "018f0000-0000-7000-8000-00000000000" digit

static gint64
create (Fixture *fixture, const char *uid, FondsBody *body)
{
  fonds_body_set_uid (body, uid);
  return fixture_create (fixture, body);
}

/* An archive keeps a fonds, with a series and an item in it; the item is on loan elsewhere. */
static void
fill (Fixture *fixture)
{
  create (fixture, UID ("1"), fixture_body (FONDS_KIND_INSTITUTION, "name", "The archive", NULL));
  create (fixture, UID ("2"), fixture_body (FONDS_KIND_INSTITUTION, "name", "The museum", NULL));
  create (fixture, UID ("3"),
          fixture_body (FONDS_KIND_UNIT, "title", "Fonds", "repository=", UID ("1"), NULL));
  create (fixture, UID ("4"),
          fixture_body (FONDS_KIND_UNIT, "title", "Series", "parent=", UID ("3"), NULL));
  create (fixture, UID ("5"),
          fixture_body (FONDS_KIND_UNIT, "title", "Item", "parent=", UID ("4"),
                        "repository=", UID ("2"), NULL));
}

static GArray *
load (Fixture *fixture, const guint32 *ids, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsDb) db =
      fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), &error);
  GArray *rows = NULL;

  g_assert_no_error (error);
  rows = fonds_row_load (db, ids, n, &error);
  g_assert_no_error (error);
  return rows;
}

static void
test_repository (Fixture *fixture, gconstpointer data)
{
  const guint32 ids[] = { 5, 4, 3, 1, 999 };
  g_autoptr (GArray) rows = NULL;

  fill (fixture);
  rows = load (fixture, ids, G_N_ELEMENTS (ids));
  g_assert_cmpstr (g_array_index (rows, FondsRow, 0).repository, ==, "The museum");
  g_assert_cmpstr (g_array_index (rows, FondsRow, 1).repository, ==, "The archive");
  g_assert_cmpstr (g_array_index (rows, FondsRow, 2).repository, ==, "The archive");
  g_assert_null (g_array_index (rows, FondsRow, 3).repository);
  g_assert_cmpint (g_array_index (rows, FondsRow, 4).id, ==, 0);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  const guint32 ids[] = { 3 };
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GArray) rows = NULL;

  fill (fixture);
  rows = load (fixture, ids, 1);
  g_assert_cmpint (g_array_index (rows, FondsRow, 0).changed, >=, before);
  g_assert_cmpint (g_array_index (rows, FondsRow, 0).changed, <=,
                   g_get_real_time () / G_USEC_PER_SEC);
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  FondsBody *body = fixture_body (FONDS_KIND_UNIT, "title", "With files", NULL);
  FondsBody *bare = fixture_body (FONDS_KIND_UNIT, "title", "With an address", "digitalObject",
                                  "https://example.org/a.jpg", NULL);
  guint32 ids[2];
  g_autoptr (GArray) rows = NULL;

  /* A value of another scheme is passed over. */
  fonds_body_set (body, fonds_body_add (body, "digitalObjectFile"), FONDS_ATTR_SOURCE, "md5:1");
  fonds_body_set (body, fonds_body_add (body, "digitalObjectFile"), FONDS_ATTR_SOURCE,
                  "sha256:" HASH);
  ids[0] = (guint32) fixture_create (fixture, body);
  ids[1] = (guint32) fixture_create (fixture, bare);
  rows = load (fixture, ids, 2);
  g_assert_cmpstr (g_array_index (rows, FondsRow, 0).picture, ==, HASH);
  g_assert_null (g_array_index (rows, FondsRow, 1).picture);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/row/who-keeps-a-record-is-said-by-the-nearest-that-says-it", test_repository);
  add ("/row/when-it-was-changed-is-in-seconds", test_changed);
  add ("/row/the-first-file-is-the-picture", test_picture);

  return g_test_run ();
}
