/* record-children.c - what lies directly in a record
 *
 * The first few in the order of the hierarchy, each with how many lie in it; all of them are a
 * question to the search.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-children.h"

#include "data/catalogue/level.h"
#include "data/catalogue/neighbours.h"
#include "ui/field-view.h"
#include "ui/label.h"
#include "ui/record-link.h"
#include "ui/record-section.h"

#include <glib/gi18n-lib.h>

#define FIRST 6

static const char *
heading (FondsKind kind)
{
  switch ((guint) kind)
    {
    case FONDS_KIND_PLACE:
      return _ ("Places in it");
    case FONDS_KIND_SUBJECT:
      return _ ("Narrower subjects");
    case FONDS_KIND_CONTAINER:
      return _ ("Containers in it");
    default:
      return _ ("Contents");
    }
}

static char *
count_inside (gint64 n)
{
  g_autofree char *number = fonds_format_count (MIN (n, FONDS_NEIGHBOURS_MOST - 1));

  if (n >= FONDS_NEIGHBOURS_MOST)
    /* Translators: more records than were counted lie in this one. */
    return g_strdup_printf (_ ("more than %s inside"), number);
  return g_strdup_printf (ngettext ("%s inside", "%s inside", (gulong) n), number);
}

static char *
say_facts (const FondsLink *child, gint64 n)
{
  GString *facts = g_string_new (NULL);
  g_autofree char *inside = n > 0 ? count_inside (n) : NULL;

  if (child->kind == FONDS_KIND_UNIT && child->level)
    fonds_hint_add (facts, _ (fonds_level_label (child->level)));
  fonds_hint_add (facts, child->ref);
  fonds_hint_add (facts, child->dates);
  fonds_hint_add (facts, inside);
  return g_string_free (facts, facts->len == 0);
}

static GtkWidget *
make_child (const FondsRecordView *view, const FondsLink *child, gint64 n)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *icon = child->kind == FONDS_KIND_UNIT
                         ? (n > 0 ? "folder-symbolic" : "text-x-generic-symbolic")
                         : fonds_kind_icon (child->kind);
  GtkWidget *image = fonds_decoration_new (icon);
  g_autofree char *facts = say_facts (child, n);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "record-child");
  gtk_box_append (GTK_BOX (box), fonds_record_link_new (view, child->title, child->id));
  if (facts)
    gtk_box_append (GTK_BOX (box), fonds_hint_label_new (facts));
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), box);
  return line;
}

static gboolean
are_all_shown (const FondsNeighbours *neighbours, guint shown)
{
  guint i;

  for (i = 0; i < neighbours->n_below->len; i++)
    if (g_array_index (neighbours->n_below, gint64, i) > 0)
      return FALSE;
  return neighbours->children->len <= shown;
}

/* Only what lies in units can be listed by the search. */
static void
add_all (const FondsRecordView *view, guint shown, FondsRecordSection *section)
{
  g_autofree char *count = fonds_format_count (view->record->n_children);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (view->record->kind != FONDS_KIND_UNIT || are_all_shown (view->record->neighbours, shown))
    return;
  /* Translators: so many records lie directly in this one. */
  label = g_strdup_printf (ngettext ("Show %s record inside", "Show %s records inside",
                                     (gulong) view->record->n_children),
                           count);
  button = g_object_new (GTK_TYPE_BUTTON, "label", label, "halign", GTK_ALIGN_START, "action-name",
                         "win.show-under", "action-target", g_variant_new_int64 (view->record->id),
                         NULL);
  gtk_widget_add_css_class (button, "record-children");
  fonds_record_section_add (section, button);
}

/**
 * fonds_record_children_build:
 * @view: the record that is read
 * @page: what the children are appended to
 *
 * Lists what lies directly in a record.
 */
void
fonds_record_children_build (const FondsRecordView *view, GtkBox *page)
{
  const FondsNeighbours *neighbours = view->record->neighbours;
  guint shown = view->record->kind == FONDS_KIND_UNIT ? FIRST : neighbours->children->len, i;
  FondsRecordSection *section;

  if (neighbours->children->len == 0)
    return;
  section = fonds_record_section_new (view, "contents", heading (view->record->kind));
  for (i = 0; i < neighbours->children->len && i < shown; i++)
    fonds_record_section_add (section,
                              make_child (view, g_ptr_array_index (neighbours->children, i),
                                          i < neighbours->n_below->len
                                              ? g_array_index (neighbours->n_below, gint64, i)
                                              : 0));
  add_all (view, shown, section);
  gtk_box_append (page, GTK_WIDGET (section));
}

/**
 * fonds_record_children_has:
 * @record: a record
 * @link: somebody who refers to it
 *
 * Returns: whether the list of its children shows them already
 */
gboolean
fonds_record_children_has (const FondsRecord *record, const FondsLink *link)
{
  guint i;

  if (g_strcmp0 (link->field, fonds_neighbours_field (record->kind)) != 0)
    return FALSE;
  for (i = 0; i < record->neighbours->children->len; i++)
    if (((const FondsLink *) g_ptr_array_index (record->neighbours->children, i))->id == link->id)
      return TRUE;
  return FALSE;
}
