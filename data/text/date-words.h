/* date-words.h - the words that people write in dates (private to the normaliser) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FONDS_DATE_WORD_OTHER,        /* not a word of dates */
  FONDS_DATE_WORD_NOISE,        /* says nothing: "in", "year", "г" */
  FONDS_DATE_WORD_MONTH,        /* value: 1 to 12 */
  FONDS_DATE_WORD_HEBREW_MONTH, /* value: as calendar.h counts */
  FONDS_DATE_WORD_SEASON,       /* value: 21 to 24 */
  FONDS_DATE_WORD_FESTIVAL,     /* value: 10000 * month + 100 * day + days */
  FONDS_DATE_WORD_CIRCA,
  FONDS_DATE_WORD_PROBABLY,
  FONDS_DATE_WORD_BEFORE,
  FONDS_DATE_WORD_AFTER,
  FONDS_DATE_WORD_SINCE, /* also "from" of a range */
  FONDS_DATE_WORD_UNTIL, /* also "to" of a range */
  FONDS_DATE_WORD_BETWEEN,
  FONDS_DATE_WORD_NOT, /* before "before", "earlier", "after", "later" */
  FONDS_DATE_WORD_EARLIER,
  FONDS_DATE_WORD_LATER,
  FONDS_DATE_WORD_PRESENT,
  FONDS_DATE_WORD_OR,
  FONDS_DATE_WORD_AND,
  FONDS_DATE_WORD_CENTURY, /* value 1: only after a numeral, else "in" */
  FONDS_DATE_WORD_DECADE,  /* after a number: "s", "е", "illər" */
  FONDS_DATE_WORD_ORDINAL, /* after a number: "th", "й" */
  FONDS_DATE_WORD_NUMERAL, /* value: "first" is 1 */
  FONDS_DATE_WORD_HALF,
  FONDS_DATE_WORD_THIRD,
  FONDS_DATE_WORD_QUARTER,
  FONDS_DATE_WORD_EARLY,
  FONDS_DATE_WORD_MIDDLE,
  FONDS_DATE_WORD_LATE,
  FONDS_DATE_WORD_BCE,
  FONDS_DATE_WORD_CE,
  FONDS_DATE_WORD_OLD_STYLE,
  FONDS_DATE_WORD_NEW_STYLE,
  FONDS_DATE_WORD_STYLE, /* "style", "ст": after "old", "new" */
  FONDS_DATE_WORD_BORN,
  FONDS_DATE_WORD_DIED,
  FONDS_DATE_WORD_EVENT /* what happened then: "printed"; a second one may be left out */
} FondsDateWord;

FondsDateWord fonds_date_word (const char *lower, int *value);

G_END_DECLS
