/* test-media.c - files come to records, are arranged there, and everything can be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/media-private.h"

#include "data/catalogue/error.h"
#include "data/catalogue/row.h"
#include "tests/data/media-fixture.h"

#include <string.h>

typedef MediaFixture Fixture;

static const char *const three[] = { "page 10.txt", "page 2.txt", "page 1.txt", NULL };

static void
write_three (Fixture *fixture)
{
  for (guint i = 0; three[i] != NULL; i++)
    media_fixture_write (fixture, three[i], three[i]);
}

static void
attach_three (Fixture *fixture)
{
  g_autoptr (FondsAttached) attached = NULL;

  write_three (fixture);
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_PAGES, three);
  g_assert_cmpuint (attached->n_attached, ==, 3);
  g_assert_cmpuint (attached->refused->len, ==, 0);
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
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      fonds_journal_redo (fixture->base.catalogue, "Archivist", NULL, &error);

  g_assert_no_error (error);
}

static char *
key_at (Fixture *fixture, guint i)
{
  g_autoptr (GPtrArray) list = media_fixture_attachments (fixture);

  return g_strdup (((FondsAttachment *) g_ptr_array_index (list, i))->key);
}

static char *
find_file (Fixture *fixture, const char *hash, GError **error)
{
  GAsyncResult *result = NULL;
  g_autoptr (GFile) file = NULL;

  fonds_media_find_async (fixture->media, hash, NULL, media_fixture_keep_cb, &result);
  file = fonds_media_find_finish (fixture->media, media_fixture_wait (&result), error);
  g_object_unref (result);
  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
finish_edit (Fixture *fixture, GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  fonds_attach_edit_finish (fixture->media, media_fixture_wait (result), &error);
  g_assert_no_error (error);
  g_clear_object (result);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  attach_three (fixture);
  media_fixture_assert_names (fixture, "page 1.txt page 2.txt page 10.txt");
  undo (fixture);
  media_fixture_assert_names (fixture, "");
  redo (fixture);
  media_fixture_assert_names (fixture, "page 1.txt page 2.txt page 10.txt");
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const FondsAttachment *first;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  attach_three (fixture);
  list = media_fixture_attachments (fixture);
  first = g_ptr_array_index (list, 0);
  g_assert_cmpstr (first->hash, ==,
                   "dd723c68a1889bc62c8ecf5b24a2e66e5a3ca09ca0206b1666153a516130d655");
  path = find_file (fixture, first->hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "page 1.txt");
}

static GArray *children_of (Fixture *fixture);

static gboolean
children_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gpointer *both = data;

  both[1] = fonds_children_load (db, FONDS_KIND_UNIT, *(gint64 *) both[0], error);
  return both[1] != NULL;
}

static GArray *
children_of (Fixture *fixture)
{
  gpointer both[2] = { &fixture->record, NULL };

  fonds_store_run (fonds_catalogue_get_store (fixture->base.catalogue), FONDS_LANE_ROWS,
                   children_cb, both, NULL, NULL);
  g_assert_nonnull (both[1]);
  return both[1];
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "Letter_10.txt", "Letter_9.txt", NULL };
  const char *const titles[] = { "Letter 9", "Letter 10" };
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (GArray) children = NULL;
  g_autoptr (GArray) left = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    media_fixture_write (fixture, names[i], names[i]);
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_ITEMS, names);
  g_assert_cmpuint (attached->n_attached, ==, 2);
  children = children_of (fixture);
  g_assert_cmpuint (children->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FondsRecord) item =
          media_fixture_load (fixture, g_array_index (children, FondsChild, i).id);
      g_autoptr (GPtrArray) files = fonds_attachments_of (item->body);

      g_assert_cmpstr (item->title, ==, titles[i]);
      g_assert_cmpstr (fonds_body_text (item->body, "level"), ==, "item");
      g_assert_cmpuint (files->len, ==, 1);
    }
  undo (fixture);
  left = children_of (fixture);
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_behind (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "new.txt", NULL };
  g_autoptr (FondsRecord) parent = media_fixture_load (fixture, fixture->record);
  g_autoptr (FondsBody) body =
      catalogue_fixture_unit ("2", "There before", fonds_body_uid (parent->body));
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (GArray) children = NULL;
  gint64 before;

  fonds_body_add_text (body, "position", "m", NULL);
  before = catalogue_fixture_create (&fixture->base, body);
  media_fixture_write (fixture, "new.txt", "new");
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_ITEMS, names);
  children = children_of (fixture);
  g_assert_cmpuint (children->len, ==, 2);
  g_assert_cmpuint (g_array_index (children, FondsChild, 0).id, ==, before);
}

static void
test_only_units (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "a.txt", NULL };
  g_autoptr (FondsBody) person = fonds_body_new (FONDS_KIND_PERSON);
  g_autoptr (GPtrArray) files = media_fixture_list (fixture, names);
  g_autoptr (GError) error = NULL;

  fonds_body_add_text (person, "name", "Somebody", NULL);
  media_fixture_write (fixture, "a.txt", "a");
  g_assert_null (fonds_attach (fixture->media, catalogue_fixture_create (&fixture->base, person),
                               FONDS_ATTACH_AS_ITEMS, files, "A", NULL, NULL, NULL, &error));
  g_assert_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_FOUND);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "one.txt", "two.txt", NULL };
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *path = NULL;
  g_autofree char *drawer = NULL;
  g_autoptr (GDir) dir = NULL;

  media_fixture_write (fixture, "one.txt", "the same");
  media_fixture_write (fixture, "two.txt", "the same");
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_PAGES, names);
  g_assert_cmpuint (attached->n_attached, ==, 2);
  list = media_fixture_attachments (fixture);
  g_assert_cmpstr (((FondsAttachment *) list->pdata[0])->hash, ==,
                   ((FondsAttachment *) list->pdata[1])->hash);
  path = find_file (fixture, ((FondsAttachment *) list->pdata[0])->hash, NULL);
  drawer = g_path_get_dirname (path);
  dir = g_dir_open (drawer, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "empty.txt", "folder", "good.txt", "nowhere.txt", NULL };
  g_autoptr (FondsAttached) attached = NULL;
  g_autofree char *folder = media_fixture_path (fixture, "folder");

  g_assert_cmpint (g_mkdir (folder, 0777), ==, 0);
  media_fixture_write (fixture, "empty.txt", "");
  media_fixture_write (fixture, "good.txt", "good");
  attached = media_fixture_attach (fixture, FONDS_ATTACH_AS_PAGES, names);
  media_fixture_assert_names (fixture, "good.txt");
  g_assert_cmpuint (attached->refused->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (attached->refused, 0), "empty.txt"));
  g_assert_nonnull (strstr (g_ptr_array_index (attached->refused, 1), "folder"));
  g_assert_nonnull (strstr (g_ptr_array_index (attached->refused, 2), "nowhere.txt"));
}

static void
test_caption (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *key = NULL;

  attach_three (fixture);
  key = key_at (fixture, 1);
  fonds_attach_caption_async (fixture->media, fixture->record, key, "Küçə", "az", "A",
                              media_fixture_keep_cb, &result);
  finish_edit (fixture, &result);
  list = media_fixture_attachments (fixture);
  g_assert_cmpstr (((FondsAttachment *) list->pdata[1])->caption, ==, "Küçə");
  g_assert_cmpstr (((FondsAttachment *) list->pdata[1])->language, ==, "az");
  g_assert_null (((FondsAttachment *) list->pdata[0])->caption);
  undo (fixture);
  after = media_fixture_attachments (fixture);
  g_assert_null (((FondsAttachment *) after->pdata[1])->caption);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autofree char *key = NULL;

  attach_three (fixture);
  key = key_at (fixture, 2);
  fonds_attach_move_async (fixture->media, fixture->record, key, 0, "A", media_fixture_keep_cb,
                           &result);
  finish_edit (fixture, &result);
  media_fixture_assert_names (fixture, "page 10.txt page 1.txt page 2.txt");
  fonds_attach_move_async (fixture->media, fixture->record, key, 1, "A", media_fixture_keep_cb,
                           &result);
  finish_edit (fixture, &result);
  media_fixture_assert_names (fixture, "page 1.txt page 10.txt page 2.txt");
  undo (fixture);
  undo (fixture);
  media_fixture_assert_names (fixture, "page 1.txt page 2.txt page 10.txt");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *key = NULL;
  g_autofree char *path = NULL;

  attach_three (fixture);
  list = media_fixture_attachments (fixture);
  key = key_at (fixture, 0);
  fonds_attach_remove_async (fixture->media, fixture->record, key, "A", media_fixture_keep_cb,
                             &result);
  finish_edit (fixture, &result);
  media_fixture_assert_names (fixture, "page 2.txt page 10.txt");
  path = find_file (fixture, ((FondsAttachment *) list->pdata[0])->hash, NULL);
  g_assert_nonnull (path);
  undo (fixture);
  media_fixture_assert_names (fixture, "page 1.txt page 2.txt page 10.txt");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  attach_three (fixture);
  fonds_attach_remove_async (fixture->media, fixture->record, "4711", "A", media_fixture_keep_cb,
                             &result);
  g_assert_false (fonds_attach_edit_finish (fixture->media, media_fixture_wait (&result), &error));
  g_assert_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_FOUND);
  g_object_unref (result);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autofree char *key = NULL;
  g_autofree char *path = media_fixture_path (fixture, "better.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  attach_three (fixture);
  media_fixture_write (fixture, "better.txt", "better");
  key = key_at (fixture, 1);
  fonds_attach_replace_async (fixture->media, fixture->record, key, file, "A", NULL,
                              media_fixture_keep_cb, &result);
  finish_edit (fixture, &result);
  media_fixture_assert_names (fixture, "page 1.txt better.txt page 10.txt");
  undo (fixture);
  media_fixture_assert_names (fixture, "page 1.txt page 2.txt page 10.txt");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_three (fixture);
  files = media_fixture_list (fixture, three);
  g_cancellable_cancel (cancellable);
  g_assert_null (fonds_attach (fixture->media, fixture->record, FONDS_ATTACH_AS_PAGES, files, "A",
                               NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  media_fixture_assert_names (fixture, "");
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  write_three (fixture);
  files = media_fixture_list (fixture, three);
  fonds_catalogue_close (fixture->base.catalogue);
  fonds_attach_async (fixture->media, fixture->record, FONDS_ATTACH_AS_PAGES, files, "A", NULL,
                      NULL, NULL, media_fixture_keep_cb, &result);
  attached = fonds_attach_finish (fixture->media, media_fixture_wait (&result), &error);
  g_assert_null (attached);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  g_clear_error (&error);
  fonds_attach_remove_async (fixture->media, fixture->record, "1", "A", media_fixture_keep_cb,
                             &result);
  g_assert_false (fonds_attach_edit_finish (fixture->media, media_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (total, ==, 3);
  g_assert_cmpuint (done, >=, *last);
  *last = done;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  guint last = 0;

  write_three (fixture);
  files = media_fixture_list (fixture, three);
  fonds_attach_async (fixture->media, fixture->record, FONDS_ATTACH_AS_PAGES, files, "A",
                      progress_cb, &last, NULL, media_fixture_keep_cb, &result);
  attached = fonds_attach_finish (fixture->media, media_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, 3);
  g_object_unref (result);
}

static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = g_strdup (fixture->base.path);
  g_autofree char *old_folder = g_build_filename (fixture->base.folder, "a.fonds-media", NULL);
  g_autofree char *folder = g_build_filename (fixture->base.folder, "b.fonds-media", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  attach_three (fixture);
  list = media_fixture_attachments (fixture);
  hash = g_strdup (((FondsAttachment *) list->pdata[0])->hash);
  fonds_catalogue_close (fixture->base.catalogue);
  g_clear_object (&fixture->base.catalogue);
  g_free (fixture->base.path);
  fixture->base.path = g_build_filename (fixture->base.folder, "b.fonds", NULL);
  g_assert_cmpint (g_rename (old, fixture->base.path), ==, 0);
  g_assert_cmpint (g_rename (old_folder, folder), ==, 0);
  catalogue_fixture_open (&fixture->base, FALSE);
  fixture->media = fonds_media_get (fixture->base.catalogue);
  path = find_file (fixture, hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, folder));
}

static void
test_no_path (Fixture *fixture, gconstpointer data)
{
  const char *const hashes[] = { "", "../../../etc/passwd", "ab", NULL };

  for (guint i = 0; hashes[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (find_file (fixture, hashes[i], &error));
      g_assert_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_MISSING);
    }
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, media_fixture_set_up, func, media_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/media/pages-hang-in-natural-order-and-are-taken-back-and-brought-again", test_pages);
  ADD ("/media/a-file-is-named-by-its-content", test_content);
  ADD ("/media/items-are-made-in-natural-order-with-titles-from-names", test_items);
  ADD ("/media/new-items-stand-behind-those-that-were-there", test_behind);
  ADD ("/media/only-units-have-items", test_only_units);
  ADD ("/media/the-same-content-is-kept-once", test_once);
  ADD ("/media/what-cannot-be-read-is-refused-by-name-and-the-rest-is-taken", test_refused);
  ADD ("/media/a-caption-is-one-edit", test_caption);
  ADD ("/media/a-move-is-one-edit", test_move);
  ADD ("/media/a-removal-leaves-the-file-for-undo", test_remove);
  ADD ("/media/a-file-that-somebody-removed-cannot-be-arranged", test_gone);
  ADD ("/media/a-replacement-is-one-edit", test_replace);
  ADD ("/media/a-cancelled-attaching-hangs-nothing-anywhere", test_cancelled);
  ADD ("/media/what-is-asked-of-a-closed-catalogue-is-cancelled", test_closed);
  ADD ("/media/progress-only-grows-and-ends-with-all", test_progress);
  ADD ("/media/a-catalogue-renamed-with-its-folder-finds-its-files", test_renamed);
  ADD ("/media/nothing-but-a-hash-names-a-file", test_no_path);

  return g_test_run ();
}
