/* error-words.c - what went wrong, in the words of the person at the window
 *
 * The rooms below return codes; only here they become sentences. A title says what happened, the
 * advice what to do now. Words of SQLite or of the system are quoted last, where nothing better is
 * known.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/error-words.h"

#include "data/store/error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int code;
  const char *title;
  const char *advice;
  gboolean stays; /* it is the same the next time, unless one does something about the file */
} Words;

static const Words store_words[] = {
  { FONDS_STORE_ERROR_NOT_FOUND, N_ ("The catalogue isn’t there"),
    N_ ("It may have been moved or renamed, or its disk isn’t connected. Open it from where it is "
        "now.") },
  { FONDS_STORE_ERROR_NOT_A_CATALOGUE, N_ ("This isn’t a catalogue"),
    N_ ("Catalogues are files that Fonds made, with names that end in “.fonds”. To bring in a CSV "
        "file, open a catalogue and import the file into it."),
    TRUE },
  { FONDS_STORE_ERROR_TOO_NEW, N_ ("The catalogue needs a newer Fonds"),
    N_ ("A newer version of Fonds wrote this file. Update Fonds to open it; the file hasn’t been "
        "touched."),
    TRUE },
  { FONDS_STORE_ERROR_BUSY, N_ ("The catalogue is busy"),
    N_ ("Another program has held it for too long. Close the other program, then try again.") },
  { FONDS_STORE_ERROR_FULL, N_ ("The disk is full"),
    N_ ("Nothing was lost and nothing was changed. Make room on the disk, then try again.") },
  { FONDS_STORE_ERROR_CORRUPT, N_ ("The catalogue is damaged"),
    N_ ("Parts of the file can’t be read. Keep a copy of it, then open the newest backup, or "
        "ask for a repair with “fonds check --repair”.") },
  { FONDS_STORE_ERROR_READ_ONLY, N_ ("The catalogue can’t be written"),
    N_ ("You may not change the file or its folder. Ask whoever looks after the folder, or "
        "copy the catalogue to a folder of your own.") },
  { FONDS_STORE_ERROR_EXISTS, N_ ("There is a file of that name"),
    N_ ("Choose another name, or open the file that is there.") },
};

static const Words io_words[] = {
  { G_IO_ERROR_NOT_FOUND, N_ ("The catalogue isn’t there"),
    N_ ("It may have been moved or renamed, or its disk isn’t connected. Open it from where it is "
        "now.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_ ("The catalogue may not be read"),
    N_ ("You don’t have the right to read this file. Ask whoever looks after it.") },
  { G_IO_ERROR_IS_DIRECTORY, N_ ("This is a folder"), N_ ("Choose the catalogue inside it."),
    TRUE },
};

static const Words *
find (const GError *error)
{
  const Words *words = NULL;
  guint n = 0;
  guint i;

  if (error->domain == FONDS_STORE_ERROR)
    {
      words = store_words;
      n = G_N_ELEMENTS (store_words);
    }
  else if (error->domain == G_IO_ERROR)
    {
      words = io_words;
      n = G_N_ELEMENTS (io_words);
    }
  for (i = 0; i < n; i++)
    {
      if (words[i].code == error->code)
        return &words[i];
    }
  return NULL;
}

/**
 * fonds_error_title:
 * @error: what a room below returned
 *
 * Says in a few words what went wrong.
 *
 * Returns: (transfer none): a translated title
 */
const char *
fonds_error_title (const GError *error)
{
  const Words *words = find (error);

  return words ? _ (words->title) : _ ("Something went wrong");
}

/**
 * fonds_error_may_pass:
 * @error: what a room below returned
 *
 * Tells whether it makes sense to try the same again: a disk comes back, but a letter isn’t a
 * catalogue the second time either.
 *
 * Returns: whether trying again may help
 */
gboolean
fonds_error_may_pass (const GError *error)
{
  const Words *words = find (error);

  return !words || !words->stays;
}

/**
 * fonds_error_advice:
 * @error: what a room below returned
 * @path: (nullable): the file it is about
 *
 * Says what to do now, and names the file.
 *
 * Returns: (transfer full): translated sentences
 */
char *
fonds_error_advice (const GError *error, const char *path)
{
  const Words *words = find (error);
  const char *advice = words ? _ (words->advice) : error->message;
  g_autofree char *name = NULL;

  if (!path)
    return g_strdup (advice);
  name = g_filename_display_name (path);
  /* The isolates keep a path in one piece inside a sentence that runs from right to left. */
  return g_strdup_printf ("%s\n\n\u2068%s\u2069", advice, name);
}
