/* report-list.c - the records of one line of a report
 *
 * The lines of the results, which load themselves as they are seen. Activating one asks for the record.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/report-list.h"

#include "data/search/id-model.h"
#include "ui/label.h"
#include "ui/result-row.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

struct _FondsReportList
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkLabel *advice;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (FondsReportList, fonds_report_list, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_row (gpointer data)
{
  return fonds_result_row_new ();
}

static void
activate_cb (FondsReportList *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  g_autoptr (FondsResultItem) item = g_list_model_get_item (model, position);

  if (item)
    g_signal_emit (self, signals[ACTIVATED], 0, fonds_result_item_get_id (item));
}

static void
fonds_report_list_dispose (GObject *object)
{
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_REPORT_LIST);

  G_OBJECT_CLASS (fonds_report_list_parent_class)->dispose (object);
}

static void
fonds_report_list_class_init (FondsReportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_report_list_dispose;

  /**
   * FondsReportList::activated:
   * @id: a record
   *
   * Somebody wants to see a record.
   */
  signals[ACTIVATED] = g_signal_new ("activated", FONDS_TYPE_REPORT_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/report-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsReportList, advice);
  gtk_widget_class_bind_template_child (widget_class, FondsReportList, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
fonds_report_list_init (FondsReportList *self)
{
  g_autoptr (GtkListItemFactory) factory = fonds_result_cell_factory_new (make_row, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->view, factory);
}

/**
 * fonds_report_list_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): the list
 */
FondsReportList *
fonds_report_list_new (void)
{
  return g_object_new (FONDS_TYPE_REPORT_LIST, NULL);
}

/**
 * fonds_report_list_show:
 * @self: a list
 * @catalogue: where the records are
 * @gap: a line of a report; not kept
 *
 * Lists the records of a line.
 */
void
fonds_report_list_show (FondsReportList *self, FondsCatalogue *catalogue, const FondsGap *gap)
{
  FondsIdModel *model = fonds_id_model_new (catalogue, fonds_gap_list (gap));
  GtkSelectionModel *none = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model)));

  g_return_if_fail (FONDS_IS_REPORT_LIST (self));

  gtk_label_set_text (self->advice, fonds_gap_sort_advice (gap->sort));
  /* A model of its own for each line: a view looks at every row that comes in place of others. */
  gtk_list_view_set_model (self->view, none);
  g_object_unref (none);
}
