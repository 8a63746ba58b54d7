/* browser-memory.c - where one was in a catalogue, from one start to the next
 *
 * Section, record and sidebar. What was typed and filtered is not kept: one begins a day with all
 * that there is.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/browser-memory.h"

#define GROUP "place"

/* How wide a list of results is, and how wide their columns or pictures are. */
static const char *const widths[] = { "results-width", "results-wide-width" };

/**
 * fonds_browser_memory_keep_question:
 * @state: where it is kept
 * @finder: what is asked
 *
 * Keeps the section one is in.
 */
void
fonds_browser_memory_keep_question (FondsState *state, FondsFinder *finder)
{
  gint64 section = fonds_finder_get_section (finder);

  if (section != fonds_state_get_int (state, GROUP, "section", FONDS_SECTION_EVERYTHING))
    fonds_state_set_int (state, GROUP, "section", section);
}

/**
 * fonds_browser_memory_keep_record:
 * @state: where it is kept
 * @id: the record that is shown
 *
 * Keeps which record is read.
 */
void
fonds_browser_memory_keep_record (FondsState *state, gint64 id)
{
  fonds_state_set_int (state, GROUP, "record", id);
}

/**
 * fonds_browser_memory_keep_shell:
 * @state: where it is kept
 * @shell: the panes
 *
 * Keeps how the panes stand.
 */
void
fonds_browser_memory_keep_shell (FondsState *state, FondsShell *shell)
{
  gboolean wanted = fonds_shell_get_sidebar_wanted (shell);
  guint i;

  if (wanted != fonds_state_get_boolean (state, GROUP, "sidebar", TRUE))
    fonds_state_set_boolean (state, GROUP, "sidebar", wanted);
  for (i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int width = fonds_shell_get_results_width (shell, i);

      if (width != fonds_state_get_int (state, GROUP, widths[i], 0))
        fonds_state_set_int (state, GROUP, widths[i], width);
    }
}

/**
 * fonds_browser_memory_restore:
 * @state: where it is kept
 * @finder: what is asked
 *
 * Goes to the section one was in.
 *
 * Returns: the record that was read; 0 for none
 */
gint64
fonds_browser_memory_restore (FondsState *state, FondsFinder *finder)
{
  gint64 record = fonds_state_get_int (state, GROUP, "record", 0);
  gint64 section = fonds_state_get_int (state, GROUP, "section", FONDS_SECTION_EVERYTHING);

  if (section > 0 && section < FONDS_N_SECTIONS)
    fonds_finder_set_section (finder, (FondsSection) section);
  return record;
}

/**
 * fonds_browser_memory_restore_shell:
 * @state: where it is kept
 * @shell: the panes
 *
 * Puts the panes as they stood.
 */
void
fonds_browser_memory_restore_shell (FondsState *state, FondsShell *shell)
{
  gint64 width[G_N_ELEMENTS (widths)];
  guint i;

  /* All are read before one is set: what changes is kept at once. */
  for (i = 0; i < G_N_ELEMENTS (widths); i++)
    width[i] = fonds_state_get_int (state, GROUP, widths[i], 0);
  for (i = 0; i < G_N_ELEMENTS (widths); i++)
    fonds_shell_set_results_width (shell, i, (int) width[i]);
  fonds_shell_set_sidebar_wanted (shell, fonds_state_get_boolean (state, GROUP, "sidebar", TRUE));
}
