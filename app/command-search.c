/* command-search.c - the verb "search"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/json-writer.h"

#include "data/catalogue/level.h"
#include "data/catalogue/row.h"
#include "data/search/search.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean json;
  gboolean facets;
  gboolean descending;
  int limit;
  int offset;
  char *sort;
} Options;

typedef struct
{
  const guint32 *ids;
  guint n;
  GArray *rows;
} Page;

static gboolean
load_page (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Page *page = data;

  page->rows = fonds_row_load (db, page->ids, page->n, error);
  return page->rows != NULL;
}

static void
print_row (const FondsRow *row)
{
  g_print ("%s\t%s\t%s\t%s\n", row->ref != NULL ? row->ref : "",
           *row->title != '\0' ? row->title : _ ("[untitled]"),
           row->dates != NULL ? row->dates : "",
           row->level != NULL ? fonds_level_label (row->level) : fonds_kind_label (row->kind));
}

static void
print_facets (const FondsAnswer *answer)
{
  for (int f = 0; f < FONDS_N_FACETS; f++)
    {
      if (answer->facets[f] == NULL || answer->facets[f]->len == 0)
        continue;
      g_print ("\n%s\n", _ (fonds_facet_label (f)));
      for (guint i = 0; i < answer->facets[f]->len; i++)
        {
          const FondsFacetValue *value = g_ptr_array_index (answer->facets[f], i);

          g_print ("%8u  %s\n", value->count, value->label);
        }
    }
}

static void
write_row (FondsJsonWriter *out, const FondsRow *row)
{
  fonds_json_writer_begin (out, '{');
  fonds_json_writer_string (out, "uid", row->uid);
  fonds_json_writer_string (out, "kind", fonds_kind_id (row->kind));
  fonds_json_writer_string (out, "title", row->title);
  fonds_json_writer_string (out, "language", row->language);
  fonds_json_writer_string (out, "level", row->level);
  fonds_json_writer_string (out, "ref", row->ref);
  fonds_json_writer_string (out, "dates", row->dates);
  fonds_json_writer_string (out, "creators", row->creators);
  fonds_json_writer_end (out, '}');
}

static void
write_facets (FondsJsonWriter *out, const FondsAnswer *answer)
{
  fonds_json_writer_name (out, "facets");
  fonds_json_writer_begin (out, '{');
  for (int f = 0; f < FONDS_N_FACETS; f++)
    {
      if (answer->facets[f] == NULL)
        continue;
      fonds_json_writer_name (out, fonds_facet_id (f));
      fonds_json_writer_begin (out, '[');
      for (guint i = 0; i < answer->facets[f]->len; i++)
        {
          const FondsFacetValue *value = g_ptr_array_index (answer->facets[f], i);

          fonds_json_writer_begin (out, '{');
          fonds_json_writer_string (out, "value", value->value);
          fonds_json_writer_string (out, "label", value->label);
          fonds_json_writer_int (out, "count", value->count);
          fonds_json_writer_end (out, '}');
        }
      fonds_json_writer_end (out, ']');
    }
  fonds_json_writer_end (out, '}');
}

static void
print_json (const FondsAnswer *answer, const GArray *rows, const Options *options)
{
  g_autoptr (FondsJsonWriter) out = fonds_json_writer_new ();

  fonds_json_writer_begin (out, '{');
  fonds_json_writer_int (out, "total", answer->n);
  fonds_json_writer_name (out, "records");
  fonds_json_writer_begin (out, '[');
  for (guint i = 0; i < rows->len; i++)
    write_row (out, &g_array_index (rows, FondsRow, i));
  fonds_json_writer_end (out, ']');
  if (options->facets)
    write_facets (out, answer);
  fonds_json_writer_end (out, '}');
  g_print ("%s\n", fonds_json_writer_text (out));
}

static FondsExit
print_answer (FondsCatalogue *catalogue, const FondsAnswer *answer, const Options *options)
{
  guint offset = MIN ((guint) options->offset, answer->n);
  Page page = { answer->ids + offset, MIN ((guint) options->limit, answer->n - offset), NULL };
  g_autoptr (GError) error = NULL;

  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_ROWS, load_page, &page,
                        NULL, &error))
    return fonds_command_fail (error);
  if (options->json)
    print_json (answer, page.rows, options);
  else
    {
      for (guint i = 0; i < page.rows->len; i++)
        print_row (&g_array_index (page.rows, FondsRow, i));
      g_print (ngettext ("%u record\n", "%u records\n", answer->n), answer->n);
      if (options->facets)
        print_facets (answer);
    }
  g_array_unref (page.rows);
  return FONDS_EXIT_DONE;
}

static gboolean
set_sort (FondsRequest *request, const Options *options)
{
  request->descending = options->descending;
  request->facets = options->facets ? FONDS_FACETS_ALL : 0;
  return options->sort == NULL || fonds_sort_from_id (options->sort, &request->sort);
}

/**
 * fonds_command_search:
 * @argc: how many words
 * @argv: the words
 *
 * Finds records and prints them a line each, or as JSON.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_search (int argc, char **argv)
{
  Options options = { .limit = 50 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    { "facets", 0, 0, G_OPTION_ARG_NONE, &options.facets, N_ ("Count the answer's facets"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_ ("Print at most N records (50)"), "N" },
    { "offset", 0, 0, G_OPTION_ARG_INT, &options.offset, N_ ("Leave the first N out"), "N" },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &options.sort,
      N_ ("relevance, title, date, reference, changed or hierarchy"), "S" },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &options.descending, N_ ("Turn the order round"),
      NULL },
    { NULL },
  };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (FondsSearch) search = NULL;
  g_autoptr (FondsRequest) request = NULL;
  g_autoptr (FondsAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *query = NULL;
  g_autofree char *sort = NULL;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 2, -1, &status))
    return status;
  sort = options.sort;
  query = g_strjoinv (" ", argv + 2);
  request = fonds_request_new (query);
  if (options.limit < 0 || options.offset < 0 || !set_sort (request, &options))
    return fonds_command_misuse (_ ("The sort order, the limit or the offset makes no sense."));
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL)
    return fonds_command_fail (error);
  search = fonds_search_new (catalogue);
  answer = fonds_search_run (search, request, NULL, &error);
  return answer != NULL ? print_answer (catalogue, answer, &options) : fonds_command_fail (error);
}
