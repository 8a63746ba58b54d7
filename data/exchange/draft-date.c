/* draft-date.c - the date that a source means
 *
 * The wording and what the source normalised stay as they came. The EDTF is, in this order: the
 * source's own; what the wording says, where that has the source's bounds or there are none; the
 * source's bounds. Nothing is invented: what nobody understands has no EDTF.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/draft-private.h"

#include "data/text/date-normalise.h"
#include "data/text/date.h"

#include <string.h>

/* AtoM writes 2016-00-00 for a year, and 2016-05-00 for a month. */
static char *
tidy_bound (const char *text)
{
  char *bound = g_strstrip (g_strdup (text));

  while (strlen (bound) > 4 && g_str_has_suffix (bound, "-00"))
    bound[strlen (bound) - 3] = '\0';
  return bound;
}

/* Returns the EDTF of the source's bounds, or NULL where they are no dates. */
static char *
join_bounds (const char *start, const char *end)
{
  g_autofree char *from = start != NULL ? tidy_bound (start) : NULL;
  g_autofree char *to = end != NULL ? tidy_bound (end) : NULL;
  g_autofree char *edtf = NULL;
  FondsDays days;

  if (from == NULL && to == NULL)
    return NULL;
  if (from != NULL && to != NULL && strcmp (from, to) == 0)
    edtf = g_strdup (from);
  else
    edtf = g_strconcat (from != NULL ? from : "", "/", to != NULL ? to : "", NULL);
  return fonds_date_days (edtf, &days) ? g_steal_pointer (&edtf) : NULL;
}

static gboolean
same_days (const char *a, const char *b)
{
  FondsDays of_a, of_b;

  return fonds_date_days (a, &of_a) && fonds_date_days (b, &of_b) && of_a.from == of_b.from &&
         of_a.to == of_b.to;
}

static void
note_read (FondsDrafter *self, const char *text, const char *edtf, const char *said)
{
  self->n_dates_read++;
  if (self->date_read == NULL && *edtf != '\0' && strcmp (text, edtf) != 0)
    self->date_read = said != NULL ? g_strdup_printf ("“%s” → %s (%s)", text, edtf, said)
                                   : g_strdup_printf ("“%s” → %s", text, edtf);
}

static void
note_kept (FondsDrafter *self, const char *text)
{
  self->n_dates_kept++;
  if (self->date_kept == NULL)
    self->date_kept = g_strdup (text);
}

static void
set_calendar (FondsBody *body, FondsValue *value, FondsCalendar calendar)
{
  if (calendar != FONDS_CALENDAR_UNKNOWN && calendar != FONDS_CALENDAR_GREGORIAN)
    fonds_body_set (body, value, FONDS_ATTR_CALENDAR, fonds_calendar_id (calendar));
}

static void
read_date (FondsDrafter *self, FondsBody *body, FondsValue *value, const FondsSlot *slot)
{
  const char *text = slot->part[FONDS_PART_TEXT];
  g_autofree char *bounds = join_bounds (slot->part[FONDS_PART_START], slot->part[FONDS_PART_END]);
  g_autofree char *said = NULL;
  g_autofree char *edtf = NULL;
  FondsCalendar calendar = FONDS_CALENDAR_UNKNOWN;

  edtf = text != NULL ? fonds_date_normalise (text, &calendar, &said) : NULL;
  if (edtf != NULL && (bounds == NULL || same_days (edtf, bounds)))
    {
      note_read (self, text, edtf, said);
      set_calendar (body, value, calendar);
      fonds_body_set (body, value, FONDS_ATTR_EDTF, edtf);
    }
  else if (bounds != NULL)
    fonds_body_set (body, value, FONDS_ATTR_EDTF, bounds);
  else if (text != NULL)
    note_kept (self, text);
}

/* In a table of our own the wording stands beside its reading. Whoever edits the wording alone does not
 * mean that it is still read as before. */
static gboolean
is_reworded (const FondsDraftWork *work, const char *field, const FondsSlot *slot)
{
  const char *text = slot->part[FONDS_PART_TEXT], *edtf = slot->part[FONDS_PART_EDTF];
  gboolean reworded = FALSE;
  guint n = 0;
  const FondsValue *values = work->current != NULL && work->draft->plan->mapping->own
                                 ? fonds_body_values (work->current, field, &n)
                                 : NULL;

  for (guint i = 0; text != NULL && edtf != NULL && i < n; i++)
    {
      if (g_strcmp0 (values[i].attr[FONDS_ATTR_EDTF], edtf) != 0)
        continue;
      if (g_strcmp0 (values[i].attr[FONDS_ATTR_TEXT], text) == 0)
        return FALSE;
      reworded = TRUE;
    }
  return reworded;
}

/**
 * fonds_draft_date:
 * @work: what is being made
 * @field: the field that the date is of
 * @value: a value of the draft's body
 * @slot: the parts: text, start, end, edtf, calendar
 *
 * Fills a date.
 */
void
fonds_draft_date (const FondsDraftWork *work,
                  const char *field,
                  FondsValue *value,
                  const FondsSlot *slot)
{
  FondsBody *body = work->draft->body;
  FondsSlot said = *slot;
  FondsDays days;

  if (is_reworded (work, field, slot))
    said.part[FONDS_PART_EDTF] = said.part[FONDS_PART_START] = said.part[FONDS_PART_END] = NULL;
  fonds_body_set (body, value, FONDS_ATTR_TEXT, said.part[FONDS_PART_TEXT]);
  fonds_body_set (body, value, FONDS_ATTR_START, said.part[FONDS_PART_START]);
  fonds_body_set (body, value, FONDS_ATTR_END, said.part[FONDS_PART_END]);
  if (said.part[FONDS_PART_EDTF] != NULL && fonds_date_days (said.part[FONDS_PART_EDTF], &days))
    fonds_body_set (body, value, FONDS_ATTR_EDTF, said.part[FONDS_PART_EDTF]);
  else
    read_date (work->drafter, body, value, &said);
  if (said.part[FONDS_PART_CALENDAR] != NULL)
    fonds_body_set (body, value, FONDS_ATTR_CALENDAR, said.part[FONDS_PART_CALENDAR]);
}
