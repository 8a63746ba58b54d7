/* export-dialog.c - hands records out: which, for whom, in which form
 *
 * Every choice is tried at once by a dry run, so that what is held back and what the format can't carry
 * is read before anything is written. Then one file, or one new folder, is written; a write that is
 * given up leaves nothing.
 * Invariant: at most one run at a time, be it dry or not; the answer of one that was given up is dropped.
 * Thread: main context. Ownership: a run keeps the dialog until it is over.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/export-dialog.h"

#include "data/exchange/export.h"
#include "ui/error-words.h"
#include "ui/export-outlook.h"
#include "ui/export-scope.h"
#include "ui/export-target.h"
#include "ui/import-pace.h"
#include "ui/label.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

/* Before a choice is tried, in milliseconds: several may follow one another. */
#define BEFORE_TRYING 150

struct _FondsExportDialog
{
  AdwWindow parent_instance;

  /* owned by the template */
  GtkStack *stack;
  AdwComboRow *scope_row;
  AdwComboRow *format_row;
  AdwComboRow *kind_row;
  AdwComboRow *audience_row;
  AdwActionRow *safe_row;
  GtkSwitch *safe;
  FondsExportOutlook *outlook;
  AdwStatusPage *working;
  GtkProgressBar *bar;
  AdwStatusPage *problem;

  /* owned */
  FondsCatalogue *catalogue;
  FondsExportScope *scope;
  GArray *ids;           /* (nullable): of the scope that was found last; NULL: everything */
  GCancellable *running; /* (nullable) */

  /* state */
  FondsExportWhat whats[FONDS_N_EXPORT_WHATS]; /* what the rows of scope_row mean */
  int found;                                   /* the scope whose ids are there; -1 for none */
  gboolean writing;
  guint try_source;
  guint64 n_steps;   /* of the last dry run; 0: unknown */
  guint64 n_records; /* that it would write */
  FondsPace pace;
};

G_DEFINE_FINAL_TYPE (FondsExportDialog, fonds_export_dialog, ADW_TYPE_WINDOW)

static void try_soon (FondsExportDialog *self);

static FondsExportFormat
chosen_format (FondsExportDialog *self)
{
  return (FondsExportFormat) adw_combo_row_get_selected (self->format_row);
}

static FondsAudience
chosen_audience (FondsExportDialog *self)
{
  return adw_combo_row_get_selected (self->audience_row) == 1 ? FONDS_AUDIENCE_PUBLIC
                                                              : FONDS_AUDIENCE_STAFF;
}

static FondsExportWhat
chosen_what (FondsExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scope_row);

  return selected < FONDS_N_EXPORT_WHATS ? self->whats[selected] : FONDS_EXPORT_EVERYTHING;
}

static void
explain_choices (FondsExportDialog *self)
{
  static const char *const formats[] = {
    N_ ("A folder of tables for AtoM"),
    N_ ("Of one kind, a field a column"),
    N_ ("Every value, for programs"),
  };
  static const char *const audiences[] = {
    N_ ("Also what is restricted or personal"),
    N_ ("Public fields of public records"),
  };
  FondsExportFormat format = chosen_format (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), _ (formats[format]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->audience_row),
                               _ (audiences[chosen_audience (self)]));
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), format == FONDS_EXPORT_CSV);
  gtk_widget_set_visible (GTK_WIDGET (self->safe_row), format != FONDS_EXPORT_JSON);
}

static void
update (FondsExportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.go",
                                 !self->writing && self->n_records > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.cancel", self->writing);
}

static FondsExportOptions
make_options (FondsExportDialog *self)
{
  FondsExportOptions options = { .format = chosen_format (self),
                                 .audience = chosen_audience (self),
                                 .ids = self->ids };

  if (options.format == FONDS_EXPORT_CSV)
    options.kind = FONDS_KIND_UNIT + (FondsKind) adw_combo_row_get_selected (self->kind_row);
  if (options.format != FONDS_EXPORT_JSON)
    options.spreadsheet_safe = gtk_switch_get_active (self->safe);
  return options;
}

static void
give_up (FondsExportDialog *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static gboolean
let_go_cb (gpointer dialog)
{
  g_object_unref (dialog);
  return G_SOURCE_REMOVE;
}

/* Ends a run. A telling of progress may still be on its way; the dialog outlives it. Returns whether
 * the run is the one that is waited for. */
static gboolean
end_run (FondsExportDialog *self, GAsyncResult *result)
{
  gboolean wanted = self->running && self->running == g_task_get_cancellable (G_TASK (result));

  g_idle_add_full (G_PRIORITY_LOW, let_go_cb, self, NULL);
  if (wanted)
    g_clear_object (&self->running);
  return wanted && self->catalogue;
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsExportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsExportReport) report = fonds_export_run_finish (result, &error);

  if (!end_run (self, result))
    return;
  if (!report)
    {
      fonds_export_outlook_fail (self->outlook, error);
      return;
    }
  self->n_steps = report->n_steps;
  self->n_records = fonds_export_report_total (report);
  fonds_export_outlook_show (self->outlook, report);
  update (self);
}

static void
trying_cb (guint64 n, gpointer data)
{
  FondsExportDialog *self = data;

  if (self->running && !self->writing)
    fonds_export_outlook_look (self->outlook, n);
}

static void
try_found (FondsExportDialog *self)
{
  FondsExportOptions options = make_options (self);

  options.path = "";
  options.dry_run = TRUE;
  options.progress = trying_cb;
  options.progress_data = self;
  self->running = g_cancellable_new ();
  fonds_export_run_async (self->catalogue, &options, self->running, tried_cb, g_object_ref (self));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsExportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean found = fonds_export_scope_find_finish (result, &ids, &error);

  if (!end_run (self, result))
    return;
  if (!found)
    {
      fonds_export_outlook_fail (self->outlook, error);
      return;
    }
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = g_steal_pointer (&ids);
  self->found = (int) chosen_what (self);
  try_found (self);
}

static gboolean
try_cb (gpointer dialog)
{
  FondsExportDialog *self = dialog;

  self->try_source = 0;
  if (self->found == (int) chosen_what (self))
    {
      try_found (self);
      return G_SOURCE_REMOVE;
    }
  self->running = g_cancellable_new ();
  fonds_export_scope_find_async (self->scope, chosen_what (self), self->running, found_cb,
                                 g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
try_soon (FondsExportDialog *self)
{
  give_up (self);
  self->n_records = 0;
  self->n_steps = 0;
  fonds_export_outlook_look (self->outlook, 0);
  g_clear_handle_id (&self->try_source, g_source_remove);
  self->try_source = g_timeout_add (BEFORE_TRYING, try_cb, self);
  update (self);
}

static void
choice_changed_cb (FondsExportDialog *self)
{
  /* Rows tell of their first models before there is a catalogue. */
  if (!self->catalogue || self->writing)
    return;
  explain_choices (self);
  try_soon (self);
}

static void
show_problem (FondsExportDialog *self, const GError *error)
{
  g_autofree char *advice = fonds_error_advice (error, NULL);
  g_autofree char *markup = g_markup_escape_text (advice, -1);

  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsExportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsExportReport) report = fonds_export_run_finish (result, &error);

  self->writing = FALSE;
  if (!end_run (self, result))
    return;
  update (self);
  if (report)
    {
      fonds_export_target_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), report);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->stack, "choices");
  else
    show_problem (self, error);
}

static void
writing_cb (guint64 n, gpointer data)
{
  FondsExportDialog *self = data;
  double part = self->n_steps > 0 ? MIN ((double) n / (double) self->n_steps, 1) : 0;
  g_autofree char *text = fonds_pace_say (&self->pace, n, part);

  if (!self->writing)
    return;
  adw_status_page_set_description (self->working, text);
  gtk_progress_bar_set_fraction (self->bar, part);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsExportDialog *self = FONDS_EXPORT_DIALOG (source);
  g_autofree char *path = fonds_export_target_choose_finish (GTK_WINDOW (self), result, NULL);

  if (path && self->catalogue)
    fonds_export_dialog_write (self, path);
}

static void
go (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FondsExportDialog *self = FONDS_EXPORT_DIALOG (widget);

  fonds_export_target_choose_async (GTK_WINDOW (self), self->catalogue, chosen_format (self),
                                    chosen_cb, NULL);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (FONDS_EXPORT_DIALOG (widget)->running);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FondsExportDialog *self = FONDS_EXPORT_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->stack, "choices");
  try_soon (self);
}

static void
fill_scopes (FondsExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  FondsExportWhat likeliest = fonds_export_scope_likeliest (self->scope);
  guint n = 0, chosen = 0;
  int what;

  for (what = 0; what < FONDS_N_EXPORT_WHATS; what++)
    {
      g_autofree char *label = NULL;

      if (!fonds_export_scope_has (self->scope, what))
        continue;
      label = fonds_export_scope_label (self->scope, what);
      gtk_string_list_append (names, label);
      if (what == (int) likeliest)
        chosen = n;
      self->whats[n++] = what;
    }
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->scope_row, chosen);
}

static void
fill_kinds (FondsExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int kind;

  for (kind = FONDS_KIND_UNIT; fonds_kind_is_record (kind); kind++)
    gtk_string_list_append (names, _ (fonds_kind_label_plural (kind)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
}

static gboolean
fonds_export_dialog_close_request (GtkWindow *window)
{
  give_up (FONDS_EXPORT_DIALOG (window));
  return GTK_WINDOW_CLASS (fonds_export_dialog_parent_class)->close_request (window);
}

static void
fonds_export_dialog_dispose (GObject *object)
{
  FondsExportDialog *self = FONDS_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->try_source, g_source_remove);
  give_up (self);
  g_clear_pointer (&self->scope, fonds_export_scope_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (fonds_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, safe_row);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, safe);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, outlook);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, FondsExportDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
fonds_export_dialog_class_init (FondsExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = fonds_export_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "export.go", NULL, go);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "export.back", NULL, back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (FONDS_TYPE_EXPORT_OUTLOOK);
  bind_template (widget_class);
}

static void
fonds_export_dialog_init (FondsExportDialog *self)
{
  self->found = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  fill_kinds (self);
  update (self);
}

/**
 * fonds_export_dialog_present:
 * @parent: the window of the catalogue
 * @catalogue: whose records go out
 * @search: its search
 * @request: (nullable): what is being looked at
 * @ids: (array length=n_ids) (nullable): what is selected; copied
 * @n_ids: how many
 *
 * Opens the dialog over a window, which is told when something was written.
 *
 * Returns: (transfer none): the dialog, which lives until it is closed
 */
FondsExportDialog *
fonds_export_dialog_present (GtkWindow *parent,
                             FondsCatalogue *catalogue,
                             FondsSearch *search,
                             const FondsRequest *request,
                             const guint32 *ids,
                             guint n_ids)
{
  FondsExportDialog *self = g_object_new (FONDS_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->scope = fonds_export_scope_new (search, request, ids, n_ids);
  fill_scopes (self);
  self->catalogue = g_object_ref (catalogue);
  choice_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * fonds_export_dialog_write:
 * @self: a dialog that has said what would be written
 * @path: the file, or for AtoM the folder; what is there is overwritten
 *
 * Writes what is chosen, and closes the dialog when it is done.
 */
void
fonds_export_dialog_write (FondsExportDialog *self, const char *path)
{
  FondsExportOptions options;

  g_return_if_fail (FONDS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (self->n_records > 0 && !self->writing);

  options = make_options (self);
  options.path = path;
  options.progress = writing_cb;
  options.progress_data = self;
  self->writing = TRUE;
  self->running = g_cancellable_new ();
  fonds_pace_start (&self->pace);
  adw_status_page_set_description (self->working, NULL);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "working");
  update (self);
  fonds_export_run_async (self->catalogue, &options, self->running, written_cb,
                          g_object_ref (self));
}
