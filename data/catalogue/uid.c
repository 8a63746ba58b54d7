/* uid.c - names for documents that no other desk will ever make
 *
 * RFC 9562: version 7 (time-ordered) for records, version 4 (random) for documents whose making
 * time is nobody's business: participations and contacts. A series gives a run of version 7 uids by
 * number, so that an import can name a parent that it has not read yet.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/uid.h"

#include <string.h>

static void
fill_random (guint8 *bytes, gsize n)
{
  for (gsize i = 0; i < n; i += 4)
    {
      guint32 r = g_random_int ();

      memcpy (bytes + i, &r, MIN ((gsize) 4, n - i));
    }
}

static void
print (const guint8 bytes[16], char uid[FONDS_UID_LENGTH + 1])
{
  static const char digits[] = "0123456789abcdef";
  char *out = uid;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *out++ = '-';
      *out++ = digits[bytes[i] >> 4];
      *out++ = digits[bytes[i] & 15];
    }
  *out = '\0';
}

static void
make_base (guint8 bytes[16])
{
  guint64 ms = (guint64) g_get_real_time () / 1000;

  fill_random (bytes, 16);
  for (int i = 0; i < 6; i++)
    bytes[i] = (guint8) (ms >> (40 - 8 * i));
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
}

/**
 * fonds_uid_new:
 *
 * Makes a uid for a record: UUID version 7, lower case (RFC 9562 §5.7).
 *
 * Returns: (transfer full): the uid
 */
char *
fonds_uid_new (void)
{
  guint8 bytes[16];
  char uid[FONDS_UID_LENGTH + 1];

  make_base (bytes);
  print (bytes, uid);
  return g_strdup (uid);
}

/**
 * fonds_uid_new_private:
 *
 * Makes a uid that tells nothing, not even when it was made: UUID version 4 (RFC 9562 §5.4).
 *
 * Returns: (transfer full): the uid
 */
char *
fonds_uid_new_private (void)
{
  return g_uuid_string_random ();
}

/**
 * fonds_uid_is_valid:
 * @text: any text
 *
 * Returns: whether it is a uid in lower case
 */
gboolean
fonds_uid_is_valid (const char *text)
{
  if (strlen (text) != FONDS_UID_LENGTH)
    return FALSE;
  for (int i = 0; i < FONDS_UID_LENGTH; i++)
    if (i == 8 || i == 13 || i == 18 || i == 23)
      {
        if (text[i] != '-')
          return FALSE;
      }
    else if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
      return FALSE;
  return TRUE;
}

/**
 * fonds_uid_to_bytes:
 * @uid: a text
 * @bytes: (out): its 16 bytes
 *
 * Returns: whether it is a uid
 */
gboolean
fonds_uid_to_bytes (const char *uid, guint8 bytes[16])
{
  guint n = 0;

  if (!fonds_uid_is_valid (uid))
    return FALSE;
  for (const char *at = uid; *at != '\0'; at += *at == '-' ? 1 : 2)
    if (*at != '-')
      bytes[n++] = (guint8) (g_ascii_xdigit_value (at[0]) << 4 | g_ascii_xdigit_value (at[1]));
  return TRUE;
}

/**
 * fonds_uid_from_bytes:
 * @bytes: 16 bytes
 * @uid: (out): how they are written
 *
 * Writes a uid.
 */
void
fonds_uid_from_bytes (const guint8 bytes[16], char uid[FONDS_UID_LENGTH + 1])
{
  print (bytes, uid);
}

/**
 * fonds_uid_series_init:
 * @series: (out): a series
 *
 * Begins a run of up to 2^32 uids. 42 random bits beside the millisecond keep runs apart.
 */
void
fonds_uid_series_init (FondsUidSeries *series)
{
  make_base (series->base);
  series->next = 0;
}

/**
 * fonds_uid_series_get:
 * @series: a series
 * @n: a number
 * @uid: (out): the uid with that number
 *
 * Says the same uid for the same number, every time.
 */
void
fonds_uid_series_get (const FondsUidSeries *series, guint32 n, char uid[FONDS_UID_LENGTH + 1])
{
  guint8 bytes[16];

  memcpy (bytes, series->base, sizeof bytes);
  for (int i = 0; i < 4; i++)
    bytes[12 + i] = (guint8) (n >> (24 - 8 * i));
  print (bytes, uid);
}

/**
 * fonds_uid_series_next:
 * @series: a series
 * @uid: (out): a uid that the series has not given by this function before
 *
 * Gives the next uid.
 */
void
fonds_uid_series_next (FondsUidSeries *series, char uid[FONDS_UID_LENGTH + 1])
{
  fonds_uid_series_get (series, series->next++, uid);
}
