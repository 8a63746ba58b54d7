/* fuzz-query.c - any text as a query
 *
 * Checks what is promised: it is understood or refused with a sentence and a place in the text; what
 * is printed is read back as the same; FTS5 takes whatever it is asked; and marks lie inside a text.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/evaluate.h"
#include "data/search/matcher.h"
#include "data/search/query-sql.h"
#include "data/store/database.h"
#include "data/text/tokenizer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define SQL_MAKE                                                                                   \
  "CREATE VIRTUAL TABLE record_fts USING fts5 (title, name, ref, dates, creator, scope, history,"  \
  " extent, subject, place, agent, language, conditions, related, notes, control, custom,"         \
  " tokenize = 'fonds');"                                                                          \
  "INSERT INTO record_fts (rowid, title, scope) VALUES (1, 'red town', 'a b c OR AND NOT x y z')"

static int
tokenize (const char *text, int length, gboolean query, FondsTokenSink sink, gpointer user_data)
{
  return fonds_tokenize (text, length, query ? FONDS_TOKENIZE_QUERY : FONDS_TOKENIZE_TEXT, sink,
                         user_data);
}

static FondsDb *
make_index (void)
{
  FondsDb *db = fonds_db_open (":memory:", FONDS_DB_CREATE, NULL);

  if (db == NULL || !fonds_db_add_tokenizer (db, "fonds", tokenize, NULL) ||
      !fonds_db_exec (db, SQL_MAKE, NULL))
    abort ();
  return db;
}

static void
check_refusal (const char *text, guint position, const GError *error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (error == NULL || *error->message == '\0' || position > (guint) g_utf8_strlen (valid, -1))
    abort ();
}

static void
check_printing (const FondsQuery *query)
{
  g_autofree char *printed = fonds_query_to_string (query);
  g_autoptr (FondsQuery) again = fonds_query_parse (printed, NULL, NULL);
  g_autofree char *reprinted = NULL;
  g_autofree char *match = fonds_evaluate_words (query, 0);
  g_autofree char *rematch = NULL;

  if (again == NULL)
    abort ();
  reprinted = fonds_query_to_string (again);
  rematch = fonds_evaluate_words (again, 0);
  if (strcmp (printed, reprinted) != 0 || g_strcmp0 (match, rematch) != 0)
    abort ();
}

static void
check_match (FondsDb *db, const FondsQuery *query)
{
  g_autofree char *match = fonds_evaluate_words (query, 0);
  g_autoptr (FondsBitset) set = fonds_bitset_new ();
  g_autoptr (GError) error = NULL;

  if (match != NULL && !fonds_match_bits (db, match, set, &error))
    abort ();
}

static void
check_marks (const FondsQuery *query, const char *text)
{
  g_autoptr (FondsMatcher) matcher = fonds_matcher_new (query);
  g_autoptr (GArray) spans = NULL;
  guint last = 0;

  if (matcher == NULL)
    return;
  spans = fonds_matcher_find (matcher, NULL, text);
  for (guint i = 0; i < spans->len; i++)
    {
      const FondsSpan *span = &g_array_index (spans, FondsSpan, i);

      if (span->start < last || span->end <= span->start || span->end > strlen (text))
        abort ();
      last = span->end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static FondsDb *db;
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 1 << 16));
  g_autoptr (GError) error = NULL;
  guint position = 0;
  g_autoptr (FondsQuery) query = fonds_query_parse (text, &position, &error);

  if (query == NULL)
    {
      check_refusal (text, position, error);
      return 0;
    }
  if (db == NULL)
    db = make_index ();
  check_printing (query);
  check_match (db, query);
  check_marks (query, text);
  return 0;
}
