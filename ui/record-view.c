/* record-view.c - a record as it is being read: what its parts need in order to show themselves
 *
 * Thread: main context. Ownership: the view borrows everything from the record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-view.h"

#include "data/catalogue/field.h"
#include "data/text/codes.h"

/* A marker's yellow, thin enough to read through in light and in dark. */
static const struct
{
  guint16 red, green, blue, alpha;
} marker = { 0xf5f5, 0xc2c2, 0x1111, 0x6000 };

/* The form that heads the page is the one that lists show: the titles agree. */
static const FondsValue *
find_title (const FondsRecord *record, const char *field)
{
  guint i;

  for (i = 0; i < fonds_body_n_values (record->body, field); i++)
    {
      const FondsValue *value = fonds_body_value (record->body, field, i);

      if (g_strcmp0 (value->attr[FONDS_ATTR_TEXT], record->title) == 0)
        return value;
    }
  return NULL;
}

static const char *
first_language (const FondsRecord *record)
{
  guint i;

  for (i = 0; i < fonds_body_n_fields (record->body); i++)
    {
      const FondsValue *value =
          fonds_body_value (record->body, fonds_body_field_id (record->body, i), 0);

      if (value && value->attr[FONDS_ATTR_LANGUAGE])
        return value->attr[FONDS_ATTR_LANGUAGE];
    }
  return NULL;
}

/**
 * fonds_record_view_init:
 * @self: a view
 * @record: the record
 * @matcher: (nullable): finds what the search matched
 * @reading: (nullable): how the reader likes it
 *
 * Finds out what heads the page and in which language the record is described.
 */
void
fonds_record_view_init (FondsRecordView *self,
                        FondsRecord *record,
                        FondsMatcher *matcher,
                        FondsReading *reading)
{
  self->record = record;
  self->matcher = matcher;
  self->reading = reading;
  self->title_field = fonds_field_find (record->kind, "title") ? "title" : "name";
  self->title = find_title (record, self->title_field);
  self->language = self->title ? self->title->attr[FONDS_ATTR_LANGUAGE] : NULL;
  if (!self->language)
    self->language = first_language (record);
}

/**
 * fonds_record_view_language_hint:
 * @self: a view
 * @language: (nullable): a value's language
 *
 * Names a value's language where it is worth saying.
 *
 * Returns: (transfer full) (nullable): the name; %NULL for the language of the whole description
 */
char *
fonds_record_view_language_hint (const FondsRecordView *self, const char *language)
{
  if (!language || g_strcmp0 (language, self->language) == 0)
    return NULL;
  return fonds_language_name (language, g_get_language_names ()[0]);
}

/**
 * fonds_record_view_matches:
 * @self: a view
 * @field: (nullable): a field
 * @text: (nullable): what it says
 *
 * Returns: whether the search matched something in that text
 */
gboolean
fonds_record_view_matches (const FondsRecordView *self, const FondsField *field, const char *text)
{
  g_autoptr (GArray) spans = NULL;

  if (!self->matcher || !text)
    return FALSE;
  spans = fonds_matcher_find (self->matcher, field ? fonds_search_column_id (field->search) : NULL,
                              text);
  return spans->len > 0;
}

static void
mark (PangoAttrList *attributes, const FondsSpan *span)
{
  PangoAttribute *colour = pango_attr_background_new (marker.red, marker.green, marker.blue);
  PangoAttribute *alpha = pango_attr_background_alpha_new (marker.alpha);

  colour->start_index = alpha->start_index = span->start;
  colour->end_index = alpha->end_index = span->end;
  pango_attr_list_insert (attributes, colour);
  pango_attr_list_insert (attributes, alpha);
}

/**
 * fonds_label_highlight:
 * @label: a label that shows a text without markup
 * @matcher: (nullable): finds what the search matched
 * @column: (nullable): the id of the search column that the text belongs to
 *
 * Marks in a label what the search matched.
 */
void
fonds_label_highlight (GtkLabel *label, FondsMatcher *matcher, const char *column)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (GArray) spans = NULL;
  guint i;

  if (!matcher)
    return;
  spans = fonds_matcher_find (matcher, column, gtk_label_get_text (label));
  if (spans->len == 0)
    return;
  attributes = pango_attr_list_new ();
  for (i = 0; i < spans->len; i++)
    mark (attributes, &g_array_index (spans, FondsSpan, i));
  gtk_label_set_attributes (label, attributes);
}
