/* import-field-picker.c - chooses what a column becomes
 *
 * The field table as a list that is searched by label, id and number of the standard, with those two
 * choices first that are no field. Tells of a choice by a signal.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-field-picker.h"

#include "data/exchange/group.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FondsImportFieldPicker
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkEditable *words;
  GtkListBox *list;

  /* owned */
  GPtrArray *ids;   /* of strings, borrowed or static: one for each row */
  GPtrArray *texts; /* of strings: what each row is found by, folded */
};

G_DEFINE_FINAL_TYPE (FondsImportFieldPicker, fonds_import_field_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is more than one field, in the words of a person. */
static const struct
{
  FondsKind kind;
  const char *id;
  const char *label;
} groups[] = {
  { FONDS_KIND_UNIT, "event", N_ ("Event: date, who and where together") },
  { FONDS_KIND_ACCESSION, "accessionEvent", N_ ("Event of the accession") },
  { FONDS_KIND_ACCESSION, "deaccession", N_ ("Deaccession") },
};

static gboolean
matches_cb (GtkListBoxRow *row, gpointer data)
{
  FondsImportFieldPicker *self = data;
  g_autofree char *words = g_utf8_casefold (gtk_editable_get_text (self->words), -1);
  const char *text = g_ptr_array_index (self->texts, (guint) gtk_list_box_row_get_index (row));

  return strstr (text, g_strstrip (words)) != NULL;
}

static void
search_cb (FondsImportFieldPicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
pick (FondsImportFieldPicker *self, int index)
{
  if (index >= 0 && (guint) index < self->ids->len)
    g_signal_emit (self, signals[PICKED], 0, g_ptr_array_index (self->ids, (guint) index));
}

static void
activated_cb (FondsImportFieldPicker *self, GtkListBoxRow *row)
{
  pick (self, gtk_list_box_row_get_index (row));
}

/* Return in the search takes the first that is found. */
static void
search_activate_cb (FondsImportFieldPicker *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      {
        pick (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)));
        return;
      }
}

static GtkWidget *
make_line (const char *label, const char *number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *beside = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (beside, "dim-label");
  gtk_widget_add_css_class (beside, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), beside);
  return box;
}

static void
add (FondsImportFieldPicker *self, const char *id, const char *label, const char *number)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s", label, id, number ? number : "");

  g_ptr_array_add (self->ids, (gpointer) id);
  g_ptr_array_add (self->texts, g_utf8_casefold (text, -1));
  gtk_list_box_append (self->list, make_line (label, number));
}

static void
fonds_import_field_picker_dispose (GObject *object)
{
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_FIELD_PICKER);

  G_OBJECT_CLASS (fonds_import_field_picker_parent_class)->dispose (object);
}

static void
fonds_import_field_picker_finalize (GObject *object)
{
  FondsImportFieldPicker *self = FONDS_IMPORT_FIELD_PICKER (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->texts);

  G_OBJECT_CLASS (fonds_import_field_picker_parent_class)->finalize (object);
}

static void
fonds_import_field_picker_class_init (FondsImportFieldPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_field_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_import_field_picker_finalize;

  /**
   * FondsImportFieldPicker::picked:
   * @id: a field's or a group's id, %FONDS_PICK_OWN or %FONDS_PICK_IGNORE
   *
   * Somebody chose.
   */
  signals[PICKED] = g_signal_new ("picked", FONDS_TYPE_IMPORT_FIELD_PICKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-field-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportFieldPicker, words);
  gtk_widget_class_bind_template_child (widget_class, FondsImportFieldPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
fonds_import_field_picker_init (FondsImportFieldPicker *self)
{
  self->ids = g_ptr_array_new ();
  self->texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches_cb, self, NULL);
}

/**
 * fonds_import_field_picker_new:
 *
 * Makes a picker without fields.
 *
 * Returns: (transfer floating): the picker
 */
FondsImportFieldPicker *
fonds_import_field_picker_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_FIELD_PICKER, NULL);
}

/**
 * fonds_import_field_picker_set_kind:
 * @self: a picker
 * @kind: what the rows are
 *
 * Offers the fields of a kind, and forgets what was searched.
 */
void
fonds_import_field_picker_set_kind (FondsImportFieldPicker *self, FondsKind kind)
{
  const FondsField *fields;
  GtkWidget *child;
  guint i, n;

  g_return_if_fail (FONDS_IS_IMPORT_FIELD_PICKER (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->texts, 0);
  gtk_editable_set_text (self->words, "");
  add (self, FONDS_PICK_OWN, _ ("A field of its own"), NULL);
  add (self, FONDS_PICK_IGNORE, _ ("Left out"), NULL);
  for (i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].kind == kind)
      add (self, groups[i].id, _ (groups[i].label), NULL);
  fields = fonds_fields (kind, &n);
  for (i = 0; i < n; i++)
    if (!(fields[i].flags & FONDS_FIELD_HIDDEN))
      add (self, fields[i].id, _ (fields[i].label), fields[i].number);
}

/**
 * fonds_import_field_label:
 * @kind: what the rows are
 * @id: (nullable): the field of a line; %NULL for one that leaves out
 *
 * Returns: (transfer full): what a person calls it, with its number in the standard
 */
char *
fonds_import_field_label (FondsKind kind, const char *id)
{
  const FondsField *field = id ? fonds_field_find (kind, id) : NULL;
  guint i;

  if (!id)
    return g_strdup (_ ("Left out"));
  if (field && field->number)
    return g_strdup_printf ("%s \u2068%s\u2069", _ (field->label), field->number);
  if (field)
    return g_strdup (_ (field->label));
  for (i = 0; i < G_N_ELEMENTS (groups); i++)
    if (strcmp (groups[i].id, id) == 0)
      return g_strdup (_ (groups[i].label));
  return g_strdup (g_str_has_prefix (id, "x-") ? _ ("A field of its own") : id);
}
