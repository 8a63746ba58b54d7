/* browser.c - an open catalogue in a window: where to look, what was found, one record
 *
 * Puts the panes together and lets them hear of one another; each of them knows only the finder and
 * its own list. Following a link from a record lays the record on a stack, to come back to it;
 * choosing in a list begins a new stack.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/browser.h"

#include "data/catalogue/record.h"
#include "data/search/search.h"
#include "ui/browser-memory.h"
#include "ui/export-dialog.h"
#include "ui/finder.h"
#include "ui/record-pane.h"
#include "ui/results.h"
#include "ui/search-bar.h"
#include "ui/shell.h"
#include "ui/view-mode.h"
#include "ui/sidebar.h"

struct _FondsBrowser
{
  AdwBin parent_instance;

  /* owned by the template */
  FondsShell *shell;
  GtkLabel *title;
  GtkMenuButton *menu_button;
  FondsSidebar *sidebar;
  FondsSearchBar *search_bar;
  FondsResults *results;
  FondsRecordPane *pane;

  /* owned */
  FondsSession *session;
  FondsCatalogue *catalogue; /* the session's */
  FondsFinder *finder;
  GArray *trail; /* of gint64: the records to come back to */

  /* state */
  gint64 shown; /* the record that is shown; 0 for none */
};

G_DEFINE_FINAL_TYPE (FondsBrowser, fonds_browser, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_HAS_FILTERS,
  PROP_SHOWN, /* the record that is shown */
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Whether going back means another record rather than another pane. */
static gboolean
is_on_trail (FondsBrowser *self)
{
  return self->trail && self->trail->len > 0 && self->shell &&
         (fonds_shell_get_shown (self->shell) == FONDS_PANE_RECORD ||
          !fonds_shell_get_record_folded (self->shell));
}

static void
notify_back (FondsBrowser *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static void
question_cb (FondsBrowser *self)
{
  fonds_browser_memory_keep_question (fonds_session_get_state (self->session), self->finder);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_FILTERS]);
}

/* Columns and pictures need more room than a list. */
static void
view_cb (FondsBrowser *self)
{
  g_autofree char *view = NULL;

  g_object_get (self->results, "view", &view, NULL);
  fonds_shell_set_results_wide (self->shell,
                                !g_str_equal (view, fonds_view_mode_id (FONDS_VIEW_LIST)));
}

static void
shell_changed_cb (FondsBrowser *self)
{
  if (self->session)
    fonds_browser_memory_keep_shell (fonds_session_get_state (self->session), self->shell);
  notify_back (self);
}

static void
show_record (FondsBrowser *self, gint64 id)
{
  FondsAnswer *answer = fonds_result_model_get_answer (fonds_finder_get_results (self->finder));
  FondsRecordPage *page = fonds_record_pane_get_page (self->pane);

  self->shown = id;
  fonds_browser_memory_keep_record (fonds_session_get_state (self->session), id);
  fonds_record_page_set_matcher (page, answer ? answer->matcher : NULL);
  fonds_record_page_show (page, self->catalogue, id);
  fonds_results_set_shown (self->results, id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

static void
record_selected_cb (FondsBrowser *self, gint64 id)
{
  g_array_set_size (self->trail, 0);
  show_record (self, id);
  notify_back (self);
}

static void
record_activated_cb (FondsBrowser *self, gint64 id)
{
  if (id != self->shown)
    record_selected_cb (self, id);
  fonds_shell_show_pane (self->shell, FONDS_PANE_RECORD);
  gtk_widget_grab_focus (GTK_WIDGET (fonds_record_pane_get_page (self->pane)));
}

static void
section_chosen_cb (FondsBrowser *self)
{
  fonds_shell_show_pane (self->shell, FONDS_PANE_RESULTS);
}

static void
leave_search_cb (FondsBrowser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->results));
}

static void
fonds_browser_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsBrowser *self = FONDS_BROWSER (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, fonds_browser_get_can_go_back (self));
      break;
    case PROP_HAS_FILTERS:
      g_value_set_boolean (value, fonds_browser_get_has_filters (self));
      break;
    case PROP_SHOWN:
      g_value_set_int64 (value, fonds_browser_get_shown (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_browser_dispose (GObject *object)
{
  FondsBrowser *self = FONDS_BROWSER (object);

  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_BROWSER);
  g_clear_object (&self->finder);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  g_clear_pointer (&self->trail, g_array_unref);

  G_OBJECT_CLASS (fonds_browser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/browser.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, shell);
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, title);
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, results);
  gtk_widget_class_bind_template_child (widget_class, FondsBrowser, pane);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
}

static void
fonds_browser_class_init (FondsBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fonds_browser_get_property;
  object_class->dispose = fonds_browser_dispose;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_FILTERS] = g_param_spec_boolean ("has-filters", NULL, NULL, FALSE, flags);
  properties[PROP_SHOWN] = g_param_spec_int64 ("shown", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (FONDS_TYPE_SHELL);
  g_type_ensure (FONDS_TYPE_SIDEBAR);
  g_type_ensure (FONDS_TYPE_SEARCH_BAR);
  g_type_ensure (FONDS_TYPE_RESULTS);
  g_type_ensure (FONDS_TYPE_RECORD_PANE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
fonds_browser_init (FondsBrowser *self)
{
  static const char *const of_shell[] = { "notify::shown", "notify::sidebar-folded",
                                          "notify::record-folded" };
  guint i;

  self->trail = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (i = 0; i < G_N_ELEMENTS (of_shell); i++)
    g_signal_connect_object (self->shell, of_shell[i], G_CALLBACK (shell_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "notify::view", G_CALLBACK (view_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fonds_browser_new:
 * @session: the session of an open catalogue
 * @menu: the main menu
 *
 * Makes a browser of a catalogue.
 *
 * Returns: (transfer floating): the browser
 */
FondsBrowser *
fonds_browser_new (FondsSession *session, GMenuModel *menu)
{
  FondsBrowser *self = g_object_new (FONDS_TYPE_BROWSER, NULL);
  g_autofree char *name = fonds_catalogue_dup_name (fonds_session_get_catalogue (session));

  self->session = g_object_ref (session);
  self->catalogue = g_object_ref (fonds_session_get_catalogue (session));
  self->finder = fonds_finder_new (fonds_session_get_search (session));
  gtk_label_set_text (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  fonds_browser_memory_restore_shell (fonds_session_get_state (session), self->shell);
  fonds_sidebar_set_finder (self->sidebar, self->finder);
  fonds_sidebar_set_bookmarks (self->sidebar, self->catalogue,
                               fonds_session_get_bookmarks (session));
  fonds_search_bar_set_finder (self->search_bar, self->finder);
  fonds_results_set_state (self->results, fonds_session_get_state (session));
  fonds_results_set_finder (self->results, self->finder);
  view_cb (self);
  g_signal_connect_object (self->finder, "question", G_CALLBACK (question_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
last_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsBrowser) self = user_data;
  g_autoptr (FondsRecord) record = NULL;

  if (!self->catalogue)
    return;
  record = fonds_record_load_finish (self->catalogue, result, NULL);
  if (record && !self->shown)
    show_record (self, record->id);
}

/**
 * fonds_browser_restore:
 * @self: a browser that was just made
 *
 * Comes back to where one was when the catalogue was last closed. A record that is gone since isn't
 * missed.
 */
void
fonds_browser_restore (FondsBrowser *self)
{
  gint64 record;

  g_return_if_fail (FONDS_IS_BROWSER (self));

  record = fonds_browser_memory_restore (fonds_session_get_state (self->session), self->finder);
  if (record)
    fonds_record_load_async (self->catalogue, record, NULL, last_loaded_cb, g_object_ref (self));
}

/**
 * fonds_browser_focus_search:
 * @self: a browser
 *
 * Goes to the search entry.
 */
void
fonds_browser_focus_search (FondsBrowser *self)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  fonds_shell_show_pane (self->shell, FONDS_PANE_RESULTS);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_bar));
}

/**
 * fonds_browser_toggle_sidebar:
 * @self: a browser
 *
 * Shows or hides the sidebar.
 */
void
fonds_browser_toggle_sidebar (FondsBrowser *self)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  fonds_shell_toggle_sidebar (self->shell);
}

/**
 * fonds_browser_clear_filters:
 * @self: a browser
 *
 * Asks for what the words alone ask for.
 */
void
fonds_browser_clear_filters (FondsBrowser *self)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  fonds_finder_clear_filters (self->finder);
}

static void
under_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsBrowser) self = user_data;
  g_autoptr (FondsRecord) record = NULL;

  if (!self->catalogue)
    return;
  record = fonds_record_load_finish (self->catalogue, result, NULL);
  if (!record)
    return;
  fonds_finder_set_under (self->finder, record->id, record->title);
  fonds_shell_show_pane (self->shell, FONDS_PANE_RESULTS);
}

/**
 * fonds_browser_show_under:
 * @self: a browser
 * @id: a record of the hierarchy
 *
 * Searches only under a record, once its name is known.
 */
void
fonds_browser_show_under (FondsBrowser *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  fonds_record_load_async (self->catalogue, id, NULL, under_loaded_cb, g_object_ref (self));
}

/**
 * fonds_browser_show_newest:
 * @self: a browser
 *
 * Shows everything, what was changed or came in last at the top.
 */
void
fonds_browser_show_newest (FondsBrowser *self)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  fonds_search_bar_clear (self->search_bar);
  fonds_finder_set_section (self->finder, FONDS_SECTION_EVERYTHING);
  fonds_finder_clear_filters (self->finder);
  fonds_finder_set_sort (self->finder, FONDS_SORT_CHANGED, TRUE);
  fonds_shell_show_pane (self->shell, FONDS_PANE_RESULTS);
  gtk_widget_grab_focus (GTK_WIDGET (self->results));
}

/**
 * fonds_browser_show_in_hierarchy:
 * @self: a browser
 * @id: a unit of description
 *
 * Shows where a record lies in the archive.
 */
void
fonds_browser_show_in_hierarchy (FondsBrowser *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  if (fonds_shell_get_sidebar_hidden (self->shell))
    fonds_shell_toggle_sidebar (self->shell);
  fonds_shell_show_pane (self->shell, FONDS_PANE_SIDEBAR);
  fonds_sidebar_reveal (self->sidebar, id);
}

/**
 * fonds_browser_export:
 * @self: a browser in a window
 *
 * Offers to hand out the catalogue, or what was found in it.
 */
void
fonds_browser_export (FondsBrowser *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (FONDS_IS_BROWSER (self));

  fonds_export_dialog_present (GTK_WINDOW (window), self->catalogue,
                               fonds_finder_get_search (self->finder),
                               fonds_finder_get_request (self->finder), NULL, 0);
}

/**
 * fonds_browser_open_record:
 * @self: a browser
 * @id: a record
 *
 * Follows a link to a record; the one that is shown can be come back to.
 */
void
fonds_browser_open_record (FondsBrowser *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  if (id == self->shown)
    return;
  if (self->shown)
    g_array_append_val (self->trail, self->shown);
  show_record (self, id);
  fonds_shell_show_pane (self->shell, FONDS_PANE_RECORD);
  notify_back (self);
}

/**
 * fonds_browser_get_can_go_back:
 * @self: a browser
 *
 * Says whether there is a record or a pane to come back to.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_browser_get_can_go_back (FondsBrowser *self)
{
  g_return_val_if_fail (FONDS_IS_BROWSER (self), FALSE);

  return is_on_trail (self) || (self->shell && fonds_shell_can_go_back (self->shell));
}

/**
 * fonds_browser_go_back:
 * @self: a browser
 *
 * Comes back to the record before this one, else to the pane behind it.
 */
void
fonds_browser_go_back (FondsBrowser *self)
{
  g_return_if_fail (FONDS_IS_BROWSER (self));

  if (is_on_trail (self))
    {
      gint64 id = g_array_index (self->trail, gint64, self->trail->len - 1);

      g_array_set_size (self->trail, self->trail->len - 1);
      show_record (self, id);
    }
  else
    fonds_shell_go_back (self->shell);
  notify_back (self);
}

/**
 * fonds_browser_get_has_filters:
 * @self: a browser
 *
 * Says whether less is asked for than the words alone ask for.
 *
 * Returns: %TRUE if fonds_browser_clear_filters() would change the results
 */
gboolean
fonds_browser_get_has_filters (FondsBrowser *self)
{
  g_return_val_if_fail (FONDS_IS_BROWSER (self), FALSE);

  return self->finder && fonds_finder_is_filtered (self->finder);
}

/**
 * fonds_browser_get_shown:
 * @self: a browser
 *
 * Says which record is read.
 *
 * Returns: its id; 0 for none
 */
gint64
fonds_browser_get_shown (FondsBrowser *self)
{
  g_return_val_if_fail (FONDS_IS_BROWSER (self), 0);

  return self->shown;
}

/**
 * fonds_browser_get_under:
 * @self: a browser
 *
 * Says under which record is searched.
 *
 * Returns: its id; 0 for everywhere
 */
gint64
fonds_browser_get_under (FondsBrowser *self)
{
  g_return_val_if_fail (FONDS_IS_BROWSER (self), 0);

  return self->finder ? fonds_finder_get_request (self->finder)->under : 0;
}
