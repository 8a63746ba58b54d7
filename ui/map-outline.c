/* map-outline.c - land, lakes and rivers of the world, as the small maps draw them
 *
 * Read once from the program's own resource, which ui/map-land.py made and describes; never changed
 * afterwards.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/map-outline.h"

#include <gio/gio.h>

#include <string.h>

#define RESOURCE "/org/fonds/Fonds/ui/map-land.bin"
#define MAGIC "FMAP"

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

static gboolean
read_number (Reader *reader, guint *number)
{
  guint shift;

  *number = 0;
  for (shift = 0; shift < 28 && reader->at < reader->end; shift += 7)
    {
      guint8 byte = *reader->at++;

      *number |= (guint) (byte & 127) << shift;
      if (byte < 128)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_step (Reader *reader, gint16 *value)
{
  guint number;
  int next;

  if (!read_number (reader, &number))
    return FALSE;
  next = *value + ((number & 1) ? -(int) (number >> 1) - 1 : (int) (number >> 1));
  *value = (gint16) CLAMP (next, -18000, 18000);
  return TRUE;
}

static void
extend (FondsMapLine *line, const FondsMapPoint *point)
{
  line->low.longitude = MIN (line->low.longitude, point->longitude);
  line->low.latitude = MIN (line->low.latitude, point->latitude);
  line->high.longitude = MAX (line->high.longitude, point->longitude);
  line->high.latitude = MAX (line->high.latitude, point->latitude);
}

static gboolean
read_line (Reader *reader, FondsMapLine *line, GArray *points)
{
  FondsMapPoint point = { 0, 0 };
  guint i;

  if (!read_number (reader, &line->n_points))
    return FALSE;
  for (i = 0; i < line->n_points; i++)
    {
      if (!read_step (reader, &point.longitude) || !read_step (reader, &point.latitude))
        return FALSE;
      if (i == 0)
        line->low = line->high = point;
      extend (line, &point);
      g_array_append_val (points, point);
    }
  return TRUE;
}

/**
 * fonds_map_outline_read:
 * @data: an outline
 * @length: its length in bytes
 * @points: (element-type FondsMapPoint): takes the points; must outlive the lines
 *
 * Reads an outline.
 *
 * Returns: (transfer full) (nullable) (element-type FondsMapLine): the lines; %NULL where the data
 *   are damaged
 */
GArray *
fonds_map_outline_read (const guint8 *data, gsize length, GArray *points)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (FondsMapLine));
  Reader reader = { data + strlen (MAGIC), data + length };
  guint layer, n, i, first = 0;

  if (length < strlen (MAGIC) || memcmp (data, MAGIC, strlen (MAGIC)) != 0)
    return NULL;
  for (layer = 0; layer < FONDS_MAP_N_LAYERS; layer++)
    {
      if (!read_number (&reader, &n))
        return NULL;
      for (i = 0; i < n; i++)
        {
          FondsMapLine line = { .layer = (FondsMapLayer) layer };

          if (!read_line (&reader, &line, points))
            return NULL;
          g_array_append_val (lines, line);
        }
    }
  /* Only now do the points stay where they are. */
  for (i = 0; i < lines->len; i++)
    {
      FondsMapLine *line = &g_array_index (lines, FondsMapLine, i);

      line->points = &g_array_index (points, FondsMapPoint, first);
      first += line->n_points;
    }
  return g_steal_pointer (&lines);
}

static gpointer
load (gpointer data)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, 0, NULL);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FondsMapPoint));
  gsize length;
  const guint8 *start = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  GArray *lines = start ? fonds_map_outline_read (start, length, points) : NULL;

  g_assert (lines != NULL);
  return lines;
}

/**
 * fonds_map_outline:
 * @n_lines: (out): how many lines
 *
 * Returns: (transfer none) (array length=n_lines): the world, layer after layer
 */
const FondsMapLine *
fonds_map_outline (guint *n_lines)
{
  static GOnce once = G_ONCE_INIT;
  GArray *lines = g_once (&once, load, NULL);

  *n_lines = lines->len;
  return (const FondsMapLine *) lines->data;
}
