/* fold.c - two spellings of a whole text, for comparing
 *
 * The key is what the search index knows of a text, so that names are equal here exactly when a
 * search for one would find the other. The fold is the text itself in one case without marks: it
 * keeps script and punctuation.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/fold.h"
#include "data/text/collate.h"
#include "data/text/fold-table.h"
#include "data/text/tokenizer.h"

#include <string.h>
#include <unicode/uversion.h>

static int
append_token_cb (gpointer user_data,
                 gboolean colocated,
                 const char *token,
                 int length,
                 int start,
                 int end)
{
  GString *key = user_data;

  if (key->len > 0)
    g_string_append_c (key, ' ');
  g_string_append_len (key, token, length);

  return 0;
}

/**
 * fonds_text_key:
 * @text: (nullable): a name in any script
 *
 * Makes the key by which names are compared: the words of fonds_tokenize() in
 * %FONDS_TOKENIZE_QUERY mode with one space between. Any thread.
 *
 * Returns: (transfer full): the key, "" for a text without letters and digits
 */
char *
fonds_text_key (const char *text)
{
  GString *key = g_string_new (NULL);

  fonds_tokenize (text, -1, FONDS_TOKENIZE_QUERY, append_token_cb, key);

  return g_string_free (key, FALSE);
}

/* Adds what separates: a space for any white space, none at the beginning or after another. */
static void
append_separator (GString *fold, gunichar character)
{
  if (!g_unichar_isspace (character))
    g_string_append_unichar (fold, character);
  else if (fold->len > 0 && fold->str[fold->len - 1] != ' ')
    g_string_append_c (fold, ' ');
}

/**
 * fonds_text_fold:
 * @text: (nullable): any text; bytes that are not UTF-8 become U+FFFD
 *
 * Makes a text comparable in its own script: lower case, without accents and vowel points, Latin
 * letters as an ASCII keyboard types them (ı i, ə e, ß ss), й kept, white space as single spaces
 * inside and none around. Punctuation stays. Any thread.
 *
 * Returns: (transfer full): the folded text
 */
char *
fonds_text_fold (const char *text)
{
  const FondsLetter *table = fonds_letter_table ();
  GString *fold = g_string_new (NULL);
  int length = text ? (int) MIN (strlen (text), G_MAXINT) : 0;

  for (int position = 0; position < length;)
    {
      FondsLetter room;
      gunichar character;
      const FondsLetter *row;

      position = fonds_letter_read (text, length, position, &character);
      row = fonds_letter_look (table, character, &room);
      if (row->letter_class == FONDS_LETTER_WORD || row->letter_class == FONDS_LETTER_IDEOGRAPH)
        g_string_append_len (fold, row->fold, row->fold_length);
      else if (row->letter_class == FONDS_LETTER_SEPARATOR ||
               row->letter_class == FONDS_LETTER_QUOTE)
        append_separator (fold, character);
    }

  if (fold->len > 0 && fold->str[fold->len - 1] == ' ')
    g_string_truncate (fold, fold->len - 1);

  return g_string_free (fold, FALSE);
}

/**
 * fonds_text_version:
 *
 * Names what tokens and sort keys depend on: our two versions and ICU's. Whoever stores either
 * stores this string too, and makes them anew when it differs. Any thread.
 *
 * Returns: (transfer full): such as "tokens 1, order 1, ICU 72.1"
 */
char *
fonds_text_version (void)
{
  UVersionInfo parts;
  char icu[U_MAX_VERSION_STRING_LENGTH];

  u_getVersion (parts);
  u_versionToString (parts, icu);

  return g_strdup_printf ("tokens %d, order %d, ICU %s", FONDS_TOKENIZER_VERSION,
                          FONDS_SORT_KEY_VERSION, icu);
}
