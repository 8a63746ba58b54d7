/* date-normalise.c - dates as people write them, to EDTF
 *
 * An import asks this for every row. It never invents: what it does not understand to the last word
 * stays without an EDTF date, and what it assumed it says. The original wording is kept elsewhere.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-normalise.h"

#include "data/text/date-phrase.h"
#include "data/text/date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_PHRASE 200

static const char *const sentences[] = {
  [FONDS_DATE_SAID_NOTHING] = NULL,
  [FONDS_DATE_SAID_UNDATED] = N_ ("The text says that there is no date."),
  [FONDS_DATE_SAID_JULIAN] = N_ ("A Julian date was converted to the Gregorian calendar."),
  [FONDS_DATE_SAID_JULIAN_KEPT] =
      N_ ("A Julian month or year was kept as it is, two weeks apart from the Gregorian one."),
  [FONDS_DATE_SAID_HEBREW] = N_ ("A Hebrew date was converted to the Gregorian calendar."),
  [FONDS_DATE_SAID_LEFT_OUT] = N_ ("“%s” was left out."),
  [FONDS_DATE_SAID_RANGE_NOT_SEASON] = N_ ("It was read as two years, not as a season."),
  [FONDS_DATE_SAID_MONTH_NOT_RANGE] = N_ ("It was read as a month, not as two years."),
  [FONDS_DATE_SAID_DECADE] = N_ ("It was read as ten years, not as a century."),
  [FONDS_DATE_SAID_PART] = N_ ("A part of a century was read as years counted from its first."),
  [FONDS_DATE_SAID_DAY_FIRST] = N_ ("The first number was read as the day."),
  [FONDS_DATE_SAID_ZEROS] = N_ ("Zeros in place of a month or day were left out."),
  [FONDS_DATE_SAID_BOTH_ENDS] = N_ ("“About” was taken to mean both ends."),
  [FONDS_DATE_SAID_OPEN_END] = N_ ("It was read as going on to this day."),
  [FONDS_DATE_SAID_BRACKETS] = N_ ("Square brackets were left out: somebody supplied the date."),
  [FONDS_DATE_SAID_CENTURY] = N_ ("A century was read as the years with the same first digits."),
  [FONDS_DATE_SAID_SHORT_YEAR] = N_ ("A shortened year was completed."),
  [FONDS_DATE_SAID_DRAFT] = N_ ("The spelling of an older draft of EDTF was renewed."),
  [FONDS_DATE_SAID_READ] = N_ ("The wording was read as “%s”."),
};

static char *
say (const FondsPhrase *phrase, const char *edtf)
{
  guint said = phrase->said ? g_bit_nth_lsf (phrase->said, -1) : FONDS_DATE_SAID_READ;

  if (said == FONDS_DATE_SAID_LEFT_OUT)
    {
      g_autofree char *words =
          g_strndup (phrase->left_out, phrase->left_out_end - phrase->left_out);

      /* Translators: %s are words of a date, "printed 1975" */
      return g_strdup_printf (_ ("“%s” was left out."), words);
    }
  if (said == FONDS_DATE_SAID_READ)
    /* Translators: %s is a date in EDTF */
    return g_strdup_printf (_ ("The wording was read as “%s”."), edtf);

  return g_strdup (_ (sentences[said]));
}

/* Phrases that say that nothing is known; they have no digits, and dots and spaces don't count. */
static gboolean
is_undated (const char *text)
{
  static const char *const phrases[] = {
    "nd",       "sd",           "undated",     "notdated",     "nodate",         "datenotknown",
    "unknown",  "dateunknown",  "unknowndate", "sansdate",     "ohnedatum",      "od",
    "бд",       "б/д",          "бездаты",     "недатировано", "датанеизвестна", "датировкинет",
    "tarixsiz", "tarixiyoxdur", "ללאתאריך",    "חסרתאריך",
  };
  char folded[64];
  gsize length = 0;

  if (g_str_equal (text, "0000-00-00"))
    return TRUE;
  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (letter == '.' || letter == '[' || letter == ']' || g_unichar_isspace (letter))
        continue;
      if (length + 8 > sizeof folded || g_unichar_isdigit (letter))
        return FALSE;
      length += g_unichar_to_utf8 (g_unichar_tolower (letter), folded + length);
    }
  folded[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_str_equal (folded, phrases[i]))
      return TRUE;

  return FALSE;
}

/* 199u, 1984?~, 2004-06-uu/open, y170000002: EDTF as its draft of 2012 had it. */
static char *
renew_draft (const char *text)
{
  g_autoptr (GString) edtf = NULL;
  FondsDays days;

  if (text[strspn (text, "0123456789uxXyYe?~-/.[]{},openunkw")] != '\0')
    return NULL;

  edtf = g_string_new (text);
  g_string_replace (edtf, "unknown", "", 0);
  g_string_replace (edtf, "open", "..", 0);
  g_string_replace (edtf, "?~", "%", 0);
  g_string_replace (edtf, "u", "X", 0);
  g_string_replace (edtf, "x", "X", 0);
  g_string_replace (edtf, "y", "Y", 0);
  g_string_replace (edtf, "e", "E", 0);

  return fonds_date_days (edtf->str, &days) ? g_string_free (g_steal_pointer (&edtf), FALSE) : NULL;
}

/* YYYY-NN: two digits that are also the short end of a range. */
static gboolean
may_be_range (const char *edtf)
{
  return strlen (edtf) == 7 && edtf[4] == '-' && strspn (edtf, "0123456789-") == 7 &&
         strncmp (edtf + 5, edtf + 2, 2) > 0;
}

static gboolean
is_hebrew_year (const char *edtf)
{
  return strlen (edtf) == 4 && *edtf == '5';
}

/* Brackets around one date are a cataloguer's, not those of a set. */
static gboolean
is_bracketed (const char *text)
{
  return *text == '[' && !strchr (text, ',') && !strstr (text, "..");
}

/* EDTF passes as it is, but for 1918-21, which nobody means as the spring of 1918. */
static gboolean
passes (FondsPhrase *phrase, const char *text)
{
  FondsDays days;

  if (!fonds_date_days (text, &days) || is_hebrew_year (text) || is_bracketed (text))
    return FALSE;
  if (!may_be_range (text))
    return TRUE;
  if (text[5] > '1')
    {
      fonds_phrase_assume (phrase, FONDS_DATE_SAID_RANGE_NOT_SEASON);
      return FALSE;
    }

  fonds_phrase_assume (phrase, FONDS_DATE_SAID_MONTH_NOT_RANGE);
  return TRUE;
}

static char *
normalise (FondsPhrase *phrase, const char *text)
{
  g_autofree char *edtf = NULL;
  guint assumed;
  FondsDays days;

  phrase->calendar = FONDS_CALENDAR_GREGORIAN;
  phrase->said = 0;
  if (passes (phrase, text))
    return g_strdup (text);
  assumed = phrase->said;
  if (is_undated (text))
    {
      phrase->said = 1u << FONDS_DATE_SAID_UNDATED;
      return g_strdup ("");
    }
  edtf = assumed || is_bracketed (text) ? NULL : renew_draft (text);
  if (edtf && !is_hebrew_year (edtf))
    {
      phrase->said = 1u << FONDS_DATE_SAID_DRAFT;
      return g_steal_pointer (&edtf);
    }

  g_clear_pointer (&edtf, g_free);
  if (!fonds_phrase_scan (phrase, text))
    return NULL;
  phrase->said |= assumed;
  edtf = fonds_phrase_read (phrase);
  return edtf && fonds_date_days (edtf, &days) ? g_steal_pointer (&edtf) : NULL;
}

/**
 * fonds_date_normalise:
 * @phrase: (nullable): a date as people write it, in English, Russian, Azerbaijani, Hebrew, French
 *   or German: "c.1775-80", "25 окт. (7 нояб.) 1917", "ט״ו בשבט תרע״ט"
 * @calendar: (out) (optional): the calendar of the phrase, Gregorian if it names none
 * @said: (out) (optional) (transfer full) (nullable): a translated sentence: what was changed or
 *   assumed; %NULL if nothing was
 *
 * Any thread. EDTF passes unchanged, but for "1918-21", which people write for 1918 to 1921, and a
 * year from 5000 to 5999, which is a Hebrew one. A column known to be EDTF needs no normalising.
 *
 * Returns: (transfer full) (nullable): the date in EDTF; "" if the phrase says that there is none;
 *   %NULL if it is not understood
 */
char *
fonds_date_normalise (const char *phrase, FondsCalendar *calendar, char **said)
{
  FondsPhrase reading;
  const char *end = phrase ? phrase + strlen (phrase) : NULL;
  char text[LONGEST_PHRASE + 1];
  char *edtf;

  if (said)
    *said = NULL;
  if (calendar)
    *calendar = FONDS_CALENDAR_UNKNOWN;
  if (!phrase)
    return NULL;
  while (g_ascii_isspace (*phrase))
    phrase++;
  while (end > phrase && g_ascii_isspace (end[-1]))
    end--;
  if (end == phrase || end - phrase > LONGEST_PHRASE ||
      !g_utf8_validate (phrase, end - phrase, NULL))
    return NULL;

  memcpy (text, phrase, end - phrase);
  text[end - phrase] = '\0';
  edtf = normalise (&reading, text);
  if (edtf && calendar)
    *calendar = reading.calendar;
  if (edtf && said && (reading.said || !g_str_equal (edtf, text)))
    *said = say (&reading, edtf);
  return edtf;
}
