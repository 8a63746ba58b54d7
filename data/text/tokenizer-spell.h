/* tokenizer-spell.h - the spellings under which one word is found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/fold-table.h"

G_BEGIN_DECLS

/* Longer words are cut, alike in text and query. A spelling never exceeds it. */
#define FONDS_SPELLING_MAX 240

typedef enum
{
  FONDS_SPELLING_KEY,     /* romanised, sounds joined */
  FONDS_SPELLING_PLAIN,   /* what an ASCII keyboard types for a Latin word, sounds joined */
  FONDS_SPELLING_UNJOINED /* romanised, letter by letter */
} FondsSpelling;

int fonds_word_spell (const FondsLetter *table,
                      const char *word,
                      int length,
                      FondsSpelling spelling,
                      gboolean mixed,
                      char *room,
                      gboolean *joined);

G_END_DECLS
