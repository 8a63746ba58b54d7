/* fold-read.c - the next character of a text that may be broken
 *
 * Thread: any. Nothing is allocated.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/fold-table.h"

#include <unicode/utf8.h>

/* The letters that are more than a base and a mark to the romanisation, as decomposed texts (of
 * macOS, for one) spell them. */
static gunichar
compose (gunichar base, gunichar mark)
{
  static const struct
  {
    gunichar base, mark, letter;
  } PAIRS[] = {
    { L'и', 0x306, L'й' }, { L'И', 0x306, L'Й' }, { 'c', 0x30c, L'č' }, { 'C', 0x30c, L'Č' },
    { 'c', 0x327, L'ç' },  { 'C', 0x327, L'Ç' },  { 's', 0x30c, L'š' }, { 'S', 0x30c, L'Š' },
    { 's', 0x326, L'ș' },  { 'S', 0x326, L'Ș' },  { 's', 0x327, L'ş' }, { 'S', 0x327, L'Ş' },
    { 't', 0x326, L'ț' },  { 'T', 0x326, L'Ț' },  { 'z', 0x30c, L'ž' }, { 'Z', 0x30c, L'Ž' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    if (PAIRS[i].base == base && PAIRS[i].mark == mark)
      return PAIRS[i].letter;

  return 0;
}

/**
 * fonds_letter_decode:
 * @text: bytes, UTF-8 as far as they are
 * @length: how many
 * @position: where to read; less than @length
 * @character: (out): the character there, U+FFFD for a byte that is not UTF-8
 *
 * Reads one character, and a mark that makes another letter of it. Never reads past @length.
 *
 * Returns: the position after it
 */
int
fonds_letter_decode (const char *text, int length, int position, gunichar *character)
{
  const guint8 *bytes = (const guint8 *) text;
  UChar32 read, mark;
  gunichar composed;
  int after;

  U8_NEXT_OR_FFFD (bytes, position, length, read);
  *character = (gunichar) read;

  /* U+0300 to U+033F are written with the lead byte 0xcc. */
  if (position < length && bytes[position] == 0xcc)
    {
      after = position;
      U8_NEXT_OR_FFFD (bytes, after, length, mark);
      composed = compose (*character, (gunichar) mark);
      if (composed)
        {
          *character = composed;
          position = after;
        }
    }

  return position;
}
