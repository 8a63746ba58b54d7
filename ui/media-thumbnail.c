/* media-thumbnail.c - the small picture of a file, in a row, a grid or a strip
 *
 * As large as it is told, whatever the picture's shape; an icon stands in until the picture is there
 * and where there is none. Loads while it is mapped and stops loading when it no longer is, so that
 * lists may keep hundreds. Says nothing to screen readers: what it belongs to has a name.
 * Thread: main context. Ownership: a load under way does not hold the widget, which cancels it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-thumbnail.h"

#include "ui/label.h"
#include "ui/media-thumbnails.h"
#include "ui/picture-texture.h"

/* A stretched one keeps room for an icon. */
#define LOWEST 64

struct _FondsThumbnail
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *icon;
  FondsMedia *media;     /* (nullable) */
  char *hash;            /* (nullable) */
  GdkTexture *texture;   /* (nullable) */
  GCancellable *loading; /* (nullable) */

  /* state */
  guint page;
  int size;
  int width, height; /* the picture's shape, where the widget takes that; else 0 */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (FondsThumbnail, fonds_thumbnail, GTK_TYPE_WIDGET)

static void
cancel (FondsThumbnail *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
show (FondsThumbnail *self, GdkTexture *texture)
{
  g_set_object (&self->texture, texture);
  gtk_widget_set_child_visible (self->icon, texture == NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsThumbnail *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
      fonds_thumbnails_load_finish (FONDS_MEDIA (source), result, &error);

  /* The widget may be gone, or on another picture. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->loading);
  self->failed = texture == NULL;
  show (self, texture);
}

static int
dots (FondsThumbnail *self)
{
  if (self->width > 0)
    return FONDS_THUMBNAIL_LARGE;
  return self->size * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
load (FondsThumbnail *self)
{
  GdkTexture *texture;

  if (!self->hash || self->texture || self->loading || self->failed)
    return;
  texture = fonds_thumbnails_find (self->media, self->hash, self->page, dots (self));
  if (texture)
    {
      show (self, texture);
      return;
    }
  self->loading = g_cancellable_new ();
  fonds_thumbnails_load_async (self->media, self->hash, self->page, dots (self), self->loading,
                               loaded_cb, self);
}

static void
fonds_thumbnail_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fonds_thumbnail_parent_class)->map (widget);
  load (FONDS_THUMBNAIL (widget));
}

static void
fonds_thumbnail_unmap (GtkWidget *widget)
{
  cancel (FONDS_THUMBNAIL (widget));
  GTK_WIDGET_CLASS (fonds_thumbnail_parent_class)->unmap (widget);
}

static GtkSizeRequestMode
fonds_thumbnail_get_request_mode (GtkWidget *widget)
{
  return FONDS_THUMBNAIL (widget)->width > 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                             : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* A stretched one is as wide as it may be and as high as its picture then is. */
static void
fonds_thumbnail_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  FondsThumbnail *self = FONDS_THUMBNAIL (widget);

  *minimum = *natural = self->size;
  if (self->width == 0)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = MIN (self->width, self->width * self->size / self->height);
      return;
    }
  *natural = MIN (self->height, self->size);
  if (for_size >= 0)
    *natural = MIN (*natural, (int) ((gint64) for_size * self->height / self->width));
  *natural = *minimum = MAX (*natural, LOWEST);
}

static void
fonds_thumbnail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (FONDS_THUMBNAIL (widget)->icon, width, height, -1, NULL);
}

static void
fonds_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FondsThumbnail *self = FONDS_THUMBNAIL (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double wide, high, scale;
  graphene_rect_t place;

  if (!self->texture)
    {
      GTK_WIDGET_CLASS (fonds_thumbnail_parent_class)->snapshot (widget, snapshot);
      return;
    }
  wide = gdk_texture_get_width (self->texture);
  high = gdk_texture_get_height (self->texture);
  scale = MIN (width / wide, height / high);
  if (self->width == 0)
    scale = MIN (scale, 1.0 / gtk_widget_get_scale_factor (widget));
  else
    scale = MIN (scale, MAX (self->width / wide, 1));
  place = GRAPHENE_RECT_INIT ((float) (int) ((width - wide * scale) / 2),
                              (float) (int) ((height - high * scale) / 2), (float) (wide * scale),
                              (float) (high * scale));
  /* A drawing that lets its paper shine through was made for white paper. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &place);
  fonds_snapshot_append_picture (snapshot, widget, self->texture, &place);
}

static void
fonds_thumbnail_dispose (GObject *object)
{
  FondsThumbnail *self = FONDS_THUMBNAIL (object);

  cancel (self);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_object (&self->texture);
  g_clear_object (&self->media);
  g_clear_pointer (&self->hash, g_free);

  G_OBJECT_CLASS (fonds_thumbnail_parent_class)->dispose (object);
}

static void
fonds_thumbnail_class_init (FondsThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_thumbnail_dispose;
  widget_class->map = fonds_thumbnail_map;
  widget_class->unmap = fonds_thumbnail_unmap;
  widget_class->get_request_mode = fonds_thumbnail_get_request_mode;
  widget_class->measure = fonds_thumbnail_measure;
  widget_class->size_allocate = fonds_thumbnail_size_allocate;
  widget_class->snapshot = fonds_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fonds_thumbnail_init (FondsThumbnail *self)
{
  self->icon = fonds_decoration_new (NULL);
  gtk_widget_set_halign (self->icon, GTK_ALIGN_FILL);
  gtk_widget_add_css_class (self->icon, "dim-label");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
}

/**
 * fonds_thumbnail_new:
 * @size: how wide and high, in the widget's units
 *
 * Makes an empty place for a small picture.
 *
 * Returns: (transfer floating): a #FondsThumbnail
 */
GtkWidget *
fonds_thumbnail_new (int size)
{
  FondsThumbnail *self = g_object_new (FONDS_TYPE_THUMBNAIL, NULL);

  self->size = size;
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), CLAMP (size / 3, 16, 48));
  return GTK_WIDGET (self);
}

/**
 * fonds_thumbnail_set:
 * @self: a thumbnail
 * @media: (nullable): the media of the file's catalogue
 * @hash: (nullable): the file; %NULL for the icon alone
 * @page: a page of the file, from 0
 * @icon: (nullable): what stands in for the picture: the name of a symbolic icon
 *
 * Shows a file, as soon as somebody sees the place.
 */
void
fonds_thumbnail_set (FondsThumbnail *self,
                     FondsMedia *media,
                     const char *hash,
                     guint page,
                     const char *icon)
{
  g_return_if_fail (FONDS_IS_THUMBNAIL (self));
  g_return_if_fail (!hash || media);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  if (self->media == media && self->page == page && g_strcmp0 (self->hash, hash) == 0)
    return;
  cancel (self);
  g_set_object (&self->media, media);
  g_free (self->hash);
  self->hash = g_strdup (hash);
  self->page = page;
  self->failed = FALSE;
  show (self, NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/**
 * fonds_thumbnail_set_stretch:
 * @self: a thumbnail
 * @width: the picture's width in its own pixels; 0 for a square of the thumbnail's size
 * @height: its height
 *
 * Lets the place take the picture's shape: as wide as there is room, and at most as high as the
 * thumbnail's size.
 */
void
fonds_thumbnail_set_stretch (FondsThumbnail *self, int width, int height)
{
  g_return_if_fail (FONDS_IS_THUMBNAIL (self));

  self->width = height > 0 ? MAX (width, 0) : 0;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fonds_thumbnail_has_picture:
 * @self: a thumbnail
 *
 * Returns: whether the picture is seen, rather than the icon
 */
gboolean
fonds_thumbnail_has_picture (FondsThumbnail *self)
{
  g_return_val_if_fail (FONDS_IS_THUMBNAIL (self), FALSE);

  return self->texture != NULL;
}
