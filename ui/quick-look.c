/* quick-look.c - the head of a record, seen in passing
 *
 * Rises from below the list while one goes through it, without taking the focus, and goes down again.
 * Thread: main context. Ownership: a question holds the sheet; an answer that is not the last
 * question's is dropped.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/quick-look.h"

#include "data/catalogue/record.h"
#include "data/media/media.h"
#include "ui/label.h"
#include "ui/media-thumbnail.h"
#include "ui/record-head.h"

#include <glib/gi18n-lib.h>

/* As high as what it says, as far as the list can spare that. */
#define SPARED 200
#define HIGHEST 280
#define PICTURE_SIZE 112

struct _FondsQuickLook
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkRevealer *revealer;
  GtkScrolledWindow *scroller;

  /* owned */
  FondsReading *reading;
  FondsCatalogue *catalogue; /* (nullable) */
  GCancellable *loading;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FondsQuickLook, fonds_quick_look, ADW_TYPE_BIN)

static void
cancel (FondsQuickLook *self)
{
  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static GtkWidget *
make_picture (FondsQuickLook *self, FondsRecord *record)
{
  g_autoptr (GPtrArray) files = fonds_attachments_of (record->body);
  const FondsAttachment *first = files->len > 0 ? g_ptr_array_index (files, 0) : NULL;
  GtkWidget *picture;

  if (!first)
    return NULL;
  picture = fonds_thumbnail_new (PICTURE_SIZE);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  fonds_thumbnail_set (FONDS_THUMBNAIL (picture), fonds_media_get (self->catalogue), first->hash, 0,
                       "image-x-generic-symbolic");
  return picture;
}

/* The list would take all the room but the least that is asked for. */
static void
ask_for_room (FondsQuickLook *self, GtkWidget *row)
{
  /* Its own width isn't known before it has risen. */
  int width = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)));
  int least, height;

  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (height, SPARED));
}

static void
build (FondsQuickLook *self, FondsRecord *record)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = make_picture (self, record);
  FondsRecordView view;

  if (picture)
    gtk_box_append (GTK_BOX (row), picture);
  fonds_record_view_init (&view, record, NULL, self->reading);
  fonds_record_head_build (&view, GTK_BOX (box));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), box);
  gtk_widget_add_css_class (row, "quick-look-head");
  gtk_scrolled_window_set_child (self->scroller, row);
  ask_for_room (self, row);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsQuickLook) self = user_data;
  g_autoptr (FondsRecord) record = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  record = fonds_record_load_finish (self->catalogue, result, NULL);
  g_clear_object (&self->loading);
  if (record)
    build (self, record);
  else
    fonds_quick_look_hide (self);
}

static void
fonds_quick_look_dispose (GObject *object)
{
  FondsQuickLook *self = FONDS_QUICK_LOOK (object);

  cancel (self);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (fonds_quick_look_parent_class)->dispose (object);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fonds_quick_look_hide (FONDS_QUICK_LOOK (widget));
}

static void
fonds_quick_look_class_init (FondsQuickLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_quick_look_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "quick-look.close", NULL, close_cb);
}

static GtkWidget *
make_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Quick look"));
  GtkWidget *open = gtk_button_new_with_label (_ ("Open"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "results.open");
  gtk_widget_add_css_class (open, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "quick-look.close");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  fonds_widget_set_accessible_name (close, _ ("Close"));
  gtk_box_append (GTK_BOX (bar), title);
  gtk_box_append (GTK_BOX (bar), open);
  gtk_box_append (GTK_BOX (bar), close);
  gtk_widget_add_css_class (bar, "quick-look-bar");
  return bar;
}

static void
fonds_quick_look_init (FondsQuickLook *self)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->reading = fonds_reading_new ();
  self->revealer = GTK_REVEALER (revealer);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, HIGHEST);
  gtk_box_append (GTK_BOX (box), make_bar ());
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "quick-look");
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, box);
  gtk_widget_set_visible (revealer, FALSE);
  fonds_widget_set_accessible_name (GTK_WIDGET (self), _ ("Quick look"));
  adw_bin_set_child (ADW_BIN (self), revealer);
}

/**
 * fonds_quick_look_new:
 *
 * Makes a sheet that is down.
 *
 * Returns: (transfer floating): the sheet
 */
GtkWidget *
fonds_quick_look_new (void)
{
  return g_object_new (FONDS_TYPE_QUICK_LOOK, NULL);
}

/**
 * fonds_quick_look_show:
 * @self: a sheet
 * @catalogue: an open catalogue
 * @id: one of its records
 *
 * Lets the sheet rise, or show another record as soon as that is read.
 */
void
fonds_quick_look_show (FondsQuickLook *self, FondsCatalogue *catalogue, gint64 id)
{
  g_return_if_fail (FONDS_IS_QUICK_LOOK (self));

  cancel (self);
  g_set_object (&self->catalogue, catalogue);
  self->loading = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  fonds_record_load_async (catalogue, id, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * fonds_quick_look_hide:
 * @self: a sheet
 *
 * Lets the sheet go down.
 */
void
fonds_quick_look_hide (FondsQuickLook *self)
{
  g_return_if_fail (FONDS_IS_QUICK_LOOK (self));

  cancel (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  gtk_scrolled_window_set_child (self->scroller, NULL);
}

/**
 * fonds_quick_look_is_shown:
 * @self: a sheet
 *
 * Returns: whether it is up
 */
gboolean
fonds_quick_look_is_shown (FondsQuickLook *self)
{
  g_return_val_if_fail (FONDS_IS_QUICK_LOOK (self), FALSE);

  return self->revealer && gtk_revealer_get_reveal_child (self->revealer);
}
