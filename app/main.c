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
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What stands in a record may have come from anywhere. On a terminal its control characters would be
 * orders, so they are shown as what they are; C1 controls are two bytes in UTF-8. */
static void
write_shown (const char *text, FILE *stream)
{
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c == 0xc2 && (guchar) c[1] >= 0x80 && (guchar) c[1] < 0xa0)
      {
        fputs ("\357\277\275", stream);
        c++;
      }
    else if (g_ascii_iscntrl (*c) && *c != '\n' && *c != '\t')
      fputs ("\357\277\275", stream);
    else
      fputc (*c, stream);
}

static void
print_utf8 (const char *text)
{
  if (isatty (STDOUT_FILENO))
    write_shown (text, stdout);
  else
    fputs (text, stdout);
}

static void
print_error_utf8 (const char *text)
{
  if (isatty (STDERR_FILENO))
    write_shown (text, stderr);
  else
    fputs (text, stderr);
}

/* An answer that did not reach where it should go is no answer. */
static int
leave (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("fonds: %s\n", _ ("The answer could not be written to its end."));
  return FONDS_EXIT_FAILED;
}

/* An array with an element a record is freed for good: left to itself, glibc would keep ever larger
 * ones for later, in each thread's own share. */
static void
be_thrifty (void)
{
  mallopt (M_MMAP_THRESHOLD, 2 << 20);
  mallopt (M_TRIM_THRESHOLD, 4 << 20);
  mallopt (M_ARENA_MAX, 4);
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

  be_thrifty ();
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
    return leave (command->run (argc - 1, argv + 1));
  return fonds_application_run (argc, argv);
}
