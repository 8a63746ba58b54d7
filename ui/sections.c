/* sections.c - the list of sections with how many records stand in each
 *
 * Sections in which nothing stands are left out, but for those that every archive has.
 * Signals: chosen, when a person chose a section; the finder knows which.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sections.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsSections
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkListBox *list;
  GtkLabel *counts[FONDS_N_SECTIONS];

  /* owned */
  FondsFinder *finder;
};

G_DEFINE_FINAL_TYPE (FondsSections, fonds_sections, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_row (FondsSections *self, FondsSection section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = fonds_decoration_new (fonds_section_icon (section));
  GtkWidget *label = gtk_label_new (fonds_section_label (section));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  fonds_widget_set_accessible_name (row, fonds_section_label (section));
  gtk_widget_set_visible (row, fonds_section_is_main (section));
  self->counts[section] = GTK_LABEL (count);
  return row;
}

static void
counted_cb (FondsSections *self)
{
  FondsSection section;

  for (section = 0; section < FONDS_N_SECTIONS; section++)
    {
      gint64 count = fonds_finder_count_section (self->finder, section);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) section);
      g_autofree char *number = fonds_format_count (count);
      g_autofree char *spoken = fonds_format_records (count);

      gtk_label_set_text (self->counts[section], number);
      fonds_widget_set_accessible_description (GTK_WIDGET (row), spoken);
      gtk_widget_set_visible (GTK_WIDGET (row), count > 0 || fonds_section_is_main (section));
    }
}

static void
question_cb (FondsSections *self)
{
  FondsSection section = fonds_finder_get_section (self->finder);

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) section));
}

static void
row_selected_cb (FondsSections *self, GtkListBoxRow *row)
{
  if (row && self->finder)
    fonds_finder_set_section (self->finder, (FondsSection) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (FondsSections *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
fonds_sections_dispose (GObject *object)
{
  g_clear_object (&FONDS_SECTIONS (object)->finder);

  G_OBJECT_CLASS (fonds_sections_parent_class)->dispose (object);
}

static void
fonds_sections_class_init (FondsSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_sections_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_sections_init (FondsSections *self)
{
  GtkWidget *list = gtk_list_box_new ();
  FondsSection section;

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  fonds_widget_set_accessible_name (list, _ ("Sections"));
  for (section = 0; section < FONDS_N_SECTIONS; section++)
    gtk_list_box_append (self->list, make_row (self, section));
  g_signal_connect_swapped (list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * fonds_sections_new:
 *
 * Makes a list of sections.
 *
 * Returns: (transfer floating): the list
 */
FondsSections *
fonds_sections_new (void)
{
  return g_object_new (FONDS_TYPE_SECTIONS, NULL);
}

/**
 * fonds_sections_set_finder:
 * @self: a list of sections
 * @finder: who counts, and who is told what was chosen
 *
 * Connects the list with a catalogue.
 */
void
fonds_sections_set_finder (FondsSections *self, FondsFinder *finder)
{
  g_return_if_fail (FONDS_IS_SECTIONS (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  counted_cb (self);
  question_cb (self);
}
