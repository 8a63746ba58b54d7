/* filters.c - the button that narrows the results, with its panel of counts
 *
 * Facets are counted only while the panel is open: typing needn't pay for them. Values of one facet
 * are alternatives, facets narrow one another; a facet's counts leave its own ticks aside.
 * Invariant: at most one count is under way; a newer one cancels it.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/filters.h"

#include "ui/filter-row.h"
#include "ui/stack.h"

#define FEW 8 /* values of a facet that are shown before one asks for all */

struct _FondsFilters
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkStack *stack;
  GtkListBox *list;

  /* owned */
  FondsFinder *finder;
  GCancellable *counting; /* (nullable) */
  FondsAnswer *answer;    /* (nullable): the newest counts */

  /* state */
  guint unfolded; /* bits of the facets that show all their values */
};

G_DEFINE_FINAL_TYPE (FondsFilters, fonds_filters, ADW_TYPE_BIN)

static void
append_facet (FondsFilters *self, FondsFacet facet)
{
  GPtrArray *values = self->answer->facets[facet];
  const FondsRequest *request = fonds_finder_get_request (self->finder);
  gboolean all = (self->unfolded & (1u << facet)) != 0;
  guint hidden = 0;
  guint i;

  for (i = 0; values && i < values->len; i++)
    {
      const FondsFacetValue *value = g_ptr_array_index (values, i);

      /* One more value takes no more room than the offer to show it. */
      if (all || i < FEW || values->len == FEW + 1 ||
          fonds_request_has_filter (request, facet, value->value))
        gtk_list_box_append (self->list,
                             GTK_WIDGET (fonds_filter_row_new (self->finder, facet, value)));
      else
        hidden++;
    }
  if (hidden > 0)
    gtk_list_box_append (self->list, GTK_WIDGET (fonds_filter_row_new_more (facet, values->len)));
}

static void
remove_rows (FondsFilters *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, child);
}

/* The row in which the focus is; (nullable). */
static FondsFilterRow *
focused_row (FondsFilters *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->list));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, FONDS_TYPE_FILTER_ROW) : NULL;

  return row ? FONDS_FILTER_ROW (row) : NULL;
}

static void
restore_focus (FondsFilters *self, FondsFacet facet, const char *value)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; child; child = gtk_widget_get_next_sibling (child))
    {
      FondsFilterRow *row;

      if (!FONDS_IS_FILTER_ROW (child))
        continue;
      row = FONDS_FILTER_ROW (child);
      if (fonds_filter_row_get_facet (row) == facet &&
          g_strcmp0 (fonds_filter_row_get_value (row), value) == 0)
        {
          gtk_widget_grab_focus (child);
          return;
        }
    }
}

static void
rebuild (FondsFilters *self)
{
  FondsFilterRow *row = focused_row (self);
  FondsFacet focused = row ? fonds_filter_row_get_facet (row) : FONDS_N_FACETS;
  g_autofree char *value = row ? g_strdup (fonds_filter_row_get_value (row)) : NULL;
  FondsFacet facet;

  remove_rows (self);
  for (facet = 0; facet < FONDS_N_FACETS; facet++)
    append_facet (self, facet);
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_first_child (GTK_WIDGET (self->list)) ? "list"
                                                                                         : "none");
  if (focused != FONDS_N_FACETS)
    restore_focus (self, focused, value);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsFilters) self = user_data;
  g_autoptr (FondsAnswer) answer = fonds_search_run_finish (FONDS_SEARCH (source), result, NULL);

  /* A query that can't be understood has no counts; its complaint stands above the results. */
  if (!answer || !self->finder)
    return;
  g_clear_pointer (&self->answer, fonds_answer_unref);
  self->answer = g_steal_pointer (&answer);
  rebuild (self);
}

static void
count_cb (FondsFilters *self)
{
  g_autoptr (FondsRequest) request = NULL;
  FondsFacet facet;

  if (!self->finder || !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  request = fonds_request_copy (fonds_finder_get_request (self->finder));
  request->facets = 0;
  for (facet = 0; facet < FONDS_N_FACETS; facet++)
    {
      if (fonds_finder_offers (self->finder, facet))
        request->facets |= 1u << facet;
    }
  fonds_search_run_async (fonds_finder_get_search (self->finder), request, self->counting,
                          counted_cb, g_object_ref (self));
}

static void
row_activated_cb (FondsFilters *self, FondsFilterRow *row)
{
  if (fonds_filter_row_get_value (row))
    {
      fonds_filter_row_toggle (row);
      return;
    }
  self->unfolded |= 1u << fonds_filter_row_get_facet (row);
  rebuild (self);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  FondsFacet facet = fonds_filter_row_get_facet (FONDS_FILTER_ROW (row));
  GtkWidget *label;

  if (before && fonds_filter_row_get_facet (FONDS_FILTER_ROW (before)) == facet)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (fonds_facet_label (facet));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "filter-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
fonds_filters_dispose (GObject *object)
{
  FondsFilters *self = FONDS_FILTERS (object);

  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  /* GTK 4.8 keeps a list that goes while its popover is open; its rows would keep the catalogue. */
  if (self->list)
    remove_rows (self);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->answer, fonds_answer_unref);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_FILTERS);

  G_OBJECT_CLASS (fonds_filters_parent_class)->dispose (object);
}

static void
fonds_filters_class_init (FondsFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_filters_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/filters.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsFilters, button);
  gtk_widget_class_bind_template_child (widget_class, FondsFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, FondsFilters, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsFilters, list);
  gtk_widget_class_bind_template_callback (widget_class, count_cb);
}

static void
fonds_filters_init (FondsFilters *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fonds_filters_new:
 *
 * Makes a button with an empty panel.
 *
 * Returns: (transfer floating): the button
 */
FondsFilters *
fonds_filters_new (void)
{
  return g_object_new (FONDS_TYPE_FILTERS, NULL);
}

/**
 * fonds_filters_set_finder:
 * @self: a filters button
 * @finder: who is asked, and who is told what is ticked
 *
 * Connects the panel with a catalogue.
 */
void
fonds_filters_set_finder (FondsFilters *self, FondsFinder *finder)
{
  g_return_if_fail (FONDS_IS_FILTERS (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "question", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
}
