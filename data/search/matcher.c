/* matcher.c - where in a text the words of a query are
 *
 * Cuts the text as the index does and compares spellings, so that what is marked is what was found,
 * in whatever script it is written. Whole phrases are marked, not their single words elsewhere.
 * Thread: a matcher never changes; any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/matcher.h"

#include "data/catalogue/field.h"
#include "data/search/query-private.h"
#include "data/text/tokenizer.h"

#include <string.h>

/* Words that follow one another. */
typedef struct
{
  GPtrArray *tokens;
  gboolean prefix; /* the last one may go on */
  guint columns;   /* mask; 0: everywhere */
} Pattern;

struct _FondsMatcher
{
  GPtrArray *patterns;
};

/* A spelling of a word of the text; several may have the same place. */
typedef struct
{
  guint word;
  guint spelling; /* place in the bytes */
  guint length;
  guint start;
  guint end;
} Token;

typedef struct
{
  GArray *tokens;
  GByteArray *bytes;
  guint n_words;
} Words;

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  g_ptr_array_unref (pattern->tokens);
  g_free (pattern);
}

static int
add_token (gpointer data, gboolean colocated, const char *token, int length, int start, int end)
{
  if (!colocated)
    g_ptr_array_add (data, g_strndup (token, (gsize) length));
  return 0;
}

static void
gather (const FondsNode *node, GPtrArray *patterns)
{
  Pattern *pattern;

  for (guint i = 0;
       node->children != NULL && node->type != FONDS_NODE_NOT && i < node->children->len; i++)
    gather (g_ptr_array_index (node->children, i), patterns);
  if (node->type != FONDS_NODE_WORDS || node->blank)
    return;
  pattern = g_new0 (Pattern, 1);
  pattern->tokens = g_ptr_array_new_with_free_func (g_free);
  pattern->prefix = node->prefix;
  pattern->columns = node->columns;
  fonds_tokenize (node->text, -1, FONDS_TOKENIZE_QUERY, add_token, pattern->tokens);
  g_ptr_array_add (patterns, pattern);
}

/**
 * fonds_matcher_new:
 * @query: a query
 *
 * Makes what finds the words that a query wants; not those that it rules out.
 *
 * Returns: (transfer full) (nullable): the matcher; %NULL where the query has no words
 */
FondsMatcher *
fonds_matcher_new (const FondsQuery *query)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (pattern_free);
  FondsMatcher *self;

  if (query->root != NULL)
    gather (query->root, patterns);
  if (patterns->len == 0)
    return NULL;
  self = g_atomic_rc_box_new0 (FondsMatcher);
  self->patterns = g_steal_pointer (&patterns);
  return self;
}

/**
 * fonds_matcher_ref:
 * @self: a matcher
 *
 * Returns: (transfer full): @self
 */
FondsMatcher *
fonds_matcher_ref (FondsMatcher *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_ptr_array_unref (((FondsMatcher *) data)->patterns);
}

/**
 * fonds_matcher_unref:
 * @self: (transfer full): a matcher
 *
 * Lets a matcher go.
 */
void
fonds_matcher_unref (FondsMatcher *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static int
note_word (gpointer data, gboolean colocated, const char *token, int length, int start, int end)
{
  Words *words = data;
  Token noted;

  if (!colocated)
    words->n_words++;
  noted.word = words->n_words - 1;
  noted.spelling = words->bytes->len;
  noted.length = (guint) length;
  noted.start = (guint) start;
  noted.end = (guint) end;
  g_byte_array_append (words->bytes, (const guint8 *) token, (guint) length);
  g_array_append_val (words->tokens, noted);
  return 0;
}

static gboolean
spells (const Words *words, const Token *token, const char *wanted, gboolean prefix)
{
  gsize length = strlen (wanted);

  return (prefix ? token->length >= length : token->length == length) &&
         memcmp (words->bytes->data + token->spelling, wanted, length) == 0;
}

/* Whether the words from one token on are those of the pattern; @end: where they end. */
static gboolean
matches (const Words *words, guint at, const Pattern *pattern, guint *end)
{
  const Token *tokens = (const Token *) (gpointer) words->tokens->data;
  guint word = tokens[at].word;

  for (guint i = 0; i < pattern->tokens->len; i++, word++)
    {
      gboolean prefix = pattern->prefix && i + 1 == pattern->tokens->len;
      gboolean found = FALSE;

      for (; !found && at < words->tokens->len && tokens[at].word <= word; at++)
        if (tokens[at].word == word &&
            spells (words, &tokens[at], g_ptr_array_index (pattern->tokens, i), prefix))
          {
            found = TRUE;
            *end = tokens[at].end;
          }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
find_pattern (const Words *words, const Pattern *pattern, GArray *spans)
{
  for (guint i = 0; i < words->tokens->len; i++)
    {
      FondsSpan span = { .start = g_array_index (words->tokens, Token, i).start };

      if (matches (words, i, pattern, &span.end))
        g_array_append_val (spans, span);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FondsSpan *first = a, *second = b;

  return first->start != second->start ? (first->start > second->start ? 1 : -1) : 0;
}

/* Sorts, and joins what overlaps. */
static void
tidy (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      FondsSpan span = g_array_index (spans, FondsSpan, i);
      FondsSpan *last = kept > 0 ? &g_array_index (spans, FondsSpan, kept - 1) : NULL;

      if (last != NULL && span.start < last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, FondsSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

/**
 * fonds_matcher_find:
 * @self: a matcher
 * @column: (nullable): the id of the search column that the text belongs to; %NULL: any
 * @text: a text
 *
 * Finds what is to be marked in a text. Any thread.
 *
 * Returns: (transfer full) (element-type FondsSpan): the places, in order, none overlapping
 */
GArray *
fonds_matcher_find (const FondsMatcher *self, const char *column, const char *text)
{
  guint mask = column != NULL ? 1u << fonds_search_column_from_id (column) : G_MAXUINT;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (FondsSpan));
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Words words = { tokens, bytes, 0 };

  fonds_tokenize (text, -1, FONDS_TOKENIZE_TEXT, note_word, &words);
  for (guint i = 0; i < self->patterns->len; i++)
    {
      const Pattern *pattern = g_ptr_array_index (self->patterns, i);

      if (pattern->columns == 0 || (pattern->columns & mask) != 0)
        find_pattern (&words, pattern, spans);
    }
  tidy (spans);
  return spans;
}
