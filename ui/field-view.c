/* field-view.c - a field of a record with all its values
 *
 * Each value stands in its own direction and can be selected; what it refers to can be opened; what
 * the search matched is marked.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/field-view.h"

#include "ui/field-address.h"
#include "ui/field-languages.h"
#include "ui/label.h"
#include "ui/record-link.h"

#include <glib/gi18n-lib.h>

/**
 * fonds_hint_label_new:
 * @hint: a small remark
 *
 * Makes the quiet line below a value.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
fonds_hint_label_new (const char *hint)
{
  GtkWidget *label = gtk_label_new (hint);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "field-hint");
  return label;
}

static GtkWidget *
make_text (const FondsRecordView *view, const FondsField *field, const FondsFieldWords *words)
{
  GtkWidget *label = gtk_label_new (NULL);

  fonds_label_set_value (GTK_LABEL (label), words->text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "field-value");
  fonds_label_highlight (GTK_LABEL (label), view->matcher,
                         field ? fonds_search_column_id (field->search) : NULL);
  return label;
}

/**
 * fonds_field_view_value:
 * @row: the row of the field
 * @view: the record that is read
 * @field: (nullable): the field; %NULL for one that the table does not have
 * @words: one of its values
 *
 * Shows a value, to be put into the row.
 *
 * Returns: (transfer floating): the value with what is said beside it
 */
GtkWidget *
fonds_field_view_value (FondsFieldRow *row,
                        const FondsRecordView *view,
                        const FondsField *field,
                        const FondsFieldWords *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value;

  if (words->record != 0)
    value = fonds_record_link_new (view, words->text, words->record);
  else if (words->uri)
    value = fonds_address_link_new (words->uri, words->text);
  else
    value = make_text (view, field, words);
  gtk_box_append (GTK_BOX (box), value);
  if (GTK_IS_LABEL (value))
    fonds_field_row_describe (row, value);
  if (words->hint)
    gtk_box_append (GTK_BOX (box), fonds_hint_label_new (words->hint));
  return box;
}

/**
 * fonds_field_view_add:
 * @row: the row of the field
 * @view: the record that is read
 * @field: (nullable): the field; %NULL for one that the table does not have
 * @words: one of its values
 *
 * Shows a value in a row.
 */
void
fonds_field_view_add (FondsFieldRow *row,
                      const FondsRecordView *view,
                      const FondsField *field,
                      const FondsFieldWords *words)
{
  fonds_field_row_add (row, fonds_field_view_value (row, view, field, words));
}

/* "Access: public (staff only)" would puzzle: what is said of access needs no remark. */
static void
say_who_sees_it (FondsFieldRow *row, const FondsField *field)
{
  if (field->area == FONDS_AREA_ACCESS && field->datatype != FONDS_TYPE_TEXT)
    return;
  if (field->flags & FONDS_FIELD_PRIVATE)
    fonds_field_row_set_remark (row, _ ("Private"));
  else if (field->flags & FONDS_FIELD_STAFF)
    fonds_field_row_set_remark (row, _ ("Staff only"));
}

static FondsFieldRow *
build_versions (const FondsRecordView *view, const FondsField *field)
{
  g_autoptr (GPtrArray) languages = fonds_field_languages (view, field);
  FondsFieldRow *row;

  if (!languages)
    return NULL;
  row = fonds_field_row_new (_ (field->label));
  fonds_field_languages_add (row, view, field, languages);
  return row;
}

/* Languages, scripts and other words of a list: short, and without anything to say beside them. */
static gboolean
are_short (const FondsField *field, GPtrArray *all)
{
  guint i;

  if (all->len < 2 || (field->datatype != FONDS_TYPE_LANGUAGE &&
                       field->datatype != FONDS_TYPE_SCRIPT && field->datatype != FONDS_TYPE_CODE))
    return FALSE;
  for (i = 0; i < all->len; i++)
    {
      const FondsFieldWords *words = g_ptr_array_index (all, i);

      if (words->hint || words->uri || words->record != 0)
        return FALSE;
    }
  return TRUE;
}

/* "Hebrew, Russian, Azerbaijani" */
static void
add_joined (FondsFieldRow *row,
            const FondsRecordView *view,
            const FondsField *field,
            GPtrArray *all)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FondsFieldWords joined = { NULL };
  guint i;

  for (i = 0; i < all->len; i++)
    {
      const FondsFieldWords *words = g_ptr_array_index (all, i);

      if (i > 0)
        /* Translators: what stands between the members of a list. */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, words->text);
    }
  joined.text = text->str;
  fonds_field_view_add (row, view, field, &joined);
}

static GPtrArray *
list_words (const FondsRecordView *view, const FondsField *field)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_field_words_free);
  guint i;

  for (i = 0; i < fonds_body_n_values (view->record->body, field->id); i++)
    {
      const FondsValue *value = fonds_body_value (view->record->body, field->id, i);
      FondsFieldWords *words = fonds_field_words_new (view->record, view->language, field, value);

      if (words)
        g_ptr_array_add (all, words);
    }
  return all;
}

static FondsFieldRow *
build_values (const FondsRecordView *view, const FondsField *field)
{
  g_autoptr (GPtrArray) all = list_words (view, field);
  FondsFieldRow *row;
  guint i;

  if (all->len == 0)
    return NULL;
  row = fonds_field_row_new (_ (field->label));
  if (are_short (field, all))
    add_joined (row, view, field, all);
  else
    for (i = 0; i < all->len; i++)
      fonds_field_view_add (row, view, field, g_ptr_array_index (all, i));
  return row;
}

/**
 * fonds_field_view_new:
 * @view: the record that is read
 * @field: a field that is not hidden
 *
 * Shows what a record has in a field.
 *
 * Returns: (transfer floating) (nullable): the row; %NULL where there is nothing to show
 */
FondsFieldRow *
fonds_field_view_new (const FondsRecordView *view, const FondsField *field)
{
  FondsFieldRow *row = build_versions (view, field);

  if (!row)
    row = build_values (view, field);
  if (row)
    say_who_sees_it (row, field);
  return row;
}
