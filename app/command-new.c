/* command-new.c - the verb "new"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/sample.h"

#include "data/search/search.h"

#include <glib/gi18n-lib.h>

/**
 * fonds_command_new:
 * @argc: how many words
 * @argv: the words
 *
 * Makes a catalogue.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_new (int argc, char **argv)
{
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample,
      N_ ("Fill it with the sample: a conference in Baku"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 1, 1, &status))
    return status;
  if (sample)
    {
      if (!fonds_sample_create (argv[1], &error))
        return fonds_command_fail (error);
    }
  else
    {
      g_autoptr (FondsOpened) catalogue =
          fonds_catalogue_open (argv[1], TRUE, fonds_search_projectors (), &error);

      if (catalogue == NULL)
        return fonds_command_fail (error);
    }
  g_print (_ ("Made %s\n"), argv[1]);
  return FONDS_EXIT_DONE;
}
