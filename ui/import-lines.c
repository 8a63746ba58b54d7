/* import-lines.c - the lines of an import's report as a list
 *
 * Holds the report and which of its lines are shown; a row is made when somebody looks at it.
 * Thread: main context. Ownership: the list owns the report, each row keeps the list.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-lines.h"

struct _FondsImportLines
{
  GObject parent_instance;

  /* owned */
  FondsImportReport *report;
  GArray *shown; /* of guint: which lines */
};

struct _FondsImportRow
{
  GObject parent_instance;

  /* owned */
  FondsImportLines *lines;

  /* borrowed */
  const FondsImportLine *line; /* of the report */
};

G_DEFINE_FINAL_TYPE (FondsImportRow, fonds_import_row, G_TYPE_OBJECT)

static void
fonds_import_row_finalize (GObject *object)
{
  g_object_unref (FONDS_IMPORT_ROW (object)->lines);

  G_OBJECT_CLASS (fonds_import_row_parent_class)->finalize (object);
}

static void
fonds_import_row_class_init (FondsImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_import_row_finalize;
}

static void
fonds_import_row_init (FondsImportRow *self)
{
}

/**
 * fonds_import_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none): the line of the report
 */
const FondsImportLine *
fonds_import_row_get_line (FondsImportRow *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_ROW (self), NULL);

  return self->line;
}

static GType
get_item_type (GListModel *model)
{
  return FONDS_TYPE_IMPORT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return FONDS_IMPORT_LINES (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  FondsImportLines *self = FONDS_IMPORT_LINES (model);
  FondsImportRow *row;

  if (position >= self->shown->len)
    return NULL;
  row = g_object_new (FONDS_TYPE_IMPORT_ROW, NULL);
  row->lines = g_object_ref (self);
  row->line = g_ptr_array_index (self->report->lines, g_array_index (self->shown, guint, position));
  return row;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsImportLines,
                               fonds_import_lines,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
fonds_import_lines_finalize (GObject *object)
{
  FondsImportLines *self = FONDS_IMPORT_LINES (object);

  g_clear_pointer (&self->report, fonds_import_report_free);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (fonds_import_lines_parent_class)->finalize (object);
}

static void
fonds_import_lines_class_init (FondsImportLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_import_lines_finalize;
}

static void
fonds_import_lines_init (FondsImportLines *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * fonds_import_lines_new:
 * @report: (transfer full): a report
 *
 * Makes a list of all lines of a report.
 *
 * Returns: (transfer full): the list
 */
FondsImportLines *
fonds_import_lines_new (FondsImportReport *report)
{
  FondsImportLines *self = g_object_new (FONDS_TYPE_IMPORT_LINES, NULL);

  self->report = report;
  fonds_import_lines_show_only (self, FONDS_N_IMPORT_RESULTS);
  return self;
}

/**
 * fonds_import_lines_get_report:
 * @self: a list
 *
 * Returns: (transfer none): the report
 */
const FondsImportReport *
fonds_import_lines_get_report (FondsImportLines *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_LINES (self), NULL);

  return self->report;
}

/**
 * fonds_import_lines_show_only:
 * @self: a list
 * @result: a #FondsImportResult; %FONDS_N_IMPORT_RESULTS for all
 *
 * Narrows the list to what became of rows.
 */
void
fonds_import_lines_show_only (FondsImportLines *self, int result)
{
  guint before, i;

  g_return_if_fail (FONDS_IS_IMPORT_LINES (self));

  /* Emptied and filled in two steps, since a view looks at every row that comes in place of others. */
  before = self->shown->len;
  g_array_set_size (self->shown, 0);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  for (i = 0; i < self->report->lines->len; i++)
    {
      const FondsImportLine *line = g_ptr_array_index (self->report->lines, i);

      if (result == FONDS_N_IMPORT_RESULTS || line->result == (FondsImportResult) result)
        g_array_append_val (self->shown, i);
    }
  if (self->shown->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->shown->len);
}
