/* filter-chips.c - what the results are narrowed to, each with a way out
 *
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/filter-chips.h"

#include "data/text/direction.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 32 /* of a chip; the rest is in its tooltip */

struct _FondsFilterChips
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkBox *box;

  /* owned */
  FondsFinder *finder;
};

typedef struct
{
  FondsFilterChips *chips; /* borrowed: it holds the chip */
  FondsFacet facet;        /* FONDS_N_FACETS: the place in the hierarchy */
  char *value;
} Choice;

G_DEFINE_FINAL_TYPE (FondsFilterChips, fonds_filter_chips, ADW_TYPE_BIN)

static void
choice_free (Choice *choice, GClosure *closure)
{
  g_free (choice->value);
  g_free (choice);
}

static void
clicked_cb (GtkButton *button, Choice *choice)
{
  FondsFinder *finder = choice->chips->finder;
  g_autofree char *value = g_strdup (choice->value); /* the chip goes before the call is over */

  if (choice->facet == FONDS_N_FACETS)
    fonds_finder_set_under (finder, 0, NULL);
  else
    fonds_finder_remove_filter (finder, choice->facet, value);
}

static void
append_chip (FondsFilterChips *self,
             FondsFacet facet,
             const char *value,
             const char *what,
             const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *isolated = fonds_text_isolate (name);
  /* Translators: a filter and its value: "Kind: People" */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), what, isolated);
  /* Translators: a filter and its value: "Remove filter Kind: People" */
  g_autofree char *spoken = g_strdup_printf (_ ("Remove filter %s: %s"), what, name);
  GtkWidget *label = gtk_label_new (text);
  Choice *choice = g_new0 (Choice, 1);

  choice->chips = self;
  choice->facet = facet;
  choice->value = g_strdup (value);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  /* The row scrolls, so a chip needn't shrink. */
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (text, -1), MOST_CHARS));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), fonds_decoration_new ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "filter-chip");
  gtk_widget_set_tooltip_text (button, spoken);
  fonds_widget_set_accessible_name (button, spoken);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), choice,
                         (GClosureNotify) (void (*) (void)) choice_free, 0);
  gtk_box_append (self->box, button);
}

static void
append_facet (FondsFilterChips *self, FondsFacet facet)
{
  GPtrArray *values = fonds_finder_get_request (self->finder)->filters[facet];
  guint i;

  for (i = 0; values && i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);

      append_chip (self, facet, value, fonds_facet_label (facet),
                   fonds_finder_get_filter_label (self->finder, facet, value));
    }
}

static void
append_under (FondsFilterChips *self)
{
  const char *title = fonds_finder_get_under_title (self->finder);

  /* Translators: a filter, whose value is a record: "Under: Records of the conference" */
  if (title)
    append_chip (self, FONDS_N_FACETS, NULL, _ ("Under"), title);
}

static void
append_clear (FondsFilterChips *self)
{
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear filters"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filters");
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "filter-chip");
  gtk_box_append (self->box, clear);
}

static void
question_cb (FondsFilterChips *self)
{
  GtkWidget *child;
  FondsFacet facet;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
  append_under (self);
  for (facet = 0; facet < FONDS_N_FACETS; facet++)
    {
      if (fonds_finder_offers (self->finder, facet))
        append_facet (self, facet);
    }
  child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  if (child)
    append_clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), child != NULL);
}

static void
fonds_filter_chips_dispose (GObject *object)
{
  g_clear_object (&FONDS_FILTER_CHIPS (object)->finder);

  G_OBJECT_CLASS (fonds_filter_chips_parent_class)->dispose (object);
}

static void
fonds_filter_chips_class_init (FondsFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_filter_chips_dispose;
}

static void
fonds_filter_chips_init (FondsFilterChips *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = GTK_BOX (box);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * fonds_filter_chips_new:
 *
 * Makes an empty row of chips.
 *
 * Returns: (transfer floating): the row
 */
FondsFilterChips *
fonds_filter_chips_new (void)
{
  return g_object_new (FONDS_TYPE_FILTER_CHIPS, NULL);
}

/**
 * fonds_filter_chips_set_finder:
 * @self: a row of chips
 * @finder: whose filters are shown
 *
 * Connects the row with a catalogue.
 */
void
fonds_filter_chips_set_finder (FondsFilterChips *self, FondsFinder *finder)
{
  g_return_if_fail (FONDS_IS_FILTER_CHIPS (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  question_cb (self);
}
