/* calendar-hebrew.c - the fixed Hebrew calendar, and numbers in Hebrew letters
 *
 * Months are counted from Tishri with a place kept for Adar II, so that a month has one number in
 * every year. A day is the civil day on which most of it falls; it began at the sunset before.
 * Thread: any. Ownership: strings belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/calendar.h"

#include "data/text/calendar-private.h"

#include <string.h>

/* The day number of 1 Tishri 1. */
#define HEBREW_EPOCH 347998
/* Years whose letters leave out the thousands are of the sixth thousand: 1240 to 2239 CE. */
#define THOUSANDS 5000
/* So many years have so many days in the mean, exactly. */
#define CYCLE_YEARS 98496
#define CYCLE_DAYS 35975351
#define ALEF 0x05D0
#define TAV 0x05EA
#define GERESH "׳"
#define GERSHAYIM "״"

/* Days from the epoch to the mean new moon of Tishri, put off from Sunday, Wednesday, Friday. */
static gint64
elapsed (gint64 year)
{
  gint64 months = fonds_floor_div (235 * year - 234, 19), parts = 12084 + 13753 * months;
  gint64 day = 29 * months + fonds_floor_div (parts, 25920);

  return fonds_floor_mod (3 * (day + 1), 7) < 3 ? day + 1 : day;
}

/* The two delays that keep years from being too long or too short. */
static gint64
new_year (gint64 year)
{
  gint64 last = elapsed (year - 1), this = elapsed (year), next = elapsed (year + 1);
  int delay = next - this == 356 ? 2 : this - last == 382 ? 1 : 0;

  return HEBREW_EPOCH + this + delay;
}

/**
 * fonds_hebrew_is_leap:
 * @year: a Hebrew year
 *
 * Returns: whether it has an Adar II: seven years of nineteen do
 */
gboolean
fonds_hebrew_is_leap (gint64 year)
{
  return fonds_floor_mod (7 * year + 1, 19) < 7;
}

/**
 * fonds_hebrew_year_length:
 * @year: a Hebrew year
 *
 * Returns: its days: 353, 354, 355, 383, 384 or 385
 */
int
fonds_hebrew_year_length (gint64 year)
{
  return (int) (new_year (year + 1) - new_year (year));
}

/* Days of the months before one. */
static int
days_before (gint64 year, int month)
{
  guint8 lengths[13] = { 30, 29, 30, 29, 30, 29, 0, 30, 29, 30, 29, 30, 29 };
  int kind = fonds_hebrew_year_length (year) % 10, days = 0;

  lengths[1] += kind == 5;
  lengths[2] -= kind == 3;
  if (fonds_hebrew_is_leap (year))
    {
      lengths[FONDS_HEBREW_ADAR - 1] = 30;
      lengths[FONDS_HEBREW_ADAR_II - 1] = 29;
    }
  for (int i = 0; i < month - 1; i++)
    days += lengths[i];

  return days;
}

/**
 * fonds_day_from_hebrew:
 * @year: from 1, the year of creation
 * @month: 1 (Tishri) to 13 (Elul); 7, Adar II, is Nisan's first day in a common year
 * @day: 1 to 30
 *
 * Returns: the Julian Day Number
 */
gint64
fonds_day_from_hebrew (gint64 year, int month, int day)
{
  return new_year (year) + days_before (year, month) + day - 1;
}

/**
 * fonds_day_to_hebrew:
 * @day: a Julian Day Number, from 347998 on
 *
 * Returns: the day in the Hebrew calendar
 */
FondsCalendarDay
fonds_day_to_hebrew (gint64 day)
{
  FondsCalendarDay split = { 0, 13, 0 };
  gint64 cycle = fonds_floor_div (day - HEBREW_EPOCH, CYCLE_DAYS);
  gint64 rest = day - HEBREW_EPOCH - cycle * CYCLE_DAYS;

  /* The mean year is 35975351/98496 days; the estimate is at most one year off. Whole cycles are
     taken off first, since the product for a far day would not fit. */
  split.year = cycle * CYCLE_YEARS + rest * CYCLE_YEARS / CYCLE_DAYS + 2;
  while (new_year (split.year) > day)
    split.year--;
  day -= new_year (split.year);
  while (days_before (split.year, split.month) > day ||
         (split.month == FONDS_HEBREW_ADAR_II && !fonds_hebrew_is_leap (split.year)))
    split.month--;
  split.day = (int) day - days_before (split.year, split.month) + 1;

  return split;
}

/* What a letter counts, final forms as their letters; 0 for any other character. */
static int
letter_value (gunichar letter)
{
  static const guint16 values[] = { 1,  2,  3,  4,  5,  6,  7,  8,  9,  10,  20,  20,  30, 40,
                                    40, 50, 50, 60, 70, 80, 80, 90, 90, 100, 200, 300, 400 };

  return letter >= ALEF && letter <= TAV ? values[letter - ALEF] : 0;
}

static gboolean
is_mark (gunichar character)
{
  return (character >= 0x0591 && character <= 0x05C7) || character == 0x05F3 ||
         character == 0x05F4 || character == '"' || character == '\'' ||
         (character >= 0x2018 && character <= 0x201F);
}

/* A letter and a geresh before further letters counts thousands: ה׳תרע״ח. */
static gboolean
counts_thousands (const char *after)
{
  gunichar mark = g_utf8_get_char (after);

  return (mark == '\'' || mark == 0x05F3 || mark == 0x2019) &&
         letter_value (g_utf8_get_char (g_utf8_next_char (after))) > 0;
}

/* Hundreds fall; then follow at most one ten and one unit, in either order (תשד״מ avoids a bad word),
   or nine and a unit: ט״ו and ט״ז are 15 and 16. */
static gboolean
may_follow (int last, int value)
{
  if (last >= 100)
    return value <= last;
  if (last >= 10)
    return value < 10;

  return (value >= 10 && value < 100) || (last == 9 && (value == 6 || value == 7));
}

/**
 * fonds_hebrew_number_parse:
 * @letters: (not nullable): valid UTF-8, "תרע״ח" or "ט״ו", marks and vowels allowed
 *
 * Adds the letters up, if they stand as in a number.
 *
 * Returns: the number; 0 if @letters is not one
 */
int
fonds_hebrew_number_parse (const char *letters)
{
  int sum = 0, last = 400, small = 0;

  for (const char *at = letters; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      int value = letter_value (letter);

      if (value == 0 && is_mark (letter))
        continue;
      if (sum == 0 && value > 0 && value < 10 && counts_thousands (g_utf8_next_char (at)))
        {
          sum = 1000 * value;
          continue;
        }
      small += value < 100;
      if (value == 0 || small > 2 || !may_follow (last, value) || sum % 1000 + value > 999)
        return 0;
      sum += value;
      last = value;
    }

  return sum;
}

/**
 * fonds_hebrew_year_parse:
 * @letters: (not nullable): a year in letters, with or without its thousands, as "תרע״ח"
 *
 * Returns: the year, 5678; 0 if @letters is not one
 */
int
fonds_hebrew_year_parse (const char *letters)
{
  int number = fonds_hebrew_number_parse (letters);

  return number > 0 && number < 1000 ? number + THOUSANDS : number;
}

/**
 * fonds_hebrew_number_print:
 * @number: 1 to 999
 *
 * Returns: (transfer full): the number in letters with geresh or gershayim, as "ט״ו"
 */
char *
fonds_hebrew_number_print (int number)
{
  static const char *const units[] = { "", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט" };
  static const char *const tens[] = { "", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ" };
  static const char *const hundreds[] = { "", "ק", "ר", "ש", "ת", "תק", "תר", "תש", "תת", "תתק" };
  g_autoptr (GString) letters = NULL;
  const char *last;

  g_return_val_if_fail (number > 0 && number < 1000, NULL);

  letters = g_string_new (hundreds[number / 100]);
  if (number % 100 == 15)
    g_string_append (letters, "טו");
  else if (number % 100 == 16)
    g_string_append (letters, "טז");
  else
    g_string_append_printf (letters, "%s%s", tens[number / 10 % 10], units[number % 10]);

  last = g_utf8_find_prev_char (letters->str, letters->str + letters->len);
  if (last == letters->str)
    g_string_append (letters, GERESH);
  else
    g_string_insert (letters, last - letters->str, GERSHAYIM);

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/**
 * fonds_hebrew_year_print:
 * @year: a Hebrew year
 *
 * Returns: (transfer full) (nullable): the year in letters without its thousands; %NULL outside
 *   5001 to 5999, where that would not be clear
 */
char *
fonds_hebrew_year_print (gint64 year)
{
  return year > THOUSANDS && year < THOUSANDS + 1000
             ? fonds_hebrew_number_print ((int) (year - THOUSANDS))
             : NULL;
}
