/* tokenizer.h - cuts text into the words that are searched */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raise it whenever some text gets other tokens than before: indexes made with another version are
 * rebuilt. */
#define FONDS_TOKENIZER_VERSION 1

typedef enum
{
  FONDS_TOKENIZE_TEXT, /* for the index: a word may have several spellings */
  FONDS_TOKENIZE_QUERY /* for the question: one spelling a word */
} FondsTokenizeMode;

/* One spelling of one word. @token is @length bytes, not terminated, valid during the call only;
 * @start and @end are byte offsets of the word in the text. @colocated: another spelling of the
 * word before. A result other than 0 stops and is returned by fonds_tokenize(). */
typedef int (*FondsTokenFunc) (gpointer user_data,
                               gboolean colocated,
                               const char *token,
                               int length,
                               int start,
                               int end);

int fonds_tokenize (const char *text,
                    int length,
                    FondsTokenizeMode mode,
                    FondsTokenFunc func,
                    gpointer user_data);

G_END_DECLS
