/* import-lines.c - the rows of a dry run as a list
 *
 * Holds which lines of the listing are shown. A row is a placeholder until its piece of the listing,
 * which lies on the disk, was read on a thread; pieces that were read last are kept.
 * Invariant: one reading at a time; the answer of a search that was given up is dropped.
 * Thread: main context. Ownership: rows are known weakly here, held by the view; each keeps the list and
 * the piece that its line is in.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-lines.h"

/* Lines that are read at once. */
#define PIECE 64

/* So many pieces are kept. */
#define PIECES_MAX 32

struct _FondsImportLines
{
  GObject parent_instance;

  /* owned */
  FondsImportListing *listing;
  GArray *shown;         /* of guint32: which lines */
  GHashTable *rows;      /* number -> FondsImportRow, weak */
  GHashTable *pieces;    /* number of a piece -> GPtrArray of FondsImportLine */
  GQueue recent;         /* of those numbers, the latest first */
  GHashTable *wanted;    /* set of numbers of pieces */
  GCancellable *finding; /* (nullable) */

  /* state */
  gboolean reading;
};

struct _FondsImportRow
{
  GObject parent_instance;

  /* owned */
  FondsImportLines *lines;
  GPtrArray *piece; /* (nullable): that @line is in */

  /* borrowed */
  const FondsImportLine *line; /* (nullable): until it is read */

  /* state */
  guint32 number;
};

enum
{
  PROP_LOADED = 1,
  N_ROW_PROPS,
};

enum
{
  PROP_FINDING = 1,
  N_PROPS,
};

static GParamSpec *row_properties[N_ROW_PROPS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FondsImportRow, fonds_import_row, G_TYPE_OBJECT)

static void read_wanted (FondsImportLines *self);

static void
fonds_import_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADED)
    g_value_set_boolean (value, FONDS_IMPORT_ROW (object)->line != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_import_row_finalize (GObject *object)
{
  FondsImportRow *self = FONDS_IMPORT_ROW (object);

  g_hash_table_remove (self->lines->rows, GUINT_TO_POINTER (self->number));
  g_clear_pointer (&self->piece, g_ptr_array_unref);
  g_object_unref (self->lines);

  G_OBJECT_CLASS (fonds_import_row_parent_class)->finalize (object);
}

static void
fonds_import_row_class_init (FondsImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = fonds_import_row_get_property;
  G_OBJECT_CLASS (klass)->finalize = fonds_import_row_finalize;

  row_properties[PROP_LOADED] =
      g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_ROW_PROPS, row_properties);
}

static void
fonds_import_row_init (FondsImportRow *self)
{
}

static void
fill (FondsImportRow *self, GPtrArray *piece)
{
  guint place = self->number % PIECE;

  if (self->line || place >= piece->len)
    return;
  self->piece = g_ptr_array_ref (piece);
  self->line = g_ptr_array_index (piece, place);
  g_object_notify_by_pspec (G_OBJECT (self), row_properties[PROP_LOADED]);
}

/**
 * fonds_import_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the line; %NULL until it is loaded
 */
const FondsImportLine *
fonds_import_row_get_line (FondsImportRow *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_ROW (self), NULL);

  return self->line;
}

/**
 * fonds_import_row_want:
 * @self: a row that is seen
 *
 * Asks for the line, which comes later by the property `loaded`, or is there.
 */
void
fonds_import_row_want (FondsImportRow *self)
{
  GPtrArray *piece;

  g_return_if_fail (FONDS_IS_IMPORT_ROW (self));

  if (self->line)
    return;
  piece = g_hash_table_lookup (self->lines->pieces, GUINT_TO_POINTER (self->number / PIECE));
  if (piece)
    {
      fill (self, piece);
      return;
    }
  g_hash_table_add (self->lines->wanted, GUINT_TO_POINTER (self->number / PIECE));
  read_wanted (self->lines);
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
  guint32 number;

  if (position >= self->shown->len)
    return NULL;
  number = g_array_index (self->shown, guint32, position);
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (number));
  if (row)
    return g_object_ref (row);
  row = g_object_new (FONDS_TYPE_IMPORT_ROW, NULL);
  row->lines = g_object_ref (self);
  row->number = number;
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (number), row);
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
keep_piece (FondsImportLines *self, guint number, GPtrArray *piece)
{
  guint i;

  g_hash_table_insert (self->pieces, GUINT_TO_POINTER (number), g_ptr_array_ref (piece));
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (number));
  while (g_queue_get_length (&self->recent) > PIECES_MAX)
    g_hash_table_remove (self->pieces, g_queue_pop_tail (&self->recent));
  for (i = 0; i < piece->len; i++)
    {
      FondsImportRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (number * PIECE + i));

      if (row)
        fill (row, piece);
    }
}

typedef struct
{
  FondsImportListing *listing;
  guint number; /* of a piece, or for a search */
  int result;
  char *words;
} Job;

static void
job_free (Job *job)
{
  fonds_import_listing_unref (job->listing);
  g_free (job->words);
  g_free (job);
}

static Job *
job_new (FondsImportLines *self)
{
  Job *job = g_new0 (Job, 1);

  job->listing = fonds_import_listing_ref (self->listing);
  return job;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *piece = fonds_import_listing_read (job->listing, job->number * PIECE, PIECE, &error);

  if (piece)
    g_task_return_pointer (task, piece, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportLines *self = FONDS_IMPORT_LINES (source);
  g_autoptr (GPtrArray) piece = g_task_propagate_pointer (G_TASK (result), NULL);
  guint number = ((Job *) g_task_get_task_data (G_TASK (result)))->number;

  self->reading = FALSE;
  g_hash_table_remove (self->wanted, GUINT_TO_POINTER (number));
  if (piece)
    keep_piece (self, number, piece);
  read_wanted (self);
}

static void
read_wanted (FondsImportLines *self)
{
  g_autoptr (GTask) task = NULL;
  GHashTableIter iter;
  gpointer number;
  Job *job;

  g_hash_table_iter_init (&iter, self->wanted);
  if (self->reading || !g_hash_table_iter_next (&iter, &number, NULL))
    return;
  self->reading = TRUE;
  job = job_new (self);
  job->number = GPOINTER_TO_UINT (number);
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_source_tag (task, read_wanted);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_thread);
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GArray *found =
      fonds_import_listing_find (job->listing, job->result, job->words, cancellable, &error);

  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* Emptied and filled in two steps, since a view looks at every row that comes in place of others. */
static void
adopt (FondsImportLines *self, GArray *found)
{
  g_autoptr (GArray) old = self->shown;

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (old->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, 0);
  g_array_unref (self->shown);
  self->shown = g_array_ref (found);
  if (found->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, found->len);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportLines *self = FONDS_IMPORT_LINES (source);
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->finding != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->finding);
  if (found)
    adopt (self, found);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

static void
fonds_import_lines_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FINDING)
    g_value_set_boolean (value, fonds_import_lines_get_finding (FONDS_IMPORT_LINES (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_import_lines_finalize (GObject *object)
{
  FondsImportLines *self = FONDS_IMPORT_LINES (object);

  g_clear_object (&self->finding);
  g_array_unref (self->shown);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->wanted);
  g_queue_clear (&self->recent);
  fonds_import_listing_unref (self->listing);

  G_OBJECT_CLASS (fonds_import_lines_parent_class)->finalize (object);
}

static void
fonds_import_lines_class_init (FondsImportLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = fonds_import_lines_get_property;
  G_OBJECT_CLASS (klass)->finalize = fonds_import_lines_finalize;

  properties[PROP_FINDING] =
      g_param_spec_boolean ("finding", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
fonds_import_lines_init (FondsImportLines *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_hash_table_new (NULL, NULL);
  self->pieces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->recent);
}

/**
 * fonds_import_lines_new:
 * @listing: a finished listing
 *
 * Makes a list that shows nothing yet.
 *
 * Returns: (transfer full): the list
 */
FondsImportLines *
fonds_import_lines_new (FondsImportListing *listing)
{
  FondsImportLines *self = g_object_new (FONDS_TYPE_IMPORT_LINES, NULL);

  self->listing = fonds_import_listing_ref (listing);
  return self;
}

/**
 * fonds_import_lines_show:
 * @self: a list
 * @result: a #FondsImportResult; %FONDS_N_IMPORT_RESULTS for any
 * @words: words that must stand in a line; "" for any
 *
 * Narrows the list; until it is known to what, it stays as it is.
 */
void
fonds_import_lines_show (FondsImportLines *self, int result, const char *words)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (FONDS_IS_IMPORT_LINES (self));

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  job = job_new (self);
  job->result = result;
  job->words = g_strdup (words);
  task = g_task_new (self, self->finding, found_cb, NULL);
  g_task_set_source_tag (task, fonds_import_lines_show);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
  g_task_run_in_thread (task, find_thread);
}

/**
 * fonds_import_lines_get_finding:
 * @self: a list
 *
 * Returns: whether it is being found out what is shown
 */
gboolean
fonds_import_lines_get_finding (FondsImportLines *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_LINES (self), FALSE);

  return self->finding != NULL;
}

/**
 * fonds_import_lines_get_shown:
 * @self: a list
 *
 * Returns: (transfer none) (element-type guint32): the lines that are shown; never changed, only replaced
 */
GArray *
fonds_import_lines_get_shown (FondsImportLines *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_LINES (self), NULL);

  return self->shown;
}
