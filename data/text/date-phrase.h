/* date-phrase.h - the parts of the normaliser: tokens, points in time, the reader of phrases */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/calendar.h"
#include "data/text/date-words.h"

G_BEGIN_DECLS

typedef enum
{
  FONDS_DATE_TOKEN_END,
  FONDS_DATE_TOKEN_NUMBER,
  FONDS_DATE_TOKEN_WORD,
  FONDS_DATE_TOKEN_DASH,
  FONDS_DATE_TOKEN_SLASH,
  FONDS_DATE_TOKEN_DOT, /* after a number only */
  FONDS_DATE_TOKEN_COMMA,
  FONDS_DATE_TOKEN_OPEN,
  FONDS_DATE_TOKEN_CLOSE,
  FONDS_DATE_TOKEN_QUESTION,
  FONDS_DATE_TOKEN_TILDE
} FondsDateTokenKind;

/**
 * FondsDateToken:
 * @value: of a number, or that of the word
 * @digits: how many digits a number has, unspecified ones among them
 * @unknown: how many of its last digits are unspecified: "18--", "189-", "19XX"
 * @roman: the word as a Roman numeral; 0 if it is none
 * @letters: the word as a Hebrew numeral; 0 if it is none
 * @marked: whether a Hebrew word has geresh or gershayim, as numerals have
 * @spaced: whether a space stands before
 */
typedef struct
{
  FondsDateTokenKind kind;
  FondsDateWord word;
  int value;
  guint8 digits, unknown;
  int roman, letters;
  gboolean marked, spaced;
  const char *start, *end;
} FondsDateToken;

#define FONDS_DATE_MOST_TOKENS 32
#define FONDS_DATE_NO_YEAR G_MAXINT

/**
 * FondsDatePoint:
 * @year: with 0 for 1 BCE; FONDS_DATE_NO_YEAR as long as the phrase has not told it
 * @month: 1 to 12, a season 21 to 24, or 0
 * @day: 1 to 31, or 0
 * @unknown: how many last digits of the year are unspecified
 */
typedef struct
{
  int year, month, day, unknown;
  gboolean circa, uncertain;
} FondsDatePoint;

/**
 * FondsDateSide:
 * @last: where a range ends: that of a part of a century, a Hebrew year, or two dates
 * @written: the first point as the phrase has it, in its own calendar
 * @is_old: whether that is the Julian one
 * @circa_leads: whether "about" stands before it
 * @uncertain_leads: whether "?" stands before it
 * @is_short: whether its year was shortened
 */
typedef struct
{
  FondsDatePoint first, last, written;
  gboolean is_range, is_old, circa_leads, uncertain_leads, is_short;
} FondsDateSide;

/* What was assumed; the first one is told. */
typedef enum
{
  FONDS_DATE_SAID_NOTHING,
  FONDS_DATE_SAID_UNDATED,
  FONDS_DATE_SAID_JULIAN,
  FONDS_DATE_SAID_JULIAN_KEPT,
  FONDS_DATE_SAID_HEBREW,
  FONDS_DATE_SAID_LEFT_OUT,
  FONDS_DATE_SAID_RANGE_NOT_SEASON,
  FONDS_DATE_SAID_MONTH_NOT_RANGE,
  FONDS_DATE_SAID_DECADE,
  FONDS_DATE_SAID_PART,
  FONDS_DATE_SAID_DAY_FIRST,
  FONDS_DATE_SAID_ZEROS,
  FONDS_DATE_SAID_BOTH_ENDS,
  FONDS_DATE_SAID_OPEN_END,
  FONDS_DATE_SAID_BRACKETS,
  FONDS_DATE_SAID_CENTURY,
  FONDS_DATE_SAID_SHORT_YEAR,
  FONDS_DATE_SAID_DRAFT,
  FONDS_DATE_SAID_READ
} FondsDateSaid;

/**
 * FondsPhrase:
 * @at: the next token
 * @said: bits of FondsDateSaid
 * @left_out: the words that were left out
 */
typedef struct
{
  FondsDateToken tokens[FONDS_DATE_MOST_TOKENS];
  int n_tokens, at;
  FondsCalendar calendar;
  guint said;
  const char *left_out, *left_out_end;
} FondsPhrase;

gboolean fonds_phrase_scan (FondsPhrase *phrase, const char *text);
char *fonds_phrase_read (FondsPhrase *phrase);

const FondsDateToken *fonds_phrase_peek (const FondsPhrase *phrase, int ahead);
gboolean fonds_phrase_take (FondsPhrase *phrase, FondsDateTokenKind kind);
gboolean fonds_phrase_take_word (FondsPhrase *phrase, FondsDateWord word);
void fonds_phrase_assume (FondsPhrase *phrase, FondsDateSaid said);

gboolean fonds_phrase_take_point (FondsPhrase *phrase, FondsDatePoint *point);
gboolean fonds_phrase_take_period (FondsPhrase *phrase, FondsDateSide *side);
gboolean fonds_phrase_take_hebrew (FondsPhrase *phrase, FondsDateSide *side);

void
fonds_phrase_leave_out (FondsPhrase *phrase, const FondsDateToken *from, const FondsDateToken *to);
gboolean fonds_phrase_take_noise (FondsPhrase *phrase);
gboolean fonds_phrase_take_range_sign (FondsPhrase *phrase);
gboolean
fonds_phrase_take_side (FondsPhrase *phrase, const FondsDatePoint *short_of, FondsDateSide *side);
gboolean
fonds_phrase_take_span (FondsPhrase *phrase, const FondsDatePoint *short_of, FondsDateSide *side);
FondsDatePoint *fonds_date_side_end (FondsDateSide *side);
gboolean fonds_date_side_join (FondsPhrase *phrase, FondsDateSide *side, FondsDateSide *end);

gboolean fonds_date_point_is_valid (const FondsDatePoint *point);
void fonds_date_point_print (const FondsDatePoint *point, GString *edtf);
FondsDatePoint fonds_date_point_from_day (gint64 day);
void fonds_date_point_share (FondsDatePoint *point, const FondsDatePoint *other);
FondsDatePoint fonds_date_point_before (const FondsDatePoint *point);
gint64 fonds_date_point_order (const FondsDatePoint *point);

G_END_DECLS
