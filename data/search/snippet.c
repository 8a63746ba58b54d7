/* snippet.c - the line in which a record matched, for a row of results
 *
 * Only what a row does not show anyway is looked at: a match in the title needs no snippet. The first
 * column that matches gives its line, cut to some words round the first match.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/matcher.h"

#include "data/search/text-table.h"
#include "data/store/statement.h"

#include <string.h>

/* How many characters are shown before the first match, and in all. */
#define BEFORE 40
#define LONGEST 160

/* Goes back some characters, but not beyond @start, and on to the beginning of a word. */
static const char *
go_back (const char *start, const char *p)
{
  const char *first = p;

  for (guint i = 0; i < BEFORE && first > start; i++)
    first = g_utf8_prev_char (first);
  if (first == start)
    return start;
  while (first < p && !g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  while (first < p && g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  return first;
}

/* Goes on some characters, but not beyond @end, and back to the end of a word. */
static const char *
go_on (const char *p, const char *end)
{
  const char *last = p;
  const char *word;

  for (guint i = 0; i < LONGEST && last < end; i++)
    last = g_utf8_next_char (last);
  if (last >= end)
    return end;
  for (word = last; word > p && !g_unichar_isspace (g_utf8_get_char (word));)
    word = g_utf8_prev_char (word);
  return word > p ? word : last;
}

/* Marks what lies between two places of a text. */
static char *
mark (const char *text, const GArray *spans, guint first, guint last)
{
  GString *out = g_string_new (first > 0 && text[first - 1] != '\n' ? "… " : NULL);
  guint at = first;

  for (guint i = 0; i < spans->len; i++)
    {
      const FondsSpan *span = &g_array_index (spans, FondsSpan, i);

      if (span->start < first || span->end > last)
        continue;
      g_string_append_len (out, text + at, span->start - at);
      g_string_append (out, FONDS_SNIPPET_OPEN);
      g_string_append_len (out, text + span->start, span->end - span->start);
      g_string_append (out, FONDS_SNIPPET_CLOSE);
      at = span->end;
    }
  g_string_append_len (out, text + at, last - at);
  if (text[last] != '\0' && text[last] != '\n')
    g_string_append (out, " …");
  return g_string_free (out, FALSE);
}

static char *
cut (const char *text, const GArray *spans)
{
  const FondsSpan *match = &g_array_index (spans, FondsSpan, 0);
  const char *line = text + match->start;
  const char *end = text + match->end;
  const char *first;

  while (line > text && line[-1] != '\n')
    line--;
  end += strcspn (end, "\n");
  first = go_back (line, text + match->start);
  return mark (text, spans, (guint) (first - text),
               MAX ((guint) (go_on (first, end) - text), match->end));
}

static char *
find (FondsStmt *s, const FondsMatcher *matcher)
{
  for (guint column = FONDS_SEARCH_REF; column < FONDS_SEARCH_N; column++)
    {
      const char *text = fonds_text_column (s, column);
      g_autoptr (GArray) spans = NULL;

      if (text == NULL)
        continue;
      spans = fonds_matcher_find (matcher, fonds_search_column_id (column), text);
      if (spans->len > 0)
        return cut (text, spans);
    }
  return NULL;
}

/**
 * fonds_snippet_load:
 * @db: a connection
 * @matcher: what to look for
 * @ids: (array length=n): records
 * @n: how many
 * @error: return location for an error
 *
 * Finds for a page of records the line in which each matched, with what matched between
 * %FONDS_SNIPPET_OPEN and %FONDS_SNIPPET_CLOSE.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a snippet for each record, or %NULL where
 *   only its title or name matched
 */
GPtrArray *
fonds_snippet_load (FondsDb *db,
                    const FondsMatcher *matcher,
                    const guint32 *ids,
                    guint n,
                    GError **error)
{
  g_autoptr (GPtrArray) snippets = g_ptr_array_new_full (n, g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FondsStmt) s = fonds_text_select (db, ids[i]);
      g_autoptr (GError) own = NULL;

      g_ptr_array_add (snippets, fonds_stmt_step (s, &own) ? find (s, matcher) : NULL);
      if (own != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
    }
  return g_steal_pointer (&snippets);
}
