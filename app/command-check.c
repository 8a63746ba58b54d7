/* command-check.c - the verbs "check" and "backup"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"

#include "data/catalogue/backup.h"
#include "data/catalogue/batch-tidy.h"
#include "data/catalogue/check.h"
#include "data/media/fixity.h"
#include "data/search/stored-check.h"
#include "data/store/error.h"

#include <glib/gi18n-lib.h>

static void
repair_progress (gint64 done, gint64 total, gpointer user_data)
{
  fonds_command_progress (_ ("Mending"), total > 0 ? (double) done / (double) total : 1);
}

static FondsExit
print_problems (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (problems, i));
  if (problems->len == 0)
    g_print ("%s\n", _ ("Everything is in order."));
  return problems->len == 0 ? FONDS_EXIT_DONE : FONDS_EXIT_FAILED;
}

static void
fixity_progress (gint64 done, gint64 total, gpointer user_data)
{
  fonds_command_progress (_ ("Reading the files"), total > 0 ? (double) done / (double) total : 1);
}

/* What lies in the media folder besides is no problem, but somebody may want the room. */
static void
print_strays (const FondsFixity *fixity)
{
  if (fixity->n_for_undo > 0)
    g_print (ngettext ("%u file is kept only so that an undo or redo finds it.\n",
                       "%u files are kept only so that an undo or redo finds them.\n",
                       fixity->n_for_undo),
             fixity->n_for_undo);
  for (guint i = 0; i < fixity->strays->len; i++)
    g_print (_ ("Nothing in the catalogue names the file %s\n"),
             (const char *) g_ptr_array_index (fixity->strays, i));
}

static FondsFixity *
check_files (FondsCatalogue *catalogue, GError **error)
{
  FondsFixity *fixity =
      fonds_fixity_check (fonds_media_get (catalogue), fixity_progress, NULL, NULL, error);

  fonds_command_progress_end ();
  return fixity;
}

static GPtrArray *
join (GPtrArray *problems, const FondsFixity *fixity)
{
  for (guint i = 0; problems != NULL && fixity != NULL && i < fixity->problems->len; i++)
    g_ptr_array_add (problems, g_strdup (g_ptr_array_index (fixity->problems, i)));
  return problems;
}

/* What lies in the file for a quick start is compared with records that are in order themselves. */
static GPtrArray *
find_problems (FondsCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) problems = fonds_check (catalogue, NULL, error);
  gboolean right = TRUE;

  if (problems != NULL && problems->len == 0 &&
      !fonds_stored_check (fonds_catalogue_get_store (catalogue), &right, NULL, error))
    return NULL;
  if (!right)
    g_ptr_array_add (problems, g_strdup (_ ("What is kept for quick searches is not what the "
                                            "records say.")));
  return g_steal_pointer (&problems);
}

/* No repair mends a file: what was wrong with files before is so after. */
static FondsExit
check_again (FondsCatalogue *catalogue, const FondsFixity *fixity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (!fonds_check_repair (catalogue, repair_progress, NULL, NULL, &error) ||
      !fonds_stored_forget (fonds_catalogue_get_store (catalogue), NULL, &error))
    return fonds_command_fail (error);
  fonds_command_progress_end ();
  g_print ("%s\n", _ ("The lists and the word index were made anew."));
  problems = join (find_problems (catalogue, &error), fixity);
  return problems != NULL ? print_problems (problems) : fonds_command_fail (error);
}

static FondsExit
check (FondsCatalogue *catalogue, gboolean repair, gboolean no_files)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (FondsFixity) fixity = NULL;
  g_autoptr (GError) error = NULL;
  FondsExit status;

  problems = find_problems (catalogue, &error);
  if (problems == NULL || (!no_files && (fixity = check_files (catalogue, &error)) == NULL))
    return fonds_command_fail (error);
  status = print_problems (join (problems, fixity));
  if (fixity != NULL)
    print_strays (fixity);
  if (repair)
    return check_again (catalogue, fixity);
  if (problems->len > (fixity != NULL ? fixity->problems->len : 0))
    g_printerr ("%s\n",
                _ ("“fonds check --repair” mends what can be mended; for damage of the file "
                   "itself, go back to a backup."));
  return status;
}

/* To look, nothing needs to be tidy; and who looks may do so because the disk is full. */
static gboolean
tidy (FondsCatalogue *catalogue, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (fonds_batch_tidy (catalogue, NULL, &own))
    return TRUE;
  if (g_error_matches (own, FONDS_STORE_ERROR, FONDS_STORE_ERROR_FULL) ||
      g_error_matches (own, FONDS_STORE_ERROR, FONDS_STORE_ERROR_READ_ONLY) ||
      g_error_matches (own, FONDS_STORE_ERROR, FONDS_STORE_ERROR_CORRUPT))
    {
      g_printerr (_ ("What stopped imports left could not be cleared away: %s\n"), own->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_command_check:
 * @argc: how many words
 * @argv: the words
 *
 * Looks for damage, and with `--repair` writes everything derived anew.
 *
 * Returns: the exit status: %FONDS_EXIT_FAILED where something is wrong
 */
FondsExit
fonds_command_check (int argc, char **argv)
{
  gboolean repair = FALSE, no_files = FALSE;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &repair,
      N_ ("Make the lists and the word index anew from the records"), NULL },
    { "no-files", 0, 0, G_OPTION_ARG_NONE, &no_files,
      N_ ("Don't read the pictures and files through, which takes long"), NULL },
    { NULL },
  };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 1, 1, &status))
    return status;
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL || !tidy (catalogue, &error))
    return fonds_command_fail (error);
  return check (catalogue, repair, no_files);
}

/**
 * fonds_command_backup:
 * @argc: how many words
 * @argv: the words
 *
 * Copies a catalogue as it stands, even while others write it.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_backup (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autofree char *media = NULL;
  g_autoptr (GError) error = NULL;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 2, 2, &status))
    return status;
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL)
    return fonds_command_fail (error);
  if (!fonds_backup_write (fonds_catalogue_get_store (catalogue), argv[2], NULL, &error))
    return fonds_command_fail (error);
  g_print (_ ("Backed up to %s\n"), argv[2]);
  media = fonds_media_dup_folder (fonds_media_get (catalogue), NULL);
  if (media != NULL)
    g_print (_ ("Its pictures and files are not in it: copy the folder %s too.\n"), media);
  return FONDS_EXIT_DONE;
}
