/* checksum.c - tells whether stored bytes are still those that were stored
 *
 * Four lanes of eight bytes, each a step that loses nothing (xor, then an odd factor), so that damage
 * inside one lane's word is always seen and any other but once in 2^64; at the speed of memory.
 * Guards against damage, not against somebody who means it.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/checksum.h"

#include <string.h>

#define N_LANES 4
#define STRIDE (N_LANES * sizeof (guint64))

/* Odd, with its bits well spread: 2^64 divided by the golden ratio. */
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static inline guint64
step (guint64 lane, guint64 word)
{
  lane = (lane ^ word) * FACTOR;
  return lane << 29 | lane >> 35;
}

/**
 * fonds_checksum:
 * @data: (array length=length): bytes
 * @length: how many
 *
 * Sums bytes up; the length counts too. The sum is that of this machine's byte order.
 *
 * Returns: the sum
 */
guint64
fonds_checksum (gconstpointer data, gsize length)
{
  const guint8 *bytes = data;
  guint64 lanes[N_LANES] = { 1, 2, 3, 4 }, words[N_LANES], sum = length;
  gsize done = 0;

  for (; length - done >= STRIDE; done += STRIDE)
    {
      memcpy (words, bytes + done, STRIDE);
      for (guint i = 0; i < N_LANES; i++)
        lanes[i] = step (lanes[i], words[i]);
    }
  memset (words, 0, sizeof words);
  if (length > done)
    memcpy (words, bytes + done, length - done);
  for (guint i = 0; i < N_LANES; i++)
    sum = step (sum, step (lanes[i], words[i]));
  return sum ^ sum >> 32;
}
