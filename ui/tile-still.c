/* tile-still.c - a look that stays, drawn as finely as it can be, away from the main thread
 *
 * Making a picture smaller without losing its thin lines takes several frames' time where no graphics
 * card helps. So a picture that moves is drawn quickly, and this one takes its place when it rests.
 * Thread: asked from the main context, drawn in one of its own; textures never change.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-still.h"

#include "ui/picture-texture.h"

typedef struct
{
  GArray *pieces; /* of FondsTilePiece */
  int width;
  int height;
} Job;

static void
job_free (Job *job)
{
  g_array_unref (job->pieces);
  g_free (job);
}

static void
clear_piece (gpointer piece)
{
  g_clear_object (&((FondsTilePiece *) piece)->texture);
}

static cairo_surface_t *
read_texture (GdkTexture *texture)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                  gdk_texture_get_height (texture));

  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* On white paper: what shines through a drawing. The edge is drawn on, so that none shows between. */
static void
draw (cairo_t *cr, const FondsTilePiece *piece)
{
  double width = piece->place.width, height = piece->place.height;
  double across = piece->turns % 2 ? height : width, down = piece->turns % 2 ? width : height;
  cairo_surface_t *surface = read_texture (piece->texture);

  cairo_save (cr);
  cairo_translate (cr, piece->place.x + width / 2, piece->place.y + height / 2);
  cairo_rotate (cr, piece->turns * G_PI / 2);
  cairo_translate (cr, -across / 2, -down / 2);
  cairo_rectangle (cr, 0, 0, across, down);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_scale (cr, across / gdk_texture_get_width (piece->texture),
               down / gdk_texture_get_height (piece->texture));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static GdkTexture *
to_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * stride,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return fonds_picture_texture_new (cairo_image_surface_get_width (surface), height, stride, bytes);
}

static void
draw_all (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cairo_t *cr = cairo_create (surface);
  guint i;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (i = 0; i < job->pieces->len && !g_cancellable_is_cancelled (cancellable); i++)
    draw (cr, &g_array_index (job->pieces, FondsTilePiece, i));
  cairo_destroy (cr);
  g_task_return_pointer (task, to_texture (surface), g_object_unref);
}

/**
 * fonds_tile_pieces_new:
 *
 * Returns: (transfer full) (element-type FondsTilePiece): a list that owns its textures
 */
GArray *
fonds_tile_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (FondsTilePiece));

  g_array_set_clear_func (pieces, clear_piece);
  return pieces;
}

/**
 * fonds_tile_still_async:
 * @pieces: (transfer full) (element-type FondsTilePiece): all that is seen
 * @width: the view's width in dots of the screen
 * @height: its height
 * @cancellable: (nullable): what stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Draws a look.
 */
void
fonds_tile_still_async (GArray *pieces,
                        int width,
                        int height,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, fonds_tile_still_async);
  job->pieces = pieces;
  job->width = width;
  job->height = height;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_all);
}

/**
 * fonds_tile_still_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Takes the answer of fonds_tile_still_async().
 *
 * Returns: (transfer full) (nullable): the look, as large as the view
 */
GdkTexture *
fonds_tile_still_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
