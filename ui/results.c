/* results.c - what was found, and by what it is narrowed and ordered
 *
 * The list, its count, and a page for every other state: reading, empty, nothing found, out of
 * order. A query that can't be understood is complained of above the last results, which stay.
 * Signals: record-selected, record-activated, with a record's id.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/results.h"

#include "ui/error-words.h"
#include "ui/filter-chips.h"
#include "ui/filters.h"
#include "ui/label.h"
#include "ui/result-row.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

struct _FondsResults
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkRevealer *complaint_revealer;
  GtkLabel *complaint;
  GtkLabel *count;
  FondsFilters *filters;
  GtkMenuButton *sort;
  FondsFilterChips *chips;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nothing;
  GtkWidget *clear;
  AdwStatusPage *problem;

  /* owned */
  FondsFinder *finder;
  GtkSingleSelection *selection;

  /* state */
  gint64 shown;   /* the record that is read; selected where the list has it */
  gboolean quiet; /* the selection is moved by the program, not by a person */
};

G_DEFINE_FINAL_TYPE (FondsResults, fonds_results, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ACTIVATE_ON_CLICK,
  PROP_SORT,
  PROP_DESCENDING,
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

static void
select_shown (FondsResults *self)
{
  guint position =
      self->shown ? fonds_result_model_find (model (self), self->shown) : GTK_INVALID_LIST_POSITION;

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
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
  if (error && !of_query)
    show_problem (self, error);
  else if (!answer)
    gtk_stack_set_visible_child_name (self->stack, of_query ? "list" : "loading");
  else if (answer->n == 0)
    show_nothing (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
items_changed_cb (FondsResults *self, guint position, guint removed, guint added)
{
  if (added > 0)
    select_shown (self);
}

static void
selected_cb (FondsResults *self)
{
  FondsResultItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item && !self->quiet && !fonds_results_get_activate_on_click (self))
    g_signal_emit (self, signals[RECORD_SELECTED], 0, fonds_result_item_get_id (item));
}

static void
activate_cb (FondsResults *self, guint position)
{
  g_autoptr (FondsResultItem) item = g_list_model_get_item (G_LIST_MODEL (model (self)), position);

  if (item)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, fonds_result_item_get_id (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (fonds_result_row_new ()));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_result_row_set_item (FONDS_RESULT_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_result_row_set_item (FONDS_RESULT_ROW (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

static GMenuModel *
make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) orders = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();
  FondsSort sort;

  for (sort = 0; sort < FONDS_N_SORTS; sort++)
    {
      g_autofree char *action = g_strdup_printf ("results.sort::%s", fonds_sort_id (sort));

      g_menu_append (orders, fonds_sort_label (sort), action);
    }
  g_menu_append (direction, _ ("Backwards"), "results.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  return G_MENU_MODEL (menu);
}

static void
question_cb (FondsResults *self)
{
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

static gboolean
fonds_results_grab_focus (GtkWidget *widget)
{
  FondsResults *self = FONDS_RESULTS (widget);

  if (!self->selection || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return FALSE;
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_results_dispose (GObject *object)
{
  FondsResults *self = FONDS_RESULTS (object);

  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_RESULTS);

  G_OBJECT_CLASS (fonds_results_parent_class)->dispose (object);
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
  gtk_widget_class_bind_template_child (widget_class, FondsResults, chips);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, list);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, nothing);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, clear);
  gtk_widget_class_bind_template_child (widget_class, FondsResults, problem);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
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
  widget_class->grab_focus = fonds_results_grab_focus;
  widget_class->focus = fonds_bin_pass_focus;

  install_properties (object_class);
  signals[RECORD_SELECTED] = g_signal_new ("record-selected", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_property_action (widget_class, "results.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "results.descending", "descending");

  g_type_ensure (FONDS_TYPE_FILTERS);
  g_type_ensure (FONDS_TYPE_TAB_STOP);
  g_type_ensure (FONDS_TYPE_FILTER_CHIPS);
  bind_template (widget_class);
}

static void
fonds_results_init (FondsResults *self)
{
  g_autoptr (GMenuModel) menu = make_sort_menu ();
  g_autoptr (GtkListItemFactory) factory = make_factory ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  gtk_menu_button_set_menu_model (self->sort, menu);
  gtk_list_view_set_factory (self->list, factory);
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
 * fonds_results_set_finder:
 * @self: a pane of results
 * @finder: who is asked
 *
 * Connects the pane with a catalogue.
 */
void
fonds_results_set_finder (FondsResults *self, FondsFinder *finder)
{
  static const char *const of_model[] = { "notify::answer", "notify::loading", "notify::error" };
  guint i;

  g_return_if_fail (FONDS_IS_RESULTS (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model (self)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model (self), "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  for (i = 0; i < G_N_ELEMENTS (of_model); i++)
    g_signal_connect_object (model (self), of_model[i], G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  fonds_filters_set_finder (self->filters, finder);
  fonds_filter_chips_set_finder (self->chips, finder);
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
  FondsResultItem *item;

  g_return_if_fail (FONDS_IS_RESULTS (self));

  self->shown = id;
  if (!self->finder)
    return;
  item = gtk_single_selection_get_selected_item (self->selection);
  if (!item || fonds_result_item_get_id (item) != id)
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

  return self->list && gtk_list_view_get_single_click_activate (self->list);
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
  g_return_if_fail (FONDS_IS_RESULTS (self));

  if (activate == fonds_results_get_activate_on_click (self))
    return;
  gtk_list_view_set_single_click_activate (self->list, activate);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVATE_ON_CLICK]);
}
