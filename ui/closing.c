/* closing.c - closes a catalogue once nobody uses it any more
 *
 * A window that closes may leave questions behind, whose answers hold the catalogue for a moment
 * longer; closing it under them is not safe, and waiting for its threads is nothing for the main
 * one. So the last holder is waited for with a toggle reference, then a thread closes, and the
 * program stays alive until that is done.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/closing.h"

typedef struct
{
  FondsCatalogue *catalogue; /* by toggle reference */
  GApplication *application;
  int scheduled; /* atomic: the look at the references is on its way */
} Closing;

static void toggled_cb (gpointer data, GObject *object, gboolean is_last);

static void
close_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Closing *closing = data;

  fonds_catalogue_close (closing->catalogue);
  g_task_return_boolean (task, TRUE);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Closing *closing = g_task_get_task_data (G_TASK (result));

  g_object_remove_toggle_ref (G_OBJECT (closing->catalogue), toggled_cb, closing);
  g_application_release (closing->application);
  g_object_unref (closing->application);
}

static gboolean
look_cb (gpointer data)
{
  Closing *closing = data;
  g_autoptr (GTask) task = NULL;

  g_atomic_int_set (&closing->scheduled, 0);
  /* Somebody may have taken it up again since; then the next let-go counts. */
  if (g_atomic_int_get (&G_OBJECT (closing->catalogue)->ref_count) > 1)
    return G_SOURCE_REMOVE;
  g_atomic_int_set (&closing->scheduled, 1); /* never again */
  task = g_task_new (closing->application, NULL, closed_cb, NULL);
  g_task_set_task_data (task, closing, g_free);
  g_task_run_in_thread (task, close_thread);
  return G_SOURCE_REMOVE;
}

/* May come on any thread. */
static void
toggled_cb (gpointer data, GObject *object, gboolean is_last)
{
  Closing *closing = data;

  if (is_last && g_atomic_int_compare_and_exchange (&closing->scheduled, 0, 1))
    g_idle_add (look_cb, closing);
}

/**
 * fonds_close_when_unused:
 * @catalogue: (transfer full): an open catalogue
 * @application: the program, kept alive until it is closed
 *
 * Lets go of a catalogue and has it closed on another thread once everybody else has let go.
 */
void
fonds_close_when_unused (FondsCatalogue *catalogue, GApplication *application)
{
  Closing *closing = g_new0 (Closing, 1);

  closing->catalogue = catalogue;
  closing->application = g_object_ref (application);
  g_application_hold (application);
  g_object_add_toggle_ref (G_OBJECT (catalogue), toggled_cb, closing);
  g_object_unref (catalogue);
}
