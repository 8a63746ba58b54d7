/* turns.c - a stopwatch that is loaded into a window, and times every turn of its main loop
 *
 * Preloaded (LD_PRELOAD) into a program that knows nothing of it. A turn goes from the return of one
 * poll to the next poll: what is done in it keeps the window from answering. SIGUSR1 makes it append
 * one line of JSON to the file named by TURNS_FILE and begin anew; line and signals are the main
 * thread's own. The time of the thread's processor is told beside the wall's, since others may keep
 * the machine busy.
 * Thread: main. State is the process's, since a signal knows nothing else.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib-object.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct
{
  double wall; /* milliseconds */
  double processor;
  gboolean frame; /* the window was painted in it */
} Turn;

static struct
{
  GPollFunc poll;
  pthread_t thread;
  GArray *turns;
  double wall_began;
  double processor_began;
  double painted; /* seconds of the monotonic clock when the last frame was done */
  gulong hook;
  gboolean in_turn;
  gboolean frame;
  volatile sig_atomic_t asked;
} watch;

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Writes the sum, median, percentiles and the longest of a field of those turns that count. */
static void
tell (FILE *file, const char *name, gboolean processor, gboolean frames)
{
  g_autofree double *times = g_new (double, watch.turns->len + 1);
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < watch.turns->len; i++)
    {
      const Turn *turn = &g_array_index (watch.turns, Turn, i);

      if (frames && !turn->frame)
        continue;
      times[n] = processor ? turn->processor : turn->wall;
      sum += times[n++];
    }
  qsort (times, n, sizeof *times, compare_times);
  fprintf (file, ",\"%s_n\":%u,\"%s_sum\":%.3f", name, n, name, sum);
  if (n > 0)
    fprintf (file, ",\"%s_p50\":%.3f,\"%s_p95\":%.3f,\"%s_p99\":%.3f,\"%s_max\":%.3f", name,
             times[(n - 1) / 2], name, times[(n - 1) * 95 / 100], name, times[(n - 1) * 99 / 100],
             name, times[n - 1]);
}

static void
answer (void)
{
  FILE *file = fopen (g_getenv ("TURNS_FILE"), "a");

  watch.asked = FALSE;
  if (file == NULL)
    return;
  fprintf (file, "{\"painted\":%.6f", watch.painted);
  tell (file, "wall", FALSE, FALSE);
  tell (file, "processor", TRUE, FALSE);
  tell (file, "frame_wall", FALSE, TRUE);
  tell (file, "frame_processor", TRUE, TRUE);
  fprintf (file, "}\n");
  fclose (file);
  g_array_set_size (watch.turns, 0);
}

static gboolean
painted_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  watch.painted = now (CLOCK_MONOTONIC) / 1e3;
  watch.frame = TRUE;
  return TRUE;
}

/* The clock's class is there once there is a window. */
static void
hook_frames (void)
{
  GType type = g_type_from_name ("GdkFrameClock");
  guint id =
      type != 0 && g_type_class_peek (type) != NULL ? g_signal_lookup ("after-paint", type) : 0;

  if (id != 0)
    watch.hook = g_signal_add_emission_hook (id, 0, painted_cb, NULL, NULL);
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int n;

  if (watch.in_turn)
    {
      const Turn turn = { now (CLOCK_MONOTONIC) - watch.wall_began,
                          now (CLOCK_THREAD_CPUTIME_ID) - watch.processor_began, watch.frame };

      g_array_append_val (watch.turns, turn);
    }
  if (watch.hook == 0)
    hook_frames ();
  n = watch.poll (fds, n_fds, timeout);
  if (watch.asked)
    answer ();
  watch.in_turn = TRUE;
  watch.frame = FALSE;
  watch.wall_began = now (CLOCK_MONOTONIC);
  watch.processor_began = now (CLOCK_THREAD_CPUTIME_ID);
  return n;
}

/* Whichever thread is struck, it is the main one that must wake. */
static void
asked_cb (int number)
{
  if (pthread_equal (pthread_self (), watch.thread))
    watch.asked = TRUE;
  else
    pthread_kill (watch.thread, number);
}

__attribute__ ((constructor)) static void
begin (void)
{
  struct sigaction action = { .sa_handler = asked_cb };

  if (g_getenv ("TURNS_FILE") == NULL)
    return;
  g_unsetenv ("LD_PRELOAD");
  watch.thread = pthread_self ();
  watch.turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  sigaction (SIGUSR1, &action, NULL);
}
