/* trickle-stream.h - a stream that hands out bytes in small pieces of random size
 *
 * For tests: what is read must not depend on how the bytes arrive.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <string.h>

#define TRICKLE_TYPE_STREAM (trickle_stream_get_type ())
G_DECLARE_FINAL_TYPE (TrickleStream, trickle_stream, TRICKLE, STREAM, GInputStream)

struct _TrickleStream
{
  GInputStream parent_instance;

  /* borrowed */
  const char *bytes;
  GRand *rand;

  /* state */
  gsize left;
  gint32 most; /* bytes at once */
};

G_DEFINE_FINAL_TYPE (TrickleStream, trickle_stream, G_TYPE_INPUT_STREAM)

static gssize
trickle_stream_read (GInputStream *stream,
                     void *buffer,
                     gsize count,
                     GCancellable *cancellable,
                     GError **error)
{
  TrickleStream *self = TRICKLE_STREAM (stream);
  gsize piece = (gsize) g_rand_int_range (self->rand, 1, self->most + 1);
  gsize n = MIN (MIN (count, self->left), piece);

  memcpy (buffer, self->bytes, n);
  self->bytes += n;
  self->left -= n;
  return (gssize) n;
}

static void
trickle_stream_class_init (TrickleStreamClass *class)
{
  G_INPUT_STREAM_CLASS (class)->read_fn = trickle_stream_read;
}

static void
trickle_stream_init (TrickleStream *self)
{
}

/* Hands out at most @most bytes at once; the bytes and the generator must outlive the stream. */
static inline GInputStream *
trickle_stream_new (const char *bytes, gsize length, gint32 most, GRand *rand)
{
  TrickleStream *self = g_object_new (TRICKLE_TYPE_STREAM, NULL);

  self->bytes = bytes;
  self->left = length;
  self->most = most;
  self->rand = rand;
  return G_INPUT_STREAM (self);
}
