/* command-util.c - what the verbs of the command line share
 *
 * Sentences go to standard error, answers to standard output, both as UTF-8 whatever the locale.
 * Progress is drawn on a terminal only.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"

#include "data/search/search.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/**
 * fonds_command_parse:
 * @argc: (inout): how many words; what is left begins with the verb
 * @argv: (inout): the words
 * @entries: the verb's options
 * @least: how many words must follow the verb
 * @most: how many may; -1: any number
 * @status: (out): what to exit with where this says %FALSE
 *
 * Takes the options out of a verb's words and answers `--help`.
 *
 * Returns: whether the verb can go on
 */
gboolean
fonds_command_parse (int *argc,
                     char ***argv,
                     const GOptionEntry *entries,
                     int least,
                     int most,
                     FondsExit *status)
{
  const FondsCommand *command = fonds_command_find ((*argv)[0]);
  g_autofree char *usage = g_strdup_printf ("%s — %s", command->arguments, _ (command->summary));
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autofree char *program = g_strdup_printf ("fonds %s", command->name);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Say what the verb does"), NULL },
    { NULL },
  };

  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    *status = fonds_command_misuse (error->message);
  else if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      *status = FONDS_EXIT_DONE;
    }
  else if (*argc - 1 < least || (most >= 0 && *argc - 1 > most))
    *status = fonds_command_misuse (*argc - 1 < least ? _ ("Something is missing.")
                                                      : _ ("There is a word too many."));
  else
    return TRUE;
  return FALSE;
}

/**
 * fonds_command_fail:
 * @error: what went wrong
 *
 * Says what went wrong.
 *
 * Returns: the exit status for it
 */
FondsExit
fonds_command_fail (const GError *error)
{
  fonds_command_progress_end ();
  g_printerr ("fonds: %s\n", error->message);
  return FONDS_EXIT_FAILED;
}

/**
 * fonds_command_misuse:
 * @sentence: what was wrong with the words
 *
 * Says how the words were wrong and where to read more.
 *
 * Returns: the exit status for it
 */
FondsExit
fonds_command_misuse (const char *sentence)
{
  g_printerr ("fonds: %s\n", sentence);
  g_printerr (_ ("“%s --help” says how it is used.\n"), g_get_prgname ());
  return FONDS_EXIT_USAGE;
}

/**
 * fonds_command_open:
 * @path: a catalogue
 * @error: return location for an error
 *
 * Opens a catalogue for a verb.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
FondsCatalogue *
fonds_command_open (const char *path, GError **error)
{
  return fonds_catalogue_open (path, FALSE, fonds_search_projectors (), error);
}

/**
 * fonds_command_close:
 * @catalogue: (transfer full) (nullable): a catalogue
 *
 * Ends the catalogue's threads and closes its file, then lets it go.
 */
void
fonds_command_close (FondsOpened *catalogue)
{
  if (catalogue == NULL)
    return;
  fonds_catalogue_close (catalogue);
  g_object_unref (catalogue);
}

/**
 * fonds_command_who:
 *
 * Returns: whose name the journal gets: the login's full name, or its short one
 */
const char *
fonds_command_who (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && !g_str_equal (name, "Unknown") ? name
                                                                         : g_get_user_name ();
}

static gboolean
stop_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *result;
} Awaited;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Awaited *awaited = user_data;

  awaited->result = g_object_ref (result);
  g_main_loop_quit (awaited->loop);
}

/**
 * fonds_command_await:
 * @catalogue: what it is done to
 * @start: begins it, in a thread of its own
 * @options: for @start
 *
 * Waits until something long is done. Ctrl+C and SIGTERM cancel it, so that it leaves nothing half.
 *
 * Returns: (transfer full): what its finish function takes
 */
GAsyncResult *
fonds_command_await (FondsCatalogue *catalogue, FondsCommandStart start, gconstpointer options)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint interrupt = g_unix_signal_add (SIGINT, stop_cb, cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, stop_cb, cancellable);
  Awaited awaited = { loop, NULL };

  start (catalogue, options, cancellable, done_cb, &awaited);
  g_main_loop_run (loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return awaited.result;
}

/**
 * fonds_command_progress:
 * @what: what is being done
 * @fraction: how much of it is, from 0 to 1
 *
 * Draws a line of progress on a terminal.
 */
void
fonds_command_progress (const char *what, double fraction)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r\033[K%s %3d %%", what, (int) (CLAMP (fraction, 0, 1) * 100));
}

/**
 * fonds_command_progress_count:
 * @what: what is being done
 * @n: how many are done, of nobody knows how many
 *
 * Draws a line of progress on a terminal.
 */
void
fonds_command_progress_count (const char *what, guint64 n)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r\033[K%s %" G_GUINT64_FORMAT, what, n);
}

/**
 * fonds_command_progress_end:
 *
 * Clears the line of progress.
 */
void
fonds_command_progress_end (void)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r\033[K");
}
