/* results-private.h - what the files of the results' pane know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/filter-chips.h"
#include "ui/filters.h"
#include "ui/quick-look.h"
#include "ui/result-view.h"
#include "ui/results.h"

G_BEGIN_DECLS

/* Where a section's results stood when it was left. */
typedef struct
{
  char *query;
  double offset;
} FondsPlaceInResults;

struct _FondsResults
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkRevealer *complaint_revealer;
  GtkLabel *complaint;
  GtkLabel *count;
  FondsFilters *filters;
  GtkMenuButton *sort;
  GtkMenuButton *view_button;
  FondsFilterChips *chips;
  GtkStack *stack;
  AdwBin *place; /* of the view that is seen */
  AdwStatusPage *nothing;
  GtkWidget *clear;
  AdwStatusPage *problem;
  GtkRevealer *selection_revealer;
  GtkLabel *selection_count;
  FondsQuickLook *quick_look;

  /* owned */
  FondsState *state; /* (nullable): where what is seen is remembered */
  FondsFinder *finder;
  FondsSelection *selection;
  FondsResultView *views[FONDS_N_VIEWS]; /* (nullable): made when they are first seen */
  GCancellable *copying;                 /* (nullable): the copy that is under way */
  GtkWidget *go_to;                      /* (nullable): the popover that asks where to go */
  GtkWidget *menu; /* (nullable): the popover of the record under the pointer */

  /* state */
  FondsViewMode mode;
  FondsSection section;
  FondsPlaceInResults places[FONDS_N_SECTIONS];
  double to_offset; /* where the answer that is waited for is to stand; below 0: at its top */
  gint64 shown;     /* the record that is read; selected where the list has it */
  gboolean quiet;   /* the selection is moved by the program, not by a person */
  gboolean activate_on_click; /* whether one click opens a record */
};

void _fonds_results_show_view (FondsResults *self, FondsViewMode mode);
void _fonds_results_show_sort (FondsResults *self);
void _fonds_results_change_section (FondsResults *self);
void _fonds_results_add_keys (FondsResults *self);
GMenuModel *_fonds_results_make_sort_menu (void);
GMenuModel *_fonds_results_make_view_menu (void);

FondsViewMode _fonds_results_recall_view (FondsResults *self);
void _fonds_results_keep_view (FondsResults *self);
void _fonds_results_recall_columns (FondsResults *self, FondsResultColumns *columns);
void _fonds_results_keep_columns (FondsResults *self);

void _fonds_results_toggle_quick_look (FondsResults *self);
void _fonds_results_follow_quick_look (FondsResults *self);
void _fonds_results_go_to (FondsResults *self);

void _fonds_results_install_actions (GtkWidgetClass *widget_class);
void _fonds_results_update_actions (FondsResults *self);
void _fonds_results_show_menu (FondsResults *self, double x, double y);

G_END_DECLS
