/* import-dialog.c - brings files into a catalogue, step by step
 *
 * Choosing, a dry run, its result beside the way in which the files were read, then the import. All
 * work is the import's own thread; this only asks for it and shows what it says. Until the last step
 * nothing is changed, and after it one undo takes everything back; files that are attached are a second
 * change, taken back first.
 * Invariant: at most one run at a time; the answer of a run that was given up is dropped.
 * Thread: main context. Ownership: a run keeps the dialog until it is over.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-dialog.h"

#include "data/exchange/import-files.h"
#include "data/media/attach-list.h"
#include "ui/file-chooser.h"
#include "ui/import-columns.h"
#include "ui/import-done.h"
#include "ui/import-file.h"
#include "ui/import-preview.h"
#include "ui/import-progress-page.h"
#include "ui/import-reading.h"
#include "ui/import-setup.h"
#include "ui/label.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

struct _FondsImportDialog
{
  AdwWindow parent_instance;

  /* owned by the template */
  GtkStack *stack;
  GtkStack *review;
  GtkWidget *go;
  FondsImportProgressPage *progress;
  FondsImportPreview *preview;
  FondsImportColumns *columns;
  FondsImportFile *file;
  FondsImportReading *reading;
  GtkDropDown *files;
  FondsImportDone *done;
  AdwStatusPage *problem;

  /* owned */
  FondsCatalogue *catalogue;
  FondsImportSetup *setup;
  char **paths;
  GCancellable *running;     /* (nullable) */
  FondsImportReport *report; /* (nullable): of an import whose files are being attached */
  GPtrArray *orders;         /* the files that its rows name, if they are wanted */

  /* state */
  gboolean dry_run;
  gboolean finishing;          /* it can't be stopped any more */
  gboolean reviewed;           /* a dry run was shown, to which one can come back */
  guint64 n_to_come;           /* records that the import would make or change */
  FondsImportFilesCount count; /* of files, by the last dry run */
};

G_DEFINE_FINAL_TYPE (FondsImportDialog, fonds_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_at (FondsImportDialog *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static gboolean
wants_files (FondsImportDialog *self)
{
  return fonds_import_attach_get_active (fonds_import_preview_get_attach (self->preview));
}

/* Of records that are all there already the files may still be wanted. */
static char *
label_go (FondsImportDialog *self)
{
  g_autofree char *count = fonds_format_count ((gint64) self->n_to_come);
  g_autofree char *files = fonds_format_count ((gint64) self->count.n_found);

  if (fonds_import_setup_get_changed (self->setup))
    return g_strdup (_ ("Read again"));
  if (self->n_to_come == 0 && wants_files (self))
    return g_strdup_printf (ngettext ("Attach %s file", "Attach %s files",
                                      (gulong) self->count.n_found),
                            files);
  return g_strdup_printf (ngettext ("Import %s record", "Import %s records",
                                    (gulong) self->n_to_come),
                          count);
}

/* The button that goes on: to another dry run where something was said differently, else to the
 * import. */
static void
update (FondsImportDialog *self)
{
  gboolean reviewing = is_at (self, "review");
  gboolean again = fonds_import_setup_get_changed (self->setup);
  g_autofree char *label = label_go (self);

  gtk_button_set_label (GTK_BUTTON (self->go), label);
  gtk_widget_set_visible (self->go, reviewing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go",
                                 reviewing && (again || self->n_to_come > 0 || wants_files (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.cancel", self->running != NULL);
}

static void
show_page (FondsImportDialog *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  update (self);
}

static void
show_problem (FondsImportDialog *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_title (self->problem, self->dry_run ? _ ("The files can’t be read")
                                                          : _ ("Nothing was imported"));
  adw_status_page_set_description (self->problem, markup);
  show_page (self, "problem");
}

static void
review (FondsImportDialog *self, FondsImportReport *report)
{
  self->n_to_come = fonds_import_report_total (report, FONDS_IMPORT_NEW) +
                    fonds_import_report_total (report, FONDS_IMPORT_CHANGED);
  self->reviewed = TRUE;
  fonds_import_reading_set_sentences (self->reading, report->sentences);
  fonds_import_preview_set_report (self->preview, report);
  fonds_import_attach_set_count (fonds_import_preview_get_attach (self->preview), &self->count);
  fonds_import_report_free (report);
  gtk_stack_set_visible_child_name (self->review, "preview");
  show_page (self, "review");
}

static void
finish (FondsImportDialog *self, FondsImportReport *report)
{
  fonds_import_done_set_report (self->done, report);
  fonds_import_report_free (report);
  show_page (self, "done");
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsImportDialog) self = user_data;
  g_autoptr (FondsImportReport) report = g_steal_pointer (&self->report);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAttached) attached = fonds_attach_finish (FONDS_MEDIA (source), result, &error);

  g_clear_object (&self->running);
  if (!self->catalogue)
    return;
  fonds_import_files_report (self->orders, report);
  finish (self, g_steal_pointer (&report));
  fonds_import_done_set_attached (self->done, attached, error);
}

/* The records are in; what was wanted beside them comes now. */
static void
attach (FondsImportDialog *self, FondsImportReport *report)
{
  self->report = report;
  self->running = g_cancellable_new ();
  fonds_import_progress_page_attach (self->progress, self->orders->len);
  show_page (self, "working");
  fonds_attach_list_async (fonds_media_get (self->catalogue), self->orders,
                           fonds_catalogue_get_who (self->catalogue), self->running, attached_cb,
                           g_object_ref (self));
}

static gboolean
let_go_cb (gpointer dialog)
{
  g_object_unref (dialog);
  return G_SOURCE_REMOVE;
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsImportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  FondsImportReport *report = fonds_import_run_finish (result, &error);

  /* A telling of progress may still be on its way; the dialog outlives it. */
  g_idle_add_full (G_PRIORITY_LOW, let_go_cb, self, NULL);

  g_clear_object (&self->running);
  self->finishing = FALSE;
  if (!self->catalogue)
    {
      fonds_import_report_free (report);
      return;
    }
  if (report && self->dry_run)
    review (self, report);
  else if (report && self->orders->len > 0)
    attach (self, report);
  else if (report)
    finish (self, report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
  else
    show_page (self, self->reviewed ? "review" : "choose");
}

static void
progress_cb (FondsImportStage stage, guint64 done, guint64 total, guint64 rows, gpointer data)
{
  FondsImportDialog *self = data;

  if (!self->running || self->report)
    return;
  self->finishing = stage == FONDS_IMPORT_REVEALING;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.cancel", !self->finishing);
  fonds_import_progress_page_update (self->progress, stage, done, total, rows);
}

/* A dry run counts the files that rows name, an import lists them if they are wanted. */
static void
listen (FondsImportDialog *self, FondsImportOptions *options)
{
  g_ptr_array_set_size (self->orders, 0);
  if (options->dry_run)
    {
      self->count = (FondsImportFilesCount){ 0 };
      options->heard = fonds_import_files_count;
      options->heard_data = &self->count;
    }
  else if (wants_files (self))
    {
      options->heard = fonds_import_files_note;
      options->heard_data = self->orders;
    }
}

static void
run (FondsImportDialog *self, gboolean dry_run)
{
  FondsImportOptions options = { .paths = (const char *const *) self->paths,
                                 .dry_run = dry_run,
                                 .list_all = dry_run,
                                 .progress = progress_cb,
                                 .progress_data = self };

  if (self->running || !self->catalogue)
    return;
  options.who = fonds_catalogue_get_who (self->catalogue);
  fonds_import_setup_take_options (self->setup, &options);
  listen (self, &options);
  self->running = g_cancellable_new ();
  self->dry_run = dry_run;
  fonds_import_progress_page_start (self->progress, dry_run);
  show_page (self, "working");
  fonds_import_run_async (self->catalogue, &options, self->running, ran_cb, g_object_ref (self));
}

/* With several files one chooses which is looked at. */
static void
list_files (FondsImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i, n = fonds_import_setup_get_n_files (self->setup);

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = fonds_import_setup_dup_name (self->setup, i);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->files, G_LIST_MODEL (names));
}

/* What will happen is told of all files together. */
static void
update_files (FondsImportDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->files),
                          self->setup && fonds_import_setup_get_n_files (self->setup) > 1 &&
                              g_strcmp0 (gtk_stack_get_visible_child_name (self->review),
                                         "preview") != 0);
}

static void
file_chosen_cb (FondsImportDialog *self)
{
  if (self->setup)
    fonds_import_setup_set_file (self->setup, gtk_drop_down_get_selected (self->files));
}

static void
set_files (FondsImportDialog *self, GFile *const *files, guint n_files)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  guint i;

  for (i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        g_strv_builder_add (paths, path);
    }
  g_strfreev (self->paths);
  self->paths = g_strv_builder_end (paths);
  self->reviewed = FALSE;
  fonds_import_attach_set_active (fonds_import_preview_get_attach (self->preview), FALSE);
  if (!self->paths[0])
    return;
  fonds_import_setup_set_paths (self->setup, (const char *const *) self->paths);
  list_files (self);
  run (self, TRUE);
}

/* Files that are dropped take the place of those that are shown, but not of those that came in. */
static gboolean
drop_cb (FondsImportDialog *self, const GValue *value)
{
  g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  GSList *link;

  if (self->running || is_at (self, "done"))
    return FALSE;
  for (link = list; link; link = link->next)
    g_ptr_array_add (files, link->data);
  set_files (self, (GFile *const *) files->pdata, files->len);
  return TRUE;
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, FondsImportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) list = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
      guint i;

      for (i = 0; i < g_list_model_get_n_items (list); i++)
        g_ptr_array_add (files, g_list_model_get_item (list, i));
      set_files (self, (GFile *const *) files->pdata, files->len);
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Choose files to import"), GTK_WINDOW (widget),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, NULL, _ ("_Cancel"));
  GtkFileFilter *tables = gtk_file_filter_new ();
  GtkFileFilter *all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables of text"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, 0);
  fonds_chooser_show (chooser, GTK_WINDOW (widget));
  g_object_unref (tables);
  g_object_unref (all);
}

static void
go (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FondsImportDialog *self = FONDS_IMPORT_DIALOG (widget);

  run (self, fonds_import_setup_get_changed (self->setup));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (FONDS_IMPORT_DIALOG (widget)->running);
}

static void
read_otherwise (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FondsImportDialog *self = FONDS_IMPORT_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->review, "file");
  self->n_to_come = 0;
  show_page (self, "review");
}

/* What follows is done by the window behind, whose actions these are. */
static void
leave_for (FondsImportDialog *self, const char *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_what_came (GtkWidget *widget, const char *action, GVariant *parameter)
{
  leave_for (FONDS_IMPORT_DIALOG (widget), "win.show-newest");
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  leave_for (FONDS_IMPORT_DIALOG (widget), "win.undo");
}

static gboolean
fonds_import_dialog_close_request (GtkWindow *window)
{
  FondsImportDialog *self = FONDS_IMPORT_DIALOG (window);

  /* What is being done in this second is to be told to the window behind. */
  if (self->finishing)
    return TRUE;
  g_cancellable_cancel (self->running);
  return GTK_WINDOW_CLASS (fonds_import_dialog_parent_class)->close_request (window);
}

static void
fonds_import_dialog_dispose (GObject *object)
{
  FondsImportDialog *self = FONDS_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->setup);
  g_clear_pointer (&self->paths, g_strfreev);
  /* The window's content is not bound to the template, but what is in it is. */
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (fonds_import_dialog_parent_class)->dispose (object);
}

static void
fonds_import_dialog_finalize (GObject *object)
{
  FondsImportDialog *self = FONDS_IMPORT_DIALOG (object);

  g_clear_pointer (&self->report, fonds_import_report_free);
  g_ptr_array_unref (self->orders);

  G_OBJECT_CLASS (fonds_import_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, review);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, go);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, file);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDialog, files);
  gtk_widget_class_bind_template_callback (widget_class, update_files);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
}

static void
fonds_import_dialog_class_init (FondsImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = fonds_import_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "import.read-otherwise", NULL, read_otherwise);
  gtk_widget_class_install_action (widget_class, "import.show", NULL, show_what_came);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (FONDS_TYPE_IMPORT_COLUMNS);
  g_type_ensure (FONDS_TYPE_IMPORT_DONE);
  g_type_ensure (FONDS_TYPE_IMPORT_FILE);
  g_type_ensure (FONDS_TYPE_IMPORT_PROGRESS_PAGE);
  g_type_ensure (FONDS_TYPE_IMPORT_PREVIEW);
  g_type_ensure (FONDS_TYPE_IMPORT_READING);
  bind_template (widget_class);
}

static void
fonds_import_dialog_init (FondsImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->orders = fonds_import_files_new ();
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  fonds_stack_hide_others (self->review);
}

/* The pages share the setup, which lives as long as the dialog. */
static void
set_up (FondsImportDialog *self, FondsCatalogue *catalogue)
{
  self->catalogue = g_object_ref (catalogue);
  self->setup = fonds_import_setup_new (catalogue);
  fonds_import_columns_set_setup (self->columns, self->setup);
  fonds_import_file_set_setup (self->file, self->setup);
  fonds_import_reading_set_setup (self->reading, self->setup);
  g_signal_connect_object (self->setup, "notify::changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fonds_import_preview_get_attach (self->preview), "notify::active",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * fonds_import_dialog_present:
 * @parent: the window of the catalogue
 * @catalogue: where records go
 * @files: (array length=n_files) (nullable): what was chosen or dropped already
 * @n_files: how many
 *
 * Opens the dialog over a window, whose actions `win.show-newest` and `win.undo` follow an import.
 *
 * Returns: (transfer none): the dialog, which lives until it is closed
 */
FondsImportDialog *
fonds_import_dialog_present (GtkWindow *parent,
                             FondsCatalogue *catalogue,
                             GFile *const *files,
                             guint n_files)
{
  FondsImportDialog *self = g_object_new (FONDS_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  set_up (self, catalogue);
  if (n_files > 0)
    set_files (self, files, n_files);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
