/* record-head.c - what a record's page opens with
 *
 * Where it lies, what it is called, and the facts by which one tells it from others.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-head.h"

#include "data/catalogue/neighbours.h"
#include "ui/label.h"
#include "ui/record-facts.h"
#include "ui/record-link.h"

#include <glib/gi18n-lib.h>

/* A breadcrumb is a way back, not a text to read: a long title is cut. */
#define CRUMB_CHARS 32

/* What is no longer than its dots would be isn't cut; GTK warns of labels that would be. */
#define DOTS_CHARS 3

static GtkWidget *
make_crumb (const FondsRecordView *view, const FondsLink *ancestor)
{
  GtkWidget *link = fonds_record_link_new (view, ancestor->title, ancestor->id);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)));

  gtk_label_set_wrap (label, FALSE);
  if (g_utf8_strlen (gtk_label_get_text (label), -1) > DOTS_CHARS)
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, CRUMB_CHARS);
  gtk_widget_set_tooltip_text (link, ancestor->title);
  return link;
}

static GtkWidget *
make_arrow (void)
{
  GtkWidget *arrow = fonds_decoration_new ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_add_css_class (arrow, "crumb-arrow");
  return arrow;
}

/* Which of those that lie in the same one it is, where they are few enough to count along. */
static void
add_place (const FondsRecordView *view, GtkBox *crumbs)
{
  const FondsNeighbours *neighbours = view->record->neighbours;
  g_autofree char *place = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (neighbours->n_siblings < 2)
    return;
  place = fonds_format_count (neighbours->place);
  all = fonds_format_count (neighbours->n_siblings);
  /* Translators: "3 of 14": which of the records that lie in the same one this is. */
  text = g_strdup_printf (_ ("%s of %s"), place, all);
  gtk_box_append (crumbs, make_arrow ());
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (crumbs, label);
}

static void
build_breadcrumb (const FondsRecordView *view, GtkBox *page)
{
  GPtrArray *ancestors = view->record->kind == FONDS_KIND_UNIT ? view->record->ancestors
                                                               : view->record->neighbours->above;
  GtkWidget *crumbs;
  guint i;

  if (ancestors->len == 0)
    return;
  crumbs = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  fonds_widget_set_accessible_name (crumbs, _ ("Where it lies"));
  gtk_widget_add_css_class (crumbs, "breadcrumb");
  for (i = 0; i < ancestors->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (crumbs), make_arrow ());
      gtk_box_append (GTK_BOX (crumbs), make_crumb (view, g_ptr_array_index (ancestors, i)));
    }
  add_place (view, GTK_BOX (crumbs));
  gtk_box_append (page, crumbs);
}

static void
build_title (const FondsRecordView *view, GtkBox *page)
{
  const char *title = view->record->title;
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

  fonds_label_set_value (GTK_LABEL (label), title && *title ? title : _ ("Untitled"));
  fonds_label_highlight (GTK_LABEL (label), view->matcher, "title");
  gtk_widget_add_css_class (label, "title-1");
  gtk_widget_add_css_class (label, "record-title");
  gtk_box_append (page, label);
}

/**
 * fonds_record_head_build:
 * @view: the record that is read
 * @page: what the head is appended to
 *
 * Shows where a record lies, what it is called and the essential facts.
 */
void
fonds_record_head_build (const FondsRecordView *view, GtkBox *page)
{
  build_breadcrumb (view, page);
  build_title (view, page);
  fonds_record_facts_build (view, page);
}
