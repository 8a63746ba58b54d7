/* fold-table.h - what each character contributes to a search key */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FONDS_LETTER_SEPARATOR, /* ends a word */
  FONDS_LETTER_WORD,      /* a letter or digit */
  FONDS_LETTER_IDEOGRAPH, /* a word by itself */
  FONDS_LETTER_MARK,      /* belongs to the letter before it and is not spelled */
  FONDS_LETTER_IGNORABLE, /* invisible: neither part of a word nor the end of one */
  FONDS_LETTER_QUOTE      /* a separator that some scripts write inside words */
} FondsLetterClass;

typedef enum
{
  FONDS_SCRIPT_OTHER,
  FONDS_SCRIPT_LATIN,
  FONDS_SCRIPT_CYRILLIC,
  FONDS_SCRIPT_HEBREW,
  FONDS_SCRIPT_ARABIC,
  FONDS_SCRIPT_ARMENIAN,
  FONDS_SCRIPT_GEORGIAN
} FondsLetterScript;

/* The part a letter can play in a sound written with several letters. */
typedef enum
{
  FONDS_JOIN_NONE,
  FONDS_JOIN_LATIN_D,
  FONDS_JOIN_LATIN_E,
  FONDS_JOIN_LATIN_H,
  FONDS_JOIN_LATIN_K,
  FONDS_JOIN_LATIN_V,
  FONDS_JOIN_LATIN_VOWEL, /* a i o u */
  FONDS_JOIN_LATIN_Y,
  FONDS_JOIN_LATIN_Z,
  FONDS_JOIN_CYRILLIC_G,
  FONDS_JOIN_CYRILLIC_D,
  FONDS_JOIN_CYRILLIC_ZH,
  FONDS_JOIN_CYRILLIC_SOFT,
  FONDS_JOIN_CYRILLIC_STOP, /* к п т х ц ч: may be followed by a palochka */
  FONDS_JOIN_ARMENIAN_O,
  FONDS_JOIN_ARMENIAN_W
} FondsJoin;

typedef struct
{
  guint8 letter_class : 4; /* FondsLetterClass */
  guint8 script : 4;       /* FondsLetterScript */
  guint8 join;             /* FondsJoin */
  guint8 key_length;
  guint8 fold_length;
  char key[6];  /* romanised, lower case, not terminated */
  char fold[6]; /* lower case without marks, in its own script, not terminated */
} FondsLetter;

const FondsLetter *fonds_letter_table (void);
const FondsLetter *fonds_letter_describe (gunichar character, FondsLetter *room);
int fonds_letter_decode (const char *text, int length, int position, gunichar *character);

/* The row of a character in fonds_letter_table(); one beyond the basic plane is described in
 * @room. Here, as the next one, because every letter of every catalogue passes through them. */
static inline const FondsLetter *
fonds_letter_look (const FondsLetter *table, gunichar character, FondsLetter *room)
{
  return G_LIKELY (character < 0x10000) ? &table[character]
                                        : fonds_letter_describe (character, room);
}

/* fonds_letter_decode(), with a short way for ASCII and the two bytes of most alphabets. 0xcc leads
 * the marks that may make another letter of this one. */
static inline int
fonds_letter_read (const char *text, int length, int position, gunichar *character)
{
  const guint8 *bytes = (const guint8 *) text + position;
  int left = length - position;

  if (left > 1 && bytes[0] < 0x80 && bytes[1] != 0xcc)
    {
      *character = bytes[0];
      return position + 1;
    }
  if (left > 2 && bytes[0] >= 0xc2 && bytes[0] < 0xe0 && (bytes[1] & 0xc0) == 0x80 &&
      bytes[2] != 0xcc)
    {
      *character = (gunichar) (bytes[0] & 0x1f) << 6 | (bytes[1] & 0x3f);
      return position + 2;
    }

  return fonds_letter_decode (text, length, position, character);
}

G_END_DECLS
