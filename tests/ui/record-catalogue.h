/* record-catalogue.h - a catalogue of records of every sort, for tests of their pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

/* Lines of tests/fixtures/records/records.tsv, by the end of their uid. */
#define RECORD_FONDS 1
#define RECORD_SERIES 2
#define RECORD_HEBREW_ITEM 3
#define RECORD_RESTRICTED_FILE 4
#define RECORD_PERSON 6
#define RECORD_INSTITUTION 8
#define RECORD_PLACE 9
#define RECORD_SUBJECT 10
#define RECORD_CONFERENCE 14
#define RECORD_SOURCE 15
#define RECORD_CHILD_OF_PERSON 17

FondsCatalogue *record_catalogue_new (const char *path, const char *fixture);
gint64 record_catalogue_find (FondsCatalogue *catalogue, guint number);
void record_catalogue_retitle (FondsCatalogue *catalogue, guint number, const char *title);

G_END_DECLS
