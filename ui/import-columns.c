/* import-columns.c - what each column of a file becomes
 *
 * A row for each column: its name, what stands in it, what it becomes and whether that was guessed. A
 * row opens a page on which it is changed. Above, what holds for all rows of the file.
 * Invariant: the rows are those of the first columns. They come when the list is seen, some with
 * each frame, since a file may have a hundred columns.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-columns.h"

#include "data/exchange/mapping-edit.h"
#include "ui/import-column-page.h"
#include "ui/import-field-picker.h"
#include "ui/label.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many values of a column are shown. */
#define EXAMPLES 3

/* How many rows come with a frame. */
#define ROWS_A_FRAME 5

/* One column in the list; the group owns its widgets. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *mark; /* says that it was guessed */
  GtkLabel *target;
} Row;

struct _FondsImportColumns
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkStack *stack;
  AdwComboRow *kind;
  AdwComboRow *parent;
  AdwActionRow *others_row;
  GtkSwitch *others;
  AdwPreferencesGroup *group;
  FondsImportColumnPage *column;

  /* owned */
  FondsImportSetup *setup; /* (nullable) */
  GArray *rows;            /* of Row */

  /* state */
  guint growing; /* a tick */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FondsImportColumns, fonds_import_columns, ADW_TYPE_BIN)

/* What stands in a column, for one who does not know it by its name. */
static char *
list_examples (const FondsPeek *peek, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i, n = 0;

  for (i = 0; i < peek->rows->len && n < EXAMPLES; i++)
    {
      GStrv cells = peek->rows->pdata[i];
      const char *cell = column < g_strv_length (cells) ? cells[column] : "";

      if (!*cell)
        continue;
      g_string_append_printf (text, "%s%.*s", n++ > 0 ? " · " : "",
                              (int) (g_utf8_offset_to_pointer (cell,
                                                               MIN (g_utf8_strlen (cell, -1), 30)) -
                                     cell),
                              cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is not in any line but has a meaning of its own. */
static char *
say_role (const FondsMapping *mapping, const char *column)
{
  if (fonds_mapping_has_key (mapping, column))
    return g_strdup (_ ("Key"));
  if (g_strcmp0 (mapping->parent, column) == 0)
    return g_strdup (_ ("Key of the parent"));
  if (g_strcmp0 (mapping->language_column, column) == 0)
    return g_strdup (_ ("Language of the row"));
  if (g_strcmp0 (mapping->kind_column, column) == 0)
    return g_strdup (_ ("Kind of the row"));
  return g_strdup (mapping->drops_others ? _ ("Left out") : _ ("A field of its own"));
}

static char *
say_target (const FondsMapping *mapping, const char *column)
{
  const FondsInstruction *line = fonds_mapping_find (mapping, column, NULL);

  return line ? fonds_import_field_label (mapping->kind, line->field) : say_role (mapping, column);
}

static const char *
say_reason (const FondsMapping *mapping, const char *column)
{
  const FondsInstruction *line = fonds_mapping_find (mapping, column, NULL);

  if (fonds_mapping_has_key (mapping, column))
    return _ ("Guessed: no two rows have the same");
  if (!line || (line->field && g_str_has_prefix (line->field, "x-")))
    return _ ("Guessed: no field goes by this name");
  return _ ("Guessed from the name of the column");
}

static GtkWidget *
make_mark (void)
{
  GtkWidget *mark = gtk_label_new (_ ("guessed"));

  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "dim-label");
  gtk_widget_set_visible (mark, FALSE);
  return mark;
}

static GtkLabel *
make_target (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  return GTK_LABEL (label);
}

static void
activated_cb (GtkWidget *activated, FondsImportColumns *self)
{
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  guint i;

  for (i = 0; peek && i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).row == activated)
      fonds_import_columns_open (self, peek->header[i]);
}

/* What may be said differently without another look at the file. */
static void
update_row (FondsImportColumns *self, guint number)
{
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  const FondsMapping *mapping = fonds_import_setup_get_mapping (self->setup);
  const Row *row = &g_array_index (self->rows, Row, number);
  const char *column = peek->header[number];
  g_autofree char *target = say_target (mapping, column);
  gboolean guessed = peek->guessed && !fonds_import_setup_is_own (self->setup);

  gtk_label_set_text (row->target, target);
  if (guessed)
    gtk_widget_set_tooltip_text (row->mark, say_reason (mapping, column));
  gtk_widget_set_visible (row->mark, guessed);
}

static void
add_row (FondsImportColumns *self, const FondsPeek *peek, guint number)
{
  const Row row = { adw_action_row_new (), make_mark (), make_target () };
  AdwActionRow *action_row = ADW_ACTION_ROW (row.row);
  g_autofree char *examples = list_examples (peek, number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (action_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action_row), peek->header[number]);
  adw_action_row_set_subtitle (action_row, examples);
  adw_action_row_set_subtitle_lines (action_row, 1);
  adw_action_row_add_suffix (action_row, row.mark);
  adw_action_row_add_suffix (action_row, GTK_WIDGET (row.target));
  adw_action_row_add_suffix (action_row, fonds_decoration_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (action_row), TRUE);
  g_signal_connect (action_row, "activated", G_CALLBACK (activated_cb), self);
  g_array_append_val (self->rows, row);
  update_row (self, number);
  adw_preferences_group_add (self->group, row.row);
}

static void
clear_rows (FondsImportColumns *self)
{
  guint i;

  if (self->growing > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
  for (i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_array_index (self->rows, Row, i).row);
  g_array_set_size (self->rows, 0);
}

/* By frames and not by idle turns, all of which would come before one frame that has to lay out
 * everything. */
static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FondsImportColumns *self = FONDS_IMPORT_COLUMNS (widget);
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  guint i, n = self->rows->len;

  for (i = n; peek && peek->header[i] && i < n + ROWS_A_FRAME; i++)
    add_row (self, peek, i);
  if (peek && peek->header[i])
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/* Adds the rows that are missing where they are seen, and otherwise when they come to be. */
static void
grow (FondsImportColumns *self)
{
  if (self->setup && self->growing == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->group)))
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
fill_parents (FondsImportColumns *self, const FondsPeek *peek, const FondsMapping *mapping)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i, chosen = 0;

  gtk_string_list_append (names, _ ("None"));
  for (i = 0; peek && peek->header[i]; i++)
    {
      gtk_string_list_append (names, peek->header[i]);
      if (mapping && g_strcmp0 (mapping->parent, peek->header[i]) == 0)
        chosen = i + 1;
    }
  adw_combo_row_set_model (self->parent, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->parent, chosen);
}

static void
fill (FondsImportColumns *self)
{
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  const FondsMapping *mapping = fonds_import_setup_get_mapping (self->setup);
  guint i;

  self->filling = TRUE;
  if (mapping)
    {
      adw_combo_row_set_selected (self->kind, mapping->kind - FONDS_KIND_UNIT);
      gtk_switch_set_active (self->others, !mapping->drops_others);
    }
  fill_parents (self, peek, mapping);
  self->filling = FALSE;
  for (i = 0; peek && i < self->rows->len; i++)
    update_row (self, i);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "columns.reset",
                                 fonds_import_setup_is_own (self->setup));
}

static void
peeked_cb (FondsImportColumns *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  clear_rows (self);
  fill (self);
  grow (self);
}

static FondsMapping *
begin_change (FondsImportColumns *self)
{
  const FondsMapping *mapping =
      self->setup && !self->filling ? fonds_import_setup_get_mapping (self->setup) : NULL;

  return mapping ? fonds_mapping_copy (mapping) : NULL;
}

static void
kind_changed_cb (FondsImportColumns *self)
{
  FondsMapping *mapping = begin_change (self);

  if (!mapping)
    return;
  mapping->kind = FONDS_KIND_UNIT + adw_combo_row_get_selected (self->kind);
  g_clear_pointer (&mapping->kind_column, g_free);
  fonds_mapping_drop_unknown (mapping);
  fonds_import_setup_set_mapping (self->setup, mapping);
}

static void
parent_changed_cb (FondsImportColumns *self)
{
  const FondsPeek *peek = self->setup ? fonds_import_setup_get_peek (self->setup) : NULL;
  FondsMapping *mapping = peek ? begin_change (self) : NULL;
  guint chosen = adw_combo_row_get_selected (self->parent);

  if (!mapping)
    return;
  g_free (mapping->parent);
  mapping->parent = chosen > 0 && chosen <= g_strv_length (peek->header)
                        ? g_strdup (peek->header[chosen - 1])
                        : NULL;
  fonds_import_setup_set_mapping (self->setup, mapping);
}

static void
others_changed_cb (FondsImportColumns *self)
{
  FondsMapping *mapping = begin_change (self);

  if (!mapping)
    return;
  mapping->drops_others = !gtk_switch_get_active (self->others);
  fonds_import_setup_set_mapping (self->setup, mapping);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_stack_set_visible_child_name (FONDS_IMPORT_COLUMNS (widget)->stack, "list");
}

static void
reset (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fonds_import_setup_set_mapping (FONDS_IMPORT_COLUMNS (widget)->setup, NULL);
}

static void
fill_kinds (FondsImportColumns *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int kind;

  for (kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    gtk_string_list_append (names, _ (fonds_kind_label_plural (kind)));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

static void
fonds_import_columns_dispose (GObject *object)
{
  FondsImportColumns *self = FONDS_IMPORT_COLUMNS (object);

  g_clear_object (&self->setup);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_COLUMNS);

  G_OBJECT_CLASS (fonds_import_columns_parent_class)->dispose (object);
}

static void
fonds_import_columns_finalize (GObject *object)
{
  g_array_unref (FONDS_IMPORT_COLUMNS (object)->rows);

  G_OBJECT_CLASS (fonds_import_columns_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, kind);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, parent);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, others_row);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, others);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, group);
  gtk_widget_class_bind_template_child (widget_class, FondsImportColumns, column);
  gtk_widget_class_bind_template_callback (widget_class, grow);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, parent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_changed_cb);
}

static void
fonds_import_columns_class_init (FondsImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_import_columns_finalize;

  gtk_widget_class_install_action (widget_class, "columns.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "columns.reset", NULL, reset);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "columns.back",
                                       NULL);

  g_type_ensure (FONDS_TYPE_IMPORT_COLUMN_PAGE);
  bind_template (widget_class);
}

static void
fonds_import_columns_init (FondsImportColumns *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  fill_kinds (self);
  self->filling = FALSE;
}

/**
 * fonds_import_columns_new:
 *
 * Makes an empty page.
 *
 * Returns: (transfer floating): the page
 */
FondsImportColumns *
fonds_import_columns_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_COLUMNS, NULL);
}

/**
 * fonds_import_columns_set_setup:
 * @self: a page without one
 * @setup: what it shows and changes
 *
 * Lets the page show the columns of the file that is looked at.
 */
void
fonds_import_columns_set_setup (FondsImportColumns *self, FondsImportSetup *setup)
{
  g_return_if_fail (FONDS_IS_IMPORT_COLUMNS (self) && !self->setup);

  self->setup = g_object_ref (setup);
  fonds_import_column_page_set_setup (self->column, setup);
  g_signal_connect_object (setup, "peeked", G_CALLBACK (peeked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (setup, "mapped", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

/**
 * fonds_import_columns_open:
 * @self: a page that shows columns
 * @column: the name of one
 *
 * Opens the page of a column.
 */
void
fonds_import_columns_open (FondsImportColumns *self, const char *column)
{
  g_return_if_fail (FONDS_IS_IMPORT_COLUMNS (self));

  fonds_import_column_page_show (self->column, column);
  gtk_stack_set_visible_child_name (self->stack, "column");
}
