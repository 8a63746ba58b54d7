/* batch-owner.c - says who works on an import, and whether that process still lives
 *
 * An owner is the boot, the process and the moment it began (/proc/PID/stat, field 22), so that a
 * process that happens to get a dead one's number is not taken for it; and a number of its own, so that
 * two works of one process are told apart.
 * Thread: any; keeps no state.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/batch-table.h"

#include <string.h>
#include <unistd.h>

static char *
read_boot (void)
{
  char *boot = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL))
    return g_strdup ("unknown");
  return g_strstrip (boot);
}

/* The command's name may hold spaces and brackets; what counts comes behind the last bracket. */
static char *
read_beginning (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *stat = NULL;
  g_auto (GStrv) words = NULL;
  const char *behind;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return NULL;
  behind = strrchr (stat, ')');
  if (behind == NULL)
    return NULL;
  words = g_strsplit (behind, " ", -1);
  return g_strv_length (words) > 20 ? g_strdup (words[20]) : NULL;
}

/**
 * fonds_batch_owner_self:
 *
 * Returns: (transfer full): an owner that this process has never been before
 */
char *
fonds_batch_owner_self (void)
{
  g_autofree char *boot = read_boot ();
  g_autofree char *beginning = read_beginning (getpid ());

  return g_strdup_printf ("%s %d %s %08x", boot, getpid (), beginning != NULL ? beginning : "-",
                          g_random_int ());
}

/**
 * fonds_batch_owner_is_alive:
 * @owner: an owner
 *
 * Returns: whether that very process still runs on this machine
 */
gboolean
fonds_batch_owner_is_alive (const char *owner)
{
  g_auto (GStrv) words = g_strsplit (owner, " ", 4);
  g_autofree char *boot = read_boot ();
  g_autofree char *beginning = NULL;

  if (g_strv_length (words) != 4 || strcmp (words[0], boot) != 0)
    return FALSE;
  beginning = read_beginning (g_ascii_strtoll (words[1], NULL, 10));
  return beginning != NULL && strcmp (beginning, words[2]) == 0;
}
