/* edtf-parse.c - reads the Extended Date/Time Format, strictly
 *
 * The grammar is that of ISO 8601-2:2019 in the Library of Congress's profile, levels 0 to 2. More
 * than its letter only this is accepted: seasons and long years with a qualifier, seasons in
 * intervals. What people write instead is the affair of date-normalise.c.
 * Invariant: a function that returns FALSE has set the error, if one is wanted.
 * Thread: any. Ownership: the parser lives on the stack; spans go to the result.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/edtf.h"

#include "data/text/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Years up to ten million million: their days fit the numbers that JSON carries. */
#define LARGEST_YEAR G_GINT64_CONSTANT (10000000000000)
/* A set of more dates than this is no date any more. */
#define MOST_SPANS 1000

typedef struct
{
  const char *text;
  const char *at;
  const char *part; /* where the last year, month or day began */
  GError **error;
} Parser;

/* All before an error is ASCII, so that bytes are characters. */
static gboolean
fail_at (Parser *parser, const char *where, const char *what)
{
  if (parser->error)
    g_set_error (parser->error, FONDS_TEXT_ERROR, FONDS_TEXT_ERROR_DATE,
                 /* Translators: what is wrong with a date, then the place */
                 _ ("%s, at character %d"), what, (int) (where - parser->text) + 1);

  return FALSE;
}

static gboolean
fail (Parser *parser, const char *what)
{
  return fail_at (parser, parser->at, what);
}

static gboolean
take (Parser *parser, char character)
{
  if (*parser->at != character)
    return FALSE;

  parser->at++;
  return TRUE;
}

static gboolean
take_dots (Parser *parser)
{
  if (!g_str_has_prefix (parser->at, ".."))
    return FALSE;

  parser->at += 2;
  return TRUE;
}

static char
take_qualifier (Parser *parser)
{
  char character = *parser->at;

  if (character != '?' && character != '~' && character != '%')
    return 0;

  parser->at++;
  return character;
}

/* Exactly @width digits or "X". */
static gboolean
take_digits (Parser *parser, int width, FondsEdtfPart *part, const char *what)
{
  for (int i = 0; i < width; i++, parser->at++)
    {
      if (!g_ascii_isdigit (*parser->at) && *parser->at != 'X')
        return fail (parser, what);
      part->value *= 10;
      part->unknown = (guint8) (part->unknown << 1);
      if (*parser->at == 'X')
        part->unknown |= 1;
      else
        part->value += *parser->at - '0';
    }

  return TRUE;
}

/* A number without leading zeros. */
static gboolean
take_number (Parser *parser, gint64 limit, gint64 *number, const char *what)
{
  const char *start = parser->at;

  if (!g_ascii_isdigit (*start) || *start == '0')
    return fail (parser, what);
  for (*number = 0; g_ascii_isdigit (*parser->at); parser->at++)
    {
      *number = 10 * *number + (*parser->at - '0');
      if (*number > limit)
        return fail_at (parser, start, _ ("The number is too large"));
    }

  return TRUE;
}

static gboolean
take_significant (Parser *parser, FondsEdtfDate *date, gint64 year)
{
  const char *start = parser->at;
  gint64 digits = date->is_long ? 0 : 4, number;

  if (!take (parser, 'S'))
    return TRUE;
  if (date->parts[FONDS_EDTF_YEAR].unknown != 0)
    return fail_at (parser, start, _ ("A year with “X” can't count its significant digits too"));
  for (gint64 rest = year; date->is_long && rest > 0; rest /= 10)
    digits++;
  if (!take_number (parser, 99, &number, _ ("After “S” stands how many digits count")))
    return FALSE;
  if (number > digits)
    return fail_at (parser, start + 1, _ ("The year has fewer digits than that"));

  date->significant = (guint8) number;
  return TRUE;
}

/* Y170000002, Y-17E7, Y3388E2S3; the "Y" is taken already. */
static gboolean
take_long_year (Parser *parser, FondsEdtfDate *date)
{
  const char *start;
  gint64 *value = &date->parts[FONDS_EDTF_YEAR].value, exponent, year;

  date->is_long = TRUE;
  date->negative = take (parser, '-');
  start = parser->at;
  if (!take_number (parser, LARGEST_YEAR, value,
                    _ ("After “Y” stands a year that does not begin with 0")))
    return FALSE;
  year = *value;
  if (*parser->at == 'X')
    return fail (parser, _ ("A year with “Y” has no “X”"));
  if (take (parser, 'E'))
    {
      if (!take_number (parser, 99, &exponent, _ ("After “E” stands how many zeros follow")))
        return FALSE;
      for (gint64 i = 0; i < exponent && year <= LARGEST_YEAR; i++)
        year *= 10;
      date->exponent = (guint8) exponent;
    }
  if (year > LARGEST_YEAR)
    return fail_at (parser, start, _ ("The number is too large"));
  if (year < 10000)
    return fail_at (parser, start, _ ("A year of four digits has no “Y”"));

  return take_significant (parser, date, year);
}

static gboolean
take_year (Parser *parser, FondsEdtfDate *date)
{
  FondsEdtfPart *part = &date->parts[FONDS_EDTF_YEAR];
  const char *start;

  if (take (parser, 'Y'))
    return take_long_year (parser, date);

  date->negative = take (parser, '-');
  start = parser->at;
  if (!take_digits (parser, 4, part, _ ("A year is four digits or “X”")))
    return FALSE;
  if (g_ascii_isdigit (*parser->at))
    return fail (parser, _ ("A year of more than four digits begins with “Y”"));
  if (date->negative && part->value == 0 && part->unknown == 0)
    return fail_at (parser, start, _ ("The year 0000 has no minus"));

  return take_significant (parser, date, part->value);
}

/* Two digits, "30" to "39" for 3X; whether a number up to a limit fits them is seen from these. */
static gboolean
reaches (const FondsEdtfPart *part, int least, int most)
{
  int far = (int) part->value + (part->unknown & 1 ? 9 : 0) + (part->unknown & 2 ? 90 : 0);

  return far >= least && part->value <= most;
}

static gboolean
take_month (Parser *parser, FondsEdtfDate *date)
{
  FondsEdtfPart *part = &date->parts[FONDS_EDTF_MONTH];
  const char *start = parser->at;

  if (!take_digits (parser, 2, part, _ ("A month is two digits or “X”")))
    return FALSE;
  if (reaches (part, 1, 12))
    return TRUE;
  if (part->unknown != 0 || part->value < 21 || part->value > 41)
    return fail_at (parser, start, _ ("There is no such month or season"));

  return *parser->at != '-' || fail (parser, _ ("A season has no days"));
}

static gboolean
take_day (Parser *parser, FondsEdtfDate *date)
{
  FondsEdtfPart *part = &date->parts[FONDS_EDTF_DAY];
  const char *start = parser->at;

  if (!take_digits (parser, 2, part, _ ("A day is two digits or “X”")))
    return FALSE;

  return reaches (part, 1, 31) || fail_at (parser, start, _ ("There is no such day"));
}

static gboolean
take_clock (Parser *parser, int limit, const char *what, int *number)
{
  FondsEdtfPart part = { 0 };
  const char *start = parser->at;

  if (!take_digits (parser, 2, &part, what))
    return FALSE;
  *number = (int) part.value;

  return (part.unknown == 0 && *number <= limit) || fail_at (parser, start, what);
}

/* Z, +hh, +hh:mm, -hh, -hh:mm; between -12:00 and +14:00, and +00:00 has no minus. */
static gboolean
take_zone (Parser *parser)
{
  const char *start = parser->at, *what = _ ("There is no such time zone");
  gboolean west = *start == '-';
  int hours, minutes = 0;

  if (take (parser, 'Z') || (*start != '+' && *start != '-'))
    return TRUE;
  parser->at++;
  if (!take_clock (parser, 14, what, &hours) ||
      (take (parser, ':') && !take_clock (parser, 59, what, &minutes)))
    return FALSE;
  minutes += 60 * hours;

  return (west ? minutes > 0 && minutes <= 12 * 60 : minutes <= 14 * 60) ||
         fail_at (parser, start, what);
}

/* T21:45:00 and a zone; 24:00:00 is the end of its day. */
static gboolean
take_time (Parser *parser, FondsEdtfDate *date)
{
  const char *start = parser->at, *what = _ ("A time is written hh:mm:ss");
  int hours, minutes, seconds;

  parser->at++;
  if (!take_clock (parser, 24, what, &hours) || !(take (parser, ':') || fail (parser, what)) ||
      !take_clock (parser, hours == 24 ? 0 : 59, what, &minutes) ||
      !(take (parser, ':') || fail (parser, what)) ||
      !take_clock (parser, hours == 24 ? 0 : 59, what, &seconds) || !take_zone (parser))
    return FALSE;

  g_assert ((gsize) (parser->at - start) < sizeof date->time);
  memcpy (date->time, start, parser->at - start);
  return TRUE;
}

static gboolean
is_plain (const FondsEdtfDate *date)
{
  for (int i = 0; i < date->n_parts; i++)
    if (date->parts[i].before || date->parts[i].after || date->parts[i].unknown)
      return FALSE;

  return date->n_parts == 3;
}

static gboolean
take_parts (Parser *parser, FondsEdtfDate *date)
{
  static gboolean (*const takers[]) (Parser *, FondsEdtfDate *) = { take_year, take_month,
                                                                    take_day };

  for (date->n_parts = 0; date->n_parts < 3;)
    {
      FondsEdtfPart *part = &date->parts[date->n_parts];

      part->before = take_qualifier (parser);
      parser->part = parser->at;
      if (!takers[date->n_parts](parser, date))
        return FALSE;
      part->after = take_qualifier (parser);
      date->n_parts++;
      if (date->n_parts == 3 || !take (parser, '-'))
        break;
      if (date->is_long || date->significant > 0)
        return fail_at (parser, parser->at - 1, _ ("Such a year has no months"));
    }

  return TRUE;
}

/* @with_time: dates in intervals and sets have no time of day. */
static gboolean
take_date (Parser *parser, gboolean with_time, FondsEdtfDate *date)
{
  FondsDays days;

  if (!take_parts (parser, date))
    return FALSE;
  if (!fonds_edtf_date_days (date, &days))
    return fail_at (parser, parser->part, _ ("The month has no such day"));
  if (*parser->at != 'T')
    return TRUE;
  if (!with_time || !is_plain (date))
    return fail (parser, _ ("A time stands only after one full day"));

  return take_time (parser, date);
}

static gboolean
check_order (Parser *parser, const char *where, const FondsEdtfSpan *span)
{
  FondsDays days;

  return fonds_edtf_span_days (span, &days) ||
         fail_at (parser, where, _ ("The end comes before the beginning"));
}

/* The part of an interval after its slash. */
static gboolean
take_interval_end (Parser *parser, FondsEdtfSpan *span)
{
  const char *start = parser->at;

  if (take_dots (parser))
    span->last_end = FONDS_EDTF_END_OPEN;
  else if (*parser->at == '\0')
    span->last_end = FONDS_EDTF_END_UNKNOWN;
  else if (!take_date (parser, FALSE, &span->last))
    return FALSE;
  if (span->first_end == FONDS_EDTF_END_UNKNOWN && span->last_end == FONDS_EDTF_END_UNKNOWN)
    return fail_at (parser, start, _ ("One end of an interval is known"));

  return check_order (parser, start, span);
}

static gboolean
take_single_or_interval (Parser *parser, FondsEdtf *edtf)
{
  FondsEdtfSpan *span = g_new0 (FondsEdtfSpan, 1);

  edtf->spans = span;
  edtf->n_spans = 1;
  if (*parser->at == '/')
    span->first_end = FONDS_EDTF_END_UNKNOWN;
  else if (g_str_has_prefix (parser->at, "../") && take_dots (parser))
    span->first_end = FONDS_EDTF_END_OPEN;
  else if (!take_date (parser, TRUE, &span->first))
    return FALSE;

  span->single = *parser->at != '/';
  if (span->single)
    return TRUE;
  if (span->first.time[0])
    return fail (parser, _ ("A time stands only after one full day"));
  edtf->shape = FONDS_EDTF_SHAPE_INTERVAL;
  parser->at++;
  return take_interval_end (parser, span);
}

/* a, a..b, and at the ends of the set ..a and a.. */
static gboolean
take_element (Parser *parser, gboolean is_first, char closing, FondsEdtfSpan *span)
{
  const char *start;

  if (is_first && take_dots (parser))
    {
      span->first_end = FONDS_EDTF_END_OPEN;
      return take_date (parser, FALSE, &span->last);
    }
  if (!take_date (parser, FALSE, &span->first))
    return FALSE;

  span->single = !take_dots (parser);
  if (span->single)
    return TRUE;
  start = parser->at;
  if (*parser->at == closing)
    {
      span->last_end = FONDS_EDTF_END_OPEN;
      return TRUE;
    }

  return take_date (parser, FALSE, &span->last) && check_order (parser, start, span);
}

static gboolean
take_set (Parser *parser, FondsEdtf *edtf)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (FondsEdtfSpan));
  char closing = *parser->at == '[' ? ']' : '}';

  edtf->shape = closing == ']' ? FONDS_EDTF_SHAPE_ONE_OF : FONDS_EDTF_SHAPE_ALL_OF;
  do
    {
      FondsEdtfSpan span = { 0 };

      parser->at++;
      if (spans->len >= MOST_SPANS)
        return fail (parser, _ ("The set has too many dates"));
      if (!take_element (parser, spans->len == 0, closing, &span))
        return FALSE;
      g_array_append_val (spans, span);
    }
  while (*parser->at == ',');
  if (!take (parser, closing))
    return fail (parser, _ ("The set is not closed here, and no comma follows"));

  edtf->n_spans = spans->len;
  edtf->spans = (FondsEdtfSpan *) g_array_free (g_steal_pointer (&spans), FALSE);
  return TRUE;
}

/**
 * fonds_edtf_parse:
 * @text: a date in EDTF, nothing around it
 * @error: FONDS_TEXT_ERROR_DATE, with what is wrong at which character
 *
 * Reads levels 0 to 2. Any thread.
 *
 * Returns: (transfer full) (nullable): the date
 */
FondsEdtf *
fonds_edtf_parse (const char *text, GError **error)
{
  g_autoptr (FondsEdtf) edtf = NULL;
  Parser parser = { text, text, text, error };
  gboolean is_set;

  g_return_val_if_fail (text != NULL, NULL);

  edtf = g_new0 (FondsEdtf, 1);
  is_set = *text == '[' || *text == '{';
  if (!(is_set ? take_set (&parser, edtf) : take_single_or_interval (&parser, edtf)))
    return NULL;
  if (*parser.at != '\0')
    {
      fail (&parser, _ ("The date ends before this"));
      return NULL;
    }

  return g_steal_pointer (&edtf);
}
