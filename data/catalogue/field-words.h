/* field-words.h - what a page, or a print, says of one value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/field.h"
#include "data/catalogue/record.h"

G_BEGIN_DECLS

/**
 * FondsFieldWords:
 * @text: what is read
 * @hint: (nullable): what is said quietly beside it: its type, language, calendar, a note
 * @uri: (nullable): an address outside the catalogue that the text leads to
 * @record: the record that the text leads to; 0 for none
 *
 * A value in words.
 */
typedef struct
{
  char *text;
  char *hint;
  char *uri;
  gint64 record;
} FondsFieldWords;

FondsFieldWords *fonds_field_words_new (FondsRecord *record,
                                        const char *main_language,
                                        const FondsField *field,
                                        const FondsValue *value);
void fonds_field_words_free (FondsFieldWords *self);

char *fonds_field_words_date (const FondsValue *value);
char *fonds_field_words_moment (const char *text);
void fonds_hint_add (GString *hint, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsFieldWords, fonds_field_words_free)

G_END_DECLS
