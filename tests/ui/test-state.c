/* test-state.c - what is remembered from one start to the next, and what was open last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/wait.h"
#include "ui/recent.h"
#include "ui/state.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  if (FONDS_IS_STATE (source))
    fonds_state_load_finish (FONDS_STATE (source), result);
  else
    fonds_recent_load_finish (FONDS_RECENT (source), result);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
read_in (FondsState *state)
{
  gboolean done = FALSE;

  fonds_state_load_async (state, done_cb, &done);
  wait_until (is_true, &done);
}

static FondsState *
load (const char *name)
{
  FondsState *state = fonds_state_new (NULL, name);

  read_in (state);
  return state;
}

static FondsRecent *
load_recent (void)
{
  FondsRecent *recent = fonds_recent_new (NULL);
  gboolean done = FALSE;

  fonds_recent_load_async (recent, done_cb, &done);
  wait_until (is_true, &done);
  return recent;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* What is still to be written holds its memory. */
static void
let_go (gpointer pointer)
{
  GObject **object = pointer;

  g_object_add_weak_pointer (*object, pointer);
  g_object_unref (*object);
  wait_until (is_gone, pointer);
}

static char *
path_of (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "fonds", name, NULL);
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
test_kept (void)
{
  const char *const names[] = { "Smith; Son", "מכתב", NULL };
  g_autofree char *path = path_of ("kept.ini");
  FondsState *state = load ("kept.ini");
  g_auto (GStrv) read = NULL;

  fonds_state_set_int (state, "place", "record", G_GINT64_CONSTANT (5000000000));
  fonds_state_set_boolean (state, "place", "sidebar", FALSE);
  fonds_state_set_strings (state, "place", "names", names);
  fonds_state_flush (state);
  wait_until (is_there, path);
  let_go (&state);

  state = load ("kept.ini");
  read = fonds_state_dup_strings (state, "place", "names");
  g_assert_cmpint (fonds_state_get_int (state, "place", "record", 0), ==, 5000000000);
  g_assert_false (fonds_state_get_boolean (state, "place", "sidebar", TRUE));
  g_assert_cmpstrv (read, names);
  let_go (&state);
}

static void
test_nonsense (void)
{
  g_autofree char *path = path_of ("nonsense.ini");
  FondsState *state;
  g_auto (GStrv) read = NULL;

  g_file_set_contents (path, "\001\377 no key file\n[place\nrecord=", -1, NULL);
  state = load ("nonsense.ini");
  read = fonds_state_dup_strings (state, "place", "names");
  g_assert_cmpint (fonds_state_get_int (state, "place", "record", 7), ==, 7);
  g_assert_cmpint (g_strv_length (read), ==, 0);
  g_assert_null (fonds_state_dup_string (state, "place", "name"));
  let_go (&state);
}

static void
test_unwritable (void)
{
  FondsState *state = load ("no/such\nfolder/\001/\xff.ini");

  fonds_state_set_int (state, "place", "record", 1);
  fonds_state_flush (state);
  read_in (state);
  g_assert_cmpint (fonds_state_get_int (state, "place", "record", 0), ==, 1);
  let_go (&state);
}

static void
test_two_folders (void)
{
  FondsState *one = fonds_state_new_for_catalogue (NULL, "/a/Club.fonds");
  FondsState *other = fonds_state_new_for_catalogue (NULL, "/b/Club.fonds");

  fonds_state_set_int (one, "place", "record", 1);
  fonds_state_flush (one);
  let_go (&one);
  one = fonds_state_new_for_catalogue (NULL, "/a/../a/Club.fonds");
  read_in (one);
  read_in (other);
  g_assert_cmpint (fonds_state_get_int (one, "place", "record", 0), ==, 1);
  g_assert_cmpint (fonds_state_get_int (other, "place", "record", 0), ==, 0);
  let_go (&one);
  let_go (&other);
}

/* The file says so, which is written some time after it was asked for. */
static gboolean
is_first (gpointer data)
{
  g_autofree char *path = path_of ("desk.ini");
  g_autofree char *wanted = g_strdup_printf ("catalogues=%s;", (char *) data);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, wanted) != NULL;
}

static void
test_recent (void)
{
  g_autofree char *here = g_build_filename (g_get_tmp_dir (), "here_1.fonds", NULL);
  g_autofree char *gone = g_build_filename (g_get_tmp_dir (), "gone.fonds", NULL);
  FondsRecent *recent = load_recent ();

  g_file_set_contents (here, "", -1, NULL);
  fonds_recent_add (recent, here);
  fonds_recent_add (recent, gone);
  g_assert_cmpstr (fonds_recent_get_paths (recent)[0], ==, gone);
  g_assert_cmpint (g_menu_model_get_n_items (fonds_recent_get_menu (recent)), ==, 2);
  wait_until (is_first, gone);
  let_go (&recent);

  recent = load_recent ();
  g_assert_cmpstr (fonds_recent_get_paths (recent)[0], ==, here);
  g_assert_null (fonds_recent_get_paths (recent)[1]);
  g_file_set_contents (gone, "", -1, NULL); /* its disk comes back */
  let_go (&recent);
  recent = load_recent ();
  g_assert_cmpstr (fonds_recent_get_paths (recent)[0], ==, gone);
  fonds_recent_remove (recent, gone);
  g_assert_cmpstr (fonds_recent_get_paths (recent)[0], ==, here);
  let_go (&recent);
  g_remove (here);
  g_remove (gone);
}

static void
test_words (void)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), "Archive", "Club_2.fonds", NULL);
  g_autofree char *name = fonds_path_name (path);
  g_autofree char *folder = fonds_path_words (path);
  g_autofree char *elsewhere = fonds_path_words ("/srv/club.fonds");

  g_assert_cmpstr (name, ==, "Club_2");
  g_assert_cmpstr (folder, ==, "\u2068~/Archive\u2069");
  g_assert_cmpstr (elsewhere, ==, "\u2068/srv\u2069");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state/what-was-set-is-known-the-next-time", test_kept);
  g_test_add_func ("/state/a-file-that-makes-no-sense-counts-as-empty", test_nonsense);
  g_test_add_func ("/state/a-file-that-cannot-be-written-is-given-up-quietly", test_unwritable);
  g_test_add_func ("/state/catalogues-of-one-name-in-two-folders-share-nothing", test_two_folders);
  g_test_add_func ("/recent/what-is-not-there-is-not-offered-until-it-comes-back", test_recent);
  g_test_add_func ("/recent/a-path-is-told-from-home-on", test_words);

  return g_test_run ();
}
