/* result-view.c - the results as a list, a table or a grid of pictures
 *
 * One scrolled view of the model that all of them share, with what is the same in each: what is opened,
 * by key and by click, where a menu is asked for, a quick look, and where the view stands.
 * Signals: activated, with a record's id; menu, with the place where it is asked for, the record there
 * selected; quick-look.
 * Invariant: a view that isn't seen has no model, since every view keeps two hundred rows.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-view.h"

#include "ui/label.h"
#include "ui/result-row.h"
#include "ui/result-tile.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

#define MOST_TILES_A_ROW 6

/* A view moves in the frame after it was told to; only then there is a row that can have the focus. */
#define FRAMES_UNTIL_MEASURED 2
#define FRAMES_UNTIL_MOVED 3

struct _FondsResultView
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkScrolledWindow *scroller;
  GtkWidget *view; /* a GtkListView, GtkColumnView or GtkGridView */

  /* owned */
  FondsResultColumns *columns; /* (nullable): a table's */
  FondsSelection *selection;   /* (nullable): while the view is seen */
  FondsMedia *media;

  /* state */
  FondsViewMode mode;
  gboolean activate_on_click;
  guint tick; /* what waits until the view has moved; 0 for nothing */
  guint frames;
  guint to_position; /* what is to be seen then; GTK_INVALID_LIST_POSITION for whatever there is */
  double to_offset;  /* where the view is to stand then; below 0 for where it is */
  gint64 to_focus;   /* the record whose row takes the focus then; 0 for none */
};

G_DEFINE_FINAL_TYPE (FondsResultView, fonds_result_view, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  MENU,
  QUICK_LOOK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What has the rows: a table has a list inside. */
static GtkWidget *
rows_of (FondsResultView *self)
{
  GtkWidget *child = self->view;

  if (self->mode != FONDS_VIEW_TABLE)
    return child;
  for (child = gtk_widget_get_first_child (child); child;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        break;
    }
  return child;
}

static FondsResultCell *
focused_cell (FondsResultView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, self->view) ? fonds_result_cell_in (focus) : NULL;
}

static gint64
id_of (FondsResultCell *cell)
{
  FondsResultItem *item = cell ? fonds_result_cell_get_item (cell) : NULL;

  return item ? fonds_result_item_get_id (item) : 0;
}

static void
activate_cb (FondsResultView *self, guint position)
{
  g_autoptr (FondsResultItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item)
    g_signal_emit (self, signals[ACTIVATED], 0, fonds_result_item_get_id (item));
}

/* In place of GTK's own "single-click-activate", which selects whatever a pointer passes over. */
static void
released_cb (FondsResultView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gint64 id = id_of (fonds_result_cell_at (self->view, x, y));

  if (self->activate_on_click && id != 0 && n_press == 1 &&
      !(state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    g_signal_emit (self, signals[ACTIVATED], 0, id);
}

/* What the menu is about is selected first, unless it belongs to what is selected. */
static void
ask_menu (FondsResultView *self, FondsResultCell *cell, double x, double y)
{
  gint64 id = id_of (cell);

  if (id == 0)
    return;
  if (!fonds_selection_contains (self->selection, id))
    fonds_selection_select_only (self->selection, id);
  g_signal_emit (self, signals[MENU], 0, x, y);
}

/* A table's headings have menus of their own. */
static void
ask_menu_at (FondsResultView *self, double x, double y, GtkGesture *gesture)
{
  FondsResultCell *cell = fonds_result_cell_at (self->view, x, y);

  gtk_gesture_set_state (gesture, cell ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  ask_menu (self, cell, x, y);
}

static void
secondary_cb (FondsResultView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  ask_menu_at (self, x, y, gesture);
}

static void
long_press_cb (FondsResultView *self, double x, double y, GtkGesture *gesture)
{
  ask_menu_at (self, x, y, gesture);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FondsResultView *self = FONDS_RESULT_VIEW (user_data);
  FondsResultCell *cell = focused_cell (self);
  graphene_rect_t bounds;

  if (!cell || !gtk_widget_compute_bounds (GTK_WIDGET (cell), self->view, &bounds))
    return FALSE;
  ask_menu (self, cell, bounds.origin.x + bounds.size.width / 2,
            bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

static gboolean
quick_look_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FondsResultView *self = FONDS_RESULT_VIEW (user_data);
  gint64 id = id_of (focused_cell (self));

  if (id == 0)
    return FALSE;
  if (!fonds_selection_contains (self->selection, id))
    fonds_selection_select_only (self->selection, id);
  g_signal_emit (self, signals[QUICK_LOOK], 0);
  return TRUE;
}

static void
add_key (GtkEventController *controller,
         const char *trigger,
         GtkShortcutFunc func,
         FondsResultView *self)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              trigger),
                                                          gtk_callback_action_new (func, self,
                                                                                   NULL)));
}

/* Before the rows, which would select and unselect by Space; Ctrl+Space stays for that. */
static void
add_keys (FondsResultView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, "space", quick_look_key_cb, self);
  add_key (controller, "Menu", menu_key_cb, self);
  add_key (controller, "<Shift>F10", menu_key_cb, self);
  gtk_widget_add_controller (self->view, controller);
}

static void
add_gestures (FondsResultView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (press));
}

static GtkWidget *
make_row (gpointer data)
{
  return fonds_result_row_new ();
}

static GtkWidget *
make_tile (gpointer data)
{
  return fonds_result_tile_new (data);
}

/* GTK 4.8 moves the heads of a wide table one way and its rows the other where lines run from the right,
 * so the columns themselves run from the left everywhere; what stands in them does not. */
static void
run_from_left (GtkWidget *table)
{
  GtkWidget *child;

  gtk_widget_set_direction (table, GTK_TEXT_DIR_LTR);
  for (child = gtk_widget_get_first_child (table); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_direction (child, GTK_TEXT_DIR_LTR);
}

static GtkWidget *
make_view (FondsResultView *self)
{
  GtkWidget *view;

  switch (self->mode)
    {
    case FONDS_VIEW_TABLE:
      view = gtk_column_view_new (NULL);
      self->columns = fonds_result_columns_new (GTK_COLUMN_VIEW (view));
      run_from_left (view);
      gtk_widget_add_css_class (view, "results-table");
      return view;
    case FONDS_VIEW_GRID:
      view = gtk_grid_view_new (NULL, fonds_result_cell_factory_new (make_tile, self->media));
      gtk_grid_view_set_max_columns (GTK_GRID_VIEW (view), MOST_TILES_A_ROW);
      gtk_widget_add_css_class (view, "results-grid");
      return view;
    case FONDS_VIEW_LIST:
    case FONDS_N_VIEWS:
    default:
      view = gtk_list_view_new (NULL, fonds_result_cell_factory_new (make_row, NULL));
      gtk_widget_add_css_class (view, "navigation-sidebar");
      return view;
    }
}

static void
focus_row (FondsResultView *self, gint64 id)
{
  GtkWidget *row = gtk_widget_get_first_child (rows_of (self));

  for (; row; row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_mapped (row) && id_of (fonds_result_cell_in (row)) == id)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

static void
move (FondsResultView *self)
{
  if (self->to_position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (rows_of (self), "list.scroll-to-item", "u", self->to_position);
  if (self->to_offset >= 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                              self->to_offset);
  self->to_position = GTK_INVALID_LIST_POSITION;
  self->to_offset = -1;
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FondsResultView *self = FONDS_RESULT_VIEW (widget);

  self->frames++;
  if (self->frames == FRAMES_UNTIL_MEASURED)
    move (self);
  if (self->frames < FRAMES_UNTIL_MOVED)
    return G_SOURCE_CONTINUE;
  if (self->to_focus != 0)
    focus_row (self, self->to_focus);
  self->to_focus = 0;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
wait_until_moved (FondsResultView *self)
{
  self->frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static gboolean
fonds_result_view_grab_focus (GtkWidget *widget)
{
  FondsResultView *self = FONDS_RESULT_VIEW (widget);

  return gtk_widget_grab_focus (rows_of (self));
}

static void
fonds_result_view_dispose (GObject *object)
{
  FondsResultView *self = FONDS_RESULT_VIEW (object);

  if (self->view)
    fonds_result_view_set_selection (self, NULL);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->view = NULL;

  G_OBJECT_CLASS (fonds_result_view_parent_class)->dispose (object);
}

static void
fonds_result_view_finalize (GObject *object)
{
  g_clear_object (&FONDS_RESULT_VIEW (object)->columns);
  g_clear_object (&FONDS_RESULT_VIEW (object)->media);

  G_OBJECT_CLASS (fonds_result_view_parent_class)->finalize (object);
}

static void
fonds_result_view_class_init (FondsResultViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = fonds_result_view_dispose;
  object_class->finalize = fonds_result_view_finalize;
  widget_class->grab_focus = fonds_result_view_grab_focus;
  widget_class->focus = fonds_bin_pass_focus;

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[QUICK_LOOK] =
      g_signal_new ("quick-look", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_result_view_init (FondsResultView *self)
{
  self->to_position = GTK_INVALID_LIST_POSITION;
  self->to_offset = -1;
}

/**
 * fonds_result_view_new:
 * @mode: what it looks like
 * @media: the pictures of the records' catalogue
 *
 * Makes a view without a model.
 *
 * Returns: (transfer floating): the view
 */
FondsResultView *
fonds_result_view_new (FondsViewMode mode, FondsMedia *media)
{
  FondsResultView *self = g_object_new (FONDS_TYPE_RESULT_VIEW, NULL);
  GtkWidget *stop = fonds_tab_stop_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->mode = mode;
  self->media = g_object_ref (media);
  self->view = make_view (self);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_scrolled_window_set_policy (self->scroller,
                                  mode == FONDS_VIEW_TABLE ? GTK_POLICY_AUTOMATIC
                                                           : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  fonds_widget_set_accessible_name (self->view, _ ("Results"));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  add_gestures (self);
  add_keys (self);
  gtk_scrolled_window_set_child (self->scroller, self->view);
  adw_bin_set_child (ADW_BIN (stop), scroller);
  adw_bin_set_child (ADW_BIN (self), stop);
  return self;
}

/**
 * fonds_result_view_set_selection:
 * @self: a view
 * @selection: (nullable): what it shows, and what of it is selected; %NULL while it isn't seen
 *
 * Fills or empties the view.
 */
void
fonds_result_view_set_selection (FondsResultView *self, FondsSelection *selection)
{
  g_return_if_fail (FONDS_IS_RESULT_VIEW (self));

  g_object_set (self->view, "model", selection, NULL);
  g_set_object (&self->selection, selection);
}

/**
 * fonds_result_view_get_columns:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): how a table is arranged; %NULL for other views
 */
FondsResultColumns *
fonds_result_view_get_columns (FondsResultView *self)
{
  g_return_val_if_fail (FONDS_IS_RESULT_VIEW (self), NULL);

  return self->columns;
}

/**
 * fonds_result_view_get_widget:
 * @self: a view
 *
 * Returns: (transfer none): the list, table or grid in which places are told
 */
GtkWidget *
fonds_result_view_get_widget (FondsResultView *self)
{
  g_return_val_if_fail (FONDS_IS_RESULT_VIEW (self), NULL);

  return self->view;
}

/**
 * fonds_result_view_set_activate_on_click:
 * @self: a view
 * @activate: whether one click opens a record
 *
 * Chooses between selecting and opening.
 */
void
fonds_result_view_set_activate_on_click (FondsResultView *self, gboolean activate)
{
  g_return_if_fail (FONDS_IS_RESULT_VIEW (self));

  self->activate_on_click = activate;
}

/**
 * fonds_result_view_get_focused:
 * @self: a view
 *
 * Returns: the record whose row has the focus; 0 for none
 */
gint64
fonds_result_view_get_focused (FondsResultView *self)
{
  g_return_val_if_fail (FONDS_IS_RESULT_VIEW (self), 0);

  return id_of (focused_cell (self));
}

/**
 * fonds_result_view_reveal:
 * @self: a view that has a model
 * @position: a place in it
 * @focus: whether the row there gets the focus
 *
 * Moves the view so that a row is seen.
 */
void
fonds_result_view_reveal (FondsResultView *self, guint position, gboolean focus)
{
  g_autoptr (FondsResultItem) item = NULL;

  g_return_if_fail (FONDS_IS_RESULT_VIEW (self));

  item = self->selection ? g_list_model_get_item (G_LIST_MODEL (self->selection), position) : NULL;
  if (!item)
    return;
  self->to_position = position;
  self->to_offset = -1;
  self->to_focus = focus ? fonds_result_item_get_id (item) : 0;
  wait_until_moved (self);
}

/**
 * fonds_result_view_go_to_start:
 * @self: a view
 *
 * Shows the first rows, at once.
 */
void
fonds_result_view_go_to_start (FondsResultView *self)
{
  g_return_if_fail (FONDS_IS_RESULT_VIEW (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * fonds_result_view_get_offset:
 * @self: a view
 *
 * Returns: how far it is scrolled
 */
double
fonds_result_view_get_offset (FondsResultView *self)
{
  g_return_val_if_fail (FONDS_IS_RESULT_VIEW (self), 0);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
}

/**
 * fonds_result_view_set_offset:
 * @self: a view
 * @offset: what fonds_result_view_get_offset() said
 *
 * Scrolls to where the view stood, as soon as it knows how long it is.
 */
void
fonds_result_view_set_offset (FondsResultView *self, double offset)
{
  g_return_if_fail (FONDS_IS_RESULT_VIEW (self));

  self->to_position = GTK_INVALID_LIST_POSITION;
  self->to_offset = offset;
  wait_until_moved (self);
}

/**
 * fonds_result_view_get_fraction:
 * @self: a view
 *
 * Returns: how much of its length lies before what is seen in its middle, between 0 and 1
 */
double
fonds_result_view_get_fraction (FondsResultView *self)
{
  GtkAdjustment *adjustment;
  double upper;

  g_return_val_if_fail (FONDS_IS_RESULT_VIEW (self), 0);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  upper = gtk_adjustment_get_upper (adjustment);
  return upper <= 0 || gtk_adjustment_get_value (adjustment) <= 0
             ? 0
             : CLAMP ((gtk_adjustment_get_value (adjustment) +
                       gtk_adjustment_get_page_size (adjustment) / 2) /
                          upper,
                      0, 1);
}
