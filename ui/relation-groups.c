/* relation-groups.c - who refers to a record, grouped by what it is to them
 *
 * A group shows its first few members and makes the others only when they are asked for.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/relation-groups.h"

#include "data/catalogue/level.h"
#include "ui/field-view.h"
#include "ui/label.h"
#include "ui/record-children.h"
#include "ui/record-programme.h"
#include "ui/record-section.h"
#include "data/catalogue/relation-words.h"

#include <glib/gi18n-lib.h>

#define FIRST 8

/* What a button needs in order to show the rest of its group. */
typedef struct
{
  FondsRecord *record;
  FondsMatcher *matcher;
  FondsReading *reading;
  GPtrArray *links; /* of FondsLink, the record's */
  FondsFieldRow *row;
} Rest;

static void
free_rest (gpointer data, GClosure *closure)
{
  Rest *rest = data;

  fonds_record_unref (rest->record);
  g_clear_pointer (&rest->matcher, fonds_matcher_unref);
  g_clear_object (&rest->reading);
  g_ptr_array_unref (rest->links);
  g_free (rest);
}

static void
add_link (const FondsRecordView *view, const FondsLink *link, FondsFieldRow *row)
{
  g_autoptr (GString) hint = g_string_new (NULL);
  g_autofree char *dates =
      fonds_field_words_moment (link->relation_dates ? link->relation_dates : link->dates);
  FondsFieldWords words = { .text =
                                link->title && *link->title ? link->title : (char *) _ ("Untitled"),
                            .record = link->id };

  if (link->kind == FONDS_KIND_UNIT && link->level)
    fonds_hint_add (hint, _ (fonds_level_label (link->level)));
  fonds_hint_add (hint, link->ref);
  fonds_hint_add (hint, dates);
  fonds_hint_add (hint, link->description);
  words.hint = hint->len > 0 ? hint->str : NULL;
  fonds_field_view_add (row, view, NULL, &words);
}

static void
show_rest_cb (GtkButton *button, gpointer data)
{
  Rest *rest = data;
  FondsRecordView view;
  guint i;

  fonds_record_view_init (&view, rest->record, rest->matcher, rest->reading);
  for (i = FIRST; i < rest->links->len; i++)
    add_link (&view, g_ptr_array_index (rest->links, i), rest->row);
  gtk_widget_child_focus (GTK_WIDGET (rest->row), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static GtkWidget *
make_more_button (const FondsRecordView *view, GPtrArray *links, FondsFieldRow *row)
{
  g_autofree char *count = fonds_format_count (links->len - FIRST);
  g_autofree char *label =
      g_strdup_printf (ngettext ("Show %s more", "Show %s more", links->len - FIRST), count);
  GtkWidget *button = gtk_button_new_with_label (label);
  Rest *rest = g_new0 (Rest, 1);

  rest->record = fonds_record_ref (view->record);
  rest->matcher = view->matcher ? fonds_matcher_ref (view->matcher) : NULL;
  rest->reading = view->reading ? g_object_ref (view->reading) : NULL;
  rest->links = g_ptr_array_ref (links);
  rest->row = row;
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "show-more");
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_rest_cb), rest, free_rest, 0);
  return button;
}

static void
build_group (const FondsRecordView *view,
             const char *label,
             GPtrArray *links,
             FondsRecordSection *section)
{
  FondsFieldRow *row = fonds_field_row_new (label);
  g_autofree char *count = fonds_format_count (links->len);
  guint i;

  for (i = 0; i < links->len && i < FIRST; i++)
    add_link (view, g_ptr_array_index (links, i), row);
  fonds_record_section_add (section, GTK_WIDGET (row));
  if (links->len > 1)
    fonds_field_row_set_remark (row, count);
  if (links->len > FIRST)
    fonds_field_row_add (row, make_more_button (view, links, row));
}

static void
say_how_many_more (const FondsRecord *record, FondsRecordSection *section)
{
  gint64 more = record->n_incoming - record->incoming->len;
  g_autofree char *count = fonds_format_count (more);
  g_autofree char *text = NULL;

  if (more <= 0)
    return;
  text = g_strdup_printf (ngettext ("%s more record refers to this one.",
                                    "%s more records refer to this one.", (gulong) more),
                          count);
  fonds_record_section_add (section, fonds_hint_label_new (text));
}

/**
 * fonds_relation_groups_build:
 * @view: the record that is read
 * @page: what the groups are appended to
 *
 * Lists the records that refer to this one, and those that a relation ties to it.
 */
void
fonds_relation_groups_build (const FondsRecordView *view, GtkBox *page)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new (); /* the labels, the table's own */
  FondsRecordSection *section;
  guint i;

  for (i = 0; i < view->record->incoming->len; i++)
    {
      FondsLink *link = g_ptr_array_index (view->record->incoming, i);
      g_autofree char *label = fonds_relation_words (link);
      GPtrArray *links = g_hash_table_lookup (groups, label);

      if (fonds_record_children_has (view->record, link) ||
          fonds_record_programme_has (view->record, link))
        continue;
      if (!links)
        {
          links = g_ptr_array_new ();
          g_ptr_array_add (order, label);
          g_hash_table_insert (groups, g_steal_pointer (&label), links);
        }
      g_ptr_array_add (links, link);
    }
  if (order->len == 0)
    return;
  section = fonds_record_section_new (view, "relations", _ ("Relations"));
  for (i = 0; i < order->len; i++)
    {
      const char *label = g_ptr_array_index (order, i);

      build_group (view, label, g_hash_table_lookup (groups, label), section);
    }
  say_how_many_more (view->record, section);
  gtk_box_append (page, GTK_WIDGET (section));
}
