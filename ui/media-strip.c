/* media-strip.c - the pictures and files of a record, on its page
 *
 * The first picture has the page's whole width, the others stand in rows below it; files that are no
 * pictures follow as a list. Files dropped anywhere on the page are added to the record.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-strip.h"

#include "data/media/media.h"
#include "ui/attach-drop.h"
#include "ui/attach-edit.h"
#include "ui/attach-files.h"
#include "ui/label.h"
#include "ui/media-card.h"
#include "ui/media-file-row.h"
#include "ui/media-outside.h"
#include "ui/media-pages.h"
#include "ui/viewer-host.h"

#include <glib/gi18n-lib.h>

/* So many small pictures are seen at first. */
#define SEEN_FIRST 24
#define MAX_COLUMNS 12

struct _FondsMediaStrip
{
  AdwBin parent_instance;

  /* owned */
  FondsMedia *media;        /* (nullable) */
  FondsRecord *record;      /* (nullable) */
  GPtrArray *attachments;   /* (nullable): of FondsAttachment */
  FondsMediaPages *files;   /* (nullable) */
  GtkEventController *drop; /* (nullable): on the page */
  GtkWidget *page;          /* (nullable): that takes files */

  /* state */
  gboolean all;
};

G_DEFINE_FINAL_TYPE (FondsMediaStrip, fonds_media_strip, ADW_TYPE_BIN)

static const FondsAttachment *
find (FondsMediaStrip *self, GVariant *index)
{
  guint i = g_variant_get_uint32 (index);

  return i < self->attachments->len ? g_ptr_array_index (self->attachments, i) : NULL;
}

static guint
n_files (FondsMediaStrip *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->files));
}

static GtkWidget *
make_flow (void)
{
  GtkWidget *flow =
      g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "homogeneous", TRUE,
                    "max-children-per-line", MAX_COLUMNS, "column-spacing", 6, "row-spacing", 6,
                    "halign", GTK_ALIGN_START, NULL);

  fonds_widget_set_accessible_name (flow, _ ("Pictures"));
  gtk_widget_add_css_class (flow, "media-cards");
  return flow;
}

static void
add_card (FondsMediaStrip *self, GtkWidget *flow, FondsMediaPage *page)
{
  GtkWidget *card = fonds_media_card_new (page, n_files (self), FALSE);

  gtk_flow_box_insert (GTK_FLOW_BOX (flow), card, -1);
  /* The card is what can be pressed; its cell would be one more stop. */
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
}

static void
build_first (FondsMediaStrip *self, GtkBox *box, FondsMediaPage *page)
{
  GtkWidget *card = fonds_media_card_new (page, n_files (self), TRUE);

  gtk_widget_add_css_class (card, "media-cards");
  gtk_box_append (box, card);
}

static GtkWidget *
make_more (guint n)
{
  g_autofree char *count = fonds_format_count (n);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %s more", "Show %s more", n), count);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "halign", GTK_ALIGN_START,
                                    "action-name", "media.show-all", NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "show-more");
  return button;
}

static void
build_pictures (FondsMediaStrip *self, GtkBox *box)
{
  GtkWidget *flow = NULL;
  guint n_seen = 0, n_hidden = 0;
  guint i;

  for (i = 0; i < n_files (self); i++)
    {
      g_autoptr (FondsMediaPage) page = g_list_model_get_item (G_LIST_MODEL (self->files), i);

      if (!fonds_media_page_has_picture (page))
        continue;
      if (n_seen == 0)
        build_first (self, box, page);
      else if (self->all || n_seen <= SEEN_FIRST)
        {
          if (!flow)
            gtk_box_append (box, flow = make_flow ());
          add_card (self, flow, page);
        }
      else
        n_hidden++;
      n_seen++;
    }
  if (n_hidden > 0)
    gtk_box_append (box, make_more (n_hidden));
}

static void
build_files (FondsMediaStrip *self, GtkBox *box)
{
  GtkWidget *list = NULL;
  guint i;

  for (i = 0; i < n_files (self); i++)
    {
      g_autoptr (FondsMediaPage) page = g_list_model_get_item (G_LIST_MODEL (self->files), i);
      GtkWidget *row;

      if (fonds_media_page_has_picture (page))
        continue;
      if (!list)
        {
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          fonds_widget_set_accessible_name (list, _ ("Files"));
          gtk_box_append (box, list);
        }
      row = fonds_media_file_row_new (page, n_files (self));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

static void
build_add (GtkBox *box)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _ ("Add pictures or files…"),
                                    "halign", GTK_ALIGN_START, "action-name", "media.add", NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "show-more");
  gtk_box_append (box, button);
}

static void
build (FondsMediaStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (n_files (self) > 0)
    {
      build_pictures (self, GTK_BOX (box));
      build_files (self, GTK_BOX (box));
      build_add (GTK_BOX (box));
      gtk_widget_add_css_class (box, "media-strip");
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *index)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);
  FondsViewerHost *host = fonds_viewer_host_of (widget);

  if (host && find (self, index))
    fonds_viewer_host_view (host, self->media, self->attachments, g_variant_get_uint32 (index));
}

static void
file_action (GtkWidget *widget, const char *name, GVariant *index)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);
  const FondsAttachment *attachment = find (self, index);
  const FondsValue *title = fonds_body_value (self->record->body, "title", 0);

  if (!attachment)
    return;
  if (g_str_equal (name, "media.open-outside"))
    fonds_media_open_outside (widget, self->media, attachment);
  else if (g_str_equal (name, "media.save-copy"))
    fonds_media_save_copy (widget, self->media, attachment);
  else if (g_str_equal (name, "media.caption"))
    fonds_attach_ask_caption (widget, self->media, self->record->id, attachment,
                              title ? title->attr[FONDS_ATTR_LANGUAGE] : NULL);
  else
    fonds_attach_ask_replacement (widget, self->media, self->record->id, attachment);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *where)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);
  const char *key;
  guint position;

  g_variant_get (where, "(&su)", &key, &position);
  fonds_attach_put (widget, self->media, self->record->id, key, position);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *key)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);

  fonds_attach_take_off (widget, self->media, self->record->id, g_variant_get_string (key, NULL));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);

  fonds_attach_choose (widget, self->media, self->record);
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);

  self->all = TRUE;
  build (self);
}

static void
dropped_cb (GPtrArray *files, gpointer user_data)
{
  FondsMediaStrip *self = user_data;

  if (self->record)
    fonds_attach_files (GTK_WIDGET (self), self->media, self->record, files);
}

static void
stop_taking (FondsMediaStrip *self)
{
  if (self->page)
    gtk_widget_remove_controller (self->page, self->drop);
  g_clear_weak_pointer (&self->page);
  self->drop = NULL;
}

/* The whole page takes files, as far as it scrolls: nobody should have to aim. */
static void
fonds_media_strip_root (GtkWidget *widget)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (widget);
  GtkWidget *page;

  GTK_WIDGET_CLASS (fonds_media_strip_parent_class)->root (widget);
  page = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  if (!page)
    return;
  g_set_weak_pointer (&self->page, page);
  self->drop = fonds_attach_drop_new (dropped_cb, self);
  gtk_widget_add_controller (page, self->drop);
  gtk_widget_add_css_class (page, "takes-files");
}

static void
fonds_media_strip_unroot (GtkWidget *widget)
{
  stop_taking (FONDS_MEDIA_STRIP (widget));
  GTK_WIDGET_CLASS (fonds_media_strip_parent_class)->unroot (widget);
}

static void
fonds_media_strip_dispose (GObject *object)
{
  FondsMediaStrip *self = FONDS_MEDIA_STRIP (object);

  g_clear_object (&self->files);
  g_clear_object (&self->media);
  g_clear_pointer (&self->record, fonds_record_unref);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);

  G_OBJECT_CLASS (fonds_media_strip_parent_class)->dispose (object);
}

static void
fonds_media_strip_class_init (FondsMediaStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_media_strip_dispose;
  widget_class->root = fonds_media_strip_root;
  widget_class->unroot = fonds_media_strip_unroot;

  gtk_widget_class_install_action (widget_class, "media.view", "u", view_action);
  gtk_widget_class_install_action (widget_class, "media.open-outside", "u", file_action);
  gtk_widget_class_install_action (widget_class, "media.save-copy", "u", file_action);
  gtk_widget_class_install_action (widget_class, "media.caption", "u", file_action);
  gtk_widget_class_install_action (widget_class, "media.replace", "u", file_action);
  gtk_widget_class_install_action (widget_class, "media.move", "(su)", move_action);
  gtk_widget_class_install_action (widget_class, "media.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "media.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "media.show-all", NULL, show_all_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fonds_media_strip_init (FondsMediaStrip *self)
{
  fonds_widget_set_accessible_name (GTK_WIDGET (self), _ ("Pictures and files"));
}

/**
 * fonds_media_strip_new:
 *
 * Makes a strip of nothing.
 *
 * Returns: (transfer floating): a #FondsMediaStrip
 */
GtkWidget *
fonds_media_strip_new (void)
{
  return g_object_new (FONDS_TYPE_MEDIA_STRIP, NULL);
}

/**
 * fonds_media_strip_show:
 * @self: a strip
 * @catalogue: an open catalogue
 * @record: one of its records
 *
 * Shows the files of a record, and takes more of them.
 */
void
fonds_media_strip_show (FondsMediaStrip *self, FondsCatalogue *catalogue, FondsRecord *record)
{
  g_return_if_fail (FONDS_IS_MEDIA_STRIP (self));

  fonds_record_ref (record);
  g_clear_pointer (&self->record, fonds_record_unref);
  self->record = record;
  g_set_object (&self->media, fonds_media_get (catalogue));
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  self->attachments = fonds_attachments_of (record->body);
  g_clear_object (&self->files);
  self->files = fonds_media_pages_new (self->media, self->attachments, FALSE);
  self->all = FALSE;
  build (self);
}

/**
 * fonds_media_strip_build:
 * @catalogue: an open catalogue
 * @record: one of its records
 * @page: what the strip is appended to
 *
 * Shows the files of a record on its page.
 */
void
fonds_media_strip_build (FondsCatalogue *catalogue, FondsRecord *record, GtkBox *page)
{
  GtkWidget *strip = fonds_media_strip_new ();

  fonds_media_strip_show (FONDS_MEDIA_STRIP (strip), catalogue, record);
  gtk_box_append (page, strip);
}
