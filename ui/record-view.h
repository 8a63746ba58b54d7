/* record-view.h - a record as it is being read: what its parts need in order to show themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"
#include "data/search/matcher.h"
#include "ui/record-reading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FondsRecordView:
 * @record: the record
 * @matcher: (nullable): finds what the search matched
 * @reading: (nullable): how the reader likes it
 * @title_field: the id of the field that holds what the record is called
 * @title: (nullable): the value that heads the page
 * @language: (nullable): the main language of the description
 *
 * Lives on the stack while a page is built; whoever needs the record for longer takes a reference.
 */
typedef struct
{
  FondsRecord *record;
  FondsMatcher *matcher;
  FondsReading *reading;
  const char *title_field;
  const FondsValue *title;
  const char *language;
} FondsRecordView;

void fonds_record_view_init (FondsRecordView *self,
                             FondsRecord *record,
                             FondsMatcher *matcher,
                             FondsReading *reading);

gboolean
fonds_record_view_matches (const FondsRecordView *self, const FondsField *field, const char *text);
void fonds_label_highlight (GtkLabel *label, FondsMatcher *matcher, const char *column);

G_END_DECLS
