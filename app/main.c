/* main.c - the front door: a verb of the command line, or the window
 *
 * Verbs need no display and no GTK; they are answered before either is touched. Output is UTF-8
 * whatever the locale.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/application.h"
#include "app/command.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static void
print_utf8 (const char *text)
{
  fputs (text, stdout);
}

static void
print_error_utf8 (const char *text)
{
  fputs (text, stderr);
}

static void
speak (void)
{
  const char *folder = g_getenv ("FONDS_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : FONDS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_print_handler (print_utf8);
  g_set_printerr_handler (print_error_utf8);
}

static int
help (void)
{
  g_print ("%s\n\n", _ ("Fonds, a catalogue for the heritage that archives keep"));
  g_print ("  fonds %-24s %s\n", "[FILE]", _ ("Open the window"));
  fonds_command_print_all ();
  g_print ("\n%s\n", _ ("“fonds VERB --help” tells about a verb; “man fonds” has the whole."));
  return FONDS_EXIT_DONE;
}

int
main (int argc, char **argv)
{
  const FondsCommand *command;

  speak ();
  if (argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0))
    return help ();
  if (argc > 1 && strcmp (argv[1], "--version") == 0)
    {
      g_print ("fonds %s\n", FONDS_VERSION);
      return FONDS_EXIT_DONE;
    }
  command = argc > 1 ? fonds_command_find (argv[1]) : NULL;
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  return fonds_application_run (argc, argv);
}
