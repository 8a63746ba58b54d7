/* results-look.c - looking and going about in the results: the quick look, and going to a place
 *
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/results-private.h"

#include "ui/go-to.h"

static FondsResultModel *
model (FondsResults *self)
{
  return fonds_finder_get_results (self->finder);
}

static FondsCatalogue *
catalogue (FondsResults *self)
{
  return fonds_search_get_catalogue (fonds_finder_get_search (self->finder));
}

/*
 * _fonds_results_toggle_quick_look:
 * @self: a pane of results
 *
 * Shows the head of the selected record in passing, or no more.
 */
void
_fonds_results_toggle_quick_look (FondsResults *self)
{
  gint64 id = fonds_selection_get_single (self->selection);

  if (fonds_quick_look_is_shown (self->quick_look))
    fonds_quick_look_hide (self->quick_look);
  else if (id != 0)
    fonds_quick_look_show (self->quick_look, catalogue (self), id);
}

/*
 * _fonds_results_follow_quick_look:
 * @self: a pane of results
 *
 * Lets a quick look that is up go on to what is selected now.
 */
void
_fonds_results_follow_quick_look (FondsResults *self)
{
  gint64 id = fonds_selection_get_single (self->selection);

  if (!fonds_quick_look_is_shown (self->quick_look))
    return;
  if (id != 0)
    fonds_quick_look_show (self->quick_look, catalogue (self), id);
  else
    fonds_quick_look_hide (self->quick_look);
}

/* Several that are selected stay so; else the record there is what one wants to read. */
static void
found_cb (FondsResults *self, guint position)
{
  FondsAnswer *answer = fonds_result_model_get_answer (model (self));

  if (!answer || position >= answer->n)
    return;
  fonds_result_view_reveal (self->views[self->mode], position, TRUE);
  if (fonds_selection_get_n_selected (self->selection) < 2)
    fonds_selection_select_only (self->selection, answer->ids[position]);
}

/*
 * _fonds_results_go_to:
 * @self: a pane of results
 *
 * Asks where in the results to go.
 */
void
_fonds_results_go_to (FondsResults *self)
{
  FondsAnswer *answer = fonds_result_model_get_answer (model (self));
  GdkRectangle top = { gtk_widget_get_width (GTK_WIDGET (self->place)) / 2, 0, 1, 1 };

  if (!answer || answer->n == 0)
    return;
  if (!self->go_to)
    {
      self->go_to = GTK_WIDGET (fonds_go_to_new ());
      gtk_widget_set_parent (self->go_to, GTK_WIDGET (self->place));
      g_signal_connect_object (self->go_to, "found", G_CALLBACK (found_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->go_to), &top);
  fonds_go_to_ask (FONDS_GO_TO (self->go_to), catalogue (self), answer,
                   fonds_finder_get_request (self->finder));
}
