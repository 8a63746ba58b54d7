/* filter-row.c - one value that the results can be narrowed to
 *
 * A box to tick, what the value is called, and how many records have it; or, at the end of a facet,
 * the offer to show the rest.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/filter-row.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsFilterRow
{
  GtkListBoxRow parent_instance;

  /* owned by its parent */
  GtkCheckButton *check; /* (nullable): missing in the row that offers the rest */

  /* owned */
  FondsFinder *finder; /* (nullable) */
  char *value;         /* (nullable) */
  char *label;         /* (nullable) */

  /* state */
  FondsFacet facet;
};

G_DEFINE_FINAL_TYPE (FondsFilterRow, fonds_filter_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (FondsFilterRow *self)
{
  if (gtk_check_button_get_active (self->check))
    fonds_finder_add_filter (self->finder, self->facet, self->value, self->label);
  else
    fonds_finder_remove_filter (self->finder, self->facet, self->value);
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fonds_filter_row_toggle (FONDS_FILTER_ROW (widget));
}

static gboolean
fonds_filter_row_grab_focus (GtkWidget *widget)
{
  FondsFilterRow *self = FONDS_FILTER_ROW (widget);

  if (self->check)
    return gtk_widget_grab_focus (GTK_WIDGET (self->check));
  return GTK_WIDGET_CLASS (fonds_filter_row_parent_class)->grab_focus (widget);
}

static void
fonds_filter_row_dispose (GObject *object)
{
  g_clear_object (&FONDS_FILTER_ROW (object)->finder);

  G_OBJECT_CLASS (fonds_filter_row_parent_class)->dispose (object);
}

static void
fonds_filter_row_finalize (GObject *object)
{
  FondsFilterRow *self = FONDS_FILTER_ROW (object);

  g_free (self->value);
  g_free (self->label);

  G_OBJECT_CLASS (fonds_filter_row_parent_class)->finalize (object);
}

static void
fonds_filter_row_class_init (FondsFilterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fonds_filter_row_dispose;
  object_class->finalize = fonds_filter_row_finalize;
  widget_class->grab_focus = fonds_filter_row_grab_focus;

  /* A check button of GTK 4.8 can't be ticked by a screen reader; this can be done. */
  gtk_widget_class_install_action (widget_class, "filter.toggle", NULL, toggle_cb);
}

static void
fonds_filter_row_init (FondsFilterRow *self)
{
}

static GtkWidget *
make_check (FondsFilterRow *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_text (GTK_LABEL (label), self->label);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_tooltip_text (check, self->label);
  fonds_widget_set_accessible_name (check, self->label);
  return check;
}

/**
 * fonds_filter_row_new:
 * @finder: who is told what is ticked
 * @facet: a facet
 * @value: a value of it
 *
 * Makes the row of a value.
 *
 * Returns: (transfer floating): the row
 */
FondsFilterRow *
fonds_filter_row_new (FondsFinder *finder, FondsFacet facet, const FondsFacetValue *value)
{
  FondsFilterRow *self = g_object_new (FONDS_TYPE_FILTER_ROW, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *number = fonds_format_count (value->count);
  GtkWidget *count = gtk_label_new (number);

  self->finder = g_object_ref (finder);
  self->facet = facet;
  self->value = g_strdup (value->value);
  self->label = g_strdup (value->label);
  self->check = GTK_CHECK_BUTTON (make_check (self));
  gtk_check_button_set_active (self->check,
                               fonds_request_has_filter (fonds_finder_get_request (finder), facet,
                                                         value->value));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->check));
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  fonds_widget_set_accessible_name (GTK_WIDGET (self), self->label);
  return self;
}

/**
 * fonds_filter_row_new_more:
 * @facet: a facet
 * @n_values: how many values it has
 *
 * Makes the row that offers all values of a facet.
 *
 * Returns: (transfer floating): the row
 */
FondsFilterRow *
fonds_filter_row_new_more (FondsFacet facet, guint n_values)
{
  FondsFilterRow *self = g_object_new (FONDS_TYPE_FILTER_ROW, NULL);
  g_autofree char *number = fonds_format_count (n_values);
  g_autofree char *text = g_strdup_printf (_ ("Show all %s"), number);
  GtkWidget *label = gtk_label_new (text);

  self->facet = facet;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 30);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), label);
  fonds_widget_set_accessible_name (GTK_WIDGET (self), text);
  return self;
}

/**
 * fonds_filter_row_get_facet:
 * @self: a row
 *
 * Says to which facet a row belongs.
 *
 * Returns: the facet
 */
FondsFacet
fonds_filter_row_get_facet (FondsFilterRow *self)
{
  g_return_val_if_fail (FONDS_IS_FILTER_ROW (self), FONDS_FACET_KIND);

  return self->facet;
}

/**
 * fonds_filter_row_get_value:
 * @self: a row
 *
 * Says for which value a row stands.
 *
 * Returns: (transfer none) (nullable): the value; %NULL for the row that offers the rest
 */
const char *
fonds_filter_row_get_value (FondsFilterRow *self)
{
  g_return_val_if_fail (FONDS_IS_FILTER_ROW (self), NULL);

  return self->value;
}

/**
 * fonds_filter_row_toggle:
 * @self: the row of a value
 *
 * Ticks the value, or takes the tick away.
 */
void
fonds_filter_row_toggle (FondsFilterRow *self)
{
  g_return_if_fail (FONDS_IS_FILTER_ROW (self));

  if (self->check)
    gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}
