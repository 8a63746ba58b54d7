/* date-read.c - the grammar of phrases about dates, from tokens to EDTF
 *
 * phrase = span | set | "before" side | "after" side | …; span = side "-" side; a side is a date or
 * a period with "about" and "?" around it. All tokens must be used, or be a second event ("printed
 * 1975"), which is left out and named. Otherwise there is no answer.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-phrase.h"

#define MOST_ITEMS 8


static gboolean
is_over (FondsPhrase *phrase)
{
  return fonds_phrase_peek (phrase, 0)->kind == FONDS_DATE_TOKEN_END;
}

/* A second event, or a bracket: "1978, printed 2005", "1910-1990 (bulk 1930-1960)". */
static gboolean
take_second_event (FondsPhrase *phrase)
{
  int start = phrase->at;

  if (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_COMMA) ||
      fonds_phrase_take (phrase, FONDS_DATE_TOKEN_OPEN))
    for (int i = 0; i < 4 && !is_over (phrase); i++, phrase->at++)
      {
        const FondsDateToken *next = fonds_phrase_peek (phrase, 0), *last;

        if (next->kind == FONDS_DATE_TOKEN_NUMBER)
          break;
        if (next->word != FONDS_DATE_WORD_EVENT)
          continue;
        last = &phrase->tokens[phrase->n_tokens - 1];
        fonds_phrase_leave_out (phrase, &phrase->tokens[start + 1],
                                last->kind == FONDS_DATE_TOKEN_CLOSE ? last - 1 : last);
        phrase->at = phrase->n_tokens;
        return TRUE;
      }

  phrase->at = start;
  return FALSE;
}

static gboolean
ends_well (FondsPhrase *phrase)
{
  int start = phrase->at;

  while (fonds_phrase_take_noise (phrase) || fonds_phrase_take (phrase, FONDS_DATE_TOKEN_COMMA))
    ;
  if (is_over (phrase))
    return TRUE;

  phrase->at = start;
  return FALSE;
}

typedef struct
{
  FondsDateSide sides[MOST_ITEMS];
  int n;
} Items;

/* Writes one side as an element of a set, or, if @separator is "/", as a date of its own. */
static gboolean
print_side (const FondsDateSide *side, const char *separator, GString *edtf)
{
  if (!fonds_date_point_is_valid (&side->first) ||
      (side->is_range && !fonds_date_point_is_valid (&side->last)))
    return FALSE;

  fonds_date_point_print (&side->first, edtf);
  if (side->is_range)
    {
      g_string_append (edtf, separator);
      fonds_date_point_print (&side->last, edtf);
    }
  return TRUE;
}

static gboolean
print_items (const Items *items, const char *brackets, GString *edtf)
{
  g_string_append_c (edtf, brackets[0]);
  for (int i = 0; i < items->n; i++)
    {
      if (i > 0)
        g_string_append_c (edtf, ',');
      if (!print_side (&items->sides[i], "..", edtf))
        return FALSE;
    }
  g_string_append_c (edtf, brackets[1]);

  return TRUE;
}

static gboolean
print_open (const FondsDatePoint *point, const char *before, const char *after, GString *edtf)
{
  if (!fonds_date_point_is_valid (point))
    return FALSE;

  g_string_append (edtf, before);
  fonds_date_point_print (point, edtf);
  g_string_append (edtf, after);
  return TRUE;
}

/* "1918-", "1918-?", "1918 to the present" */
static gboolean
read_open_end (FondsPhrase *phrase, const FondsDateSide *side, GString *edtf)
{
  gboolean unknown;

  if (side->is_range || !fonds_phrase_take_range_sign (phrase))
    return FALSE;
  unknown = fonds_phrase_take (phrase, FONDS_DATE_TOKEN_QUESTION);
  while (fonds_phrase_take_noise (phrase))
    ;
  if (!fonds_phrase_take_word (phrase, FONDS_DATE_WORD_PRESENT))
    fonds_phrase_assume (phrase, FONDS_DATE_SAID_OPEN_END);

  return is_over (phrase) && print_open (&side->first, "", unknown ? "/" : "/..", edtf);
}

/* "1596 or after", "1793 or earlier" */
static gboolean
read_or_open (FondsPhrase *phrase, const FondsDateSide *side, GString *edtf)
{
  fonds_phrase_take (phrase, FONDS_DATE_TOKEN_COMMA);
  if (side->is_range || !fonds_phrase_take_word (phrase, FONDS_DATE_WORD_OR))
    return FALSE;
  if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_EARLIER) ||
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_BEFORE))
    return ends_well (phrase) && print_open (&side->first, "[..", "]", edtf);
  if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_LATER) ||
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_AFTER))
    return ends_well (phrase) && print_open (&side->first, "[", "..]", edtf);

  return FALSE;
}

/* "1734 or 5-1786" has a range with two beginnings, which EDTF can't say; nor "a or b and c". */
static gboolean
is_plain_choice (const Items *items, gboolean one_of, gboolean all_of)
{
  for (int i = 0; one_of && i < items->n; i++)
    if (items->sides[i].is_range)
      return FALSE;

  return !(one_of && all_of);
}

/* "1902 or 1903", "1902, 1905 and 1907": the items after the first. */
static gboolean
read_set (FondsPhrase *phrase, const FondsDateSide *first, GString *edtf)
{
  Items items = { { *first }, 1 };
  gboolean one_of = FALSE, all_of = FALSE;

  while (items.n < MOST_ITEMS && !is_over (phrase))
    {
      FondsDateSide *last = &items.sides[items.n - 1];
      gboolean separated = fonds_phrase_take (phrase, FONDS_DATE_TOKEN_COMMA);

      if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_OR))
        one_of = separated = TRUE;
      else if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_AND))
        all_of = separated = TRUE;
      if (!separated ||
          !fonds_phrase_take_span (phrase, fonds_date_side_end (last), &items.sides[items.n]))
        return FALSE;
      if (items.sides[items.n].is_old != last->is_old)
        return FALSE;
      fonds_date_point_share (&last->first, &items.sides[items.n].first);
      items.n++;
      if (take_second_event (phrase) || ends_well (phrase))
        break;
    }

  return is_over (phrase) && is_plain_choice (&items, one_of, all_of) &&
         print_items (&items, one_of ? "[]" : "{}", edtf);
}

static gboolean
read_dates (FondsPhrase *phrase, GString *edtf)
{
  FondsDateSide side;
  int start;

  if (!fonds_phrase_take_span (phrase, NULL, &side))
    return FALSE;
  start = phrase->at;
  if (take_second_event (phrase) || ends_well (phrase))
    return print_side (&side, "/", edtf);
  phrase->at = start;
  if (read_open_end (phrase, &side, edtf))
    return TRUE;
  phrase->at = start;
  if (read_or_open (phrase, &side, edtf))
    return TRUE;

  phrase->at = start;
  return read_set (phrase, &side, edtf);
}

/* "between 1902 and 1917": one time of these. */
static gboolean
read_between (FondsPhrase *phrase, GString *edtf)
{
  FondsDateSide side, end;
  Items items = { 0 };

  if (!fonds_phrase_take_side (phrase, NULL, &side) ||
      !(fonds_phrase_take_word (phrase, FONDS_DATE_WORD_AND) ||
        fonds_phrase_take_range_sign (phrase)) ||
      !fonds_phrase_take_side (phrase, fonds_date_side_end (&side), &end) ||
      !fonds_date_side_join (phrase, &side, &end) ||
      !(take_second_event (phrase) || ends_well (phrase)))
    return FALSE;

  items.sides[items.n++] = side;
  return print_items (&items, "[]", edtf);
}

/* "from 1902 to 1917", "since 1902" */
static gboolean
read_since (FondsPhrase *phrase, GString *edtf)
{
  FondsDateSide side, end;
  int start;

  if (!fonds_phrase_take_side (phrase, NULL, &side))
    return FALSE;
  if (ends_well (phrase))
    return print_open (&side.first, "", "/..", edtf);
  start = phrase->at;
  if ((fonds_phrase_take_range_sign (phrase) ||
       fonds_phrase_take_word (phrase, FONDS_DATE_WORD_BEFORE)) &&
      fonds_phrase_take_side (phrase, fonds_date_side_end (&side), &end))
    return fonds_date_side_join (phrase, &side, &end) && ends_well (phrase) &&
           print_side (&side, "/", edtf);

  phrase->at = start;
  return read_open_end (phrase, &side, edtf);
}

/* A bound and nothing else: "before 1917", "not after 1905", "died 1870". */
static gboolean
read_bound (FondsPhrase *phrase, const char *before, const char *after, GString *edtf)
{
  FondsDateSide side;

  if (!fonds_phrase_take_side (phrase, NULL, &side) ||
      !(take_second_event (phrase) || ends_well (phrase)))
    return FALSE;

  return print_open (*after ? &side.first : fonds_date_side_end (&side), before, after, edtf);
}

/* Strictly before: the last year, month or day that is so. */
static gboolean
read_before (FondsPhrase *phrase, GString *edtf)
{
  FondsDateSide side;
  FondsDatePoint last;

  if (!fonds_phrase_take_side (phrase, NULL, &side) ||
      !(take_second_event (phrase) || ends_well (phrase)) ||
      !fonds_date_point_is_valid (&side.first))
    return FALSE;

  last = fonds_date_point_before (&side.first);
  return print_open (&last, "[..", "]", edtf);
}

static gboolean
read_not (FondsPhrase *phrase, GString *edtf)
{
  gboolean after = fonds_phrase_take_word (phrase, FONDS_DATE_WORD_BEFORE) ||
                   fonds_phrase_take_word (phrase, FONDS_DATE_WORD_EARLIER);

  if (!after && !(fonds_phrase_take_word (phrase, FONDS_DATE_WORD_AFTER) ||
                  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_LATER)))
    return FALSE;

  return after ? read_bound (phrase, "", "/..", edtf) : read_bound (phrase, "../", "", edtf);
}

static gboolean
read_phrase (FondsPhrase *phrase, GString *edtf)
{
  gboolean uncertain = fonds_phrase_peek (phrase, 0)->kind == FONDS_DATE_TOKEN_QUESTION;
  FondsDateWord word;

  while (fonds_phrase_take_noise (phrase))
    ;
  word = fonds_phrase_peek (phrase, uncertain ? 1 : 0)->word;
  phrase->at += uncertain ? 1 : 0;
  switch ((int) word)
    {
    case FONDS_DATE_WORD_BEFORE:
      phrase->at++;
      return !uncertain && read_before (phrase, edtf);
    case FONDS_DATE_WORD_AFTER:
      phrase->at++;
      return !uncertain && read_bound (phrase, "", "/..", edtf);
    case FONDS_DATE_WORD_SINCE:
      phrase->at++;
      return !uncertain && read_since (phrase, edtf);
    case FONDS_DATE_WORD_UNTIL:
      phrase->at++;
      return !uncertain && read_bound (phrase, "../", "", edtf);
    case FONDS_DATE_WORD_BETWEEN:
      phrase->at++;
      return !uncertain && read_between (phrase, edtf);
    case FONDS_DATE_WORD_NOT:
      phrase->at++;
      return !uncertain && read_not (phrase, edtf);
    case FONDS_DATE_WORD_BORN:
      phrase->at++;
      return !uncertain && read_bound (phrase, "", "/", edtf);
    case FONDS_DATE_WORD_DIED:
      phrase->at++;
      return !uncertain && read_bound (phrase, "/", "", edtf);
    default:
      phrase->at -= uncertain ? 1 : 0;
      return read_dates (phrase, edtf);
    }
}

/**
 * fonds_phrase_read:
 * @phrase: a scanned phrase
 *
 * Returns: (transfer full) (nullable): what it says in EDTF; still to be checked as a whole
 */
char *
fonds_phrase_read (FondsPhrase *phrase)
{
  g_autoptr (GString) edtf = g_string_sized_new (32);

  if (!read_phrase (phrase, edtf))
    return NULL;

  return g_string_free (g_steal_pointer (&edtf), FALSE);
}
