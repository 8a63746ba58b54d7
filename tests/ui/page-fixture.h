/* page-fixture.h - a record's page in a window, on a catalogue of records of every sort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/search.h"
#include "tests/ui/record-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/record-page.h"
#include "ui/record-reading.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsRecordPage *page;
  GtkWidget *window;
  gint64 id;
  gint64 opened; /* by a link */
  const char *wanted;
} Fixture;

static inline void
open_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  ((Fixture *) data)->opened = g_variant_get_int64 (id);
}

static inline void
add_actions (Fixture *fixture)
{
  const GActionEntry entries[] = { { "open-record", open_cb, "x" },
                                   { "show-under", open_cb, "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *records = g_test_build_filename (G_TEST_DIST, "fixtures", "records", data, NULL);
  g_autofree char *path = NULL;
  g_autoptr (FondsReading) reading = fonds_reading_new ();

  /* What the reader of the test before liked. */
  fonds_reading_prefer (reading, "en");
  fonds_reading_set_folded (reading, "content", FALSE);
  fonds_reading_set_folded (reading, "control", FALSE);
  fixture->folder = g_dir_make_tmp ("fonds-page-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "records.fonds", NULL);
  fixture->catalogue = record_catalogue_new (path, records);
  fixture->page = FONDS_RECORD_PAGE (fonds_record_page_new ());
  fixture->window = gtk_window_new ();
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fonds_catalogue_close (fixture->catalogue);
  g_object_unref (fixture->catalogue);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The first mapped widget of @type that says @text; a button by its label. */
static inline GtkWidget *
find (GtkWidget *widget, GType type, const char *text)
{
  GtkWidget *child, *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return type == GTK_TYPE_LABEL ? widget : gtk_widget_get_ancestor (widget, type);
  for (child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);
  return found;
}

static inline GtkWidget *
label (Fixture *fixture, const char *text)
{
  return find (fixture->window, GTK_TYPE_LABEL, text);
}

/* Whether something in @widget is still being laid out. */
static inline gboolean
is_busy (GtkWidget *widget)
{
  GtkWidget *child;

  if (gtk_test_accessible_has_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_BUSY))
    {
      char *wrong = gtk_test_accessible_check_state (GTK_ACCESSIBLE (widget),
                                                     GTK_ACCESSIBLE_STATE_BUSY, FALSE);

      g_free (wrong);
      if (wrong)
        return TRUE;
    }
  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (is_busy (child))
      return TRUE;
  return FALSE;
}

static inline gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return fonds_record_page_get_shown (fixture->page) == fixture->id &&
         !is_busy (GTK_WIDGET (fixture->page));
}

static inline void
show (Fixture *fixture, guint number)
{
  fixture->id = record_catalogue_find (fixture->catalogue, number);
  fonds_record_page_show (fixture->page, fixture->catalogue, fixture->id);
  wait_until (is_shown, fixture);
}

static inline gboolean
says_wanted (gpointer data)
{
  Fixture *fixture = data;

  return label (fixture, fixture->wanted) != NULL;
}

static inline void
expect (Fixture *fixture, const char *text)
{
  fixture->wanted = text;
  wait_until (says_wanted, fixture);
}

/* Adds a test on the records of a file in tests/fixtures/records/. */
static inline void
add (const char *path, const char *records, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, records, set_up, test, tear_down);
}
