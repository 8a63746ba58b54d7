/* test-media-strip.c - pictures and files on a record's page: seen, added, arranged, looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/journal.h"
#include "data/media/attach.h"
#include "data/search/search.h"
#include "tests/ui/picture-files.h"
#include "tests/ui/record-catalogue.h"
#include "tests/ui/seek.h"
#include "tests/ui/wait.h"
#include "ui/media-card.h"
#include "ui/media-strip.h"
#include "ui/media-thumbnail.h"
#include "ui/viewer-host.h"

#include <glib/gstdio.h>

#define RED 0xffff0000u
typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsMedia *media;
  FondsViewerHost *host;
  AdwBin *place;
  FondsMediaStrip *strip; /* (nullable) */
  FondsRecord *record;    /* (nullable): as it is now */
  GtkWidget *window;
  gint64 id;
  guint wanted;
  const char *text;
} Fixture;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  FondsRecord *record = fonds_record_load_finish (fixture->catalogue, result, NULL);

  g_assert_nonnull (record);
  g_clear_pointer (&fixture->record, fonds_record_unref);
  fixture->record = record;
}

static gboolean
has_record (gpointer data)
{
  return ((Fixture *) data)->record != NULL;
}

/* As the record's page does: a strip of its own for what the record is now. */
static void
show (Fixture *fixture)
{
  g_clear_pointer (&fixture->record, fonds_record_unref);
  fonds_record_load_async (fixture->catalogue, fixture->id, NULL, read_cb, fixture);
  wait_until (has_record, fixture);
  fixture->strip = FONDS_MEDIA_STRIP (fonds_media_strip_new ());
  fonds_media_strip_show (fixture->strip, fixture->catalogue, fixture->record);
  adw_bin_set_child (fixture->place, GTK_WIDGET (fixture->strip));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *records =
      g_test_build_filename (G_TEST_DIST, "fixtures", "records", "records.tsv", NULL);
  g_autofree char *path = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  fixture->folder = g_dir_make_tmp ("fonds-media-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "records.fonds", NULL);
  fixture->catalogue = record_catalogue_new (path, records);
  fixture->media = fonds_media_get (fixture->catalogue);
  fixture->id = record_catalogue_find (fixture->catalogue, RECORD_SERIES);
  fixture->place = ADW_BIN (adw_bin_new ());
  fixture->host = g_object_new (FONDS_TYPE_VIEWER_HOST, NULL);
  fixture->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->place));
  fonds_viewer_host_set_content (fixture->host, scroller);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), GTK_WIDGET (fixture->host));
  gtk_window_set_child (GTK_WINDOW (fixture->window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  show (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->record, fonds_record_unref);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fonds_catalogue_close (fixture->catalogue);
  g_assert_finalize_object (fixture->catalogue);
  picture_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static GPtrArray *
make_files (Fixture *fixture, guint n)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("scan %u.png", n - i);

      g_ptr_array_add (files, picture_file_new (fixture->folder, name, 40, 20, RED + n - i));
    }
  return files;
}

static void
attach (Fixture *fixture, GPtrArray *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAttached) attached = NULL;

  fonds_attach_sort (files);
  attached = fonds_attach (fixture->media, fixture->id, FONDS_ATTACH_AS_PAGES, files, "Tester",
                           NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (attached->n_attached, ==, files->len);
}

static void
attach_scans (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) files = make_files (fixture, n);

  attach (fixture, files);
  show (fixture);
}

static guint
count (GtkWidget *widget, GType type)
{
  GtkWidget *child;
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static guint
n_attached (Fixture *fixture)
{
  g_autoptr (GPtrArray) attachments = NULL;

  show (fixture);
  attachments = fonds_attachments_of (fixture->record->body);
  return attachments->len;
}

static gboolean
has_wanted (gpointer data)
{
  Fixture *fixture = data;

  return n_attached (fixture) == fixture->wanted;
}

static void
expect_attached (Fixture *fixture, guint n)
{
  fixture->wanted = n;
  wait_until (has_wanted, fixture);
}

static char *
names (Fixture *fixture)
{
  g_autoptr (GPtrArray) attachments = fonds_attachments_of (fixture->record->body);
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < attachments->len; i++)
    {
      const FondsAttachment *attachment = g_ptr_array_index (attachments, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                              attachment->caption && *attachment->caption ? attachment->caption
                                                                          : attachment->name);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_names (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *now = NULL;

  show (fixture);
  now = names (fixture);
  return g_str_equal (now, fixture->text);
}

static void
expect_names (Fixture *fixture, const char *text)
{
  fixture->text = text;
  wait_until (has_names, fixture);
}

static gboolean
has_thumbnail (gpointer data)
{
  GtkWidget *thumbnail = seek_type (((Fixture *) data)->window, FONDS_TYPE_THUMBNAIL);

  return thumbnail && fonds_thumbnail_has_picture (FONDS_THUMBNAIL (thumbnail));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count (fixture->window, FONDS_TYPE_MEDIA_CARD), ==, 0);
  g_assert_null (seek_label (fixture->window, "Add pictures or files…"));
}

static void
test_seen (Fixture *fixture, gconstpointer data)
{
  attach_scans (fixture, 3);
  g_assert_cmpuint (count (GTK_WIDGET (fixture->strip), FONDS_TYPE_MEDIA_CARD), ==, 3);
  g_assert_nonnull (seek_label (fixture->window, "Add pictures or files…"));
  wait_until (has_thumbnail, fixture);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_build_filename (fixture->folder, "letter <1>.txt", NULL);

  g_file_set_contents (path, "Dear all", -1, NULL);
  g_ptr_array_add (files, g_file_new_for_path (path));
  attach (fixture, files);
  show (fixture);
  g_assert_cmpuint (count (GTK_WIDGET (fixture->strip), FONDS_TYPE_MEDIA_CARD), ==, 0);
  g_assert_nonnull (seek_label (fixture->window, "letter <1>.txt"));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  attach_scans (fixture, 40);
  g_assert_cmpuint (count (GTK_WIDGET (fixture->strip), FONDS_TYPE_MEDIA_CARD), ==, 25);
  g_assert_nonnull (seek_label (fixture->window, "Show 15 more"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.show-all", NULL);
  g_assert_cmpuint (count (GTK_WIDGET (fixture->strip), FONDS_TYPE_MEDIA_CARD), ==, 40);
}

static void
test_arranged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) attachments = NULL;
  const FondsAttachment *last;
  g_autofree char *key = NULL;

  attach_scans (fixture, 3);
  expect_names (fixture, "scan 1.png|scan 2.png|scan 3.png");
  attachments = fonds_attachments_of (fixture->record->body);
  last = g_ptr_array_index (attachments, 2);
  key = g_strdup (last->key);
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.move", "(su)", key, 0);
  expect_names (fixture, "scan 3.png|scan 1.png|scan 2.png");
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.remove", "s", key);
  expect_names (fixture, "scan 1.png|scan 2.png");
  g_clear_pointer (&fixture->record, fonds_record_unref);
  {
    g_autoptr (FondsJournalEntry) entry =
        fonds_journal_undo (fixture->catalogue, "Tester", NULL, NULL);

    g_assert_nonnull (entry);
  }
  expect_names (fixture, "scan 3.png|scan 1.png|scan 2.png");
}

/* The dialog that was opened last. */
static GtkWidget *
dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return dialog () != NULL;
}

static void
answer (const char *label)
{
  GtkWidget *button = seek_button (dialog (), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_said (gpointer data)
{
  Fixture *fixture = data;

  return seek_label (fixture->window, fixture->text) != NULL;
}

static void
expect_said (Fixture *fixture, const char *text)
{
  fixture->text = text;
  wait_until (is_said, fixture);
}

static void
test_caption (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  attach_scans (fixture, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.caption", "u", 0);
  wait_until (has_dialog, fixture);
  entry = seek_type (dialog (), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "A street & its sign");
  answer ("Save");
  expect_names (fixture, "A street & its sign");
  expect_said (fixture, "Caption changed");
}

static void
drop (Fixture *fixture, GPtrArray *files)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (fixture->strip), GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *list = NULL;
  gboolean taken = FALSE;
  guint i = 0;

  if (adw_get_minor_version () >= 7) /* it measures a label of its question too narrow */
    g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  while (i < files->len)
    list = g_slist_prepend (list, files->pdata[i++]);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (list));
  g_slist_free (list);
  for (i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_files (fixture, 1);

  drop (fixture, files);
  expect_attached (fixture, 1);
  g_assert_null (dialog ());
  expect_said (fixture, "1 file added");
}

#define MANY 500

static gint64
n_children (Fixture *fixture)
{
  show (fixture);
  return fixture->record->n_children;
}

static gboolean
has_children (gpointer data)
{
  return n_children (data) == (gint64) ((Fixture *) data)->wanted;
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_files (fixture, MANY);
  g_autoptr (FondsJournalEntry) entry = NULL;
  gint64 before = n_children (fixture);
  gint64 start;

  drop (fixture, files);
  wait_until (has_dialog, fixture);
  g_assert_nonnull (seek_label (dialog (), "Add 500 files"));
  start = g_get_monotonic_time ();
  answer ("As 500 items");
  fixture->wanted = (guint) before + MANY;
  wait_until (has_children, fixture);
  g_test_message ("500 files as items: %.3f s", (double) (g_get_monotonic_time () - start) / 1e6);
  entry = fonds_journal_undo (fixture->catalogue, "Tester", NULL, NULL);
  g_assert_nonnull (entry);
  g_assert_cmpint (n_children (fixture), ==, before);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_files (fixture, MANY);
  g_autoptr (FondsJournalEntry) entry = NULL;
  g_autofree char *all = NULL;
  gint64 start;

  drop (fixture, files);
  wait_until (has_dialog, fixture);
  start = g_get_monotonic_time ();
  answer ("As 500 pages of this record");
  expect_attached (fixture, MANY);
  g_test_message ("500 files as pages: %.3f s", (double) (g_get_monotonic_time () - start) / 1e6);
  all = names (fixture);
  g_assert_true (g_str_has_prefix (all, "scan 1.png|scan 2.png|scan 3.png|"));
  g_assert_true (g_str_has_suffix (all, "|scan 499.png|scan 500.png"));
  entry = fonds_journal_undo (fixture->catalogue, "Tester", NULL, NULL);
  g_assert_nonnull (entry);
  g_assert_cmpuint (n_attached (fixture), ==, 0);
}

static gboolean
is_refused (gpointer data)
{
  return dialog () && seek_label (dialog (), ((Fixture *) data)->text);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_files (fixture, 1);
  g_autofree char *path = g_build_filename (fixture->folder, "empty", NULL);

  g_mkdir (path, 0700);
  g_ptr_array_add (files, g_file_new_for_path (path));
  drop (fixture, files);
  wait_until (has_dialog, fixture);
  answer ("As 2 pages of this record");
  fixture->text = "1 file could not be added";
  wait_until (is_refused, fixture);
  answer ("Close");
  g_assert_cmpuint (n_attached (fixture), ==, 1);
}

static gboolean
is_viewing (gpointer data)
{
  GtkWidget *viewer = seek_type (((Fixture *) data)->window, FONDS_TYPE_VIEWER);

  return viewer && gtk_widget_get_mapped (viewer);
}

static gboolean
is_titled (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *title = seek_type (fixture->window, ADW_TYPE_WINDOW_TITLE);

  return title &&
         g_str_equal (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)), fixture->text);
}

static void
expect_place (Fixture *fixture, const char *place)
{
  fixture->text = place;
  wait_until (is_titled, fixture);
}

static void
act (Fixture *fixture, const char *action)
{
  GtkWidget *viewer = seek_type (fixture->window, FONDS_TYPE_VIEWER);

  g_assert_true (gtk_widget_activate_action (viewer, action, NULL));
}

static void
test_viewed (Fixture *fixture, gconstpointer data)
{
  attach_scans (fixture, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.view", "u", 1);
  wait_until (is_viewing, fixture);
  expect_place (fixture, "2 of 3");
  act (fixture, "viewer.next");
  expect_place (fixture, "3 of 3");
  act (fixture, "viewer.previous");
  act (fixture, "viewer.previous");
  expect_place (fixture, "1 of 3");
  g_assert_nonnull (seek_label (fixture->window, "100 %"));
  act (fixture, "viewer.zoom-in");
  act (fixture, "viewer.leave");
  g_assert_false (is_viewing (fixture));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->strip)));
}

/* A decoder remarks on what it stumbles over; whoever looks at the file is told by the viewer. */
static void
ignore_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "VIPS") != 0;
}

static void
let_decoder_remark (void)
{
  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_handler ("VIPS", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, ignore_cb, NULL);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_build_filename (fixture->folder, "bad.png", NULL);

  let_decoder_remark ();
  g_file_set_contents (path, "\x89PNG\r\n\x1a\n and then nothing", -1, NULL);
  g_ptr_array_add (files, g_file_new_for_path (path));
  attach (fixture, files);
  show (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.view", "u", 0);
  wait_until (is_viewing, fixture);
  expect_said (fixture, "The file can’t be shown");
}

static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make_files (fixture, 1);
  const char *path = g_file_peek_path (g_ptr_array_index (files, 0));
  g_autofree char *bytes = NULL;
  gsize length;

  let_decoder_remark ();
  g_object_unref (picture_file_new (fixture->folder, "scan 1.png", 3000, 3000, RED));
  g_file_get_contents (path, &bytes, &length, NULL);
  g_file_set_contents (path, bytes, (gssize) (length / 2), NULL);
  attach (fixture, files);
  show (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->strip), "media.view", "u", 0);
  expect_said (fixture, "This file is damaged. What can be read of it is shown.");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/media-strip/a-record-without-files-shows-nothing", test_empty);
  add ("/media-strip/pictures-are-seen", test_seen);
  add ("/media-strip/a-file-that-is-no-picture-is-a-line", test_files);
  add ("/media-strip/of-many-the-first-are-seen-and-the-rest-can-be", test_many);
  add ("/media-strip/files-are-put-in-order-and-removed-and-come-back", test_arranged);
  add ("/media-strip/a-caption-is-written", test_caption);
  add ("/media-strip/a-dropped-file-is-added-without-a-question", test_dropped);
  add ("/media-strip/five-hundred-dropped-become-items-and-can-be-taken-back", test_items);
  add ("/media-strip/five-hundred-dropped-become-pages-in-natural-order", test_pages);
  add ("/media-strip/what-is-refused-is-named", test_refused);
  add ("/media-strip/the-viewer-goes-through-them-and-back-to-the-page", test_viewed);
  add ("/media-strip/a-damaged-file-says-so", test_damaged);
  add ("/media-strip/a-picture-that-was-cut-off-is-shown-and-says-so", test_cut_off);

  return g_test_run ();
}
