/* edtf.c - a parsed date: back to its text, and its level
 *
 * Parsing keeps all that is written, so that the text comes back byte for byte.
 * Thread: any. Ownership: a FondsEdtf owns its spans.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/edtf.h"

/**
 * fonds_edtf_free:
 * @edtf: (nullable) (transfer full): a date
 */
void
fonds_edtf_free (FondsEdtf *edtf)
{
  if (edtf)
    g_free (edtf->spans);
  g_free (edtf);
}

/**
 * fonds_edtf_date_is_season:
 * @date: a date
 *
 * Returns: whether its second part is a season, quarter or other part of a year, not a month
 */
gboolean
fonds_edtf_date_is_season (const FondsEdtfDate *date)
{
  return date->n_parts == 2 && date->parts[FONDS_EDTF_MONTH].value > 12;
}

static void
print_digits (GString *text, const FondsEdtfPart *part, int width)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GINT64_FORMAT, width, part->value);

  for (int i = 0; i < width; i++)
    g_string_append_c (text, part->unknown & (1 << (width - 1 - i)) ? 'X' : digits[i]);
}

static void
print_qualifier (GString *text, char qualifier)
{
  if (qualifier)
    g_string_append_c (text, qualifier);
}

static void
print_year (GString *text, const FondsEdtfDate *date)
{
  if (date->is_long)
    g_string_append_c (text, 'Y');
  if (date->negative)
    g_string_append_c (text, '-');
  if (date->is_long)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, date->parts[FONDS_EDTF_YEAR].value);
  else
    print_digits (text, &date->parts[FONDS_EDTF_YEAR], 4);
  if (date->exponent > 0)
    g_string_append_printf (text, "E%d", date->exponent);
  if (date->significant > 0)
    g_string_append_printf (text, "S%d", date->significant);
}

static void
print_date (GString *text, const FondsEdtfDate *date)
{
  for (int i = 0; i < date->n_parts; i++)
    {
      if (i > FONDS_EDTF_YEAR)
        g_string_append_c (text, '-');
      print_qualifier (text, date->parts[i].before);
      if (i == FONDS_EDTF_YEAR)
        print_year (text, date);
      else
        print_digits (text, &date->parts[i], 2);
      print_qualifier (text, date->parts[i].after);
    }
  g_string_append (text, date->time);
}

static void
print_end (GString *text, FondsEdtfEnd end, const FondsEdtfDate *date)
{
  if (end == FONDS_EDTF_END_DATE)
    print_date (text, date);
  else if (end == FONDS_EDTF_END_OPEN)
    g_string_append (text, "..");
}

/* Between the dates of a set stands "..", which is also the open end there. */
static void
print_element (GString *text, const FondsEdtfSpan *span)
{
  print_end (text, span->first_end, &span->first);
  if (!span->single && span->first_end == FONDS_EDTF_END_DATE &&
      span->last_end == FONDS_EDTF_END_DATE)
    g_string_append (text, "..");
  if (!span->single)
    print_end (text, span->last_end, &span->last);
}

/**
 * fonds_edtf_to_string:
 * @edtf: a date
 *
 * Returns: (transfer full): the text it was parsed from
 */
char *
fonds_edtf_to_string (const FondsEdtf *edtf)
{
  static const char *const brackets[] = { "", "", "[]", "{}" };
  GString *text = g_string_new (NULL);

  g_string_append_len (text, brackets[edtf->shape], *brackets[edtf->shape] ? 1 : 0);
  for (guint i = 0; i < edtf->n_spans; i++)
    {
      const FondsEdtfSpan *span = &edtf->spans[i];

      if (i > 0)
        g_string_append_c (text, ',');
      if (edtf->shape != FONDS_EDTF_SHAPE_INTERVAL)
        {
          print_element (text, span);
          continue;
        }
      print_end (text, span->first_end, &span->first);
      g_string_append_c (text, '/');
      print_end (text, span->last_end, &span->last);
    }
  if (*brackets[edtf->shape])
    g_string_append_c (text, brackets[edtf->shape][1]);

  return g_string_free (text, FALSE);
}

/* Level 1 leaves digits out from the right and from whole parts: 201X, 2004-XX, 1985-XX-XX. */
static int
unknown_level (const FondsEdtfDate *date)
{
  guint8 year = date->parts[FONDS_EDTF_YEAR].unknown, month = date->parts[FONDS_EDTF_MONTH].unknown;
  guint8 day = date->parts[FONDS_EDTF_DAY].unknown;

  if (year == 0 && month == 0 && day == 0)
    return 0;
  if (date->n_parts == 1)
    return year == 1 || year == 3 ? 1 : 2;
  if (year != 0 || month == 1 || month == 2 || day == 1 || day == 2)
    return 2;

  return month == 3 && date->n_parts == 3 && day != 3 ? 2 : 1;
}

static int
qualifier_level (const FondsEdtfDate *date)
{
  int level = 0;

  for (int i = 0; i < date->n_parts; i++)
    {
      if (date->parts[i].before || (date->parts[i].after && i < date->n_parts - 1))
        return 2;
      if (date->parts[i].after)
        level = 1;
    }

  return level;
}

/* In an interval, unspecified digits are of level 2. */
static int
date_level (const FondsEdtfDate *date, gboolean in_interval)
{
  int unknown = unknown_level (date), level = MAX (unknown, qualifier_level (date));

  if (date->exponent > 0 || date->significant > 0 || (unknown > 0 && in_interval) ||
      (fonds_edtf_date_is_season (date) && date->parts[FONDS_EDTF_MONTH].value > 24))
    return 2;
  if (date->is_long || date->negative || fonds_edtf_date_is_season (date))
    level = MAX (level, 1);

  return level;
}

/**
 * fonds_edtf_level:
 * @edtf: a date
 *
 * Returns: the lowest level of EDTF that has all that @edtf uses: 0, 1 or 2
 */
int
fonds_edtf_level (const FondsEdtf *edtf)
{
  int level = 0;

  for (guint i = 0; i < edtf->n_spans; i++)
    {
      const FondsEdtfSpan *span = &edtf->spans[i];

      if (span->first_end == FONDS_EDTF_END_DATE)
        level = MAX (level, date_level (&span->first, !span->single));
      if (!span->single && span->last_end == FONDS_EDTF_END_DATE)
        level = MAX (level, date_level (&span->last, TRUE));
      if (span->first_end != FONDS_EDTF_END_DATE || span->last_end != FONDS_EDTF_END_DATE)
        level = MAX (level, 1);
    }

  return edtf->shape >= FONDS_EDTF_SHAPE_ONE_OF ? 2 : level;
}
