/* completeness.h - what records still lack, and what in them leads nowhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/catalogue/catalogue.h"
#include "data/store/bitset.h"

G_BEGIN_DECLS

/**
 * FondsGapSort:
 * @FONDS_GAP_ESSENTIAL: an essential field is empty
 * @FONDS_GAP_UNPLACED_DATE: the date is not understood, so that the record stands outside of time
 * @FONDS_GAP_CLASH: another record at the same place has the same code
 * @FONDS_GAP_BROKEN_LINK: it refers to something that is not here
 * @FONDS_GAP_UNREACHABLE_FILE: a file of it can't be reached from this computer
 * @FONDS_GAP_UNUSED: an authority that nothing refers to
 *
 * What can be the matter with a record, in the order of a report.
 */
typedef enum
{
  FONDS_GAP_ESSENTIAL,
  FONDS_GAP_UNPLACED_DATE,
  FONDS_GAP_CLASH,
  FONDS_GAP_BROKEN_LINK,
  FONDS_GAP_UNREACHABLE_FILE,
  FONDS_GAP_UNUSED,
  FONDS_N_GAP_SORTS,
} FondsGapSort;

/**
 * FondsGap:
 * @sort: what is the matter
 * @kind: what the records are
 * @field: (nullable): the field that is empty, of %FONDS_GAP_ESSENTIAL
 * @n: how many records
 * @records: which
 *
 * One line of a report. A report has none without records.
 */
typedef struct
{
  FondsGapSort sort;
  FondsKind kind;
  const FondsField *field;
  guint n;
  FondsBitset *records;
} FondsGap;

/**
 * FondsCompleteness:
 * @gaps: (element-type FondsGap): what is the matter, by sort and kind
 * @n_records: how many records were looked at
 * @n_with_gaps: how many of them have at least one gap
 *
 * A report on a whole catalogue, as it was at one moment.
 */
typedef struct
{
  GPtrArray *gaps;
  guint64 n_records;
  guint64 n_with_gaps;
} FondsCompleteness;

/**
 * FondsReachFunc:
 * @value: a value of a field of type file
 * @data: what the options gave along
 *
 * Says, on the report's thread, whether a file that is kept with the catalogue is there.
 */
typedef gboolean (*FondsReachFunc) (const FondsValue *value, gpointer data);

/**
 * FondsCompletenessProgress:
 * @done: how many documents are behind it
 * @total: of how many
 * @data: what the options gave along
 *
 * Hears of progress, a few times a second: of fonds_completeness_run() on its thread, else in the main
 * context of the caller.
 */
typedef void (*FondsCompletenessProgress) (guint64 done, guint64 total, gpointer data);

/**
 * FondsCompletenessOptions:
 * @reach: (nullable): knows the files that are kept with the catalogue; %NULL: nobody looks for them
 * @reach_data: for @reach
 * @progress: (nullable): hears of progress
 * @progress_data: for @progress
 *
 * How a report is made.
 */
typedef struct
{
  FondsReachFunc reach;
  gpointer reach_data;
  FondsCompletenessProgress progress;
  gpointer progress_data;
} FondsCompletenessOptions;

FondsCompleteness *fonds_completeness_run (FondsCatalogue *catalogue,
                                           const FondsCompletenessOptions *options,
                                           GCancellable *cancellable,
                                           GError **error);
void fonds_completeness_run_async (FondsCatalogue *catalogue,
                                   const FondsCompletenessOptions *options,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
FondsCompleteness *fonds_completeness_run_finish (GAsyncResult *result, GError **error);
FondsCompleteness *fonds_completeness_ref (FondsCompleteness *self);
void fonds_completeness_unref (FondsCompleteness *self);

const FondsGap *fonds_completeness_find (const FondsCompleteness *self,
                                         FondsGapSort sort,
                                         FondsKind kind,
                                         const char *field);

const char *fonds_gap_sort_id (FondsGapSort sort);
const char *fonds_gap_sort_label (FondsGapSort sort);
const char *fonds_gap_sort_advice (FondsGapSort sort);
char *fonds_gap_label (const FondsGap *self);
GArray *fonds_gap_list (const FondsGap *self);
char *fonds_gap_describe (const FondsGap *self, FondsDb *db, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsCompleteness, fonds_completeness_unref)

G_END_DECLS
