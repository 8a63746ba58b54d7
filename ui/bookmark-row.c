/* bookmark-row.c - one of the bookmarks in the sidebar
 *
 * Signals: renamed, with what was typed; dropped, with the row that was drawn onto this one first.
 * Its menu is the list's actions, bookmarks.*.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/bookmark-row.h"

#include "ui/label.h"
#include "ui/row-words.h"

#include <glib/gi18n-lib.h>

struct _FondsBookmarkRow
{
  GtkListBoxRow parent_instance;

  /* owned */
  FondsBookmark *bookmark;
  GtkWidget *menu;   /* (nullable): made when it is asked for */
  GtkWidget *rename; /* (nullable): the same */
};

G_DEFINE_FINAL_TYPE (FondsBookmarkRow, fonds_bookmark_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  RENAMED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
icon_of (FondsBookmark *bookmark)
{
  if (fonds_bookmark_get_under (bookmark))
    return "folder-symbolic";
  if (fonds_bookmark_get_kind (bookmark) == FONDS_KIND_UNIT)
    return "text-x-generic-symbolic";
  return fonds_kind_icon (fonds_bookmark_get_kind (bookmark));
}

static void
popup_menu (FondsBookmarkRow *self, double x, double y)
{
  const GdkRectangle where = { (int) x, (int) y, 1, 1 };

  if (!self->menu)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/org/fonds/Fonds/ui/bookmark-menu.ui");

      self->menu = gtk_popover_menu_new_from_model (
          G_MENU_MODEL (gtk_builder_get_object (builder, "bookmark-menu")));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &where);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, FondsBookmarkRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, FondsBookmarkRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  popup_menu (FONDS_BOOKMARK_ROW (widget), 24, gtk_widget_get_height (widget));
  return TRUE;
}

static void
entered_cb (FondsBookmarkRow *self, GtkEntry *entry)
{
  g_autoptr (FondsBookmarkRow) kept =
      g_object_ref (self); /* a renamed bookmark gets a row of its own */
  g_autofree char *label = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_popover_popdown (GTK_POPOVER (self->rename));
  g_signal_emit (kept, signals[RENAMED], 0, label);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, FondsBookmarkRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (FONDS_TYPE_BOOKMARK_ROW, self);
}

static gboolean
drop_cb (FondsBookmarkRow *self, const GValue *value)
{
  FondsBookmarkRow *from = g_value_get_object (value);

  /* Only within one list: another window has its own rows. */
  if (from == self ||
      gtk_widget_get_parent (GTK_WIDGET (from)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, from);
  return TRUE;
}

static void
fonds_bookmark_row_dispose (GObject *object)
{
  FondsBookmarkRow *self = FONDS_BOOKMARK_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->rename, gtk_widget_unparent);
  g_clear_object (&self->bookmark);

  G_OBJECT_CLASS (fonds_bookmark_row_parent_class)->dispose (object);
}

static void
fonds_bookmark_row_class_init (FondsBookmarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_bookmark_row_dispose;

  signals[RENAMED] = g_signal_new ("renamed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, FONDS_TYPE_BOOKMARK_ROW);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
add_gestures (FondsBookmarkRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (FONDS_TYPE_BOOKMARK_ROW, GDK_ACTION_MOVE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static void
fonds_bookmark_row_init (FondsBookmarkRow *self)
{
  add_gestures (self);
}

/**
 * fonds_bookmark_row_new:
 * @bookmark: what it shows
 *
 * Makes a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
fonds_bookmark_row_new (FondsBookmark *bookmark)
{
  FondsBookmarkRow *self = g_object_new (FONDS_TYPE_BOOKMARK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *under = g_strdup_printf (_ ("Under %s"), fonds_bookmark_get_label (bookmark));
  const char *tip =
      fonds_bookmark_get_under (bookmark) ? under : fonds_bookmark_get_label (bookmark);

  self->bookmark = g_object_ref (bookmark);
  fonds_label_set_value (GTK_LABEL (label), fonds_bookmark_get_label (bookmark));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (label, GTK_ALIGN_START); /* its text may run the other way */
  gtk_box_append (GTK_BOX (box), fonds_decoration_new (icon_of (bookmark)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  fonds_widget_set_accessible_name (GTK_WIDGET (self), fonds_bookmark_get_label (bookmark));
  return GTK_WIDGET (self);
}

/**
 * fonds_bookmark_row_get_place:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
FondsBookmark *
fonds_bookmark_row_get_place (FondsBookmarkRow *self)
{
  g_return_val_if_fail (FONDS_IS_BOOKMARK_ROW (self), NULL);

  return self->bookmark;
}

/**
 * fonds_bookmark_row_rename:
 * @self: a row
 *
 * Asks for another name beside the row.
 */
void
fonds_bookmark_row_rename (FondsBookmarkRow *self)
{
  GtkWidget *entry;

  g_return_if_fail (FONDS_IS_BOOKMARK_ROW (self));

  if (!self->rename)
    {
      entry = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
      fonds_widget_set_accessible_name (entry, _ ("Name of the bookmark"));
      g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);
      self->rename = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->rename), entry);
      gtk_widget_set_parent (self->rename, GTK_WIDGET (self));
    }
  entry = gtk_popover_get_child (GTK_POPOVER (self->rename));
  gtk_editable_set_text (GTK_EDITABLE (entry), fonds_bookmark_get_label (self->bookmark));
  gtk_popover_popup (GTK_POPOVER (self->rename));
  gtk_widget_grab_focus (entry);
}
