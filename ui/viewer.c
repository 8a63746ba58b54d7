/* viewer.c - a record's pictures and files, one at a time and as large as the window
 *
 * Goes through the pages of all the record's files; the strip below shows where one is. Turning is
 * for looking only, and forgotten with the page.
 * Invariant: an action is enabled exactly while it would do something.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/viewer.h"

#include "ui/label.h"
#include "ui/media-outside.h"
#include "ui/media-pages.h"
#include "ui/tab-stop.h"
#include "ui/viewer-stage.h"
#include "ui/viewer-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_STEP 1.25
/* An arrow moves by so much of what is seen. */
#define PAN_PART 0.15
#define HIDE_AFTER_MS 2500

struct _FondsViewer
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkWidget *header;
  AdwWindowTitle *title;
  FondsViewerStage *stage;
  GtkRevealer *leave_revealer;
  GtkWidget *strip;
  GtkListView *list;
  GtkWidget *bar;
  GtkWidget *steps;
  GtkWidget *tools;
  GtkLabel *zoom;

  /* owned */
  FondsMediaPages *pages;        /* (nullable) */
  GtkSingleSelection *selection; /* (nullable) */
  GtkWindow *window;             /* (nullable): whose full screen is followed */

  /* state */
  gulong fullscreened_handler;
  guint label_source;
  guint hide_source;
};

G_DEFINE_FINAL_TYPE (FondsViewer, fonds_viewer, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FondsTileView *
view_of (FondsViewer *self)
{
  return fonds_viewer_stage_get_view (self->stage);
}

static FondsMediaPage *
shown (FondsViewer *self)
{
  return self->selection ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static guint
position (FondsViewer *self)
{
  return self->selection ? gtk_single_selection_get_selected (self->selection)
                         : GTK_INVALID_LIST_POSITION;
}

static guint
n_pages (FondsViewer *self)
{
  return self->pages ? g_list_model_get_n_items (G_LIST_MODEL (self->pages)) : 0;
}

static void
enable (FondsViewer *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_zoom (FondsViewer *self)
{
  const FondsTileCamera *camera = fonds_tile_view_get_camera (view_of (self));
  gboolean picture = fonds_viewer_stage_shows_picture (self->stage);
  double scale = camera->scale;
  g_autofree char *percent =
      g_strdup_printf (_ ("%d %%"), (int) round (fonds_tile_view_get_zoom (view_of (self)) * 100));

  if (g_strcmp0 (gtk_label_get_text (self->zoom), percent) != 0)
    gtk_label_set_text (self->zoom, percent);
  enable (self, "viewer.zoom-in", picture && scale < fonds_tile_camera_max_scale (camera));
  enable (self, "viewer.zoom-out", picture && scale > fonds_tile_camera_min_scale (camera));
  enable (self, "viewer.fit", picture && !camera->fitted);
  enable (self, "viewer.actual",
          picture && fabs (fonds_tile_view_get_zoom (view_of (self)) - 1) > 0.001);
  enable (self, "viewer.turn-left", picture);
  enable (self, "viewer.turn-right", picture);
  gtk_widget_set_visible (self->tools, picture);
}

static gboolean
label_cb (gpointer user_data)
{
  FondsViewer *self = user_data;

  self->label_source = 0;
  update_zoom (self);
  return G_SOURCE_REMOVE;
}

/* The view may be in the middle of its layout, when no label may ask for another size. */
static void
looked_cb (FondsViewer *self)
{
  if (self->label_source == 0)
    self->label_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, label_cb, self, NULL);
}

static void
update_title (FondsViewer *self)
{
  FondsMediaPage *page = shown (self);
  g_autofree char *place = NULL;

  if (!page)
    return;
  if (n_pages (self) > 1)
    place = g_strdup_printf (_ ("%u of %u"), position (self) + 1, n_pages (self));
  adw_window_title_set_title (self->title, fonds_media_page_get_title (page));
  adw_window_title_set_subtitle (self->title, place ? place : "");
  fonds_widget_set_accessible_description (GTK_WIDGET (view_of (self)), place ? place : "");
  gtk_widget_set_visible (self->steps, n_pages (self) > 1);
  enable (self, "viewer.previous", position (self) > 0);
  enable (self, "viewer.next", position (self) + 1 < n_pages (self));
}

static void
update_chrome (FondsViewer *self)
{
  gboolean full = self->window && gtk_window_is_fullscreen (self->window);

  gtk_widget_set_visible (self->header, !full);
  gtk_widget_set_visible (self->bar, !full);
  gtk_widget_set_visible (self->strip, !full && n_pages (self) > 1);
  if (!full)
    gtk_revealer_set_reveal_child (self->leave_revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->leave_revealer), full);
}

static void
show_page (FondsViewer *self)
{
  FondsMediaPage *page = shown (self);

  if (!page)
    return;
  fonds_viewer_stage_show (self->stage, page);
  update_title (self);
  update_zoom (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position (self));
}

static void
items_changed_cb (FondsViewer *self)
{
  update_title (self);
  update_chrome (self);
}

static void
go (FondsViewer *self, int step)
{
  gint64 wanted = (gint64) position (self) + step;

  if (!self->selection || n_pages (self) == 0)
    return;
  gtk_single_selection_set_selected (self->selection,
                                     (guint) CLAMP (wanted, 0, (gint64) n_pages (self) - 1));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (FONDS_VIEWER (widget), g_str_equal (name, "viewer.next") ? 1 : -1);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsTileView *view = view_of (FONDS_VIEWER (widget));

  if (g_str_equal (name, "viewer.fit"))
    fonds_tile_view_fit (view);
  else if (g_str_equal (name, "viewer.actual"))
    fonds_tile_view_show_actual (view);
  else
    fonds_tile_view_zoom_by (view,
                             g_str_equal (name, "viewer.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fonds_tile_view_turn (view_of (FONDS_VIEWER (widget)),
                        g_str_equal (name, "viewer.turn-left") ? -1 : 1);
}

static void
fullscreen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsViewer *self = FONDS_VIEWER (widget);

  if (!self->window)
    return;
  if (gtk_window_is_fullscreen (self->window))
    gtk_window_unfullscreen (self->window);
  else
    gtk_window_fullscreen (self->window);
}

/* One step back at a time: first out of the full screen, then to the record. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsViewer *self = FONDS_VIEWER (widget);

  if (self->window && gtk_window_is_fullscreen (self->window))
    gtk_window_unfullscreen (self->window);
  else
    gtk_widget_activate_action (widget, "viewer.close", NULL);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsViewer *self = FONDS_VIEWER (widget);

  if (self->window && gtk_window_is_fullscreen (self->window))
    gtk_window_unfullscreen (self->window);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
outside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsMediaPage *page = shown (FONDS_VIEWER (widget));

  if (!page)
    return;
  if (g_str_equal (name, "viewer.open-outside"))
    fonds_media_open_outside (widget, fonds_media_page_get_media (page),
                              fonds_media_page_get_attachment (page));
  else
    fonds_media_save_copy (widget, fonds_media_page_get_media (page),
                           fonds_media_page_get_attachment (page));
}

/* An arrow moves the picture; where it can't go farther that way, another page comes. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FondsViewer *self = FONDS_VIEWER (widget);
  const FondsTileCamera *camera = fonds_tile_view_get_camera (view_of (self));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int across, down;

  g_variant_get (arguments, "(ii)", &across, &down);
  if (fonds_viewer_stage_shows_picture (self->stage) &&
      fonds_tile_view_pan (view_of (self), -across * camera->view_width * PAN_PART,
                           -down * camera->view_height * PAN_PART))
    return TRUE;
  if (!camera->fitted || down != 0)
    return TRUE;
  go (self, rtl ? -across : across);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  go (FONDS_VIEWER (widget), g_variant_get_int32 (g_variant_get_child_value (arguments, 0)));
  return TRUE;
}

static gboolean
hide_cb (gpointer user_data)
{
  FondsViewer *self = user_data;

  self->hide_source = 0;
  gtk_revealer_set_reveal_child (self->leave_revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (FondsViewer *self)
{
  if (!self->window || !gtk_window_is_fullscreen (self->window))
    return;
  gtk_revealer_set_reveal_child (self->leave_revealer, TRUE);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  self->hide_source = g_timeout_add (HIDE_AFTER_MS, hide_cb, self);
}

static void
follow (FondsViewer *self, GtkWindow *window)
{
  if (self->window)
    g_clear_signal_handler (&self->fullscreened_handler, self->window);
  g_set_object (&self->window, window);
  if (window)
    self->fullscreened_handler =
        g_signal_connect_swapped (window, "notify::fullscreened", G_CALLBACK (update_chrome), self);
}

static void
fonds_viewer_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (fonds_viewer_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  follow (FONDS_VIEWER (widget), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
fonds_viewer_unroot (GtkWidget *widget)
{
  follow (FONDS_VIEWER (widget), NULL);
  GTK_WIDGET_CLASS (fonds_viewer_parent_class)->unroot (widget);
}

static gboolean
fonds_viewer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FONDS_VIEWER (widget)->stage));
}

static void
fonds_viewer_dispose (GObject *object)
{
  FondsViewer *self = FONDS_VIEWER (object);

  g_clear_handle_id (&self->label_source, g_source_remove);
  g_clear_handle_id (&self->hide_source, g_source_remove);
  if (self->list)
    fonds_viewer_clear (self);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_VIEWER);

  G_OBJECT_CLASS (fonds_viewer_parent_class)->dispose (object);
}

static void
bind_key (GtkWidgetClass *widget_class, guint key, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "viewer.zoom-in" },
    { GDK_KEY_equal, "viewer.zoom-in" },
    { GDK_KEY_KP_Add, "viewer.zoom-in" },
    { GDK_KEY_minus, "viewer.zoom-out" },
    { GDK_KEY_KP_Subtract, "viewer.zoom-out" },
    { GDK_KEY_KP_0, "viewer.fit" },
    { GDK_KEY_0, "viewer.fit" }, /* a menu shows the last */
    { GDK_KEY_KP_1, "viewer.actual" },
    { GDK_KEY_1, "viewer.actual" },
    { GDK_KEY_r, "viewer.turn-right" },
    { GDK_KEY_Page_Up, "viewer.previous" },
    { GDK_KEY_KP_Page_Up, "viewer.previous" },
    { GDK_KEY_Page_Down, "viewer.next" },
    { GDK_KEY_KP_Page_Down, "viewer.next" },
    { GDK_KEY_F11, "viewer.fullscreen" },
    { GDK_KEY_Escape, "viewer.leave" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    bind_key (widget_class, keys[i].key, keys[i].action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_SHIFT_MASK, "viewer.turn-left",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_cb, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_cb, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, arrow_cb, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, arrow_cb, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "(i)", G_MININT32);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "(i)", G_MAXINT32);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "viewer.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "viewer.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "viewer.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "viewer.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "viewer.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "viewer.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "viewer.fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "viewer.actual", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "viewer.turn-left", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "viewer.turn-right", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "viewer.fullscreen", NULL, fullscreen_action);
  gtk_widget_class_install_action (widget_class, "viewer.open-outside", NULL, outside_action);
  gtk_widget_class_install_action (widget_class, "viewer.save-copy", NULL, outside_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, header);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, title);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, stage);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, leave_revealer);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, strip);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, list);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, bar);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, steps);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, tools);
  gtk_widget_class_bind_template_child (widget_class, FondsViewer, zoom);
}

static void
fonds_viewer_class_init (FondsViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_viewer_dispose;
  widget_class->root = fonds_viewer_root;
  widget_class->unroot = fonds_viewer_unroot;
  widget_class->grab_focus = fonds_viewer_grab_focus;
  widget_class->focus = fonds_bin_pass_focus;

  /**
   * FondsViewer::closed:
   * @self: the viewer
   *
   * Somebody wants to go back to the record.
   */
  signals[CLOSED] = g_signal_new ("closed", FONDS_TYPE_VIEWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (FONDS_TYPE_VIEWER_STAGE);
  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
  add_actions (widget_class);
  add_keys (widget_class);
}

static void
fonds_viewer_init (FondsViewer *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_widget_set_accessible_name (GTK_WIDGET (self), _ ("Viewer"));
  /* Figures and their sign run from the left in every script. */
  gtk_widget_set_direction (GTK_WIDGET (self->zoom), GTK_TEXT_DIR_LTR);
  fonds_viewer_strip_set_up (self->list);
  g_signal_connect_object (view_of (self), "looked", G_CALLBACK (looked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->stage), motion);
}

/**
 * fonds_viewer_new:
 *
 * Makes a viewer that shows nothing.
 *
 * Returns: (transfer floating): a #FondsViewer
 */
GtkWidget *
fonds_viewer_new (void)
{
  return g_object_new (FONDS_TYPE_VIEWER, NULL);
}

/**
 * fonds_viewer_show:
 * @self: a viewer
 * @media: the media of the record's catalogue
 * @attachments: (element-type FondsAttachment): the record's files, in their order
 * @index: the one to begin with
 *
 * Shows a record's files.
 */
void
fonds_viewer_show (FondsViewer *self, FondsMedia *media, GPtrArray *attachments, guint index)
{
  g_return_if_fail (FONDS_IS_VIEWER (self));

  fonds_viewer_clear (self);
  self->pages = fonds_media_pages_new (media, attachments, TRUE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->pages)));
  gtk_single_selection_set_selected (self->selection, fonds_media_pages_find (self->pages, index));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  update_chrome (self);
  show_page (self);
}

/**
 * fonds_viewer_clear:
 * @self: a viewer
 *
 * Lets go of what it shows.
 */
void
fonds_viewer_clear (FondsViewer *self)
{
  g_return_if_fail (FONDS_IS_VIEWER (self));

  fonds_viewer_stage_show (self->stage, NULL);
  gtk_list_view_set_model (self->list, NULL);
  if (self->selection)
    {
      g_signal_handlers_disconnect_by_func (self->selection, show_page, self);
      g_signal_handlers_disconnect_by_func (self->selection, items_changed_cb, self);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->pages);
}
