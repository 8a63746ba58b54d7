/* results-actions.c - what can be done with what is selected in the results: the actions results.*
 *
 * Each works on the whole selection, or is disabled where it makes sense for one record only.
 * Thread: main context; texts are put together on other threads.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/results-private.h"

#include "ui/error-words.h"
#include "ui/export-dialog.h"
#include "ui/label.h"
#include "ui/result-text.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

/* What somebody may want to paste; more takes minutes, and a clipboard holds it all in memory. */
#define MOST_COPIED 20000

static void
say (FondsResults *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  /* A toast reads markup. */
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (FONDS_IS_WINDOW (root))
    fonds_window_add_toast (FONDS_WINDOW (root), adw_toast_new (markup));
}

static void
say_copied (FondsResults *self, guint n)
{
  g_autofree char *count = fonds_format_count (n);
  /* Translators: so many records have gone to the clipboard. */
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s record copied", "%s records copied", n), count);

  say (self, text);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsResults) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n;
  g_autofree char *text = fonds_result_text_finish (result, &n, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->copying);
  if (!text)
    say (self, fonds_error_title (error));
  else if (n == 0)
    say (self, _ ("No reference code to copy"));
  else
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
      say_copied (self, n);
    }
}

static void
copy (FondsResults *self, FondsResultText what)
{
  guint n;
  g_autofree guint32 *ids = fonds_selection_dup_ids (self->selection, &n);

  if (n == 0)
    return;
  if (n > MOST_COPIED)
    {
      say (self, _ ("Too many records to copy. Export them instead."));
      return;
    }
  if (self->copying)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  self->copying = g_cancellable_new ();
  fonds_result_text_async (fonds_search_get_catalogue (fonds_finder_get_search (self->finder)), ids,
                           n, what, self->copying, copied_cb, g_object_ref (self));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (FONDS_RESULTS (widget), FONDS_RESULT_TEXT_LINE);
}

static void
copy_citation_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (FONDS_RESULTS (widget), FONDS_RESULT_TEXT_CITATION);
}

static void
copy_reference_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (FONDS_RESULTS (widget), FONDS_RESULT_TEXT_REFERENCE);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = fonds_selection_get_single (FONDS_RESULTS (widget)->selection);

  if (id != 0)
    g_signal_emit_by_name (widget, "record-activated", id);
}

/* To the window, which knows what goes on around its panes. */
static void
pass_on (GtkWidget *widget, const char *action)
{
  gint64 id = fonds_selection_get_single (FONDS_RESULTS (widget)->selection);

  if (id != 0)
    gtk_widget_activate_action (widget, action, "x", id);
}

static void
open_window_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pass_on (widget, "win.open-in-new-window");
}

static void
show_in_hierarchy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pass_on (widget, "win.show-in-hierarchy");
}

static void
only_under_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pass_on (widget, "win.show-under");
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsResults *self = FONDS_RESULTS (widget);
  FondsSearch *search = fonds_finder_get_search (self->finder);
  GtkRoot *window = gtk_widget_get_root (widget);
  g_autofree guint32 *ids = NULL;
  guint n;

  ids = fonds_selection_dup_ids (self->selection, &n);
  if (n > 0)
    fonds_export_dialog_present (GTK_WINDOW (window), fonds_search_get_catalogue (search), search,
                                 fonds_finder_get_request (self->finder), ids, n);
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (FONDS_RESULTS (widget)->selection));
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (FONDS_RESULTS (widget)->finder)
    _fonds_results_go_to (FONDS_RESULTS (widget));
}

static void
quick_look_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _fonds_results_toggle_quick_look (FONDS_RESULTS (widget));
}

static void
clear_selection_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (FONDS_RESULTS (widget)->selection));
}

/* Escape is anybody's where nothing is up or selected that could be let go. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FondsResults *self = FONDS_RESULTS (widget);

  if (fonds_quick_look_is_shown (self->quick_look))
    {
      fonds_quick_look_hide (self->quick_look);
      return TRUE;
    }
  if (!self->selection || fonds_selection_get_n_selected (self->selection) < 2)
    return FALSE;
  gtk_widget_activate_action (widget, "results.clear-selection", NULL);
  return TRUE;
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();
  g_autoptr (GMenuItem) look = g_menu_item_new (_ ("Quick look"), "results.quick-look");

  g_menu_append (open, _ ("Open"), "results.open");
  g_menu_append (open, _ ("Open in new window"), "results.open-in-new-window");
  g_menu_item_set_attribute (look, "accel", "s", "space");
  g_menu_append_item (open, look);
  g_menu_append (place, _ ("Show in hierarchy"), "results.show-in-hierarchy");
  g_menu_append (place, _ ("Only under this"), "results.only-under");
  g_menu_append (copies, _ ("Copy as text"), "results.copy");
  g_menu_append (copies, _ ("Copy citation"), "results.copy-citation");
  g_menu_append (copies, _ ("Copy reference code"), "results.copy-reference");
  g_menu_append (out, _ ("Export…"), "results.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));
  return G_MENU_MODEL (menu);
}

/* Back to the row that the menu was about, before what was chosen takes the focus elsewhere. */
static void
menu_closed_cb (FondsResults *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->views[self->mode]));
}

/*
 * _fonds_results_show_menu:
 * @self: a pane of results
 * @x: a place in the view
 * @y: a place in the view
 *
 * Shows what can be done with what is selected.
 */
void
_fonds_results_show_menu (FondsResults *self, double x, double y)
{
  GtkWidget *view = fonds_result_view_get_widget (self->views[self->mode]);
  GdkRectangle place = { 0, 0, 1, 1 };
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (!gtk_widget_compute_point (view, GTK_WIDGET (self->place), &point, &point))
    return;
  if (!self->menu)
    {
      g_autoptr (GMenuModel) model = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      /* The pane itself hands the focus on to its child alone, where arrows would look for it. */
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self->place));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  place.x = (int) point.x;
  place.y = (int) point.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* What may be done with the one that is selected: it is seen, so its row is there or will soon be. */
static void
judge_one (FondsResults *self, gint64 id, gboolean *is_unit, gboolean *is_above)
{
  guint position =
      id ? fonds_result_model_find (fonds_finder_get_results (self->finder), id) : G_MAXUINT;
  g_autoptr (FondsResultItem) item =
      position != G_MAXUINT ? g_list_model_get_item (G_LIST_MODEL (self->selection), position)
                            : NULL;
  const FondsRow *row = item ? fonds_result_item_get_row (item) : NULL;

  *is_unit = id != 0 && (!row || row->kind == FONDS_KIND_UNIT);
  *is_above = id != 0 && (!row || row->has_children);
}

/*
 * _fonds_results_update_actions:
 * @self: a pane of results
 *
 * Lets each action be enabled exactly while there is what it works on.
 */
void
_fonds_results_update_actions (FondsResults *self)
{
  static const char *const of_any[] = { "results.copy", "results.copy-citation",
                                        "results.copy-reference", "results.export",
                                        "results.clear-selection" };
  static const char *const of_one[] = { "results.open", "results.open-in-new-window",
                                        "results.quick-look" };
  guint n = fonds_selection_get_n_selected (self->selection);
  gint64 id = fonds_selection_get_single (self->selection);
  gboolean is_unit, is_above;
  guint i;

  judge_one (self, id, &is_unit, &is_above);
  for (i = 0; i < G_N_ELEMENTS (of_any); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_any[i], n > 0);
  for (i = 0; i < G_N_ELEMENTS (of_one); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_one[i], n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.show-in-hierarchy", is_unit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "results.only-under", is_above);
}

/*
 * _fonds_results_install_actions:
 * @widget_class: the pane's class
 *
 * Installs the actions and their keys.
 */
void
_fonds_results_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "results.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "results.open-in-new-window", NULL,
                                   open_window_cb);
  gtk_widget_class_install_action (widget_class, "results.show-in-hierarchy", NULL,
                                   show_in_hierarchy_cb);
  gtk_widget_class_install_action (widget_class, "results.only-under", NULL, only_under_cb);
  gtk_widget_class_install_action (widget_class, "results.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "results.copy-citation", NULL, copy_citation_cb);
  gtk_widget_class_install_action (widget_class, "results.copy-reference", NULL, copy_reference_cb);
  gtk_widget_class_install_action (widget_class, "results.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "results.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "results.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (widget_class, "results.quick-look", NULL, quick_look_cb);
  gtk_widget_class_install_action (widget_class, "results.clear-selection", NULL,
                                   clear_selection_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "results.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "results.copy-citation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "results.open-in-new-window", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
