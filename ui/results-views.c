/* results-views.c - how the results are seen: the views and the menus that choose among them
 *
 * Invariant: the view that is seen has the model, the others have none.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/results-private.h"

#include "ui/result-drag.h"

#include <glib/gi18n-lib.h>

static FondsResultModel *
model (FondsResults *self)
{
  return fonds_finder_get_results (self->finder);
}

static FondsResultView *
view (FondsResults *self)
{
  return self->views[self->mode];
}

static void
activated_cb (FondsResults *self, gint64 id)
{
  g_signal_emit_by_name (self, "record-activated", id);
}

static void
sort_by_column_cb (FondsResults *self, int sort, gboolean descending)
{
  fonds_finder_set_sort (self->finder, (FondsSort) sort, descending);
}

/*
 * _fonds_results_show_sort:
 * @self: a pane of results
 *
 * Lets a table mark the column by which the results are ordered, and show where words matched.
 */
void
_fonds_results_show_sort (FondsResults *self)
{
  const FondsRequest *request = fonds_finder_get_request (self->finder);
  FondsResultColumns *columns = fonds_result_view_get_columns (view (self));
  FondsAnswer *answer = fonds_result_model_get_answer (model (self));

  if (!columns)
    return;
  fonds_result_columns_show_sort (columns, request->sort, request->descending);
  fonds_result_columns_set_matching (columns, answer && answer->matcher);
}

/* The selection where what is dragged belongs to it, else that one record. */
static GdkContentProvider *
prepare_drag_cb (FondsResults *self, double x, double y, GtkDragSource *source)
{
  GtkWidget *widget = fonds_result_view_get_widget (view (self));
  FondsResultCell *cell = fonds_result_cell_at (widget, x, y);
  FondsResultItem *item = cell ? fonds_result_cell_get_item (cell) : NULL;
  g_autoptr (GdkPaintable) picture = NULL;
  g_autofree guint32 *ids = NULL;
  guint32 own;
  guint n = 1;

  if (!item)
    return NULL;
  own = (guint32) fonds_result_item_get_id (item);
  if (fonds_selection_contains (self->selection, own))
    ids = fonds_selection_dup_ids (self->selection, &n);
  picture = gtk_widget_paintable_new (GTK_WIDGET (cell));
  gtk_drag_source_set_icon (source, picture, 0, 0);
  return fonds_result_drag_new (fonds_search_get_catalogue (fonds_finder_get_search (self->finder)),
                                ids ? ids : &own, n);
}

static void
add_drag (FondsResults *self, FondsResultView *made)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self,
                           G_CONNECT_SWAPPED);
  /* Before the rows, whose own gesture takes the pointer for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (fonds_result_view_get_widget (made), GTK_EVENT_CONTROLLER (source));
}

static FondsResultView *
make_view (FondsResults *self, FondsViewMode mode)
{
  FondsCatalogue *catalogue = fonds_search_get_catalogue (fonds_finder_get_search (self->finder));
  FondsResultView *made = fonds_result_view_new (mode, fonds_media_get (catalogue));
  FondsResultColumns *columns = fonds_result_view_get_columns (made);

  fonds_result_view_set_activate_on_click (made, self->activate_on_click);
  add_drag (self, made);
  g_signal_connect_object (made, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (made, "quick-look", G_CALLBACK (_fonds_results_toggle_quick_look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (made, "menu", G_CALLBACK (_fonds_results_show_menu), self,
                           G_CONNECT_SWAPPED);
  if (columns)
    {
      _fonds_results_recall_columns (self, columns);
      g_signal_connect_object (columns, "sort", G_CALLBACK (sort_by_column_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (columns, "arranged", G_CALLBACK (_fonds_results_keep_columns), self,
                               G_CONNECT_SWAPPED);
    }
  return g_object_ref_sink (made);
}

/* What is looked at in one view is looked at in the next: what is selected, else what is in the
 * middle. */
static guint
position_looked_at (FondsResults *self)
{
  gint64 id = fonds_selection_get_single (self->selection);
  guint position = id ? fonds_result_model_find (model (self), id) : G_MAXUINT;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  return position != G_MAXUINT ? position
                               : (guint) (fonds_result_view_get_fraction (view (self)) * n);
}

/*
 * _fonds_results_show_view:
 * @self: a pane of results
 * @mode: how they are seen
 *
 * Puts another view in the place of the one that is seen, with the same selection and at the same
 * records.
 */
void
_fonds_results_show_view (FondsResults *self, FondsViewMode mode)
{
  FondsResultView *before = view (self);
  gboolean focused = before && gtk_widget_get_focus_child (GTK_WIDGET (before));
  guint position = before ? position_looked_at (self) : 0;

  if (before)
    fonds_result_view_set_selection (before, NULL);
  if (!self->views[mode])
    self->views[mode] = make_view (self, mode);
  self->mode = mode;
  fonds_result_view_set_selection (view (self), self->selection);
  adw_bin_set_child (self->place, GTK_WIDGET (view (self)));
  gtk_menu_button_set_icon_name (self->view_button, fonds_view_mode_icon (mode));
  _fonds_results_show_sort (self);
  if (before)
    fonds_result_view_reveal (view (self), position, focused);
}

/*
 * _fonds_results_make_sort_menu:
 *
 * Lists the orders.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
_fonds_results_make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();
  FondsSort sort;

  for (sort = 0; sort < FONDS_N_SORTS; sort++)
    {
      g_autofree char *action = g_strdup_printf ("results.sort::%s", fonds_sort_id (sort));

      g_menu_append (orders, fonds_sort_label (sort), action);
    }
  g_menu_append (direction, _ ("Backwards"), "results.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  return G_MENU_MODEL (menu);
}

/*
 * _fonds_results_make_view_menu:
 *
 * Lists the views.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
_fonds_results_make_view_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) modes = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenuItem) go_to = g_menu_item_new (_ ("Go to…"), "results.go-to");
  FondsViewMode mode;

  for (mode = 0; mode < FONDS_N_VIEWS; mode++)
    {
      g_autofree char *action = g_strdup_printf ("results.view::%s", fonds_view_mode_id (mode));
      g_autofree char *keys = g_strdup_printf ("<Control>%u", mode + 1);
      g_autoptr (GMenuItem) item = g_menu_item_new (fonds_view_mode_label (mode), action);

      g_menu_item_set_attribute (item, "accel", "s", keys);
      g_menu_append_item (modes, item);
    }
  g_menu_item_set_attribute (go_to, "accel", "s", "<Control>g");
  g_menu_append_item (more, go_to);
  g_menu_append (more, _ ("Select all"), "results.select-all");
  g_menu_append (more, _ ("Export these results…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (modes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}

/*
 * _fonds_results_add_keys:
 * @self: a pane of results
 *
 * Lets the views be changed, and a place be gone to, wherever the focus is in the window.
 */
void
_fonds_results_add_keys (FondsResults *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  FondsViewMode mode;

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (mode = 0; mode < FONDS_N_VIEWS; mode++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + mode, GDK_CONTROL_MASK),
                            gtk_named_action_new ("results.view"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (fonds_view_mode_id (mode)));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_g,
                                                                                  GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("results.go-to")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/*
 * _fonds_results_change_section:
 * @self: a pane of results
 *
 * Remembers where the section stood that is left; shows the one that is come to as it was seen, where
 * it stood.
 */
void
_fonds_results_change_section (FondsResults *self)
{
  FondsPlaceInResults *place = &self->places[self->section];
  const char *query = fonds_finder_get_request (self->finder)->query;
  FondsViewMode mode;

  g_free (place->query);
  place->query = g_strdup (query);
  place->offset = fonds_result_view_get_offset (view (self));
  self->section = fonds_finder_get_section (self->finder);
  place = &self->places[self->section];
  self->to_offset = g_strcmp0 (place->query, query) == 0 ? place->offset : -1;
  mode = _fonds_results_recall_view (self);
  if (mode != self->mode)
    _fonds_results_show_view (self, mode);
  if (self->views[FONDS_VIEW_TABLE])
    _fonds_results_recall_columns (self,
                                   fonds_result_view_get_columns (self->views[FONDS_VIEW_TABLE]));
}
