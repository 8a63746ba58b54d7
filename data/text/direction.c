/* direction.c - which way a text runs
 *
 * A value is shown in its own direction, whatever the window's: by its first strong character, as
 * the Unicode bidirectional algorithm (UAX 9, rules P2 and P3) has it.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/direction.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define ISOLATE_LTR 0x2066
#define ISOLATE_FIRST 0x2068
#define ISOLATE_END 0x2069

static gboolean
opens_isolate (UChar32 character)
{
  return character >= ISOLATE_LTR && character <= ISOLATE_FIRST;
}

/**
 * fonds_text_direction:
 * @text: (nullable): any text
 *
 * Finds the direction of the first strong character outside isolates. Any thread.
 *
 * Returns: the direction, neutral if there is no such character
 */
FondsDirection
fonds_text_direction (const char *text)
{
  int length = text ? (int) MIN (strlen (text), G_MAXINT) : 0, depth = 0;

  for (int position = 0; position < length;)
    {
      UChar32 character;
      UCharDirection kind;

      U8_NEXT_OR_FFFD ((const guint8 *) text, position, length, character);
      kind = u_charDirection (character);
      if (opens_isolate (character))
        depth++;
      else if (character == ISOLATE_END && depth > 0)
        depth--;
      else if (depth == 0 && kind == U_LEFT_TO_RIGHT)
        return FONDS_DIRECTION_LTR;
      else if (depth == 0 && (kind == U_RIGHT_TO_LEFT || kind == U_RIGHT_TO_LEFT_ARABIC))
        return FONDS_DIRECTION_RTL;
    }

  return FONDS_DIRECTION_NEUTRAL;
}

/**
 * fonds_text_isolate:
 * @text: (nullable): a value that is put into a sentence
 *
 * Wraps a text in U+2068 and U+2069, so that neither it nor its surroundings reorder the other.
 * Isolates that the text leaves open are closed, and ends without a beginning, which would close
 * ours, are left out; bytes that are not UTF-8 become U+FFFD. Any thread.
 *
 * Returns: (transfer full): the wrapped text; "" stays ""
 */
char *
fonds_text_isolate (const char *text)
{
  GString *isolated;
  int length = text ? (int) MIN (strlen (text), G_MAXINT) : 0, depth = 0;

  if (length == 0)
    return g_strdup ("");

  isolated = g_string_sized_new (length + 8);
  g_string_append_unichar (isolated, ISOLATE_FIRST);
  for (int position = 0; position < length;)
    {
      UChar32 character;

      U8_NEXT_OR_FFFD ((const guint8 *) text, position, length, character);
      if (character == ISOLATE_END && depth == 0)
        continue;
      depth += opens_isolate (character) - (character == ISOLATE_END);
      g_string_append_unichar (isolated,
                               character); /* whole: broken bytes could make another end */
    }
  for (; depth >= 0; depth--)
    g_string_append_unichar (isolated, ISOLATE_END);

  return g_string_free (isolated, FALSE);
}
