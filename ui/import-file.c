/* import-file.c - how a file is written that is to be imported, and its first rows
 *
 * Encoding and separator are found out or said; the first rows show at once whether they are right.
 * Invariant: the table's columns are the first ones of the file. They come when the table is seen, some
 * with each frame, since a file may have a hundred.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-file.h"

#include "ui/label.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

#define FOUND_OUT 0

/* What a cell of the first rows has room for, in characters. */
#define CELL_CHARS 18

/* How many rows are shown: as many as tell whether the file is read as it should be. */
#define ROWS 30

/* How many columns come with a frame. */
#define COLUMNS_A_FRAME 6

struct _FondsImportFile
{
  AdwBin parent_instance;

  /* owned by the template */
  AdwComboRow *encoding;
  AdwComboRow *separator;
  GtkStack *stack;
  GtkColumnView *table;
  AdwStatusPage *problem;

  /* owned */
  FondsImportSetup *setup; /* (nullable) */

  /* state */
  guint growing; /* a tick */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FondsImportFile, fonds_import_file, ADW_TYPE_BIN)

/* One of the first rows, as an item of the table. */
#define PEEK_TYPE_ROW (peek_row_get_type ())

G_DECLARE_FINAL_TYPE (PeekRow, peek_row, PEEK, ROW, GObject)

struct _PeekRow
{
  GObject parent_instance;

  char **cells;
  guint n;
};

G_DEFINE_FINAL_TYPE (PeekRow, peek_row, G_TYPE_OBJECT)

static void
peek_row_finalize (GObject *object)
{
  g_strfreev (PEEK_ROW (object)->cells);

  G_OBJECT_CLASS (peek_row_parent_class)->finalize (object);
}

static void
peek_row_class_init (PeekRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = peek_row_finalize;
}

static void
peek_row_init (PeekRow *self)
{
}

static PeekRow *
peek_row_new (char **cells)
{
  PeekRow *self = g_object_new (PEEK_TYPE_ROW, NULL);

  self->cells = g_strdupv (cells);
  self->n = g_strv_length (cells);
  return self;
}

static const char *
peek_row_cell (PeekRow *self, guint number)
{
  return number < self->n ? self->cells[number] : "";
}

static const char *const encodings[] = { "UTF-8",
                                         "UTF-16",
                                         "windows-1251",
                                         "windows-1252",
                                         "windows-1254",
                                         "windows-1255",
                                         "ISO-8859-1",
                                         "ISO-8859-9",
                                         "KOI8-R",
                                         "IBM866",
                                         NULL };

static const struct
{
  char separator;
  const char *name;
} separators[] = {
  { ',', N_ ("Comma") },
  { ';', N_ ("Semicolon") },
  { '\t', N_ ("Tab") },
  { '|', N_ ("Vertical bar") },
};

static const char *
name_separator (char separator)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return _ (separators[i].name);
  return _ ("Another");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), CELL_CHARS);
  fonds_inscription_explain (GTK_INSCRIPTION (cell));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  fonds_inscription_set_value (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                               peek_row_cell (PEEK_ROW (gtk_list_item_get_item (item)),
                                              GPOINTER_TO_UINT (column)));
}

static void
add_column (FondsImportFile *self, guint number, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (number));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
clear_table (FondsImportFile *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  if (self->growing > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
  gtk_column_view_set_model (self->table, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
}

static void
fill_rows (FondsImportFile *self, const FondsPeek *peek)
{
  g_autoptr (GListStore) rows = g_list_store_new (PEEK_TYPE_ROW);
  g_autoptr (GtkSelectionModel) selection = NULL;
  guint i;

  for (i = 0; i < MIN (peek->rows->len, ROWS); i++)
    {
      g_autoptr (PeekRow) row = peek_row_new (peek->rows->pdata[i]);

      g_list_store_append (rows, row);
    }
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows))));
  gtk_column_view_set_model (self->table, selection);
}

/* By frames and not by idle turns, all of which would come before one frame that has to lay out
 * everything. */
static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FondsImportFile *self = FONDS_IMPORT_FILE (widget);
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  guint n = g_list_model_get_n_items (gtk_column_view_get_columns (self->table));
  guint i;

  for (i = n; peek && peek->header[i] && i < n + COLUMNS_A_FRAME; i++)
    add_column (self, i, peek->header[i]);
  if (peek && peek->header[i])
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/* Fills the table where it is seen, and otherwise when it comes to be. */
static void
fill_table (FondsImportFile *self)
{
  const FondsPeek *peek = self->setup ? fonds_import_setup_get_peek (self->setup) : NULL;

  if (!peek || self->growing > 0 || gtk_column_view_get_model (self->table) ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    return;
  fill_rows (self, peek);
  self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static char *
say_encoding (const FondsPeek *peek)
{
  if (peek && peek->sure > 0)
    return g_strdup_printf (_ ("Looks like %s, %u %% sure"), peek->encoding, peek->sure);
  return peek ? g_strdup (peek->encoding) : g_strdup ("");
}

static void
say_what_was_found (FondsImportFile *self, const FondsPeek *peek)
{
  g_autofree char *encoding = say_encoding (peek);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding), encoding);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->separator),
                               peek ? name_separator (peek->separator) : "");
}

static void
show_error (FondsImportFile *self, const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
peeked_cb (FondsImportFile *self)
{
  const FondsPeek *peek = fonds_import_setup_get_peek (self->setup);
  const GError *error = fonds_import_setup_get_error (self->setup);

  self->filling = TRUE;
  if (!fonds_import_setup_get_encoding (self->setup))
    adw_combo_row_set_selected (self->encoding, FOUND_OUT);
  if (!fonds_import_setup_get_separator (self->setup))
    adw_combo_row_set_selected (self->separator, FOUND_OUT);
  self->filling = FALSE;
  say_what_was_found (self, peek);
  if (error)
    show_error (self, error);
  else if (peek)
    {
      clear_table (self);
      gtk_stack_set_visible_child_name (self->stack, "table");
      fill_table (self);
    }
}

static void
encoding_changed_cb (FondsImportFile *self)
{
  guint chosen = adw_combo_row_get_selected (self->encoding);

  if (self->setup && !self->filling && chosen <= G_N_ELEMENTS (encodings) - 1)
    fonds_import_setup_set_encoding (self->setup,
                                     chosen == FOUND_OUT ? NULL : encodings[chosen - 1]);
}

static void
separator_changed_cb (FondsImportFile *self)
{
  guint chosen = adw_combo_row_get_selected (self->separator);

  if (self->setup && !self->filling && chosen <= G_N_ELEMENTS (separators))
    fonds_import_setup_set_separator (self->setup, chosen == FOUND_OUT
                                                       ? '\0'
                                                       : separators[chosen - 1].separator);
}

static void
fill_choices (FondsImportFile *self)
{
  g_autoptr (GtkStringList) of_encoding = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) of_separator = gtk_string_list_new (NULL);
  guint i;

  gtk_string_list_append (of_encoding, _ ("Found out"));
  gtk_string_list_append (of_separator, _ ("Found out"));
  for (i = 0; encodings[i]; i++)
    gtk_string_list_append (of_encoding, encodings[i]);
  for (i = 0; i < G_N_ELEMENTS (separators); i++)
    gtk_string_list_append (of_separator, _ (separators[i].name));
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (of_encoding));
  adw_combo_row_set_model (self->separator, G_LIST_MODEL (of_separator));
}

static void
fonds_import_file_dispose (GObject *object)
{
  FondsImportFile *self = FONDS_IMPORT_FILE (object);

  g_clear_object (&self->setup);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_FILE);

  G_OBJECT_CLASS (fonds_import_file_parent_class)->dispose (object);
}

static void
fonds_import_file_class_init (FondsImportFileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_file_dispose;

  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/import-file.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportFile, encoding);
  gtk_widget_class_bind_template_child (widget_class, FondsImportFile, separator);
  gtk_widget_class_bind_template_child (widget_class, FondsImportFile, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsImportFile, table);
  gtk_widget_class_bind_template_child (widget_class, FondsImportFile, problem);
  gtk_widget_class_bind_template_callback (widget_class, fill_table);
  gtk_widget_class_bind_template_callback (widget_class, encoding_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, separator_changed_cb);
}

static void
fonds_import_file_init (FondsImportFile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  fill_choices (self);
}

/**
 * fonds_import_file_new:
 *
 * Makes an empty page.
 *
 * Returns: (transfer floating): the page
 */
FondsImportFile *
fonds_import_file_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_FILE, NULL);
}

/**
 * fonds_import_file_set_setup:
 * @self: a page without one
 * @setup: what it shows and changes
 *
 * Lets the page show the file that is looked at.
 */
void
fonds_import_file_set_setup (FondsImportFile *self, FondsImportSetup *setup)
{
  g_return_if_fail (FONDS_IS_IMPORT_FILE (self) && !self->setup);

  self->setup = g_object_ref (setup);
  g_signal_connect_object (setup, "peeked", G_CALLBACK (peeked_cb), self, G_CONNECT_SWAPPED);
}
