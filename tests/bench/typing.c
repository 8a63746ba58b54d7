/* typing.c - queries as people type them, made of the words of a catalogue's own records
 *
 * Words are drawn from records that are drawn at random, so that a frequent word is typed often, and
 * words of one query come from one record, so that there is something to find. "Rare" is a word that
 * the sample has once; "common" one of its thirty most frequent.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/bench/typing.h"

#include "data/search/text-table.h"
#include "data/store/statement.h"

#include <string.h>

#define N_SAMPLE 3000
#define N_COMMON 30
#define N_TRIES 10000

struct _Typing
{
  GPtrArray *records; /* of GPtrArray of words, in their order */
  GPtrArray *titles;  /* the same, of titles only */
  GPtrArray *rare;    /* words, borrowed from the records */
  GPtrArray *common;
  Chance chance;
};

static const char *const labels[N_TYPING_CLASSES] = {
  "1 letter",  "2 letters",  "3 letters",   "4 letters",   "5 letters",
  "6 letters", "two words",  "three words", "a rare word", "a common word",
  "a phrase",  "title:word", "date range",  "everything",
};

/**
 * typing_class_label:
 * @class: a class
 *
 * Returns: what the table calls it
 */
const char *
typing_class_label (TypingClass class)
{
  return labels[class];
}

static GPtrArray *
cut (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = text != NULL ? text : "";; p = g_utf8_next_char (p))
    {
      gboolean letter = *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));

      if (letter && start == NULL)
        start = p;
      else if (!letter && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
add_record (Typing *self, FondsDb *db, guint32 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_text_select (db, id);
  g_autoptr (GError) own = NULL;
  const char *scope;

  if (!fonds_stmt_step (s, &own))
    {
      if (own == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  scope = fonds_text_column (s, FONDS_SEARCH_SCOPE);
  g_ptr_array_add (self->titles, cut (fonds_text_column (s, FONDS_SEARCH_TITLE)));
  g_ptr_array_add (self->records,
                   cut (scope != NULL ? scope : fonds_text_column (s, FONDS_SEARCH_TITLE)));
  return TRUE;
}

static int
compare_frequency (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (data, *(const char *const *) a));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (data, *(const char *const *) b));

  return first < second ? 1 : first > second ? -1 : strcmp (*(char **) a, *(char **) b);
}

static void
sort_out_frequencies (Typing *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer word, count;

  for (guint i = 0; i < self->records->len; i++)
    {
      GPtrArray *words = g_ptr_array_index (self->records, i);

      for (guint j = 0; j < words->len; j++)
        {
          count = g_hash_table_lookup (counts, g_ptr_array_index (words, j));
          g_hash_table_insert (counts, g_ptr_array_index (words, j),
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    {
      if (GPOINTER_TO_UINT (count) == 1)
        g_ptr_array_add (self->rare, word);
      g_ptr_array_add (self->common, word);
    }
  g_ptr_array_sort_with_data (self->common, compare_frequency, counts);
  g_ptr_array_set_size (self->common, (int) MIN (self->common->len, N_COMMON));
}

/**
 * typing_new:
 * @db: a connection to the catalogue
 * @ids: (array length=n): its records
 * @n: how many
 * @seed: where chance begins
 * @error: return location for an error
 *
 * Reads the words of some thousand records.
 *
 * Returns: (transfer full) (nullable): somebody who types
 */
Typing *
typing_new (FondsDb *db, const guint32 *ids, guint n, guint64 seed, GError **error)
{
  g_autoptr (Typing) self = g_new0 (Typing, 1);

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->rare = g_ptr_array_new ();
  self->common = g_ptr_array_new ();
  self->chance.state = seed;
  for (guint i = 0; n > 0 && i < N_SAMPLE; i++)
    if (!add_record (self, db, ids[chance_below (&self->chance, n)], error))
      return NULL;
  sort_out_frequencies (self);
  return g_steal_pointer (&self);
}

/**
 * typing_free:
 * @self: (transfer full): somebody who types
 *
 * Frees the words.
 */
void
typing_free (Typing *self)
{
  g_ptr_array_unref (self->rare);
  g_ptr_array_unref (self->common);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/* (nullable): a record of so many words at least. */
static GPtrArray *
draw_record (Typing *self, GPtrArray *records, guint least)
{
  for (guint i = 0; records->len > 0 && i < N_TRIES; i++)
    {
      GPtrArray *words = g_ptr_array_index (records, chance_below (&self->chance, records->len));

      if (words->len >= least)
        return words;
    }
  return NULL;
}

static const char *
draw_word (Typing *self, GPtrArray *words)
{
  return words != NULL && words->len > 0
             ? g_ptr_array_index (words, chance_below (&self->chance, words->len))
             : "letters";
}

static char *
draw_prefix (Typing *self, GPtrArray *words, guint letters)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      const char *word =
          draw_word (self, words != NULL ? words : draw_record (self, self->records, 1));

      if (g_utf8_strlen (word, -1) >= letters)
        return g_utf8_substring (word, 0, letters);
    }
  return g_strdup ("l");
}

static char *
draw_words (Typing *self, guint n)
{
  GPtrArray *words = draw_record (self, self->records, n + 1);
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (query, "%s ", draw_word (self, words));
  return g_string_free (query, FALSE);
}

static char *
draw_two (Typing *self)
{
  GPtrArray *words = draw_record (self, self->records, 3);
  g_autofree char *prefix = draw_prefix (self, words, 1 + chance_below (&self->chance, 3));

  return g_strdup_printf ("%s %s", draw_word (self, words), prefix);
}

static char *
draw_phrase (Typing *self)
{
  GPtrArray *words = draw_record (self, self->records, 2);
  guint at;

  if (words == NULL)
    return g_strdup ("\"letters to\"");
  at = chance_below (&self->chance, words->len - 1);
  return g_strdup_printf ("\"%s %s\"", (char *) g_ptr_array_index (words, at),
                          (char *) g_ptr_array_index (words, at + 1));
}

/**
 * typing_query:
 * @self: somebody who types
 * @class: a class
 *
 * Words are typed to their end where a blank follows them.
 *
 * Returns: (transfer full): the next query of that class
 */
char *
typing_query (Typing *self, TypingClass class)
{
  guint year = 1790 + chance_below (&self->chance, 200);

  switch (class)
    {
    case TYPING_TWO_WORDS:
      return draw_two (self);
    case TYPING_THREE_WORDS:
      return draw_words (self, 3);
    case TYPING_RARE:
      return g_strdup_printf ("%s ", draw_word (self, self->rare));
    case TYPING_COMMON:
      return g_strdup_printf ("%s ", draw_word (self, self->common));
    case TYPING_PHRASE:
      return draw_phrase (self);
    case TYPING_FIELD:
      return g_strdup_printf ("title:%s ", draw_word (self, draw_record (self, self->titles, 1)));
    case TYPING_DATES:
      return g_strdup_printf ("date:%u..%u", year, year + chance_below (&self->chance, 20));
    case TYPING_EVERYTHING:
      return g_strdup ("");
    default:
      return draw_prefix (self, NULL, 1 + (guint) class - TYPING_PREFIX_1);
    }
}
