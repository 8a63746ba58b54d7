/* mapping-words.c - a line of a mapping file, cut into words
 *
 * Words stand apart by blanks; `->`, `=` and `,` are words by themselves. In double quotes anything
 * may stand, a quote twice. A # that begins a word begins a comment. Every complaint names the file,
 * the line and the word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping-words.h"

#include "data/exchange/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fonds_words_complain:
 * @self: a line
 * @error: return location for the error
 * @format: printf format of what is wrong
 * @...: its arguments
 *
 * Says what is wrong in which line.
 */
void
fonds_words_complain (const FondsWords *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_MAPPING, _ ("%s, line %u: %s"),
               self->name, self->line, what);
}

static void
push (FondsWords *self, char *word, gboolean quoted)
{
  g_ptr_array_add (self->words, word);
  g_array_append_val (self->quoted, quoted);
}

/* Returns the place behind the closing quote, or NULL. */
static const char *
cut_quoted (FondsWords *self, const char *text, GError **error)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (text++; *text != '\0'; text++)
    {
      if (*text == '"' && *++text != '"')
        {
          push (self, g_strdup (word->str), TRUE);
          return text;
        }
      g_string_append_c (word, *text);
    }
  fonds_words_complain (self, error, _ ("the quote before “%s” is never closed."), word->str);
  return NULL;
}

static const char *
cut_plain (FondsWords *self, const char *text)
{
  const char *begin = text;

  while (*text != '\0' && strchr (" \t\r\",=", *text) == NULL &&
         !(text > begin && g_str_has_prefix (text, "->")))
    text++;
  push (self, g_strndup (begin, text - begin), FALSE);
  return text;
}

static const char *
cut_one (FondsWords *self, const char *text, GError **error)
{
  if (*text == '"')
    return cut_quoted (self, text, error);
  if (g_str_has_prefix (text, "->"))
    {
      push (self, g_strdup ("->"), FALSE);
      return text + 2;
    }
  if (*text == '=' || *text == ',')
    {
      push (self, g_strndup (text, 1), FALSE);
      return text + 1;
    }
  return cut_plain (self, text);
}

/**
 * fonds_words_cut:
 * @self: a line, its name and number set
 * @text: the line's text
 * @error: return location; %FONDS_EXCHANGE_ERROR_MAPPING for a quote without end
 *
 * Cuts a line into words.
 *
 * Returns: whether it could be cut
 */
gboolean
fonds_words_cut (FondsWords *self, const char *text, GError **error)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->quoted = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->next = 0;
  while (text != NULL)
    {
      text += strspn (text, " \t\r");
      if (*text == '\0' || *text == '#')
        return TRUE;
      text = cut_one (self, text, error);
    }
  return FALSE;
}

/**
 * fonds_words_clear:
 * @self: a line
 *
 * Frees its words.
 */
void
fonds_words_clear (FondsWords *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->quoted, g_array_unref);
}

/**
 * fonds_words_peek:
 * @self: a line
 *
 * Returns: (nullable): the next word, or %NULL behind the last
 */
const char *
fonds_words_peek (const FondsWords *self)
{
  return self->next < self->words->len ? g_ptr_array_index (self->words, self->next) : NULL;
}

static gboolean
is_sign (const FondsWords *self)
{
  const char *word = fonds_words_peek (self);

  return word != NULL && !g_array_index (self->quoted, gboolean, self->next) &&
         (strcmp (word, "->") == 0 || strcmp (word, "=") == 0 || strcmp (word, ",") == 0);
}

/**
 * fonds_words_take:
 * @self: a line
 * @sign: a word that is not in quotes
 *
 * Goes past the next word if it is this one.
 *
 * Returns: whether it was
 */
gboolean
fonds_words_take (FondsWords *self, const char *sign)
{
  if (g_strcmp0 (fonds_words_peek (self), sign) != 0 ||
      g_array_index (self->quoted, gboolean, self->next))
    return FALSE;
  self->next++;
  return TRUE;
}

/**
 * fonds_words_word:
 * @self: a line
 * @what: what is expected, for the complaint
 * @error: return location for an error
 *
 * Reads a word that is no sign.
 *
 * Returns: (nullable): the word
 */
const char *
fonds_words_word (FondsWords *self, const char *what, GError **error)
{
  const char *word = fonds_words_peek (self);

  if (word == NULL)
    fonds_words_complain (self, error, _ ("the line ends where %s is expected."), what);
  else if (is_sign (self))
    fonds_words_complain (self, error, _ ("“%s” stands where %s is expected."), word, what);
  else
    {
      self->next++;
      return word;
    }
  return NULL;
}

/**
 * fonds_words_list:
 * @self: a line
 * @what: what is expected, for the complaint
 * @error: return location for an error
 *
 * Reads words with commas between them.
 *
 * Returns: (transfer full) (nullable): the words
 */
char **
fonds_words_list (FondsWords *self, const char *what, GError **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  do
    {
      const char *word = fonds_words_word (self, what, error);

      if (word == NULL)
        return NULL;
      g_strv_builder_add (list, word);
    }
  while (fonds_words_take (self, ","));
  return g_strv_builder_end (list);
}

/**
 * fonds_words_end:
 * @self: a line
 * @error: return location for an error
 *
 * Returns: whether all words were read
 */
gboolean
fonds_words_end (FondsWords *self, GError **error)
{
  const char *word = fonds_words_peek (self);

  if (word == NULL)
    return TRUE;
  fonds_words_complain (self, error, _ ("“%s” was not expected here."), word);
  return FALSE;
}
