/* completeness.c - what records still lack, and what in them leads nowhere
 *
 * A report is made of one view of the catalogue. It keeps a bit a record for each line, so that a million
 * records with gaps of every sort take a few megabytes.
 * Thread: any but the main one; the asynchronous form has a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/completeness-private.h"
#include "data/catalogue/completeness-table.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/field.h"
#include "data/store/database.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *label;
  const char *advice;
} sorts[FONDS_N_GAP_SORTS] = {
  [FONDS_GAP_ESSENTIAL] = { "essential", N_ ("Essential fields are empty"),
                            N_ ("The standard asks for these in every description.") },
  [FONDS_GAP_UNPLACED_DATE] = { "date", N_ ("Dates that are not understood"),
                                N_ ("They are kept as written, but can’t be sorted or searched by "
                                    "time. Write them anew, or add a date in EDTF.") },
  [FONDS_GAP_CLASH] = { "clash", N_ ("Codes that clash"),
                        N_ ("Two records at the same place have the same code, so that citing it "
                            "is ambiguous. Give one of them another.") },
  [FONDS_GAP_BROKEN_LINK] = { "link", N_ ("Links that lead nowhere"),
                              N_ ("What they refer to is not in this catalogue. Bring it in, or "
                                  "choose another record.") },
  [FONDS_GAP_UNREACHABLE_FILE] = { "file", N_ ("Files that can’t be reached"),
                                   N_ ("They were moved, or their disk is not connected. Bring "
                                       "them back, or attach them to the record.") },
  [FONDS_GAP_UNUSED] = { "unused", N_ ("Authorities that nothing refers to"),
                         N_ ("They may be left over, or still wait to be used.") },
};

/**
 * fonds_gap_sort_id:
 * @sort: what is the matter
 *
 * Returns: the word for it in files
 */
const char *
fonds_gap_sort_id (FondsGapSort sort)
{
  return sorts[sort].id;
}

/**
 * fonds_gap_sort_label:
 * @sort: what is the matter
 *
 * Returns: a heading for it, translated
 */
const char *
fonds_gap_sort_label (FondsGapSort sort)
{
  return _ (sorts[sort].label);
}

/**
 * fonds_gap_sort_advice:
 * @sort: what is the matter
 *
 * Returns: what it means and what to do about it, translated
 */
const char *
fonds_gap_sort_advice (FondsGapSort sort)
{
  return _ (sorts[sort].advice);
}

static void
free_gap (gpointer data)
{
  FondsGap *gap = data;

  fonds_bitset_free (gap->records);
  g_free (gap);
}

static void
clear_report (gpointer data)
{
  g_ptr_array_unref (((FondsCompleteness *) data)->gaps);
}

/**
 * fonds_completeness_ref:
 * @self: a report
 *
 * Keeps a report. On any thread; a report never changes once it is made.
 *
 * Returns: (transfer full): the same
 */
FondsCompleteness *
fonds_completeness_ref (FondsCompleteness *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * fonds_completeness_unref:
 * @self: (transfer full): a report
 *
 * Lets go of a report; the last one frees it.
 */
void
fonds_completeness_unref (FondsCompleteness *self)
{
  g_atomic_rc_box_release_full (self, clear_report);
}

/* Adds a line, unless there is nothing to say; @records is taken. */
static void
add_gap (FondsCompleteness *self,
         FondsGapSort sort,
         FondsKind kind,
         const FondsField *field,
         FondsBitset *records)
{
  guint n = fonds_bitset_count (records);
  FondsGap *gap;

  if (n == 0)
    {
      fonds_bitset_free (records);
      return;
    }
  gap = g_new0 (FondsGap, 1);
  gap->sort = sort;
  gap->kind = kind;
  gap->field = field;
  gap->n = n;
  gap->records = records;
  g_ptr_array_add (self->gaps, gap);
}

typedef gboolean (*Ask) (FondsDb *db, FondsBitset **records, GError **error);

/* One question for all kinds; a line for each that has an answer. */
static gboolean
ask_all (FondsCompleteness *self, FondsDb *db, FondsGapSort sort, Ask ask, GError **error)
{
  FondsBitset *records[FONDS_N_KINDS] = { NULL };
  gboolean asked;

  for (int kind = FONDS_KIND_UNIT; fonds_kind_is_record (kind); kind++)
    records[kind] = fonds_bitset_new ();
  asked = ask (db, records, error);
  for (int kind = FONDS_KIND_UNIT; fonds_kind_is_record (kind); kind++)
    add_gap (self, sort, kind, NULL, records[kind]);
  return asked;
}

static void
take_essentials (FondsCompleteness *self, FondsBodyScan *scan)
{
  for (int kind = FONDS_KIND_UNIT; fonds_kind_is_record (kind); kind++)
    for (guint i = 0; i < scan->essentials[kind].n; i++)
      add_gap (self, FONDS_GAP_ESSENTIAL, kind, scan->essentials[kind].fields[i],
               g_steal_pointer (&scan->essentials[kind].missing[i]));
}

static void
take_files (FondsCompleteness *self, FondsBodyScan *scan)
{
  for (int kind = FONDS_KIND_UNIT; fonds_kind_is_record (kind); kind++)
    add_gap (self, FONDS_GAP_UNREACHABLE_FILE, kind, NULL,
             g_steal_pointer (&scan->unreachable[kind]));
}

static void
count (FondsCompleteness *self, guint64 n_records)
{
  g_autoptr (FondsBitset) any = fonds_bitset_new ();

  for (guint i = 0; i < self->gaps->len; i++)
    fonds_bitset_unite (any, ((FondsGap *) g_ptr_array_index (self->gaps, i))->records);
  self->n_records = n_records;
  self->n_with_gaps = fonds_bitset_count (any);
}

static gboolean
fill (FondsCompleteness *self, FondsDb *db, FondsBodyScan *scan, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (scan->cancellable, error) ||
      !fonds_body_scan_run (scan, db, error))
    return FALSE;
  take_essentials (self, scan);
  if (!ask_all (self, db, FONDS_GAP_UNPLACED_DATE, fonds_completeness_unplaced, error) ||
      !ask_all (self, db, FONDS_GAP_CLASH, fonds_completeness_clashes, error) ||
      !ask_all (self, db, FONDS_GAP_BROKEN_LINK, fonds_completeness_broken, error))
    return FALSE;
  take_files (self, scan);
  if (!ask_all (self, db, FONDS_GAP_UNUSED, fonds_completeness_unused, error))
    return FALSE;
  count (self, scan->n_total);
  return TRUE;
}

/**
 * fonds_completeness_run:
 * @catalogue: a catalogue
 * @options: (nullable): how
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Goes through a catalogue and says what its records lack. Blocks.
 *
 * Returns: (transfer full) (nullable): the report
 */
FondsCompleteness *
fonds_completeness_run (FondsCatalogue *catalogue,
                        const FondsCompletenessOptions *options,
                        GCancellable *cancellable,
                        GError **error)
{
  static const FondsCompletenessOptions none = { NULL };
  g_autoptr (FondsCompleteness) self = g_atomic_rc_box_new0 (FondsCompleteness);
  g_autoptr (FondsDb) db = NULL;
  g_auto (FondsBodyScan) scan = { .n_done = 0 };

  self->gaps = g_ptr_array_new_with_free_func (free_gap);
  fonds_body_scan_init (&scan, fonds_catalogue_get_path (catalogue),
                        options != NULL ? options : &none, cancellable);
  db = fonds_store_connect (fonds_catalogue_get_store (catalogue), error);
  if (db == NULL || !fonds_db_begin (db, FALSE, error))
    return NULL;
  fonds_db_set_cancellable (db, cancellable);
  if (!fill (self, db, &scan, error))
    return NULL;
  fonds_db_rollback (db);
  return g_steal_pointer (&self);
}

/* One telling of progress on its way to the main context. */
typedef struct
{
  FondsCompletenessProgress progress;
  gpointer data;
  guint64 done, total;
} Telling;

/* The options, copied, since the caller need not keep them. */
typedef struct
{
  FondsCompletenessOptions options;
  GMainContext *context;
  FondsCompletenessProgress progress;
  gpointer progress_data;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  telling->progress (telling->done, telling->total, telling->data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  Job *job = data;
  Telling telling = { job->progress, job->progress_data, done, total };

  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb,
                              g_memdup2 (&telling, sizeof telling), g_free);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  FondsCompleteness *report = fonds_completeness_run (source, &job->options, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) fonds_completeness_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_completeness_run_async:
 * @catalogue: a catalogue
 * @options: (nullable): how; copied. The progress function is called in the thread-default main context
 *   of the caller
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is over
 * @user_data: for @callback
 *
 * Begins [func@completeness_run] in a thread of its own.
 */
void
fonds_completeness_run_async (FondsCatalogue *catalogue,
                              const FondsCompletenessOptions *options,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (catalogue, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  if (options != NULL)
    job->options = *options;
  job->context = g_main_context_ref_thread_default ();
  job->progress = job->options.progress;
  job->progress_data = job->options.progress_data;
  job->options.progress = job->progress != NULL ? progress_cb : NULL;
  job->options.progress_data = job;
  g_task_set_source_tag (task, fonds_completeness_run_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_cb);
}

/**
 * fonds_completeness_run_finish:
 * @result: what the callback was given
 * @error: return location for an error, as of [func@completeness_run]
 *
 * Returns: (transfer full) (nullable): the report
 */
FondsCompleteness *
fonds_completeness_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fonds_completeness_find:
 * @self: a report
 * @sort: what is the matter
 * @kind: what the records are
 * @field: (nullable): the field that is empty
 *
 * Returns: (transfer none) (nullable): the line; %NULL where it is in order
 */
const FondsGap *
fonds_completeness_find (const FondsCompleteness *self,
                         FondsGapSort sort,
                         FondsKind kind,
                         const char *field)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const FondsGap *gap = g_ptr_array_index (self->gaps, i);

      if (gap->sort == sort && gap->kind == kind &&
          g_strcmp0 (gap->field != NULL ? gap->field->id : NULL, field) == 0)
        return gap;
    }
  return NULL;
}

/**
 * fonds_gap_label:
 * @self: a line
 *
 * Returns: (transfer full): the records, and the field if there is one, translated
 */
char *
fonds_gap_label (const FondsGap *self)
{
  const char *kind = _ (fonds_kind_label_plural (self->kind));

  /* Translators: a kind of record and one of its fields */
  return self->field != NULL ? g_strdup_printf (_ ("%s: %s"), kind, _ (self->field->label))
                             : g_strdup (kind);
}

/**
 * fonds_gap_list:
 * @self: a line
 *
 * Returns: (transfer full) (element-type guint32): its records, oldest first
 */
GArray *
fonds_gap_list (const FondsGap *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->n);

  for (gsize word = 0; word < self->records->n_words; word++)
    for (guint64 rest = self->records->words[word]; rest != 0; rest &= rest - 1)
      {
        guint32 id = (guint32) (word * 64) + (guint32) __builtin_ctzll (rest);

        g_array_append_val (ids, id);
      }
  return ids;
}

static char *
describe_file (FondsDb *db, gint64 id, GError **error)
{
  static const FondsCompletenessOptions none = { NULL };
  g_autoptr (FondsDocument) document = fonds_document_load (db, id, error);
  g_autofree char *folder = g_path_get_dirname (fonds_db_path (db));
  char *lost;

  if (document == NULL)
    return NULL;
  lost = fonds_body_scan_unreachable (document->body, folder, &none);
  return lost != NULL ? lost : g_strdup ("");
}

/**
 * fonds_gap_describe:
 * @self: a line
 * @db: a connection
 * @id: one of its records
 * @error: return location for an error
 *
 * Says what exactly is the matter with a record: the code, the date, the file, the target.
 *
 * Returns: (transfer full) (nullable): that; "" where there is nothing more to say
 */
char *
fonds_gap_describe (const FondsGap *self, FondsDb *db, gint64 id, GError **error)
{
  switch (self->sort)
    {
    case FONDS_GAP_UNPLACED_DATE:
      return fonds_completeness_say_date (db, id, error);
    case FONDS_GAP_CLASH:
      return fonds_completeness_say_code (db, id, error);
    case FONDS_GAP_BROKEN_LINK:
      return fonds_completeness_say_broken (db, id, error);
    case FONDS_GAP_UNREACHABLE_FILE:
      return describe_file (db, id, error);
    case FONDS_GAP_ESSENTIAL:
    case FONDS_GAP_UNUSED:
    case FONDS_N_GAP_SORTS:
    default:
      return g_strdup ("");
    }
}
