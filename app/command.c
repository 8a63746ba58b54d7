/* command.c - the table of verbs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const FondsCommand commands[] = {
  { "new", "FILE", N_ ("Make a catalogue, empty or with the sample"), fonds_command_new },
  { "import", "FILE SOURCE…", N_ ("Bring records in from CSV files"), fonds_command_import },
  { "attach", "FILE REF PATH…", N_ ("Hang pictures and files on a record"), fonds_command_attach },
  { "export", "FILE -o OUT", N_ ("Hand records out as AtoM CSV, CSV or JSON"),
    fonds_command_export },
  { "search", "FILE QUERY", N_ ("Find records"), fonds_command_search },
  { "show", "FILE REF|UID", N_ ("Print one record"), fonds_command_show },
  { "check", "FILE", N_ ("Look for damage, and mend it"), fonds_command_check },
  { "backup", "FILE DEST", N_ ("Copy a catalogue, even while it is in use"), fonds_command_backup },
  { "undo", "FILE", N_ ("Take the last change or import back"), fonds_command_undo },
  { "redo", "FILE", N_ ("Do again what was undone last"), fonds_command_redo },
  { "report", "FILE", N_ ("Say what records still lack"), fonds_command_report },
  { "stats", "FILE", N_ ("Say what a catalogue holds"), fonds_command_stats },
  { "fields", "[KIND]", N_ ("Print the field table"), fonds_command_fields },
};

/**
 * fonds_command_find:
 * @name: a word from the command line
 *
 * Returns: (nullable): the verb of that name
 */
const FondsCommand *
fonds_command_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/**
 * fonds_command_print_all:
 *
 * Prints the verbs with what they do.
 */
void
fonds_command_print_all (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage =
          g_strjoin (" ", commands[i].name,
                     commands[i].arguments != NULL ? commands[i].arguments : "", NULL);

      g_print ("  fonds %-24s %s\n", usage, _ (commands[i].summary));
    }
}
