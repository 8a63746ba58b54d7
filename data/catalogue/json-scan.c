/* json-scan.c - reads JSON a token at a time
 *
 * Bodies hold only objects, arrays, strings and whole numbers (design, §11), and are read by the
 * hundred thousand: json-glib takes 21 µs for one, this less than two. Anything else that JSON
 * (RFC 8259) allows is stepped over, so that what a later version wrote survives.
 * Thread: any; keeps no state but the scan's own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/json-scan.h"

#include <string.h>

/* Deeper nesting than any body has is hostile. */
#define DEEPEST 32

static void
skip_space (FondsJsonScan *self)
{
  while (self->at < self->end &&
         (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

/**
 * fonds_json_scan_init:
 * @self: (out): a scan
 * @json: a text that lives as long as the scan
 * @length: how many bytes it has
 *
 * Begins at the first token.
 */
void
fonds_json_scan_init (FondsJsonScan *self, const char *json, gsize length)
{
  self->start = self->at = json;
  self->end = json + length;
  self->text = g_string_sized_new (256);
}

/**
 * fonds_json_scan_clear:
 * @self: a scan
 *
 * Frees what the scan itself holds.
 */
void
fonds_json_scan_clear (FondsJsonScan *self)
{
  g_string_free (self->text, TRUE);
}

/**
 * fonds_json_scan_peek:
 * @self: a scan
 *
 * Returns: the first byte of the next token, or NUL at the end
 */
char
fonds_json_scan_peek (FondsJsonScan *self)
{
  skip_space (self);
  return self->at < self->end ? *self->at : '\0';
}

/**
 * fonds_json_scan_at_end:
 * @self: a scan
 *
 * Returns: whether nothing but white space is left
 */
gboolean
fonds_json_scan_at_end (FondsJsonScan *self)
{
  skip_space (self);
  return self->at == self->end;
}

/**
 * fonds_json_scan_take:
 * @self: a scan
 * @token: one of `{}[]:,`
 *
 * Steps over a token where it is the next one.
 *
 * Returns: whether it was
 */
gboolean
fonds_json_scan_take (FondsJsonScan *self, char token)
{
  if (fonds_json_scan_peek (self) != token)
    return FALSE;
  self->at++;
  return TRUE;
}

static int
read_hex4 (FondsJsonScan *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  self->at += 4;
  return value;
}

/* A lone surrogate is no character; it becomes U+FFFD, so that the text stays UTF-8. */
static gboolean
read_escaped_unichar (FondsJsonScan *self)
{
  int high = read_hex4 (self), low;
  gunichar c;

  if (high < 0)
    return FALSE;
  c = (gunichar) high;
  if (high >= 0xd800 && high <= 0xdbff && self->end - self->at >= 6 && self->at[0] == '\\' &&
      self->at[1] == 'u')
    {
      const char *before = self->at;

      self->at += 2;
      low = read_hex4 (self);
      if (low >= 0xdc00 && low <= 0xdfff)
        c = 0x10000 + (((gunichar) high - 0xd800) << 10) + ((gunichar) low - 0xdc00);
      else
        self->at = before;
    }
  if ((c >= 0xd800 && c <= 0xdfff) || c == 0)
    c = 0xfffd;
  g_string_append_unichar (self->text, c);
  return TRUE;
}

static gboolean
read_escape (FondsJsonScan *self)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (self->at == self->end)
    return FALSE;
  if (*self->at == 'u')
    {
      self->at++;
      return read_escaped_unichar (self);
    }
  found = *self->at != '\0' ? strchr (from, *self->at) : NULL;
  if (found == NULL)
    return FALSE;
  g_string_append_c (self->text, to[found - from]);
  self->at++;
  return TRUE;
}

/**
 * fonds_json_scan_string:
 * @self: a scan
 *
 * Reads a string into the scan's @text.
 *
 * Returns: whether there was a well-formed one
 */
gboolean
fonds_json_scan_string (FondsJsonScan *self)
{
  g_string_truncate (self->text, 0);
  if (!fonds_json_scan_take (self, '"'))
    return FALSE;
  while (self->at < self->end)
    {
      const char *from = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (self->text, from, self->at - from);
      if (self->at == self->end || (guchar) *self->at < 0x20)
        return FALSE;
      if (*self->at++ == '"')
        return g_utf8_validate (self->text->str, (gssize) self->text->len, NULL);
      if (!read_escape (self))
        return FALSE;
    }
  return FALSE;
}

/**
 * fonds_json_scan_integer:
 * @self: a scan
 * @value: (out): the number
 *
 * Reads a whole number within ±2^53.
 *
 * Returns: whether there was one
 */
gboolean
fonds_json_scan_integer (FondsJsonScan *self, gint64 *value)
{
  gboolean negative = fonds_json_scan_take (self, '-');
  gint64 n = 0;
  int digits = 0;

  while (self->at < self->end && g_ascii_isdigit (*self->at) && digits < 17)
    {
      n = n * 10 + (*self->at++ - '0');
      digits++;
    }
  *value = negative ? -n : n;
  return digits > 0 && n <= G_GINT64_CONSTANT (9007199254740992) &&
         (self->at == self->end || strchr (".eE", *self->at) == NULL || *self->at == '\0');
}

static gboolean
skip_scalar (FondsJsonScan *self)
{
  const char *from = self->at;

  while (self->at < self->end &&
         (g_ascii_isalnum (*self->at) || strchr ("+-.", *self->at) != NULL) && *self->at != '\0')
    self->at++;
  return self->at > from;
}

/* Which bracket closes at each depth is remembered in bits: 1 an object, 0 an array. */
static gboolean
skip_container (FondsJsonScan *self)
{
  guint32 objects = 0;
  int depth = 0;

  do
    {
      char c = fonds_json_scan_peek (self);

      if (c == '{' || c == '[')
        {
          if (++depth > DEEPEST)
            return FALSE;
          objects = objects << 1 | (c == '{');
          self->at++;
        }
      else if (c == '}' || c == ']')
        {
          if ((objects & 1) != (c == '}'))
            return FALSE;
          objects >>= 1;
          depth--;
          self->at++;
        }
      else if (c == ',' || c == ':')
        self->at++;
      else if (c == '"' ? !fonds_json_scan_string (self) : !skip_scalar (self))
        return FALSE;
    }
  while (depth > 0);
  return TRUE;
}

/**
 * fonds_json_scan_skip:
 * @self: a scan
 *
 * Steps over one value of whatever type.
 *
 * Returns: whether there was one
 */
gboolean
fonds_json_scan_skip (FondsJsonScan *self)
{
  char c = fonds_json_scan_peek (self);

  if (c == '"')
    return fonds_json_scan_string (self);
  if (c == '{' || c == '[')
    return skip_container (self);
  return skip_scalar (self);
}
