/* fuzz-edtf.c - any bytes as a date
 *
 * Checks what the parser promises: text comes back as it was, bounds stand in order and inside the
 * open ends, the short way of fonds_date_days() agrees; and of the normaliser that its answers are
 * dates, which have a reading in every calendar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-normalise.h"
#include "data/text/date-reading.h"
#include "data/text/edtf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_days (const FondsDays *days)
{
  gboolean known = days->from != FONDS_DAY_UNKNOWN && days->to != FONDS_DAY_UNKNOWN;

  if (known && days->from > days->to)
    abort ();
  if (days->search_from > days->search_to || days->search_from < FONDS_DAY_EARLIEST ||
      days->search_to > FONDS_DAY_LATEST)
    abort ();
  if (known && (days->search_from > days->from || days->search_to < days->to))
    abort ();
}

static void
check_readings (const char *edtf)
{
  for (FondsCalendar calendar = FONDS_CALENDAR_UNKNOWN; calendar <= FONDS_CALENDAR_ISLAMIC;
       calendar++)
    {
      g_autofree char *reading = fonds_date_reading (edtf, calendar);

      if (*reading == '\0' || !g_utf8_validate (reading, -1, NULL))
        abort ();
    }
}

static void
check_edtf (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsEdtf) edtf = fonds_edtf_parse (text, &error);
  g_autofree char *printed = NULL;
  FondsDays days, parsed;

  if (fonds_date_days (text, &days) != (edtf != NULL) || (edtf == NULL) != (error != NULL))
    abort ();
  if (!edtf)
    return;

  check_days (&days);
  fonds_edtf_days (edtf, &parsed);
  if (days.from != parsed.from || days.to != parsed.to || days.search_from != parsed.search_from ||
      days.search_to != parsed.search_to)
    abort ();
  printed = fonds_edtf_to_string (edtf);
  if (!g_str_equal (printed, text) || fonds_edtf_level (edtf) < 0 || fonds_edtf_level (edtf) > 2)
    abort ();
  check_readings (text);
}

static void
check_normaliser (const char *text)
{
  FondsCalendar calendar;
  g_autofree char *said = NULL;
  g_autofree char *edtf = fonds_date_normalise (text, &calendar, &said);
  FondsDays days;

  if (edtf && *edtf && !fonds_date_days (edtf, &days))
    abort ();
  if (said && !g_utf8_validate (said, -1, NULL))
    abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  check_edtf (text);
  check_normaliser (text);

  return 0;
}
