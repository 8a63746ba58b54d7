/* import-sample.c - a record made of one row, as it would come in
 *
 * Made anew, on a thread, a blink after the last change.
 * Invariant: one record at a time; the answer to an older question is dropped.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-sample.h"

#include "data/catalogue/field.h"
#include "data/exchange/mapping-edit.h"
#include "data/exchange/source-sample.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

/* Before a record is made, in milliseconds: people type. */
#define BEFORE_MAKING 150

struct _FondsImportSample
{
  AdwPreferencesGroup parent_instance;

  /* owned by the template */
  GtkSpinButton *number;

  /* owned */
  FondsImportSetup *setup; /* (nullable) */
  GCancellable *making;    /* (nullable) */
  GPtrArray *rows;         /* of GtkWidget, which the group owns */

  /* state */
  guint source;
};

G_DEFINE_FINAL_TYPE (FondsImportSample, fonds_import_sample, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  FondsCatalogue *catalogue;
  char *path;
  char *encoding;
  FondsMapping *mapping;
  char separator;
  guint row;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->catalogue);
  g_free (job->path);
  g_free (job->encoding);
  fonds_mapping_free (job->mapping);
  g_free (job);
}

static void
clear_rows (FondsImportSample *self)
{
  guint i;

  for (i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (FondsImportSample *self, const char *title, const char *text, const char *beside)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (beside)
    {
      GtkWidget *label = gtk_label_new (beside);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show (FondsImportSample *self, const FondsSample *sample)
{
  guint i;

  clear_rows (self);
  if (sample->reason)
    add_row (self, _ ("Refused"), sample->reason, sample->column);
  for (i = 0; i < sample->values->len; i++)
    {
      const FondsSampleValue *value = sample->values->pdata[i];
      const FondsField *field = fonds_field_find (sample->kind, value->field);

      add_row (self, field ? _ (field->label) : value->field, value->text ? value->text : "",
               value->beside);
    }
  if (self->rows->len == 0)
    add_row (self, _ ("Nothing"), _ ("No column of this row becomes a value."), NULL);
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const FondsSourceOptions options = { .mapping = job->mapping,
                                       .encoding = job->encoding,
                                       .separator = job->separator };
  GError *error = NULL;
  FondsSample *sample = fonds_sample_new (job->catalogue, job->path, &options, job->row, &error);

  if (sample)
    g_task_return_pointer (task, sample, (GDestroyNotify) fonds_sample_free);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportSample *self = FONDS_IMPORT_SAMPLE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsSample) sample = g_task_propagate_pointer (G_TASK (result), &error);

  if (!self->making || self->making != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->making);
  if (sample)
    {
      show (self, sample);
      return;
    }
  clear_rows (self);
  add_row (self, _ ("This can’t be read"), error->message, NULL);
}

static gboolean
make_cb (gpointer data)
{
  FondsImportSample *self = data;
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  const FondsSourceOptions options = fonds_import_setup_source_options (self->setup);
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->source = 0;
  if (!peek)
    return G_SOURCE_REMOVE;
  job = g_new0 (Job, 1);
  job->catalogue = g_object_ref (fonds_import_setup_get_catalogue (self->setup));
  job->path = g_strdup (peek->path);
  job->encoding = g_strdup (options.encoding);
  job->separator = options.separator;
  job->mapping = options.mapping ? fonds_mapping_copy (options.mapping) : NULL;
  job->row = (guint) gtk_spin_button_get_value_as_int (self->number) - 1;
  self->making = g_cancellable_new ();
  task = g_task_new (self, self->making, made_cb, NULL);
  g_task_set_source_tag (task, make_cb);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_thread);
  return G_SOURCE_REMOVE;
}

static void
fonds_import_sample_dispose (GObject *object)
{
  FondsImportSample *self = FONDS_IMPORT_SAMPLE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->setup);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_SAMPLE);

  G_OBJECT_CLASS (fonds_import_sample_parent_class)->dispose (object);
}

static void
fonds_import_sample_finalize (GObject *object)
{
  g_ptr_array_unref (FONDS_IMPORT_SAMPLE (object)->rows);

  G_OBJECT_CLASS (fonds_import_sample_parent_class)->finalize (object);
}

static void
fonds_import_sample_class_init (FondsImportSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_sample_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_import_sample_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-sample.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportSample, number);
  gtk_widget_class_bind_template_callback (widget_class, fonds_import_sample_renew);
}

static void
fonds_import_sample_init (FondsImportSample *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_import_sample_set_setup:
 * @self: a sample without one
 * @setup: how files are read
 *
 * Lets the sample be made as files would be read.
 */
void
fonds_import_sample_set_setup (FondsImportSample *self, FondsImportSetup *setup)
{
  g_return_if_fail (FONDS_IS_IMPORT_SAMPLE (self) && !self->setup);

  self->setup = g_object_ref (setup);
}

/**
 * fonds_import_sample_renew:
 * @self: a sample
 *
 * Makes the record anew, a little later.
 */
void
fonds_import_sample_renew (FondsImportSample *self)
{
  g_return_if_fail (FONDS_IS_IMPORT_SAMPLE (self));

  if (!self->setup)
    return;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (BEFORE_MAKING, make_cb, self);
}
