/* results.c - what was found, and by what it is narrowed and ordered
 *
 * The list, its count, and a page for every other state: reading, empty, nothing found, out of
 * order. A query that can't be understood is complained of above the last results, which stay.
 * Signals: record-selected, record-activated, with a record's id.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/results-private.h"

#include "ui/error-words.h"
#include "ui/label.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (FondsResults, fonds_results, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ACTIVATE_ON_CLICK,
  PROP_SORT,
  PROP_DESCENDING,
  PROP_VIEW,
  N_PROPS,
};

enum
{
  RECORD_SELECTED,
  RECORD_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static FondsResultModel *
model (FondsResults *self)
{
  return fonds_finder_get_results (self->finder);
}

static FondsResultView *
view (FondsResults *self)
{
  return self->views[self->mode];
}

/* Several that a person has chosen are not given up for the one that is read. */
static void
select_shown (FondsResults *self)
{
  if (fonds_selection_get_n_selected (self->selection) > 1)
    return;
  self->quiet = TRUE;
  fonds_selection_select_only (self->selection, self->shown);
  self->quiet = FALSE;
}

static void
complain (FondsResults *self, const GError *error)
{
  if (error)
    gtk_label_set_text (self->complaint, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), error != NULL);
  gtk_revealer_set_reveal_child (self->complaint_revealer, error != NULL);
}

static void
show_nothing (FondsResults *self)
{
  const char *text = fonds_finder_get_request (self->finder)->query;
  gboolean filtered = fonds_finder_is_filtered (self->finder);
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  if (*text)
    /* Translators: %s is what was typed */
    sentence = g_strdup_printf (filtered ? _ ("No records match “%s” with these filters.")
                                         : _ ("No records match “%s”. Try fewer words, or the "
                                              "beginning of one."),
                                text);
  else
    sentence = g_strdup (_ ("No records match these filters."));
  markup = g_markup_escape_text (sentence, -1);
  adw_status_page_set_description (self->nothing, markup);
  gtk_widget_set_visible (self->clear, filtered);
  gtk_stack_set_visible_child_name (self->stack, *text || filtered ? "nothing" : "empty");
}

static void
show_problem (FondsResults *self, const GError *error)
{
  g_autofree char *advice = fonds_error_advice (error, NULL);
  g_autofree char *markup = g_markup_escape_text (advice, -1);

  adw_status_page_set_title (self->problem, fonds_error_title (error));
  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
update (FondsResults *self)
{
  const GError *error = fonds_result_model_get_error (model (self));
  FondsAnswer *answer = fonds_result_model_get_answer (model (self));
  gboolean of_query = error && error->domain == FONDS_SEARCH_ERROR;
  g_autofree char *count = answer ? fonds_format_records (answer->n) : NULL;

  complain (self, of_query ? error : NULL);
  gtk_label_set_text (self->count, count && (!error || of_query) ? count : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), count);
  if (error && !of_query)
    show_problem (self, error);
  else if (!answer)
    gtk_stack_set_visible_child_name (self->stack, of_query ? "results" : "loading");
  else if (answer->n == 0)
    show_nothing (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "results");
}

/* The answer has come: what of it is read is marked, and a section stands where it was left. */
static void
loading_cb (FondsResults *self)
{
  if (fonds_result_model_get_loading (model (self)))
    return;
  if (fonds_selection_get_n_selected (self->selection) == 0)
    select_shown (self);
  _fonds_results_show_sort (self);
  if (self->to_offset >= 0)
    fonds_result_view_set_offset (view (self), self->to_offset);
  self->to_offset = -1;
}

/* Another list has taken the place of the last one, and its first rows are the same widgets: they are
 * to look whether they are selected, and it is read from its beginning. */
static void
replaced_cb (FondsResults *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  self->quiet = TRUE;
  if (n > 0 && fonds_selection_get_n_selected (self->selection) > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self->selection), 0, n);
  self->quiet = FALSE;
  fonds_result_view_go_to_start (view (self));
}

static void
selection_changed_cb (FondsResults *self)
{
  gint64 id = fonds_selection_get_single (self->selection);

  _fonds_results_follow_quick_look (self);
  if (id != 0 && !self->quiet && !self->activate_on_click)
    g_signal_emit (self, signals[RECORD_SELECTED], 0, id);
}

static void
n_selected_cb (FondsResults *self)
{
  guint n = fonds_selection_get_n_selected (self->selection);
  g_autofree char *count = fonds_format_count (n);
  /* Translators: so many records of the results are selected. */
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", n), count);

  if (n > 1)
    gtk_label_set_text (self->selection_count, text);
  gtk_revealer_set_reveal_child (self->selection_revealer, n > 1);
  gtk_widget_set_visible (gtk_revealer_get_child (self->selection_revealer), n > 1);
  _fonds_results_update_actions (self);
}

static void
question_cb (FondsResults *self)
{
  if (fonds_finder_get_section (self->finder) != self->section)
    {
      _fonds_results_change_section (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
    }
  else
    self->to_offset = -1;
  _fonds_results_show_sort (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

static void
set_sort (FondsResults *self, const char *id)
{
  FondsSort sort;

  /* What changed last is what one looks for, so that order begins at its end. */
  if (self->finder && fonds_sort_from_id (id, &sort))
    fonds_finder_set_sort (self->finder, sort, sort == FONDS_SORT_CHANGED);
}

static void
set_descending (FondsResults *self, gboolean descending)
{
  if (self->finder)
    fonds_finder_set_sort (self->finder, fonds_finder_get_request (self->finder)->sort, descending);
}

static void
set_view (FondsResults *self, const char *id)
{
  FondsViewMode mode = fonds_view_mode_from_id (id);

  if (mode == FONDS_N_VIEWS || mode == self->mode)
    return;
  if (self->finder)
    _fonds_results_show_view (self, mode);
  else
    self->mode = mode;
  _fonds_results_keep_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static gboolean
fonds_results_grab_focus (GtkWidget *widget)
{
  FondsResults *self = FONDS_RESULTS (widget);
  gint64 id;

  if (!self->selection || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return FALSE;
  if (fonds_selection_get_n_selected (self->selection) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  id = fonds_selection_get_single (self->selection);
  if (!gtk_widget_grab_focus (GTK_WIDGET (view (self))))
    return FALSE;
  if (id != 0 && fonds_result_view_get_focused (view (self)) != id)
    fonds_result_view_reveal (view (self), fonds_result_model_find (model (self), id), TRUE);
  return TRUE;
}

static void
fonds_results_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsResults *self = FONDS_RESULTS (object);
  const FondsRequest *request = self->finder ? fonds_finder_get_request (self->finder) : NULL;

  switch (id)
    {
    case PROP_ACTIVATE_ON_CLICK:
      g_value_set_boolean (value, fonds_results_get_activate_on_click (self));
      break;
    case PROP_SORT:
      g_value_set_string (value, fonds_sort_id (request ? request->sort : FONDS_SORT_RELEVANCE));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, request && request->descending);
      break;
    case PROP_VIEW:
      g_value_set_string (value, fonds_view_mode_id (self->mode));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_results_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FondsResults *self = FONDS_RESULTS (object);

  switch (id)
    {
    case PROP_ACTIVATE_ON_CLICK:
      fonds_results_set_activate_on_click (self, g_value_get_boolean (value));
      break;
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    case PROP_DESCENDING:
      set_descending (self, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      set_view (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_results_dispose (GObject *object)
{
  FondsResults *self = FONDS_RESULTS (object);
  FondsViewMode mode;

  /* A table that is taken apart loses its columns, which isn't to be remembered. */
  g_clear_object (&self->state);
  if (self->copying)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->go_to, gtk_widget_unparent);
  if (self->place)
    adw_bin_set_child (self->place, NULL);
  for (mode = 0; mode < FONDS_N_VIEWS; mode++)
    g_clear_object (&self->views[mode]);
  g_clear_object (&self->selection);
  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_RESULTS);

  G_OBJECT_CLASS (fonds_results_parent_class)->dispose (object);
}

static void
fonds_results_finalize (GObject *object)
{
  FondsResults *self = FONDS_RESULTS (object);
  guint i;

  for (i = 0; i < FONDS_N_SECTIONS; i++)
    g_free (self->places[i].query);

  G_OBJECT_CLASS (fonds_results_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ACTIVATE_ON_CLICK] =
      g_param_spec_boolean ("activate-on-click", NULL, NULL, FALSE, flags);
  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, fonds_sort_id (FONDS_SORT_RELEVANCE), flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  properties[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, fonds_view_mode_id (FONDS_VIEW_LIST), flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/results.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsResults, complaint_revealer);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, complaint);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, count);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, filters);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, sort);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, view_button);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, chips);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, place);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, nothing);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, clear);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, problem);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, selection_revealer);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, selection_count);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, quick_look);
}

static void
fonds_results_class_init (FondsResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = fonds_results_get_property;
  object_class->set_property = fonds_results_set_property;
  object_class->dispose = fonds_results_dispose;
  object_class->finalize = fonds_results_finalize;
  widget_class->grab_focus = fonds_results_grab_focus;
  widget_class->focus = fonds_bin_pass_focus;

  install_properties (object_class);
  signals[RECORD_SELECTED] = g_signal_new ("record-selected", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_property_action (widget_class, "results.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "results.descending", "descending");
  gtk_widget_class_install_property_action (widget_class, "results.view", "view");
  _fonds_results_install_actions (widget_class);

  g_type_ensure (FONDS_TYPE_FILTERS);
  g_type_ensure (FONDS_TYPE_FILTER_CHIPS);
  g_type_ensure (FONDS_TYPE_QUICK_LOOK);
  bind_template (widget_class);
}

static void
fonds_results_init (FondsResults *self)
{
  g_autoptr (GMenuModel) orders = _fonds_results_make_sort_menu ();
  g_autoptr (GMenuModel) modes = _fonds_results_make_view_menu ();

  self->to_offset = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  gtk_menu_button_set_menu_model (self->sort, orders);
  gtk_menu_button_set_menu_model (self->view_button, modes);
  _fonds_results_add_keys (self);
}

/**
 * fonds_results_new:
 *
 * Makes an empty pane of results.
 *
 * Returns: (transfer floating): the pane
 */
FondsResults *
fonds_results_new (void)
{
  return g_object_new (FONDS_TYPE_RESULTS, NULL);
}

/**
 * fonds_results_set_state:
 * @self: a pane of results that has no finder yet
 * @state: a catalogue's memory
 *
 * Remembers there how each section is seen.
 */
void
fonds_results_set_state (FondsResults *self, FondsState *state)
{
  g_return_if_fail (FONDS_IS_RESULTS (self));
  g_return_if_fail (!self->finder);

  g_set_object (&self->state, state);
}

/**
 * fonds_results_set_finder:
 * @self: a pane of results
 * @finder: who is asked
 *
 * Connects the pane with a catalogue.
 */
void
fonds_results_set_finder (FondsResults *self, FondsFinder *finder)
{
  static const char *const of_model[] = { "notify::loading", "notify::error" };
  guint i;

  g_return_if_fail (FONDS_IS_RESULTS (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  self->section = fonds_finder_get_section (finder);
  self->selection = fonds_selection_new (model (self));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (n_selected_cb), self,
                           G_CONNECT_SWAPPED);
  _fonds_results_show_view (self, _fonds_results_recall_view (self));
  g_signal_connect_object (model (self), "replaced", G_CALLBACK (replaced_cb), self,
                           G_CONNECT_SWAPPED);
  for (i = 0; i < G_N_ELEMENTS (of_model); i++)
    g_signal_connect_object (model (self), of_model[i], G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (model (self), "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  fonds_filters_set_finder (self->filters, finder);
  fonds_filter_chips_set_finder (self->chips, finder);
  n_selected_cb (self);
  update (self);
}

/**
 * fonds_results_set_shown:
 * @self: a pane of results
 * @id: the record that is read; 0 for none
 *
 * Marks the record that is read, now and in answers to come, where they hold it.
 */
void
fonds_results_set_shown (FondsResults *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_RESULTS (self));

  self->shown = id;
  if (self->finder)
    select_shown (self);
}

/**
 * fonds_results_get_activate_on_click:
 * @self: a pane of results
 *
 * Says whether one click opens a record.
 *
 * Returns: %TRUE where the record isn't beside the list
 */
gboolean
fonds_results_get_activate_on_click (FondsResults *self)
{
  g_return_val_if_fail (FONDS_IS_RESULTS (self), FALSE);

  return self->activate_on_click;
}

/**
 * fonds_results_set_activate_on_click:
 * @self: a pane of results
 * @activate: whether one click opens a record
 *
 * Chooses between selecting, which shows a record beside the list, and opening, which goes to it.
 */
void
fonds_results_set_activate_on_click (FondsResults *self, gboolean activate)
{
  FondsViewMode mode;

  g_return_if_fail (FONDS_IS_RESULTS (self));

  if (activate == self->activate_on_click)
    return;
  self->activate_on_click = activate;
  for (mode = 0; mode < FONDS_N_VIEWS; mode++)
    {
      if (self->views[mode])
        fonds_result_view_set_activate_on_click (self->views[mode], activate);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVATE_ON_CLICK]);
}
