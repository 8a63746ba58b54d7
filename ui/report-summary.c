/* report-summary.c - what records lack, as rows with counts
 *
 * A group for each sort of gap, with what it means and what to do; a row for each kind of record, or
 * field of it. Choosing a row asks for its records.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/report-summary.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsReportSummary
{
  AdwBin parent_instance;

  /* owned */
  GPtrArray *rows; /* of GtkWidget, which the page owns: one for each line of the report */
};

G_DEFINE_FINAL_TYPE (FondsReportSummary, fonds_report_summary, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (AdwActionRow *row, FondsReportSummary *self)
{
  guint number;

  if (g_ptr_array_find (self->rows, row, &number))
    g_signal_emit (self, signals[CHOSEN], 0, number);
}

static GtkWidget *
make_row (FondsReportSummary *self, const FondsGap *gap)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *title = fonds_gap_label (gap);
  g_autofree char *count = fonds_format_count (gap->n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_text (GTK_LABEL (label), count);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), fonds_decoration_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  g_ptr_array_add (self->rows, row);
  return row;
}

static AdwPreferencesGroup *
make_group (FondsGapSort sort)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, fonds_gap_sort_label (sort));
  adw_preferences_group_set_description (group, fonds_gap_sort_advice (sort));
  return group;
}

static void
fonds_report_summary_finalize (GObject *object)
{
  g_ptr_array_unref (FONDS_REPORT_SUMMARY (object)->rows);

  G_OBJECT_CLASS (fonds_report_summary_parent_class)->finalize (object);
}

static void
fonds_report_summary_class_init (FondsReportSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_report_summary_finalize;

  /**
   * FondsReportSummary::chosen:
   * @number: of the report's line
   *
   * Somebody wants to see the records of a line.
   */
  signals[CHOSEN] = g_signal_new ("chosen", FONDS_TYPE_REPORT_SUMMARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
fonds_report_summary_init (FondsReportSummary *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * fonds_report_summary_new:
 *
 * Makes an empty summary.
 *
 * Returns: (transfer floating): the summary
 */
FondsReportSummary *
fonds_report_summary_new (void)
{
  return g_object_new (FONDS_TYPE_REPORT_SUMMARY, NULL);
}

/**
 * fonds_report_summary_set_report:
 * @self: a summary
 * @report: what it shows; not kept
 *
 * Shows a report.
 */
void
fonds_report_summary_set_report (FondsReportSummary *self, const FondsCompleteness *report)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = NULL;
  int sort = -1;
  guint i;

  g_return_if_fail (FONDS_IS_REPORT_SUMMARY (self));

  g_ptr_array_set_size (self->rows, 0);
  for (i = 0; i < report->gaps->len; i++)
    {
      const FondsGap *gap = g_ptr_array_index (report->gaps, i);

      if ((int) gap->sort != sort)
        {
          sort = (int) gap->sort;
          group = make_group (gap->sort);
          adw_preferences_page_add (page, group);
        }
      adw_preferences_group_add (group, make_row (self, gap));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (page));
}
