/* results-memory.c - how each section's results are seen, from one start to the next
 *
 * The view and the table's columns, a section each: people are read as a list by somebody who works
 * through files in a table.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/results-private.h"

#define GROUP "results"

/* Records without a level have no code either. */
#define FIRST_OF_OTHERS "title:260 match:260 dates:120 changed:130"

static char *
key (FondsResults *self, const char *what)
{
  guint n;
  const FondsKind *kinds = fonds_section_kinds (self->section, &n);

  return g_strconcat (what, "-", n > 0 ? fonds_kind_id (kinds[0]) : "everything", NULL);
}

/*
 * _fonds_results_recall_view:
 * @self: a pane of results
 *
 * Says how the section was seen last.
 *
 * Returns: a list for one that was never seen
 */
FondsViewMode
_fonds_results_recall_view (FondsResults *self)
{
  g_autofree char *name = key (self, "view");
  g_autofree char *id = self->state ? fonds_state_dup_string (self->state, GROUP, name) : NULL;
  FondsViewMode mode = self->state ? fonds_view_mode_from_id (id) : self->mode;

  return mode == FONDS_N_VIEWS ? FONDS_VIEW_LIST : mode;
}

/*
 * _fonds_results_keep_view:
 * @self: a pane of results
 *
 * Remembers how the section is seen.
 */
void
_fonds_results_keep_view (FondsResults *self)
{
  g_autofree char *name = key (self, "view");

  if (self->state)
    fonds_state_set_string (self->state, GROUP, name, fonds_view_mode_id (self->mode));
}

/*
 * _fonds_results_recall_columns:
 * @self: a pane of results
 * @columns: its table's arrangement
 *
 * Arranges the table as the section's was.
 */
void
_fonds_results_recall_columns (FondsResults *self, FondsResultColumns *columns)
{
  gboolean has_units =
      self->section == FONDS_SECTION_EVERYTHING || self->section == FONDS_SECTION_ARCHIVE;
  g_autofree char *name = key (self, "columns");
  g_autofree char *kept = self->state ? fonds_state_dup_string (self->state, GROUP, name) : NULL;

  fonds_result_columns_arrange (columns, has_units ? NULL : FIRST_OF_OTHERS, kept);
}

/*
 * _fonds_results_keep_columns:
 * @self: a pane of results
 *
 * Remembers how the section's table is arranged.
 */
void
_fonds_results_keep_columns (FondsResults *self)
{
  FondsResultColumns *columns =
      self->state ? fonds_result_view_get_columns (self->views[self->mode]) : NULL;
  g_autofree char *name = key (self, "columns");
  g_autofree char *arrangement = columns ? fonds_result_columns_dup_arrangement (columns) : NULL;

  if (arrangement)
    fonds_state_set_string (self->state, GROUP, name, arrangement);
}
