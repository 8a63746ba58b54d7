/* import-reading.c - how files are read that are to be imported
 *
 * Says what was found out, and lets it be said better: the source of the keys, whether known names
 * are meant, a mapping that is shipped or one written here. A mapping that is wrong is told while it
 * is typed.
 * Invariant: mapping is what the text says, whenever the last choice is "written here".
 * Thread: main context; files are looked into by a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-reading.h"

#include "data/exchange/mapping-shipped.h"
#include "data/exchange/source.h"

#include <glib/gi18n-lib.h>

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
  char **shipped;        /* names of the mappings that come with the program */
  FondsMapping *mapping; /* (nullable): what is chosen; NULL: found out, or wrong */
  char *taken_source;    /* the same of the source */
  GCancellable *looking; /* (nullable) */

  /* state */
  gboolean filling; /* the text is being set by us, not typed */
  gboolean changed;
};

G_DEFINE_FINAL_TYPE (FondsImportReading, fonds_import_reading, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CHANGED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

#define FOUND_OUT 0

static guint
written_here (FondsImportReading *self)
{
  return 1 + g_strv_length (self->shipped);
}

static void
set_changed (FondsImportReading *self, gboolean changed)
{
  self->changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

static void
settings_changed_cb (FondsImportReading *self)
{
  set_changed (self, TRUE);
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

static void
fill_text (FondsImportReading *self, const FondsMapping *mapping)
{
  g_autofree char *text = mapping ? fonds_mapping_print (mapping) : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->filling = FALSE;
  complain (self, NULL);
}

static void
read_text (FondsImportReading *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_clear_pointer (&self->mapping, fonds_mapping_free);
  self->mapping = fonds_mapping_parse (text, _ ("Mapping"), &error);
  complain (self, error ? error->message : NULL);
}

static void
text_changed_cb (FondsImportReading *self)
{
  if (self->filling)
    return;
  read_text (self);
  adw_combo_row_set_selected (self->choice, written_here (self));
  set_changed (self, TRUE);
}

static void
choice_changed_cb (FondsImportReading *self)
{
  guint chosen = adw_combo_row_get_selected (self->choice);

  if (!self->shipped || chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (chosen == written_here (self))
    read_text (self);
  else
    {
      g_clear_pointer (&self->mapping, fonds_mapping_free);
      if (chosen != FOUND_OUT)
        {
          self->mapping = fonds_mapping_load_shipped (self->shipped[chosen - 1], NULL);
          fill_text (self, self->mapping);
        }
      complain (self, NULL);
    }
  set_changed (self, TRUE);
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
look_cb (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  const FondsSourceOptions options = { 0 };
  g_autoptr (FondsSource) file = fonds_source_open (path, &options, NULL);

  g_task_return_pointer (task, file ? g_steal_pointer (&file->mapping) : NULL,
                         (GDestroyNotify) fonds_mapping_free);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportReading *self = FONDS_IMPORT_READING (source);
  g_autoptr (FondsMapping) mapping = g_task_propagate_pointer (G_TASK (result), NULL);

  if (mapping && self->shipped && adw_combo_row_get_selected (self->choice) == FOUND_OUT)
    fill_text (self, mapping);
}

static void
fonds_import_reading_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHANGED)
    g_value_set_boolean (value, FONDS_IMPORT_READING (object)->changed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_import_reading_dispose (GObject *object)
{
  FondsImportReading *self = FONDS_IMPORT_READING (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->shipped, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_READING);
  g_clear_pointer (&self->mapping, fonds_mapping_free);
  g_clear_pointer (&self->taken_source, g_free);

  G_OBJECT_CLASS (fonds_import_reading_parent_class)->dispose (object);
}

static void
fonds_import_reading_class_init (FondsImportReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fonds_import_reading_get_property;
  object_class->dispose = fonds_import_reading_dispose;

  properties[PROP_CHANGED] =
      g_param_spec_boolean ("changed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, sentences);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, source);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, link_names);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, choice);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, text);
  gtk_widget_class_bind_template_child (widget_class, FondsImportReading, complaint);
  gtk_widget_class_bind_template_callback (widget_class, settings_changed_cb);
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
  self->changed = FALSE;
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
 * fonds_import_reading_set_paths:
 * @self: a page
 * @paths: (array zero-terminated=1): the files
 *
 * Shows, as soon as it is found, what the columns of the first file are taken for.
 */
void
fonds_import_reading_set_paths (FondsImportReading *self, const char *const *paths)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FONDS_IS_IMPORT_READING (self));

  adw_combo_row_set_selected (self->choice, FOUND_OUT);
  fill_text (self, NULL);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (!paths[0])
    return;
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, fonds_import_reading_set_paths);
  g_task_set_task_data (task, g_strdup (paths[0]), g_free);
  g_task_run_in_thread (task, look_cb);
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

/**
 * fonds_import_reading_get_changed:
 * @self: a page
 *
 * Returns: whether files would be read another way than they were when the options were last taken
 */
gboolean
fonds_import_reading_get_changed (FondsImportReading *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_READING (self), FALSE);

  return self->changed;
}

/**
 * fonds_import_reading_take_options:
 * @self: a page
 * @options: what is filled in; the page keeps its strings until they are taken again
 *
 * Says how files are to be read.
 */
void
fonds_import_reading_take_options (FondsImportReading *self, FondsImportOptions *options)
{
  g_return_if_fail (FONDS_IS_IMPORT_READING (self));

  g_free (self->taken_source);
  self->taken_source = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->source))));
  options->mapping = self->mapping;
  options->source = *self->taken_source ? self->taken_source : NULL;
  options->link_names = gtk_switch_get_active (self->link_names);
  set_changed (self, FALSE);
}
