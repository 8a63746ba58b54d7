/* test-shell.c - the three panes at every width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/wait.h"
#include "ui/shell-handle.h"
#include "ui/shell.h"

typedef struct
{
  GtkWindow *window;
  FondsShell *shell;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer width)
{
  guint pane;

  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->shell = fonds_shell_new ();
  for (pane = FONDS_PANE_SIDEBAR; pane <= FONDS_PANE_RECORD; pane++)
    fonds_shell_set_pane (fixture->shell, pane, gtk_label_new ("pane"));
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->shell));
  gtk_window_set_default_size (fixture->window, GPOINTER_TO_INT (width), 600);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer width)
{
  gtk_window_destroy (fixture->window);
}

static gboolean
is_seen (Fixture *fixture, FondsPane pane)
{
  return gtk_widget_get_child_visible (
             gtk_widget_get_parent (fonds_shell_get_pane (fixture->shell, pane))) &&
         gtk_widget_get_mapped (fonds_shell_get_pane (fixture->shell, pane));
}

static gboolean
is_narrow (gpointer data)
{
  Fixture *fixture = data;

  return fonds_shell_get_sidebar_folded (fixture->shell) &&
         fonds_shell_get_record_folded (fixture->shell);
}

static gboolean
shows_record (gpointer data)
{
  return is_seen (data, FONDS_PANE_RECORD) && !is_seen (data, FONDS_PANE_RESULTS);
}

static gboolean
shows_results (gpointer data)
{
  return is_seen (data, FONDS_PANE_RESULTS) && !is_seen (data, FONDS_PANE_RECORD);
}

static gboolean
shows_sidebar (gpointer data)
{
  return is_seen (data, FONDS_PANE_SIDEBAR) && !is_seen (data, FONDS_PANE_RESULTS);
}

static gboolean
hides_sidebar (gpointer data)
{
  return !is_seen (data, FONDS_PANE_SIDEBAR);
}

static gboolean
shows_all (gpointer data)
{
  return is_seen (data, FONDS_PANE_SIDEBAR) && is_seen (data, FONDS_PANE_RESULTS) &&
         is_seen (data, FONDS_PANE_RECORD);
}

static void
test_wide (Fixture *fixture, gconstpointer width)
{
  wait_until (shows_all, fixture);
  g_assert_false (fonds_shell_can_go_back (fixture->shell));
  fonds_shell_show_pane (fixture->shell, FONDS_PANE_RECORD);
  g_assert_false (fonds_shell_can_go_back (fixture->shell));
  g_assert_true (shows_all (fixture));
}

static void
test_middling (Fixture *fixture, gconstpointer width)
{
  g_assert_false (fonds_shell_get_sidebar_folded (fixture->shell));
  g_assert_true (fonds_shell_get_record_folded (fixture->shell));
  fonds_shell_show_pane (fixture->shell, FONDS_PANE_RECORD);
  wait_until (shows_record, fixture);
  g_assert_true (is_seen (fixture, FONDS_PANE_SIDEBAR));
}

static void
test_narrow (Fixture *fixture, gconstpointer width)
{
  wait_until (is_narrow, fixture);
  fonds_shell_show_pane (fixture->shell, FONDS_PANE_RESULTS);
  wait_until (shows_results, fixture);
  g_assert_true (hides_sidebar (fixture));
}

static void
test_back (Fixture *fixture, gconstpointer width)
{
  wait_until (is_narrow, fixture);
  fonds_shell_show_pane (fixture->shell, FONDS_PANE_RECORD);
  wait_until (shows_record, fixture);
  g_assert_true (fonds_shell_go_back (fixture->shell));
  wait_until (shows_results, fixture);
  g_assert_true (fonds_shell_go_back (fixture->shell));
  wait_until (shows_sidebar, fixture);
  g_assert_false (fonds_shell_go_back (fixture->shell));
}

static void
test_toggle_wide (Fixture *fixture, gconstpointer width)
{
  fonds_shell_toggle_sidebar (fixture->shell);
  wait_until (hides_sidebar, fixture);
  g_assert_true (fonds_shell_get_sidebar_hidden (fixture->shell));
  fonds_shell_toggle_sidebar (fixture->shell);
  wait_until (shows_all, fixture);
  g_assert_false (fonds_shell_get_sidebar_hidden (fixture->shell));
}

static void
test_toggle_narrow (Fixture *fixture, gconstpointer width)
{
  wait_until (is_narrow, fixture);
  fonds_shell_show_pane (fixture->shell, FONDS_PANE_RECORD);
  fonds_shell_toggle_sidebar (fixture->shell);
  wait_until (shows_sidebar, fixture);
  fonds_shell_toggle_sidebar (fixture->shell);
  wait_until (shows_results, fixture);
}

static void
test_smallest (Fixture *fixture, gconstpointer width)
{
  int smallest = 0;

  gtk_widget_measure (GTK_WIDGET (fixture->shell), GTK_ORIENTATION_HORIZONTAL, -1, &smallest, NULL,
                      NULL, NULL);
  g_assert_cmpint (smallest, <=, 360);
}

static gboolean
shows_two (gpointer data)
{
  return is_seen (data, FONDS_PANE_SIDEBAR) && is_seen (data, FONDS_PANE_RESULTS) &&
         !is_seen (data, FONDS_PANE_RECORD);
}

static void
test_large_text (Fixture *fixture, gconstpointer width)
{
  GtkCssProvider *large = gtk_css_provider_new ();

  wait_until (shows_all, fixture);
  gtk_css_provider_load_from_data (large, "window { font-size: 18pt; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (large),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  fonds_shell_show_pane (fixture->shell, FONDS_PANE_RESULTS);
  wait_until (shows_two, fixture);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (large));
  g_object_unref (large);
  wait_until (shows_all, fixture);
}

static int
width_of (Fixture *fixture, FondsPane pane)
{
  return gtk_widget_get_width (fonds_shell_get_pane (fixture->shell, pane));
}

static gboolean
results_have_500 (gpointer data)
{
  return width_of (data, FONDS_PANE_RESULTS) == 500;
}

static gboolean
results_have_340 (gpointer data)
{
  return width_of (data, FONDS_PANE_RESULTS) == 340;
}

static void
test_results_width (Fixture *fixture, gconstpointer width)
{
  wait_until (results_have_340, fixture);
  fonds_shell_set_results_width (fixture->shell, FALSE, 500);
  wait_until (results_have_500, fixture);
  g_assert_true (shows_all (fixture));
  fonds_shell_set_results_width (fixture->shell, FALSE, 0);
  wait_until (results_have_340, fixture);
}

static gboolean
results_have_most (gpointer data)
{
  return width_of (data, FONDS_PANE_RESULTS) > width_of (data, FONDS_PANE_RECORD);
}

static void
test_results_of_pictures (Fixture *fixture, gconstpointer width)
{
  wait_until (results_have_340, fixture);
  fonds_shell_set_results_wide (fixture->shell, TRUE);
  wait_until (results_have_most, fixture);
  g_assert_true (shows_all (fixture));
  fonds_shell_set_results_width (fixture->shell, TRUE, 340);
  wait_until (results_have_340, fixture);
  fonds_shell_set_results_width (fixture->shell, TRUE, 500);
  wait_until (results_have_500, fixture);
  fonds_shell_set_results_wide (fixture->shell, FALSE);
  wait_until (results_have_340, fixture);
}

static void
test_results_too_wide (Fixture *fixture, gconstpointer width)
{
  int smallest = 0;

  fonds_shell_set_results_width (fixture->shell, FALSE, 5000);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (shows_all (fixture));
  g_assert_cmpint (width_of (fixture, FONDS_PANE_RECORD), >=, 340);
  gtk_widget_measure (GTK_WIDGET (fixture->shell), GTK_ORIENTATION_HORIZONTAL, -1, &smallest, NULL,
                      NULL, NULL);
  g_assert_cmpint (smallest, <=, 360);
}

static GtkWidget *
find_handle (GtkWidget *widget)
{
  GtkWidget *found = FONDS_IS_SHELL_HANDLE (widget) ? widget : NULL;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_handle (child);
  return found;
}

static gboolean
results_have_440 (gpointer data)
{
  return width_of (data, FONDS_PANE_RESULTS) == 440;
}

static gboolean
record_has_340 (gpointer data)
{
  return width_of (data, FONDS_PANE_RECORD) == 340;
}

static void
test_handle (Fixture *fixture, gconstpointer width)
{
  GtkWidget *handle = find_handle (GTK_WIDGET (fixture->shell));

  wait_until (results_have_340, fixture);
  g_signal_emit_by_name (handle, "dragged", 100.0);
  wait_until (results_have_440, fixture);
  g_signal_emit_by_name (handle, "dragged", 5000.0);
  wait_until (record_has_340, fixture);
  g_signal_emit_by_name (handle, "reset");
  wait_until (results_have_340, fixture);
}

static void
add (const char *path, int width, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/shell/a-wide-window-shows-all-panes", 1200, test_wide);
  add ("/shell/a-middling-window-keeps-the-sidebar-beside-results-or-record", 760, test_middling);
  add ("/shell/a-narrow-window-shows-one-pane", 400, test_narrow);
  add ("/shell/back-uncovers-results-and-then-the-sidebar", 400, test_back);
  add ("/shell/the-sidebar-of-a-wide-window-hides-and-comes-back", 1200, test_toggle_wide);
  add ("/shell/the-sidebar-of-a-narrow-window-is-gone-to-and-left", 400, test_toggle_narrow);
  add ("/shell/the-panes-fit-into-360-pixels", 360, test_smallest);

  add ("/shell/larger-text-leaves-two-panes-where-there-were-three", 1200, test_large_text);
  add ("/shell/the-results-are-as-wide-as-they-were-drawn", 1200, test_results_width);
  add ("/shell/pictures-have-more-room-than-the-record-and-a-width-of-their-own", 1200,
       test_results_of_pictures);
  add ("/shell/results-drawn-too-wide-leave-the-record-its-room", 1200, test_results_too_wide);

  add ("/shell/the-line-before-the-record-is-drawn-and-put-back", 1200, test_handle);

  return g_test_run ();
}
