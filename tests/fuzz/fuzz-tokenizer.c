/* fuzz-tokenizer.c - any bytes through everything that reads text
 *
 * Checks what is promised: tokens are whole UTF-8, offsets rise and stay inside the text, a
 * question asks for nothing that the index would not hold for the same text, and an isolated text
 * turns nothing around it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/collate.h"
#include "data/text/direction.h"
#include "data/text/fold.h"
#include "data/text/tokenizer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct
{
  int length;    /* bytes of the text */
  int last;      /* where the word before began */
  GString *main; /* the first spelling of every word */
} Check;

static int
check_cb (gpointer user_data, gboolean colocated, const char *token, int length, int start, int end)
{
  Check *check = user_data;

  if (length <= 0 || start < check->last || end <= start || end > check->length)
    abort ();
  if (!g_utf8_validate (token, length, NULL))
    abort ();
  check->last = start;
  if (!colocated)
    {
      g_string_append_len (check->main, token, length);
      g_string_append_c (check->main, ' ');
    }

  return 0;
}

static GString *
tokens (const char *text, int length, FondsTokenizeMode mode)
{
  Check check = { length, 0, g_string_new (NULL) };

  if (fonds_tokenize (text, length, mode, check_cb, &check) != 0)
    abort ();

  return check.main;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int length = (int) MIN (size, 1 << 20);
  /* Not terminated, so that a sanitizer sees every read past the end. */
  g_autofree char *exact = g_memdup2 (data, length);
  g_autofree char *text = g_strndup ((const char *) data, length);
  GString *indexed = tokens (exact, length, FONDS_TOKENIZE_TEXT);
  GString *asked = tokens (exact, length, FONDS_TOKENIZE_QUERY);
  g_autofree char *key = fonds_text_key (text);
  g_autofree char *fold = fonds_text_fold (text);
  g_autofree char *isolated = fonds_text_isolate (text);
  gsize sort_length;
  g_autofree guint8 *sort_key = fonds_text_sort_key (text, &sort_length);

  if (!g_string_equal (indexed, asked) || !g_utf8_validate (fold, -1, NULL) ||
      !g_utf8_validate (key, -1, NULL))
    abort ();
  if (sort_key == NULL || sort_length < 1 || sort_length > FONDS_SORT_KEY_MAX)
    abort ();
  if (fonds_text_direction (isolated) != FONDS_DIRECTION_NEUTRAL)
    abort ();
  g_string_free (indexed, TRUE);
  g_string_free (asked, TRUE);

  return 0;
}
