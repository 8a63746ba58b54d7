/* test-media-fixity.c - a check finds what is missing or damaged, and says whose it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/fixity.h"
#include "data/media/folder.h"
#include "tests/data/media-fixture.h"

#include <string.h>
#include <utime.h>

typedef MediaFixture Fixture;

static const char *const two[] = { "first.txt", "second.txt", NULL };

static void
attach_two (Fixture *fixture)
{
  g_autoptr (FondsAttached) attached = NULL;

  media_fixture_write (fixture, two[0], "first");
  media_fixture_write (fixture, two[1], "second");
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_PAGES, two);
  g_assert_cmpuint (attached->n_attached, ==, 2);
}

static FondsFixity *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FondsFixity *found = fonds_fixity_check (fixture->media, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* Where the file of some content lies. */
static char *
path_of (Fixture *fixture, const char *content)
{
  g_autofree char *folder = g_build_filename (fixture->base.folder, "a.fonds-media", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  char *path = fonds_folder_find (folder, hash);

  g_assert_nonnull (path);
  return path;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      fonds_journal_undo (fixture->base.catalogue, "Archivist", NULL, &error);

  g_assert_no_error (error);
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsFixity) empty = check (fixture);
  g_autoptr (FondsFixity) found = NULL;

  g_assert_cmpuint (empty->n_files, ==, 0);
  attach_two (fixture);
  found = check (fixture);
  g_assert_cmpuint (found->n_files, ==, 2);
  g_assert_cmpuint (found->problems->len, ==, 0);
  g_assert_cmpuint (found->n_for_undo, ==, 0);
  g_assert_cmpuint (found->strays->len, ==, 0);
}

static void
assert_one_problem (Fixture *fixture, const char *file, const char *word)
{
  g_autoptr (FondsFixity) found = check (fixture);
  const char *sentence;

  g_assert_cmpuint (found->problems->len, ==, 1);
  sentence = g_ptr_array_index (found->problems, 0);
  g_assert_nonnull (strstr (sentence, file));
  g_assert_nonnull (strstr (sentence, word));
  g_assert_nonnull (strstr (sentence, "“Photographs” (F 1)"));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  attach_two (fixture);
  path = path_of (fixture, "second");
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_one_problem (fixture, "second.txt", "missing");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (FondsAttached) again = NULL;
  g_autoptr (FondsFixity) healed = NULL;

  attach_two (fixture);
  path = path_of (fixture, "first");
  g_assert_true (g_file_set_contents (path, "fIrst", -1, NULL));
  assert_one_problem (fixture, "first.txt", "damaged");
  again = media_fixture_attach (fixture, FONDS_ATTACH_AS_PAGES, two);
  healed = check (fixture);
  g_assert_cmpuint (healed->problems->len, ==, 0);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsFixity) found = NULL;

  attach_two (fixture);
  undo (fixture);
  found = check (fixture);
  g_assert_cmpuint (found->n_files, ==, 0);
  g_assert_cmpuint (found->n_for_undo, ==, 2);
  g_assert_cmpuint (found->strays->len, ==, 0);
}

static void
test_undone_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (FondsFixity) found = NULL;

  media_fixture_write (fixture, two[0], "first");
  media_fixture_write (fixture, two[1], "second");
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_ITEMS, two);
  undo (fixture);
  found = check (fixture);
  g_assert_cmpuint (found->n_for_undo, ==, 2);
  g_assert_cmpuint (found->strays->len, ==, 0);
}

static void
test_stray (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->base.folder, "a.fonds-media", NULL);
  g_autofree char *path = media_fixture_path (fixture, "stray.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FondsKept) kept = NULL;
  g_autoptr (FondsFixity) found = NULL;

  attach_two (fixture);
  media_fixture_write (fixture, "stray.txt", "stray");
  kept = fonds_folder_keep (folder, file, NULL, NULL);
  g_assert_nonnull (kept);
  found = check (fixture);
  g_assert_cmpuint (found->problems->len, ==, 0);
  g_assert_cmpuint (found->strays->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (found->strays, 0), kept->hash));
}

static void
test_leftover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder =
      g_build_filename (fixture->base.folder, "a.fonds-media", ".incoming", NULL);
  g_autofree char *old = g_build_filename (folder, "old", NULL);
  g_autofree char *young = g_build_filename (folder, "young", NULL);
  const struct utimbuf times = { 1000000000, 1000000000 };
  g_autoptr (FondsFixity) found = NULL;

  attach_two (fixture);
  g_assert_true (g_file_set_contents (old, "half", -1, NULL));
  g_assert_true (g_file_set_contents (young, "half", -1, NULL));
  g_assert_cmpint (utime (old, &times), ==, 0);
  found = check (fixture);
  g_assert_cmpuint (found->strays->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (found->strays, 0), ==, old);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  attach_two (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (fonds_fixity_check (fixture->media, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, media_fixture_set_up, func, media_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/media-fixity/sound-files-are-counted-and-nothing-is-said", test_sound);
  ADD ("/media-fixity/a-missing-file-is-named-with-its-record", test_missing);
  ADD ("/media-fixity/a-damaged-file-is-named-and-healed-by-a-good-copy", test_damaged);
  ADD ("/media-fixity/what-undo-took-away-is-kept-for-redo", test_undo);
  ADD ("/media-fixity/files-of-undone-items-are-kept-for-redo", test_undone_items);
  ADD ("/media-fixity/what-nothing-names-is-told", test_stray);
  ADD ("/media-fixity/what-a-crash-left-on-its-way-in-is-told-the-day-after", test_leftover);
  ADD ("/media-fixity/a-cancelled-check-says-so", test_cancelled);

  return g_test_run ();
}
