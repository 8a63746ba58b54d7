/* media-card.c - one file of a record on its page: the small picture with its caption
 *
 * Opens the viewer; its menu has what else can be done with the file; it can be dragged to another's
 * place. The actions are those of the strip it lies in.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-card.h"

#include "ui/label.h"
#include "ui/media-thumbnail.h"

#include <glib/gi18n-lib.h>

#define SMALL 132
#define LARGE 360

struct _FondsMediaCard
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkWidget *button;
  FondsThumbnail *thumbnail;
  GtkLabel *badge;

  /* owned */
  FondsMediaPage *page;

  /* state */
  gboolean large;
};

G_DEFINE_FINAL_TYPE (FondsMediaCard, fonds_media_card, ADW_TYPE_BIN)

static void
name_button (FondsMediaCard *self)
{
  g_autofree char *description = fonds_media_page_dup_description (self->page);

  fonds_widget_set_accessible_name (self->button, fonds_media_page_get_title (self->page));
  fonds_widget_set_accessible_description (self->button, description);
  gtk_widget_set_tooltip_text (self->button, description);
}

/* What the file says of itself comes after the card is seen. */
static void
update (FondsMediaCard *self)
{
  FondsMediaFacts *facts = fonds_media_page_get_facts (self->page);
  g_autofree char *pages = NULL;

  if (facts && facts->pages > 1)
    pages = g_strdup_printf (ngettext ("%u page", "%u pages", facts->pages), facts->pages);
  if (facts && facts->problem)
    pages = g_strdup (_ ("Can’t be shown"));
  gtk_label_set_text (self->badge, pages ? pages : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), pages != NULL);
  if (self->large && facts)
    fonds_thumbnail_set_stretch (self->thumbnail, facts->width, facts->height);
  name_button (self);
}

/* A line that doesn't shape what isn't seen, and gives all cards of a row one height. */
static GtkWidget *
make_caption (FondsMediaPage *page, gboolean large)
{
  GtkWidget *caption =
      g_object_new (GTK_TYPE_INSCRIPTION, "wrap-mode", PANGO_WRAP_WORD_CHAR, "text-overflow",
                    GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "min-chars", 3, "nat-chars",
                    large ? 40 : 12, "min-lines", large ? 1 : 2, "nat-lines", large ? 1 : 2, NULL);

  fonds_inscription_set_value (GTK_INSCRIPTION (caption), fonds_media_page_get_title (page));
  gtk_widget_add_css_class (caption, "media-caption");
  return caption;
}

static void
build (FondsMediaCard *self)
{
  const FondsAttachment *attachment = fonds_media_page_get_attachment (self->page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *frame = adw_bin_new ();

  self->thumbnail = FONDS_THUMBNAIL (fonds_thumbnail_new (self->large ? LARGE : SMALL));
  fonds_thumbnail_set (self->thumbnail, fonds_media_page_get_media (self->page), attachment->hash,
                       0, fonds_media_page_get_icon (self->page));
  self->badge = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->badge), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "media-badge");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->thumbnail));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->badge));
  adw_bin_set_child (ADW_BIN (frame), overlay);
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (frame, "media-frame");
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), make_caption (self->page, self->large));
  self->button =
      g_object_new (GTK_TYPE_BUTTON, "child", box, "action-name", "media.view", "action-target",
                    g_variant_new_uint32 (fonds_media_page_get_index (self->page)), NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "media-card");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

static void
fonds_media_card_dispose (GObject *object)
{
  g_clear_object (&FONDS_MEDIA_CARD (object)->page);

  G_OBJECT_CLASS (fonds_media_card_parent_class)->dispose (object);
}

static void
fonds_media_card_class_init (FondsMediaCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_media_card_dispose;
}

static void
fonds_media_card_init (FondsMediaCard *self)
{
}

/**
 * fonds_media_card_new:
 * @page: the first page of a file
 * @large: whether it has the page's whole width
 *
 * Makes a card.
 *
 * Returns: (transfer floating): a #FondsMediaCard
 */
GtkWidget *
fonds_media_card_new (FondsMediaPage *page, gboolean large)
{
  FondsMediaCard *self = g_object_new (FONDS_TYPE_MEDIA_CARD, NULL);

  self->page = g_object_ref (page);
  self->large = large;
  build (self);
  g_signal_connect_object (page, "notify::facts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenuModel *
make_menu (FondsMediaPage *page, guint n_files)
{
  const char *key = fonds_media_page_get_attachment (page)->key;
  guint index = fonds_media_page_get_index (page);
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  add_item (section, _ ("_View"), "media.view", g_variant_new_uint32 (index));
  add_item (section, _ ("_Open with another program"), "media.open-outside",
            g_variant_new_uint32 (index));
  add_item (section, _ ("_Save a copy…"), "media.save-copy", g_variant_new_uint32 (index));
  add_section (menu, section);
  section = g_menu_new ();
  add_item (section, _ ("_Caption…"), "media.caption", g_variant_new_uint32 (index));
  if (index > 0)
    add_item (section, _ ("Move _earlier"), "media.move", g_variant_new ("(su)", key, index - 1));
  if (index + 1 < n_files)
    add_item (section, _ ("Move _later"), "media.move", g_variant_new ("(su)", key, index + 1));
  add_section (menu, section);
  section = g_menu_new ();
  add_item (section, _ ("Re_place…"), "media.replace", g_variant_new_uint32 (index));
  add_item (section, _ ("_Remove"), "media.remove", g_variant_new_string (key));
  add_section (menu, section);
  return G_MENU_MODEL (menu);
}

/* Made when it is asked for: a page of hundreds of files needs hundreds of menus else. */
typedef struct
{
  FondsMediaPage *page;
  guint n_files;
} Menu;

static void
menu_free (gpointer data, GClosure *closure)
{
  Menu *menu = data;

  g_object_unref (menu->page);
  g_free (menu);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Later, since what was chosen is done after the menu is closed. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
pop_up (GtkWidget *widget, Menu *menu, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = make_menu (menu->page, menu->n_files);
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  if (at)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, Menu *menu)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), menu, &at);
}

static void
long_pressed_cb (GtkGesture *gesture, double x, double y, Menu *menu)
{
  pressed_cb (gesture, 1, x, y, menu);
}

static gboolean
key_cb (GtkEventController *controller, guint key, guint code, GdkModifierType state, Menu *menu)
{
  gboolean shift = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && shift))
    return FALSE;
  pop_up (gtk_event_controller_get_widget (controller), menu, NULL);
  return TRUE;
}

/**
 * fonds_media_card_add_menu:
 * @widget: what stands for a file
 * @page: the first page of the file
 * @n_files: how many files the record has
 *
 * Gives a widget the menu of its file: with the second button, a long press or the keyboard.
 */
void
fonds_media_card_add_menu (GtkWidget *widget, FondsMediaPage *page, guint n_files)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Menu *menu = g_new0 (Menu, 1);

  menu->page = g_object_ref (page);
  menu->n_files = n_files;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), menu);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_cb), menu, menu_free, 0);
  gtk_widget_add_controller (widget, keys);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, FondsMediaPage *page)
{
  FondsMediaPage *dragged = g_value_get_object (value);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (dragged == page || fonds_media_page_get_media (dragged) != fonds_media_page_get_media (page))
    return FALSE;
  return gtk_widget_activate_action (widget, "media.move", "(su)",
                                     fonds_media_page_get_attachment (dragged)->key,
                                     fonds_media_page_get_index (page));
}

/**
 * fonds_media_card_add_drag:
 * @widget: what stands for a file
 * @page: the first page of the file
 *
 * Lets a widget be dragged to another's place among the files of a record.
 */
void
fonds_media_card_add_drag (GtkWidget *widget, FondsMediaPage *page)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (FONDS_TYPE_MEDIA_PAGE, GDK_ACTION_MOVE);
  g_autoptr (GdkContentProvider) content =
      gdk_content_provider_new_typed (FONDS_TYPE_MEDIA_PAGE, page);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), page, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
