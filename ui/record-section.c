/* record-section.c - a part of a record's page under a heading
 *
 * The heading folds the part away and brings it back; the reader's choice holds for that part of
 * every record. A part in which the search matched something is open, whatever was chosen.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-section.h"

#include "ui/label.h"

struct _FondsRecordSection
{
  GtkBox parent_instance;

  /* owned as children */
  GtkWidget *button;
  GtkWidget *arrow;
  GtkWidget *body;

  /* owned */
  FondsReading *reading; /* (nullable) */
  char *id;
};

G_DEFINE_FINAL_TYPE (FondsRecordSection, fonds_record_section, GTK_TYPE_BOX)

static void
show_state (FondsRecordSection *self, gboolean open)
{
  gtk_widget_set_visible (self->body, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
clicked_cb (FondsRecordSection *self)
{
  gboolean open = !gtk_widget_get_visible (self->body);

  show_state (self, open);
  if (self->reading)
    fonds_reading_set_folded (self->reading, self->id, !open);
}

static void
fonds_record_section_finalize (GObject *object)
{
  FondsRecordSection *self = FONDS_RECORD_SECTION (object);

  g_clear_object (&self->reading);
  g_free (self->id);

  G_OBJECT_CLASS (fonds_record_section_parent_class)->finalize (object);
}

static void
fonds_record_section_class_init (FondsRecordSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_record_section_finalize;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fonds_record_section_init (FondsRecordSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "record-section");
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "section-heading");
  self->arrow = fonds_decoration_new (NULL);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->body, "section-body");
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), self->body);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

static void
set_heading (FondsRecordSection *self, const char *heading)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label",
                    heading, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  fonds_widget_set_accessible_name (self->button, heading);
  fonds_widget_set_accessible_name (GTK_WIDGET (self), heading);
}

/**
 * fonds_record_section_new:
 * @view: the record that is read
 * @id: by which the reader's folding is remembered
 * @heading: what the part is about
 *
 * Makes a part of the page with nothing in it but its heading.
 *
 * Returns: (transfer floating): the part
 */
FondsRecordSection *
fonds_record_section_new (const FondsRecordView *view, const char *id, const char *heading)
{
  FondsRecordSection *self = g_object_new (FONDS_TYPE_RECORD_SECTION, NULL);

  self->id = g_strdup (id);
  if (view->reading)
    self->reading = g_object_ref (view->reading);
  set_heading (self, heading);
  show_state (self, !self->reading || !fonds_reading_is_folded (self->reading, id));
  return self;
}

/**
 * fonds_record_section_add:
 * @self: a part of the page
 * @child: (transfer floating): what it shows next
 *
 * Adds something to a part.
 */
void
fonds_record_section_add (FondsRecordSection *self, GtkWidget *child)
{
  g_return_if_fail (FONDS_IS_RECORD_SECTION (self));

  gtk_box_append (GTK_BOX (self->body), child);
}

/**
 * fonds_record_section_unfold:
 * @self: a part of the page
 *
 * Opens a part for now; what the reader chose stays remembered.
 */
void
fonds_record_section_unfold (FondsRecordSection *self)
{
  g_return_if_fail (FONDS_IS_RECORD_SECTION (self));

  show_state (self, TRUE);
}
