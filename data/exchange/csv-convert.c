/* csv-convert.c - bytes of some encoding into UTF-8
 *
 * Every conversion stops before the first byte that is no character, so that all that stands before
 * it is still read and the complaint can name its place. NUL counts as no character: no text file
 * has it, and cells are handed out as C strings.
 * Thread: any; nothing is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-convert.h"

#include <string.h>

#define IS_HIGH_SURROGATE(unit) (((unit) &0xFC00) == 0xD800)
#define IS_LOW_SURROGATE(unit) (((unit) &0xFC00) == 0xDC00)

/* Appends a code point that is known to be a character. */
static char *
put (char *text, guint32 c)
{
  if (c < 0x80)
    {
      *text = (char) c;
      return text + 1;
    }
  return text + g_unichar_to_utf8 (c, text);
}

static gsize
convert_page (const guint8 *bytes,
              gsize length,
              const FondsCsvCodepage *page,
              char *text,
              gsize *text_length)
{
  char *to = text;
  gsize i;

  for (i = 0; i < length; i++)
    {
      guint32 c = bytes[i] < 0x80 ? bytes[i] : page->high[bytes[i] - 0x80];

      if (c == 0)
        break;
      to = put (to, c);
    }
  *text_length = (gsize) (to - text);
  return i;
}

static guint32
unit16 (const guint8 *bytes, gboolean big)
{
  return big ? (guint32) bytes[0] << 8 | bytes[1] : (guint32) bytes[1] << 8 | bytes[0];
}

/* Reads one character of UTF-16 and says how many bytes it took, 0 when there is none. */
static gsize
read_utf16 (const guint8 *bytes, gsize length, gboolean big, guint32 *c)
{
  guint32 unit, next;

  if (length < 2)
    return 0;
  unit = unit16 (bytes, big);
  if (IS_HIGH_SURROGATE (unit))
    {
      if (length < 4)
        return 0;
      next = unit16 (bytes + 2, big);
      *c = 0x10000 + ((unit & 0x3FF) << 10 | (next & 0x3FF));
      return IS_LOW_SURROGATE (next) ? 4 : 0;
    }
  *c = unit;
  return unit == 0 || IS_LOW_SURROGATE (unit) ? 0 : 2;
}

static gsize
convert_utf16 (const guint8 *bytes, gsize length, gboolean big, char *text, gsize *text_length)
{
  char *to = text;
  gsize at = 0;
  gsize taken;
  guint32 c;

  while ((taken = read_utf16 (bytes + at, length - at, big, &c)) > 0)
    {
      to = put (to, c);
      at += taken;
    }
  *text_length = (gsize) (to - text);
  return at;
}

static gsize
convert_utf16_le (const guint8 *bytes,
                  gsize length,
                  const FondsCsvCodepage *page,
                  char *text,
                  gsize *text_length)
{
  return convert_utf16 (bytes, length, FALSE, text, text_length);
}

static gsize
convert_utf16_be (const guint8 *bytes,
                  gsize length,
                  const FondsCsvCodepage *page,
                  char *text,
                  gsize *text_length)
{
  return convert_utf16 (bytes, length, TRUE, text, text_length);
}

static gsize
convert_utf32 (const guint8 *bytes, gsize length, gboolean big, char *text, gsize *text_length)
{
  char *to = text;
  gsize at;

  for (at = 0; at + 4 <= length; at += 4)
    {
      guint32 c;

      memcpy (&c, bytes + at, 4);
      c = big ? GUINT32_FROM_BE (c) : GUINT32_FROM_LE (c);
      if (c == 0 || c > 0x10FFFF || (c & 0xFFFFF800) == 0xD800)
        break;
      to = put (to, c);
    }
  *text_length = (gsize) (to - text);
  return at;
}

static gsize
convert_utf32_le (const guint8 *bytes,
                  gsize length,
                  const FondsCsvCodepage *page,
                  char *text,
                  gsize *text_length)
{
  return convert_utf32 (bytes, length, FALSE, text, text_length);
}

static gsize
convert_utf32_be (const guint8 *bytes,
                  gsize length,
                  const FondsCsvCodepage *page,
                  char *text,
                  gsize *text_length)
{
  return convert_utf32 (bytes, length, TRUE, text, text_length);
}

static const FondsCsvForm unicode_forms[] = {
  { "UTF-8", NULL, NULL },
  { "UTF-16LE", convert_utf16_le, NULL },
  { "UTF-16BE", convert_utf16_be, NULL },
  { "UTF-32LE", convert_utf32_le, NULL },
  { "UTF-32BE", convert_utf32_be, NULL },
};

/**
 * fonds_csv_form_find:
 * @name: the name of an encoding, as people write it
 * @form: (out): how it is read
 *
 * Finds an encoding by its name.
 *
 * Returns: whether it is one that we know
 */
gboolean
fonds_csv_form_find (const char *name, FondsCsvForm *form)
{
  const FondsCsvCodepage *page;

  for (gsize i = 0; i < G_N_ELEMENTS (unicode_forms); i++)
    if (fonds_csv_name_equal (unicode_forms[i].name, name))
      {
        *form = unicode_forms[i];
        return TRUE;
      }

  page = fonds_csv_codepage_find (name);
  if (page == NULL)
    return FALSE;
  *form = (FondsCsvForm){ page->name, convert_page, page };
  return TRUE;
}

/* The length of the character at @bytes, 0 when it is none or is cut off; RFC 3629, table in 4. */
static gsize
utf8_character (const guint8 *bytes, gsize length)
{
  guint8 lead = bytes[0];
  guint8 low = 0x80;
  guint8 high = 0xBF;
  gsize n;

  if (lead < 0x80)
    return lead == 0 ? 0 : 1;
  if (lead < 0xC2 || lead > 0xF4)
    return 0;
  n = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length < n)
    return 0;
  if (lead == 0xE0)
    low = 0xA0;
  else if (lead == 0xED)
    high = 0x9F;
  else if (lead == 0xF0)
    low = 0x90;
  else if (lead == 0xF4)
    high = 0x8F;
  if (bytes[1] < low || bytes[1] > high)
    return 0;
  for (gsize i = 2; i < n; i++)
    if ((bytes[i] & 0xC0) != 0x80)
      return 0;
  return n;
}

/* Whether eight bytes are all plain ASCII without NUL. */
static gboolean
is_plain (const guint8 *bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = ones << 7;
  guint64 word;

  memcpy (&word, bytes, 8);
  return ((word | (word - ones)) & tops) == 0;
}

/**
 * fonds_csv_utf8_prefix:
 * @bytes: (array length=length): some bytes
 * @length: how many there are
 *
 * Measures how far bytes are whole characters of strict UTF-8 other than NUL (RFC 3629): no
 * overlong forms, no surrogates, nothing above U+10FFFF.
 *
 * Returns: how many bytes from the start are
 */
gsize
fonds_csv_utf8_prefix (const guint8 *bytes, gsize length)
{
  gsize at = 0;

  while (at < length)
    {
      gsize n;

      while (at + 8 <= length && is_plain (bytes + at))
        at += 8;
      if (at == length)
        break;
      n = utf8_character (bytes + at, length - at);
      if (n == 0)
        break;
      at += n;
    }
  return at;
}
