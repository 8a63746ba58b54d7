/* command-undo.c - the verbs "undo" and "redo"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"

#include "data/catalogue/journal.h"

#include <glib/gi18n-lib.h>

typedef FondsJournalEntry *(*Step) (FondsCatalogue *, const char *, GCancellable *, GError **);

static FondsExit
go (int argc, char **argv, Step step, const char *done)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (FondsJournalEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 1, 1, &status))
    return status;
  catalogue = fonds_command_open (argv[1], &error);
  entry = catalogue != NULL ? step (catalogue, fonds_command_who (), NULL, &error) : NULL;
  if (entry == NULL)
    return fonds_command_fail (error);
  g_print ("%s “%s” (%" G_GINT64_FORMAT " + %" G_GINT64_FORMAT ")\n", done, entry->label,
           entry->created, entry->changed);
  return FONDS_EXIT_DONE;
}

/**
 * fonds_command_undo:
 * @argc: how many words
 * @argv: the words
 *
 * Takes the last change back.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_undo (int argc, char **argv)
{
  return go (argc, argv, fonds_journal_undo, _ ("Taken back:"));
}

/**
 * fonds_command_redo:
 * @argc: how many words
 * @argv: the words
 *
 * Does again what was undone last.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_redo (int argc, char **argv)
{
  return go (argc, argv, fonds_journal_redo, _ ("Done again:"));
}
