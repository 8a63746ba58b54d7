/* watch.c - times of one thing that is done again and again, as percentiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/bench/watch.h"

#include <stdio.h>
#include <time.h>

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/**
 * watch_init:
 * @watch: (out): a watch
 *
 * Begins with nothing measured.
 */
void
watch_init (Watch *watch)
{
  watch->processor = g_array_new (FALSE, FALSE, sizeof (double));
  watch->wall = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * watch_clear:
 * @watch: a watch
 *
 * Frees what it measured.
 */
void
watch_clear (Watch *watch)
{
  g_clear_pointer (&watch->processor, g_array_unref);
  g_clear_pointer (&watch->wall, g_array_unref);
}

/**
 * watch_begin:
 * @watch: a watch
 *
 * From now on it counts.
 */
void
watch_begin (Watch *watch)
{
  watch->processor_began = now (CLOCK_PROCESS_CPUTIME_ID);
  watch->wall_began = now (CLOCK_MONOTONIC);
}

/**
 * watch_end:
 * @watch: a watch
 *
 * Until now it counted.
 */
void
watch_end (Watch *watch)
{
  double processor = now (CLOCK_PROCESS_CPUTIME_ID) - watch->processor_began;
  double wall = now (CLOCK_MONOTONIC) - watch->wall_began;

  g_array_append_val (watch->processor, processor);
  g_array_append_val (watch->wall, wall);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
percentile (GArray *times, guint percent)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

/**
 * watch_tell:
 * @watch: a watch
 * @what: what was measured
 * @class: the sort of it
 * @hits: how much was found on the average, which tells what sort of query it was
 *
 * Prints a line of JSON.
 */
void
watch_tell (Watch *watch, const char *what, const char *class, double hits)
{
  printf ("{\"what\":\"%s\",\"class\":\"%s\",\"n\":%u,\"hits\":%.0f", what, class, watch->wall->len,
          hits);
  if (watch->wall->len > 0)
    printf (",\"cpu_p50\":%.3f,\"cpu_p99\":%.3f,\"wall_p50\":%.3f,\"wall_p99\":%.3f,"
            "\"wall_max\":%.3f",
            percentile (watch->processor, 50), percentile (watch->processor, 99),
            percentile (watch->wall, 50), percentile (watch->wall, 99),
            percentile (watch->wall, 100));
  printf ("}\n");
  fflush (stdout);
}
