/* media-card.c - one file of a record on its page: the small picture with its caption
 *
 * Opens the viewer; its menu has what else can be done with the file; it can be dragged to another's
 * place. The actions are those of the strip it lies in.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-card.h"

#include "ui/label.h"
#include "ui/media-menu.h"
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
  guint n_files;
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

  if (facts && !facts->problem && facts->pages > 1)
    pages = g_strdup_printf (ngettext ("%u page", "%u pages", facts->pages), facts->pages);
  if (facts && facts->problem)
    pages = g_strdup (facts->pages > 0 ? _ ("Damaged") : _ ("Can’t be shown"));
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
menu_cb (GtkMenuButton *button, gpointer user_data)
{
  FondsMediaCard *self = user_data;
  g_autoptr (GMenuModel) menu = fonds_media_menu_new (self->page, self->n_files);

  gtk_menu_button_set_menu_model (button, menu);
}

/* Seen while the pointer or the focus is on the card: the pictures come first. */
static GtkWidget *
make_with_menu (FondsMediaCard *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *more =
      g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "icon-name",
                    "view-more-symbolic", "tooltip-text", _ ("File menu"), "halign", GTK_ALIGN_END,
                    "valign", GTK_ALIGN_START, NULL);

  fonds_widget_set_accessible_name (more, _ ("File menu"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (more), menu_cb, self, NULL);
  gtk_widget_add_css_class (more, "media-more");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->button);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), more);
  return overlay;
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
  adw_bin_set_child (ADW_BIN (self), make_with_menu (self));
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

/* Lets a card be dragged to another's place among the files of the record. */
static void
add_drag (GtkWidget *widget, FondsMediaPage *page)
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
 * @n_files: how many files its record has
 * @large: whether it has the page's whole width
 *
 * Makes a card.
 *
 * Returns: (transfer floating): a #FondsMediaCard
 */
GtkWidget *
fonds_media_card_new (FondsMediaPage *page, guint n_files, gboolean large)
{
  FondsMediaCard *self = g_object_new (FONDS_TYPE_MEDIA_CARD, NULL);

  self->page = g_object_ref (page);
  self->n_files = n_files;
  self->large = large;
  build (self);
  g_signal_connect_object (page, "notify::facts", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  fonds_media_menu_add (GTK_WIDGET (self), page, n_files);
  add_drag (GTK_WIDGET (self), page);
  return GTK_WIDGET (self);
}
