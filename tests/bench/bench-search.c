/* bench-search.c - how long searches, facets, jumps and edits take in a catalogue, in one process
 *
 * Usage: bench-search FILE [--queries N] [--seed S] [--cold] [--edits N]
 *
 * Prints one JSON object a line. Times are milliseconds: of the processor (all threads) and of the
 * clock on the wall. "Query" is from the typed text to fifty rows and the exact total. With --cold
 * the file leaves the system's cache before each query, which then has a connection of its own; the
 * facts in memory stay. With --edits so many titles are changed for good.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/document-table.h"
#include "data/catalogue/row.h"
#include "data/catalogue/writer.h"
#include "data/search/answer.h"
#include "data/search/search.h"
#include "data/store/database.h"
#include "tests/bench/typing.h"
#include "tests/bench/watch.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_ROWS 50

typedef struct
{
  /* owned */
  FondsCatalogue *catalogue;
  FondsSearch *search;
  FondsDb *db;
  FondsColumns *columns;
  FondsAnswer *everything;
  Typing *typing;

  /* of the command line */
  int n_queries;
  gint64 seed;
  int n_edits;
  gboolean cold;
} Bench;

typedef struct
{
  const guint32 *ids;
  guint n;
} Page;

static gboolean
load_page (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Page *page = data;
  g_autoptr (GArray) rows = fonds_row_load (db, page->ids, page->n, error);

  return rows != NULL;
}

static gboolean
show_rows (Bench *self, const FondsAnswer *answer, guint from, GError **error)
{
  Page page = { answer->ids + from, MIN (N_ROWS, answer->n - from) };

  return fonds_store_run (fonds_catalogue_get_store (self->catalogue), FONDS_LANE_ROWS, load_page,
                          &page, NULL, error);
}

static gboolean
search_warm (Bench *self, const FondsRequest *request, guint *hits, GError **error)
{
  g_autoptr (FondsAnswer) answer = fonds_search_run (self->search, request, NULL, error);

  if (answer == NULL)
    return FALSE;
  *hits = answer->n;
  return show_rows (self, answer, 0, error);
}

static void
leave_the_cache (Bench *self)
{
  int file = open (fonds_catalogue_get_path (self->catalogue), O_RDONLY);

  if (file >= 0)
    {
      posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
      close (file);
    }
}

static gboolean
search_cold (Bench *self, const FondsRequest *request, guint *hits, GError **error)
{
  g_autoptr (FondsDb) db = fonds_store_connect (fonds_catalogue_get_store (self->catalogue), error);
  g_autoptr (FondsAnswer) answer = NULL;
  Page page;

  if (db == NULL)
    return FALSE;
  answer = fonds_answer_find (db, self->columns, request, NULL, error);
  if (answer == NULL)
    return FALSE;
  *hits = answer->n;
  page = (Page){ answer->ids, MIN (N_ROWS, answer->n) };
  return load_page (db, &page, NULL, error);
}

/* Date order is what people ask for most beside relevance, and what an index alone is slowest at. */
static gboolean
measure_class (Bench *self,
               const char *what,
               TypingClass class,
               FondsSort sort,
               guint facets,
               GError **error)
{
  g_auto (Watch) watch = { NULL };
  double hits = 0;

  watch_init (&watch);
  for (int i = 0; i < self->n_queries; i++)
    {
      g_autofree char *query = typing_query (self->typing, class);
      g_autoptr (FondsRequest) request = fonds_request_new (query);
      guint n = 0;

      request->sort = sort;
      request->facets = facets;
      if (self->cold)
        leave_the_cache (self);
      watch_begin (&watch);
      if (!(self->cold ? search_cold : search_warm) (self, request, &n, error))
        {
          g_prefix_error (error, "“%s”: ", query);
          return FALSE;
        }
      watch_end (&watch);
      hits += (double) n / self->n_queries;
    }
  watch_tell (&watch, what, typing_class_label (class), hits);
  return TRUE;
}

static gboolean
measure_queries (Bench *self, GError **error)
{
  for (TypingClass class = 0; class < N_TYPING_CLASSES; class ++)
    if (!measure_class (self, "query", class, FONDS_SORT_RELEVANCE, 0, error) ||
        !measure_class (self, "query by date", class, FONDS_SORT_DATE, 0, error))
      return FALSE;
  for (TypingClass class = 0; class < N_TYPING_CLASSES; class ++)
    if (!measure_class (self, "query and facets", class, FONDS_SORT_RELEVANCE, FONDS_FACETS_ALL,
                        error))
      return FALSE;
  return TRUE;
}

static gboolean
measure_jumps (Bench *self, GError **error)
{
  Chance chance = { (guint64) self->seed };
  g_auto (Watch) watch = { NULL };

  if (self->everything->n == 0)
    return TRUE;
  watch_init (&watch);
  for (int i = 0; i < self->n_queries; i++)
    {
      guint from = chance_below (&chance, self->everything->n);

      if (self->cold)
        leave_the_cache (self);
      watch_begin (&watch);
      if (!show_rows (self, self->everything, from, error))
        return FALSE;
      watch_end (&watch);
    }
  watch_tell (&watch, "jump", "fifty rows at any place", self->everything->n);
  return TRUE;
}

static void
measure_order (Bench *self)
{
  g_auto (Watch) watch = { NULL };

  watch_init (&watch);
  for (int i = 0; i < self->n_queries; i++)
    {
      g_autofree guint32 *ids = NULL;

      watch_begin (&watch);
      ids = fonds_columns_sort (self->columns, self->columns->visible, FONDS_ORDER_DATE, FALSE,
                                self->everything->n);
      watch_end (&watch);
    }
  watch_tell (&watch, "ids", "everything by date", self->everything->n);
}

typedef struct
{
  gint64 id;
  int number;
} Edit;

static gboolean
edit_title (FondsWriter *writer, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (FondsDocument) document =
      fonds_document_load (fonds_writer_db (writer), edit->id, error);
  g_autofree char *title = NULL;
  const char *field;

  if (document == NULL)
    return FALSE;
  field = fonds_body_n_values (document->body, "title") > 0 ? "title" : "name";
  title = g_strdup_printf ("%s %d", fonds_body_text (document->body, field), edit->number);
  fonds_body_clear_field (document->body, field);
  fonds_body_add_text (document->body, field, title, NULL);
  return fonds_writer_change (writer, edit->id, document->body, document->rev, NULL, error);
}

static gboolean
measure_edits (Bench *self, GError **error)
{
  Chance chance = { (guint64) self->seed };
  g_auto (Watch) watch = { NULL };

  if (self->everything->n == 0 || self->n_edits == 0)
    return TRUE;
  watch_init (&watch);
  for (int i = 0; i < self->n_edits; i++)
    {
      Edit edit = { self->everything->ids[chance_below (&chance, self->everything->n)], i };

      watch_begin (&watch);
      if (!fonds_catalogue_write (self->catalogue, FONDS_LANE_WRITE, edit_title, &edit, NULL,
                                  error))
        return FALSE;
      watch_end (&watch);
    }
  watch_tell (&watch, "edit", "a title, on the disk", self->n_edits);
  return TRUE;
}

/* In kB, from the kernel's own sum. */
static void
tell_memory (const char *when)
{
  g_autofree char *text = NULL;
  const char *pss;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return;
  pss = g_strstr_len (text, -1, "\nPss:");
  if (pss != NULL)
    printf ("{\"what\":\"memory\",\"class\":\"%s\",\"pss_kb\":%ld}\n", when,
            strtol (pss + 5, NULL, 10));
}

static gboolean
open_catalogue (Bench *self, const char *path, GError **error)
{
  g_autoptr (FondsRequest) request = fonds_request_new ("");
  g_auto (Watch) opening = { NULL };
  g_auto (Watch) loading = { NULL };
  g_auto (Watch) first = { NULL };

  watch_init (&opening);
  watch_begin (&opening);
  self->catalogue = fonds_catalogue_open (path, FALSE, fonds_search_projectors (), error);
  if (self->catalogue == NULL)
    return FALSE;
  watch_end (&opening);
  watch_tell (&opening, "open", "the file", 0);
  self->db = fonds_store_connect (fonds_catalogue_get_store (self->catalogue), error);
  if (self->db == NULL)
    return FALSE;
  watch_init (&loading);
  watch_begin (&loading);
  self->columns = fonds_columns_load (self->db, NULL, error);
  if (self->columns == NULL)
    return FALSE;
  watch_end (&loading);
  watch_tell (&loading, "facts", "read into memory", self->columns->n);
  watch_init (&first);
  watch_begin (&first);
  self->search = fonds_search_new (self->catalogue);
  self->everything = fonds_search_run (self->search, request, NULL, error);
  if (self->everything == NULL)
    return FALSE;
  watch_end (&first);
  watch_tell (&first, "first answer", "everything, with the facts", self->everything->n);
  return TRUE;
}

static gboolean
measure (Bench *self, const char *path, GError **error)
{
  if (!open_catalogue (self, path, error))
    return FALSE;
  self->typing = typing_new (self->db, self->everything->ids, self->everything->n,
                             (guint64) self->seed, error);
  if (self->typing == NULL || !measure_queries (self, error) || !measure_jumps (self, error))
    return FALSE;
  if (!self->cold)
    measure_order (self);
  tell_memory ("after searching, with two copies of the facts");
  return measure_edits (self, error);
}

static void
bench_clear (Bench *self)
{
  g_clear_pointer (&self->typing, typing_free);
  g_clear_pointer (&self->everything, fonds_answer_unref);
  g_clear_object (&self->search);
  g_clear_pointer (&self->columns, fonds_columns_unref);
  g_clear_pointer (&self->db, fonds_db_close);
  if (self->catalogue != NULL)
    fonds_catalogue_close (self->catalogue);
  g_clear_object (&self->catalogue);
}

int
main (int argc, char **argv)
{
  Bench self = { .n_queries = 200, .seed = 1 };
  const GOptionEntry entries[] = {
    { "queries", 'n', 0, G_OPTION_ARG_INT, &self.n_queries, "How many of a class (200)", "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT64, &self.seed, "Where chance begins (1)", "S" },
    { "cold", 0, 0, G_OPTION_ARG_NONE, &self.cold, "Empty the file's cache before each", NULL },
    { "edits", 'e', 0, G_OPTION_ARG_INT, &self.n_edits, "How many titles to change (0)", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE - measure a catalogue");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("bench-search: %s\n", error != NULL ? error->message : "FILE is missing");
      return 2;
    }
  if (!measure (&self, argv[1], &error))
    g_printerr ("bench-search: %s\n", error->message);
  bench_clear (&self);
  return error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
