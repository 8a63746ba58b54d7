/* test-date-fixture.h - rows of the tables in fixtures/dates, for the tests of dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/date.h"

#include <stdio.h>
#include <string.h>

/* Calls @check with every row that is not a comment; empty cells at the end are "". */
static inline void
fixture_each_row (const char *name, guint n_cells, void (*check) (char **cells))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "dates", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, "\t", -1);
      guint n = g_strv_length (cells);

      if (**line == '#' || **line == '\0')
        continue;
      cells = g_renew (char *, cells, MAX (n, n_cells) + 1);
      for (; n < n_cells; n++)
        cells[n] = g_strdup ("");
      cells[n] = NULL;
      check (cells);
    }
}

/* A day as the tables write it: 1917-11-07, -0587-01-01, -inf, +inf, unknown. */
static inline gint64
fixture_day (const char *text)
{
  long long year;
  int month, day;

  if (g_str_equal (text, "-inf"))
    return FONDS_DAY_EARLIEST;
  if (g_str_equal (text, "+inf"))
    return FONDS_DAY_LATEST;
  if (g_str_equal (text, "unknown"))
    return FONDS_DAY_UNKNOWN;

  g_assert_cmpint (sscanf (text, "%lld-%d-%d", &year, &month, &day), ==, 3);
  return fonds_day_from_gregorian (year, month, day);
}

static inline void
fixture_assert_days (const char *edtf, const char *from, const char *to)
{
  FondsDays days;

  if (!fonds_date_days (edtf, &days))
    g_error ("%s is not a date", edtf);
  if (days.from != fixture_day (from) || days.to != fixture_day (to))
    {
      FondsCalendarDay first = fonds_day_to_gregorian (days.from);
      FondsCalendarDay last = fonds_day_to_gregorian (days.to);

      g_error ("%s is %s to %s, not %d-%02d-%02d to %d-%02d-%02d", edtf, from, to, (int) first.year,
               first.month, first.day, (int) last.year, last.month, last.day);
    }
}
