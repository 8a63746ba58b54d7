/* import-column-page.c - what one column of a file becomes, and its effect on a record
 *
 * The field is picked from the field table; below stands what the field's values may need besides. Every
 * change goes into a copy of the mapping, which the setup takes; a record made of one row shows at once
 * what comes of it.
 * Invariant: while the page fills itself, nothing that its rows tell is taken for a change.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-column-page.h"

#include "data/catalogue/field.h"
#include "data/exchange/mapping-edit.h"
#include "data/exchange/plan.h"
#include "ui/import-field-picker.h"
#include "ui/import-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FondsImportColumnPage
{
  AdwBin parent_instance;

  /* owned by the template */
  AdwPreferencesGroup *group;
  GtkMenuButton *target;
  GtkPopover *popover;
  FondsImportFieldPicker *picker;
  GtkSwitch *key;
  AdwEntryRow *split;
  AdwEntryRow *type;
  AdwEntryRow *language;
  AdwComboRow *kind;
  AdwComboRow *with;
  AdwComboRow *part;
  FondsImportSample *sample;

  /* owned */
  FondsImportSetup *setup; /* (nullable) */
  char *column;            /* (nullable) */
  GPtrArray *partners;     /* of strings, the header's: what rows of `with` mean, after the first */

  /* state */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FondsImportColumnPage, fonds_import_column_page, ADW_TYPE_BIN)

static FondsInstruction *
line_of (FondsImportColumnPage *self, const FondsMapping *mapping, guint *place)
{
  return mapping && self->column ? fonds_mapping_find (mapping, self->column, place) : NULL;
}

static const FondsField *
field_of (const FondsMapping *mapping, const FondsInstruction *line)
{
  return line && line->field ? fonds_field_find (mapping->kind, line->field) : NULL;
}

/* What fields' values need: only that is offered. */
static void
show_options (FondsImportColumnPage *self,
              const FondsMapping *mapping,
              const FondsInstruction *line)
{
  const FondsField *field = field_of (mapping, line);
  gboolean filled = line && line->field;
  gboolean grouped = filled && !field && !g_str_has_prefix (line->field, "x-");
  gboolean typed = field && (field->codes || field->datatype == FONDS_TYPE_NAME ||
                             field->datatype == FONDS_TYPE_DATE);
  gboolean spoken =
      field && (field->flags & FONDS_FIELD_TRANSLATABLE || field->datatype == FONDS_TYPE_NAME);

  gtk_widget_set_visible (GTK_WIDGET (self->split),
                          filled && (!field || field->flags & FONDS_FIELD_REPEATABLE));
  gtk_widget_set_visible (GTK_WIDGET (self->type), typed || grouped);
  gtk_widget_set_visible (GTK_WIDGET (self->language), spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->kind),
                          field && field->datatype == FONDS_TYPE_REFERENCE);
  gtk_widget_set_visible (GTK_WIDGET (self->with), filled && self->partners->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->part), line && line->parts);
}

static void
set_entry (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), TRUE);
}

/* Other columns that fill the same field: with one of them this may make one value. */
static void
list_partners (FondsImportColumnPage *self,
               const FondsMapping *mapping,
               const FondsInstruction *line)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  guint i, chosen = 0;

  g_ptr_array_set_size (self->partners, 0);
  gtk_string_list_append (names, _ ("Alone"));
  for (i = 0; line && line->field && peek->header[i]; i++)
    {
      const FondsInstruction *other = fonds_mapping_find (mapping, peek->header[i], NULL);

      if (!other || strcmp (peek->header[i], self->column) == 0 ||
          g_strcmp0 (other->field, line->field) != 0)
        continue;
      gtk_string_list_append (names, peek->header[i]);
      g_ptr_array_add (self->partners, peek->header[i]);
      if (other == line && chosen == 0)
        chosen = self->partners->len;
    }
  adw_combo_row_set_model (self->with, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->with, chosen);
}

static void
fill_values (FondsImportColumnPage *self,
             const FondsMapping *mapping,
             const FondsInstruction *line,
             guint place)
{
  set_entry (self->split, line ? line->split : NULL);
  set_entry (self->type, line ? line->type : NULL);
  set_entry (self->language, line ? line->language : NULL);
  adw_combo_row_set_selected (self->kind, line ? line->kind : 0);
  adw_combo_row_set_selected (self->part, line ? fonds_instruction_part (line, place) : 0);
}

/* All but what is being typed: a row keeps its cursor while it changes. */
static void
update (FondsImportColumnPage *self, gboolean values)
{
  const FondsMapping *mapping = fonds_import_setup_get_mapping (self->setup);
  guint place = 0;
  const FondsInstruction *line = line_of (self, mapping, &place);
  g_autofree char *label = NULL;

  if (!mapping || !self->column)
    return;
  self->filling = TRUE;
  label = line ? fonds_import_field_label (mapping->kind, line->field)
               : g_strdup (mapping->drops_others ? _ ("Left out") : _ ("A field of its own"));
  gtk_menu_button_set_label (self->target, label);
  gtk_switch_set_active (self->key, fonds_mapping_has_key (mapping, self->column));
  list_partners (self, mapping, line);
  if (values)
    fill_values (self, mapping, line, place);
  show_options (self, mapping, line);
  self->filling = FALSE;
}

static void
take (FondsImportColumnPage *self, FondsMapping *mapping, gboolean values)
{
  fonds_import_setup_set_mapping (self->setup, mapping);
  update (self, values);
  fonds_import_sample_renew (self->sample);
}

/* (transfer full) (nullable): the mapping to be changed, unless the page is only filling itself. */
static FondsMapping *
begin_change (FondsImportColumnPage *self)
{
  const FondsMapping *mapping = self->setup && self->column && !self->filling
                                    ? fonds_import_setup_get_mapping (self->setup)
                                    : NULL;

  return mapping ? fonds_mapping_copy (mapping) : NULL;
}

static void
picked_cb (FondsImportColumnPage *self, const char *id)
{
  FondsMapping *mapping = begin_change (self);

  gtk_popover_popdown (self->popover);
  if (!mapping)
    return;
  if (strcmp (id, FONDS_PICK_OWN) == 0)
    {
      g_autofree char *own = fonds_plan_custom_id (self->column);

      fonds_mapping_assign (mapping, self->column, own);
    }
  else
    fonds_mapping_assign (mapping, self->column, *id ? id : NULL);
  take (self, mapping, TRUE);
}

static void
key_changed_cb (FondsImportColumnPage *self)
{
  FondsMapping *mapping = begin_change (self);

  if (!mapping)
    return;
  fonds_mapping_set_key (mapping, self->column, gtk_switch_get_active (self->key));
  take (self, mapping, FALSE);
}

static void
set_text (char **into, AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  g_free (*into);
  *into = *text ? g_strdup (text) : NULL;
}

static void
option_changed_cb (FondsImportColumnPage *self)
{
  FondsMapping *mapping = begin_change (self);
  FondsInstruction *line = line_of (self, mapping, NULL);

  if (!line)
    {
      fonds_mapping_free (mapping);
      return;
    }
  set_text (&line->split, self->split);
  set_text (&line->type, self->type);
  set_text (&line->language, self->language);
  line->kind = (FondsKind) adw_combo_row_get_selected (self->kind);
  take (self, mapping, FALSE);
}

/* Together with another, a column is first taken for what its neighbour has not said yet. */
static FondsPart
likely_part (const FondsMapping *mapping, const char *with)
{
  const FondsInstruction *line = fonds_mapping_find (mapping, with, NULL);
  const FondsField *field = field_of (mapping, line);
  guint n = line ? g_strv_length (line->columns) : 0;

  if (field && field->datatype == FONDS_TYPE_DATE)
    return n == 1 ? FONDS_PART_START : FONDS_PART_END;
  return FONDS_PART_NOTE;
}

static void
with_changed_cb (FondsImportColumnPage *self)
{
  FondsMapping *mapping = begin_change (self);
  FondsInstruction *line = line_of (self, mapping, NULL);
  guint chosen = adw_combo_row_get_selected (self->with);

  if (!line)
    {
      fonds_mapping_free (mapping);
      return;
    }
  if (chosen == 0)
    {
      g_autofree char *field = g_strdup (line->field);

      fonds_mapping_assign (mapping, self->column, field);
    }
  else if (chosen <= self->partners->len)
    {
      const char *with = self->partners->pdata[chosen - 1];

      fonds_mapping_join (mapping, self->column, with, likely_part (mapping, with));
    }
  take (self, mapping, TRUE);
}

static void
part_changed_cb (FondsImportColumnPage *self)
{
  FondsMapping *mapping = begin_change (self);
  guint place = 0, chosen = adw_combo_row_get_selected (self->part);
  FondsInstruction *line = line_of (self, mapping, &place);

  if (!line || !line->parts || chosen >= FONDS_N_PARTS)
    {
      fonds_mapping_free (mapping);
      return;
    }
  line->parts[place] = (FondsPart) chosen;
  take (self, mapping, FALSE);
}

static const char *const parts[] = {
  [FONDS_PART_TEXT] = N_ ("Text"),
  [FONDS_PART_TYPE] = N_ ("Type"),
  [FONDS_PART_LANGUAGE] = N_ ("Language"),
  [FONDS_PART_SCRIPT] = N_ ("Script"),
  [FONDS_PART_ROMANISATION] = N_ ("Romanisation"),
  [FONDS_PART_START] = N_ ("Start"),
  [FONDS_PART_END] = N_ ("End"),
  [FONDS_PART_EDTF] = N_ ("EDTF"),
  [FONDS_PART_CALENDAR] = N_ ("Calendar"),
  [FONDS_PART_NOTE] = N_ ("Note"),
  [FONDS_PART_KEY] = N_ ("Key"),
  [FONDS_PART_ACTOR] = N_ ("Actor"),
  [FONDS_PART_HISTORY] = N_ ("History"),
  [FONDS_PART_PLACE] = N_ ("Place"),
  [FONDS_PART_LOCATION] = N_ ("Location"),
  [FONDS_PART_NUMBER] = N_ ("Number"),
  [FONDS_PART_EXTENT] = N_ ("Extent"),
  [FONDS_PART_REASON] = N_ ("Reason"),
  [FONDS_PART_SOURCE] = N_ ("Source"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (parts) == FONDS_N_PARTS);

static void
fill_choices (FondsImportColumnPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int i;

  gtk_string_list_append (kinds, _ ("Guessed"));
  for (i = FONDS_KIND_UNIT; fonds_kind_is_record (i); i++)
    gtk_string_list_append (kinds, _ (fonds_kind_label (i)));
  for (i = 0; i < FONDS_N_PARTS; i++)
    gtk_string_list_append (names, _ (parts[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->part, G_LIST_MODEL (names));
}

static void
fonds_import_column_page_dispose (GObject *object)
{
  FondsImportColumnPage *self = FONDS_IMPORT_COLUMN_PAGE (object);

  g_clear_object (&self->setup);
  g_clear_pointer (&self->column, g_free);
  g_clear_pointer (&self->partners, g_ptr_array_unref);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_COLUMN_PAGE);

  G_OBJECT_CLASS (fonds_import_column_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-column-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, group);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, target);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, popover);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, picker);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, key);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, split);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, type);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, language);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, kind);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, with);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, part);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumnPage, sample);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, with_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
}

static void
fonds_import_column_page_class_init (FondsImportColumnPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_import_column_page_dispose;

  g_type_ensure (FONDS_TYPE_IMPORT_FIELD_PICKER);
  g_type_ensure (FONDS_TYPE_IMPORT_SAMPLE);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
fonds_import_column_page_init (FondsImportColumnPage *self)
{
  self->partners = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  self->filling = FALSE;
}

/**
 * fonds_import_column_page_new:
 *
 * Makes a page without a column.
 *
 * Returns: (transfer floating): the page
 */
FondsImportColumnPage *
fonds_import_column_page_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_COLUMN_PAGE, NULL);
}

/**
 * fonds_import_column_page_set_setup:
 * @self: a page without one
 * @setup: what it shows and changes
 *
 * Lets the page change a mapping.
 */
void
fonds_import_column_page_set_setup (FondsImportColumnPage *self, FondsImportSetup *setup)
{
  g_return_if_fail (FONDS_IS_IMPORT_COLUMN_PAGE (self) && !self->setup);

  self->setup = g_object_ref (setup);
  fonds_import_sample_set_setup (self->sample, setup);
}

/**
 * fonds_import_column_page_show:
 * @self: a page with a setup that has looked into its file
 * @column: the name of a column
 *
 * Shows a column.
 */
void
fonds_import_column_page_show (FondsImportColumnPage *self, const char *column)
{
  g_autofree char *markup = g_markup_escape_text (column, -1);

  g_return_if_fail (FONDS_IS_IMPORT_COLUMN_PAGE (self));

  g_free (self->column);
  self->column = g_strdup (column);
  adw_preferences_group_set_title (self->group, markup);
  fonds_import_field_picker_set_kind (self->picker,
                                      fonds_import_setup_get_mapping (self->setup)->kind);
  update (self, TRUE);
  fonds_import_sample_renew (self->sample);
}
