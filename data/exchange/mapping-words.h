/* mapping-words.h - a line of a mapping file, cut into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsWords:
 * @name: what the file is called in complaints
 * @line: the line's number, from 1
 * @words: (element-type utf8): the words; "->", "=" and "," are words
 * @quoted: (element-type gboolean): which of them stood in quotes
 * @next: the word to be read next
 *
 * One line, read from its first word to its last.
 */
typedef struct
{
  const char *name;
  guint line;
  GPtrArray *words;
  GArray *quoted;
  guint next;
} FondsWords;

gboolean fonds_words_cut (FondsWords *self, const char *text, GError **error);
void fonds_words_clear (FondsWords *self);

const char *fonds_words_peek (const FondsWords *self);
gboolean fonds_words_take (FondsWords *self, const char *sign);
const char *fonds_words_word (FondsWords *self, const char *what, GError **error);
char **fonds_words_list (FondsWords *self, const char *what, GError **error);
gboolean fonds_words_end (FondsWords *self, GError **error);

void fonds_words_complain (const FondsWords *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FondsWords, fonds_words_clear)

G_END_DECLS
