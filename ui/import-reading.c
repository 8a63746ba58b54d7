/* import-reading.c - how files are read that are to be imported, in words
 *
 * Says what was found out, and lets it be said better: the source of the keys, whether known names
 * are meant, a mapping that is shipped, one from a file or one written here. A mapping that is wrong is
 * told while it is typed, and the last one that was right holds.
 * Thread: main context; mapping files are read and written by a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-reading.h"

#include "data/exchange/mapping-shipped.h"
#include "data/exchange/safe-file.h"
#include "ui/file-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FondsImportReading
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkLabel *sentences;
  AdwEntryRow *source;
  GtkSwitch *link_names;
  AdwComboRow *choice;
  GtkTextView *text;
  GtkLabel *complaint;

  /* owned */
  FondsImportSetup *setup; /* (nullable) */
  char **shipped;          /* names of the mappings that come with the program */

  /* state */
  gboolean filling; /* rows are being set by us, not by a person */
  gboolean typing;  /* a mapping is being taken from the text, which stays as it is */
};

G_DEFINE_FINAL_TYPE (FondsImportReading, fonds_import_reading, ADW_TYPE_BIN)

#define FOUND_OUT 0

static guint
written_here (FondsImportReading *self)
{
  return 1 + g_strv_length (self->shipped);
}

static void
complain (FondsImportReading *self, const char *why)
{
  gtk_label_set_text (self->complaint, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), why != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               why ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static char *
dup_text (FondsImportReading *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
fill (FondsImportReading *self)
{
  const FondsMapping *mapping = fonds_import_setup_get_mapping (self->setup);
  g_autofree char *text = mapping ? fonds_mapping_print (mapping) : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  if (self->typing)
    return;
  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  if (!fonds_import_setup_is_own (self->setup))
    adw_combo_row_set_selected (self->choice, FOUND_OUT);
  else if (adw_combo_row_get_selected (self->choice) == FOUND_OUT)
    adw_combo_row_set_selected (self->choice, written_here (self));
  self->filling = FALSE;
  complain (self, NULL);
}

static void
text_changed_cb (FondsImportReading *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  FondsMapping *mapping;

  if (self->filling || !self->setup)
    return;
  text = dup_text (self);
  mapping = fonds_mapping_parse (text, _ ("Mapping"), &error);
  complain (self, error ? error->message : NULL);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->choice, written_here (self));
  self->filling = FALSE;
  if (!mapping)
    return;
  self->typing = TRUE;
  fonds_import_setup_set_mapping (self->setup, mapping);
  self->typing = FALSE;
}

static void
choice_changed_cb (FondsImportReading *self)
{
  guint chosen = adw_combo_row_get_selected (self->choice);

  if (!self->setup || self->filling || chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (chosen == written_here (self))
    text_changed_cb (self);
  else if (chosen == FOUND_OUT)
    fonds_import_setup_set_mapping (self->setup, NULL);
  else
    fonds_import_setup_set_mapping (self->setup,
                                    fonds_mapping_load_shipped (self->shipped[chosen - 1], NULL));
}

static void
source_changed_cb (FondsImportReading *self)
{
  g_autofree char *source = NULL;

  if (!self->setup)
    return;
  source = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->source))));
  fonds_import_setup_set_source (self->setup, source);
}

static void
link_names_changed_cb (FondsImportReading *self)
{
  if (self->setup)
    fonds_import_setup_set_link_names (self->setup, gtk_switch_get_active (self->link_names));
}

static void
fill_choice (FondsImportReading *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i;

  gtk_string_list_append (names, _ ("Found out by itself"));
  for (i = 0; self->shipped[i]; i++)
    gtk_string_list_append (names, self->shipped[i]);
  gtk_string_list_append (names, _ ("As written below"));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (names));
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsImportReading) self = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);

  if (path && self->setup)
    fonds_import_reading_save (self, path);
}

/* Beside its file and called after it, a mapping is found again by itself. */
static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FondsImportReading *self = FONDS_IMPORT_READING (widget);
  g_autofree char *file =
      fonds_import_setup_dup_name (self->setup, fonds_import_setup_get_file (self->setup));
  char *dot = strrchr (file, '.');
  g_autofree char *name = NULL;

  if (dot && dot > file)
    *dot = '\0';
  name = g_strconcat (file, ".mapping", NULL);
  fonds_choose_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the mapping"),
                           _ ("_Save"), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, name, save_chosen_cb,
                           g_object_ref (self));
}

static void
load_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsImportReading) self = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);

  if (path && self->setup)
    fonds_import_reading_load (self, path);
}

static void
load (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Mappings"));
  gtk_file_filter_add_suffix (filter, "mapping");
  fonds_choose_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Open a mapping"),
                           _ ("_Open"), GTK_FILE_CHOOSER_ACTION_OPEN, filter, NULL, load_chosen_cb,
                           g_object_ref (widget));
}

static void
fonds_import_reading_dispose (GObject *object)
{
  FondsImportReading *self = FONDS_IMPORT_READING (object);

  g_clear_object (&self->setup);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_READING);
  g_clear_pointer (&self->shipped, g_strfreev);

  G_OBJECT_CLASS (fonds_import_reading_parent_class)->dispose (object);
}

static void
fonds_import_reading_class_init (FondsImportReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_reading_dispose;

  gtk_widget_class_install_action (widget_class, "reading.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "reading.load", NULL, load);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, sentences);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, source);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, link_names);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, choice);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, text);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, complaint);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_names_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
fonds_import_reading_init (FondsImportReading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shipped = fonds_mapping_list_shipped ();
  fill_choice (self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text), "changed",
                            G_CALLBACK (text_changed_cb), self);
}

/**
 * fonds_import_reading_new:
 *
 * Makes a page that lets everything be found out.
 *
 * Returns: (transfer floating): the page
 */
FondsImportReading *
fonds_import_reading_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_READING, NULL);
}

/**
 * fonds_import_reading_set_setup:
 * @self: a page without one
 * @setup: what it shows and changes
 *
 * Lets the page show how the file that is looked at is read.
 */
void
fonds_import_reading_set_setup (FondsImportReading *self, FondsImportSetup *setup)
{
  g_return_if_fail (FONDS_IS_IMPORT_READING (self) && !self->setup);

  self->setup = g_object_ref (setup);
  g_signal_connect_object (setup, "peeked", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (setup, "mapped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

/**
 * fonds_import_reading_set_sentences:
 * @self: a page
 * @sentences: (element-type utf8): what a report says
 *
 * Says what was understood.
 */
void
fonds_import_reading_set_sentences (FondsImportReading *self, GPtrArray *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  g_return_if_fail (FONDS_IS_IMPORT_READING (self));

  for (i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (sentences, i));
  gtk_label_set_text (self->sentences, text->str);
}

typedef struct
{
  char *path;
  char *text; /* (nullable) */
} FileJob;

static void
file_job_free (FileJob *job)
{
  g_free (job->path);
  g_free (job->text);
  g_free (job);
}

static GTask *
file_task_new (FondsImportReading *self, GAsyncReadyCallback done, const char *path, char *text)
{
  GTask *task = g_task_new (self, NULL, done, NULL);
  FileJob *job = g_new0 (FileJob, 1);

  job->path = g_strdup (path);
  job->text = text;
  g_task_set_task_data (task, job, (GDestroyNotify) file_job_free);
  return task;
}

static gboolean
write_cb (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *text = data;

  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;

  if (fonds_safe_file_write (job->path, write_cb, job->text, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportReading *self = FONDS_IMPORT_READING (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (error && self->setup)
    complain (self, error->message);
}

/**
 * fonds_import_reading_save:
 * @self: a page with a setup
 * @path: a file; what is there is overwritten
 *
 * Saves the mapping as it is written on the page.
 */
void
fonds_import_reading_save (FondsImportReading *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FONDS_IS_IMPORT_READING (self) && self->setup);

  task = file_task_new (self, saved_cb, path, dup_text (self));
  g_task_set_source_tag (task, fonds_import_reading_save);
  g_task_run_in_thread (task, save_thread);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  FondsMapping *mapping = fonds_mapping_load (((FileJob *) data)->path, &error);

  if (mapping)
    g_task_return_pointer (task, mapping, (GDestroyNotify) fonds_mapping_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportReading *self = FONDS_IMPORT_READING (source);
  g_autoptr (GError) error = NULL;
  FondsMapping *mapping = g_task_propagate_pointer (G_TASK (result), &error);

  if (!self->setup)
    fonds_mapping_free (mapping);
  else if (mapping)
    fonds_import_setup_set_mapping (self->setup, mapping);
  else
    complain (self, error->message);
}

/**
 * fonds_import_reading_load:
 * @self: a page with a setup
 * @path: a mapping file
 *
 * Reads the file that is looked at by a mapping file.
 */
void
fonds_import_reading_load (FondsImportReading *self, const char *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FONDS_IS_IMPORT_READING (self) && self->setup);

  task = file_task_new (self, loaded_cb, path, NULL);
  g_task_set_source_tag (task, fonds_import_reading_load);
  g_task_run_in_thread (task, load_thread);
}
