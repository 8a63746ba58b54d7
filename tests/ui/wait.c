/* wait.c - lets the main loop turn until something is so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/wait.h"

#define PATIENCE_MS 30000 /* a sanitizer on a busy machine is slow; nobody waits that long else */

static gboolean
give_up_cb (gpointer user_data)
{
  gboolean *over = user_data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

/* A turn at least so often, for what changes without an event of this process. */
static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * wait_until:
 * @is_so: what is waited for
 * @data: for @is_so
 *
 * Turns the main loop until @is_so; fails the test if that doesn't come.
 */
void
wait_until (WaitFunc is_so, gpointer data)
{
  gboolean over = FALSE;
  guint end = g_timeout_add (PATIENCE_MS, give_up_cb, &over);
  guint wake = g_timeout_add (10, wake_cb, NULL);

  while (!is_so (data) && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (end);
  g_source_remove (wake);
  g_assert_true (is_so (data));
}
