/* record-view.c - a record as it is being read: what its parts need in order to show themselves
 *
 * Thread: main context. Ownership: the view borrows everything from the record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-view.h"

#include "data/catalogue/field.h"

/* A marker's yellow, thin enough to read through in light and in dark. */
static const struct
{
  guint16 red, green, blue, alpha;
} marker = { 0xf5f5, 0xc2c2, 0x1111, 0x6000 };

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
  self->title_field = fonds_record_title_field (record);
  self->title = fonds_record_title_value (record);
  self->language = fonds_record_language (record);
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
