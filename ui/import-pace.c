/* import-pace.c - how fast something long goes, and how long it still takes
 *
 * Neither is said before there is ground for it, and the time left is rounded as a person would round
 * it, so that the sentence does not flicker.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-pace.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

/* Before this, in microseconds, nothing can be said about the speed. */
#define TOO_EARLY (G_USEC_PER_SEC / 2)

/* Before this part is done nothing can be said about the rest. */
#define TOO_LITTLE 0.03

static char *
say_rest (double seconds)
{
  guint rounded;

  if (seconds < 5)
    return g_strdup (_ ("a few seconds left"));
  if (seconds < 90)
    {
      rounded = seconds < 30 ? (guint) ((seconds + 4) / 5) * 5 : (guint) ((seconds + 9) / 10) * 10;
      return g_strdup_printf (ngettext ("about %u second left", "about %u seconds left", rounded),
                              rounded);
    }
  rounded = (guint) ((seconds + 30) / 60);
  return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", rounded),
                          rounded);
}

/**
 * fonds_pace_start:
 * @self: a pace
 *
 * Begins now.
 */
void
fonds_pace_start (FondsPace *self)
{
  self->since = g_get_monotonic_time ();
}

/**
 * fonds_pace_describe:
 * @elapsed: how long it has taken so far, in microseconds
 * @n: how many records are done
 * @part: how much of all work that is, from 0 to 1; 0 where nobody knows
 *
 * Says how far something is, as far as there is ground to.
 *
 * Returns: (transfer full): such as "1,200 records, 400 a second, about 20 seconds left"
 */
char *
fonds_pace_describe (gint64 elapsed, guint64 n, double part)
{
  g_autofree char *records = fonds_format_records ((gint64) n);
  g_autofree char *rate = NULL;
  g_autofree char *rest = NULL;

  if (elapsed < TOO_EARLY || n == 0)
    return g_steal_pointer (&records);
  rate = fonds_format_count ((gint64) ((double) n * G_USEC_PER_SEC / (double) elapsed));
  if (part < TOO_LITTLE)
    return g_strdup_printf (_ ("%s, %s a second"), records, rate);
  rest = say_rest ((double) elapsed / G_USEC_PER_SEC * (1 - part) / part);
  /* Translators: how many records, how many in a second, how long it still takes */
  return g_strdup_printf (_ ("%s, %s a second, %s"), records, rate, rest);
}

/**
 * fonds_pace_say:
 * @self: a pace
 * @n: how many records are done
 * @part: how much of all work that is, from 0 to 1; 0 where nobody knows
 *
 * Says how far it is now.
 *
 * Returns: (transfer full): as [func@pace_describe]
 */
char *
fonds_pace_say (const FondsPace *self, guint64 n, double part)
{
  return fonds_pace_describe (g_get_monotonic_time () - self->since, n, part);
}
