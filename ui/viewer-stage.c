/* viewer-stage.c - where the viewer shows one page: a picture, a film, or why there is none
 *
 * A small copy that is at hand is seen at once, tiles take its place as they come. What can't be
 * shown here says why and can be opened with another program.
 * Invariant: an answer that is not about the page shown is dropped.
 * Thread: main context. Ownership: a question under way does not hold the stage, which cancels it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/viewer-stage.h"

#include "data/media/tiles.h"
#include "ui/label.h"
#include "ui/media-thumbnails.h"
#include "ui/media-tiles.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

#define SPINNER_AFTER_MS 200

struct _FondsViewerStage
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkStack *stack;
  FondsTileView *view;
  GtkSpinner *spinner;
  GtkLabel *remark;
  GtkVideo *video;
  GtkMediaControls *controls;
  GtkLabel *sound_name;
  AdwStatusPage *problem;
  GtkWidget *open;
  GtkWidget *save;

  /* owned */
  FondsMediaPage *page;   /* (nullable) */
  GCancellable *loading;  /* (nullable) */
  GtkMediaStream *stream; /* (nullable) */

  /* state */
  guint spinner_source;
};

G_DEFINE_FINAL_TYPE (FondsViewerStage, fonds_viewer_stage, ADW_TYPE_BIN)

static void
stop_spinner (FondsViewerStage *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

static gboolean
spinner_cb (gpointer user_data)
{
  FondsViewerStage *self = user_data;

  self->spinner_source = 0;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
show_problem (FondsViewerStage *self, const char *icon, const char *title, const char *sentence)
{
  g_autofree char *markup = sentence ? g_markup_escape_text (sentence, -1) : NULL;

  stop_spinner (self);
  adw_status_page_set_icon_name (self->problem, icon);
  adw_status_page_set_title (self->problem, title);
  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* A file that isn't there can't be opened elsewhere either. */
static void
show_error (FondsViewerStage *self, const GError *error)
{
  gboolean missing = g_error_matches (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_MISSING);

  gtk_widget_set_visible (self->open, !missing);
  gtk_widget_set_visible (self->save, !missing);
  show_problem (self, "dialog-warning-symbolic",
                missing ? _ ("The file is missing") : _ ("The file can’t be shown"),
                error->message);
}

/* What is wrong with a picture that can be seen all the same, such as one that was cut off. */
static void
update_remark (FondsViewerStage *self)
{
  FondsMediaFacts *facts = fonds_media_page_get_facts (self->page);
  const char *problem = facts ? facts->problem : NULL;

  gtk_label_set_text (self->remark, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), problem != NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsViewerStage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsTiles) tiles = fonds_tiles_open_finish (FONDS_MEDIA (source), result, &error);
  g_autoptr (FondsTileSource) picture = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!tiles)
    {
      show_error (self, error);
      return;
    }
  picture = fonds_media_tiles_new (tiles);
  fonds_tile_view_set_source (self->view, picture);
}

static void
tile_loaded_cb (FondsViewerStage *self, const GError *error)
{
  stop_spinner (self);
  if (error && !fonds_tile_view_has_picture (self->view))
    show_error (self, error);
}

static void
show_preview (FondsViewerStage *self)
{
  const char *hash = fonds_media_page_get_attachment (self->page)->hash;
  FondsMedia *media = fonds_media_page_get_media (self->page);
  guint number = fonds_media_page_get_number (self->page);
  FondsMediaFacts *facts = fonds_media_page_get_facts (self->page);
  GdkTexture *texture = fonds_thumbnails_find (media, hash, number, FONDS_THUMBNAIL_LARGE);
  int width, height;

  if (!texture || !facts || facts->width <= 0 || number > 0)
    {
      fonds_tile_view_set_preview (self->view, NULL, 0, 0);
      return;
    }
  width = facts->width;
  height = facts->height;
  fonds_tile_view_set_preview (self->view, texture, width, height);
}

static void
show_picture (FondsViewerStage *self)
{
  const FondsAttachment *attachment = fonds_media_page_get_attachment (self->page);

  show_preview (self);
  update_remark (self);
  g_signal_connect_object (self->page, "notify::facts", G_CALLBACK (update_remark), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->stack, "picture");
  self->spinner_source = g_timeout_add (SPINNER_AFTER_MS, spinner_cb, self);
  fonds_tiles_open_async (fonds_media_page_get_media (self->page), attachment->hash,
                          fonds_media_page_get_number (self->page), self->loading, opened_cb, self);
}

static void
stream_error_cb (FondsViewerStage *self)
{
  if (!gtk_media_stream_get_error (self->stream))
    return;
  gtk_widget_set_visible (self->open, TRUE);
  gtk_widget_set_visible (self->save, TRUE);
  show_problem (self, fonds_media_page_get_icon (self->page), _ ("It can’t be played here"),
                _ ("Either the file is damaged, or the parts of GStreamer that play such files "
                   "aren’t installed on this computer."));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsViewerStage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = fonds_media_find_finish (FONDS_MEDIA (source), result, &error);
  gboolean film;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!file)
    {
      show_error (self, error);
      return;
    }
  film = fonds_media_page_get_sort (self->page) == FONDS_MEDIA_SORT_FILM;
  gtk_stack_set_visible_child_name (self->stack, film ? "film" : "sound");
  self->stream = gtk_media_file_new_for_file (file);
  g_signal_connect_object (self->stream, "notify::error", G_CALLBACK (stream_error_cb), self,
                           G_CONNECT_SWAPPED);
  if (film)
    gtk_video_set_media_stream (self->video, self->stream);
  else
    gtk_media_controls_set_media_stream (self->controls, self->stream);
  stream_error_cb (self);
}

static void
show_stream (FondsViewerStage *self)
{
  fonds_label_set_value (self->sound_name, fonds_media_page_get_title (self->page));
  fonds_media_find_async (fonds_media_page_get_media (self->page),
                          fonds_media_page_get_attachment (self->page)->hash, self->loading,
                          found_cb, self);
}

static void
show_file (FondsViewerStage *self)
{
  g_autofree char *description = fonds_media_page_dup_description (self->page);

  gtk_widget_set_visible (self->open, TRUE);
  gtk_widget_set_visible (self->save, TRUE);
  show_problem (self, fonds_media_page_get_icon (self->page),
                fonds_media_page_get_title (self->page), description);
}

static void
leave (FondsViewerStage *self)
{
  stop_spinner (self);
  if (self->page)
    g_signal_handlers_disconnect_by_func (self->page, update_remark, self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->stream)
    {
      gtk_media_stream_pause (self->stream);
      gtk_video_set_media_stream (self->video, NULL);
      gtk_media_controls_set_media_stream (self->controls, NULL);
    }
  g_clear_object (&self->stream);
  fonds_tile_view_set_source (self->view, NULL);
  fonds_tile_view_set_preview (self->view, NULL, 0, 0);
}

static void
fonds_viewer_stage_dispose (GObject *object)
{
  FondsViewerStage *self = FONDS_VIEWER_STAGE (object);

  if (self->view)
    leave (self);
  g_clear_object (&self->page);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_VIEWER_STAGE);

  G_OBJECT_CLASS (fonds_viewer_stage_parent_class)->dispose (object);
}

static gboolean
fonds_viewer_stage_grab_focus (GtkWidget *widget)
{
  FondsViewerStage *self = FONDS_VIEWER_STAGE (widget);
  GtkWidget *child = gtk_stack_get_visible_child (self->stack);

  if (fonds_viewer_stage_shows_picture (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return child && gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
fonds_viewer_stage_class_init (FondsViewerStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_viewer_stage_dispose;
  widget_class->grab_focus = fonds_viewer_stage_grab_focus;

  g_type_ensure (FONDS_TYPE_TILE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/viewer-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, view);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, remark);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, video);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, controls);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, sound_name);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, problem);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, open);
  gtk_widget_class_bind_template_child (widget_class, FondsViewerStage, save);
}

static void
fonds_viewer_stage_init (FondsViewerStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  g_signal_connect_object (self->view, "loaded", G_CALLBACK (tile_loaded_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * fonds_viewer_stage_show:
 * @self: a stage
 * @page: (nullable): what is to be seen
 *
 * Shows a page, or stops whatever plays.
 */
void
fonds_viewer_stage_show (FondsViewerStage *self, FondsMediaPage *page)
{
  g_return_if_fail (FONDS_IS_VIEWER_STAGE (self));

  leave (self);
  g_set_object (&self->page, page);
  if (!page)
    return;
  self->loading = g_cancellable_new ();
  fonds_widget_set_accessible_name (GTK_WIDGET (self->view), fonds_media_page_get_title (page));
  switch (fonds_media_page_get_sort (page))
    {
    case FONDS_MEDIA_SORT_PICTURE:
    case FONDS_MEDIA_SORT_DOCUMENT:
      show_picture (self);
      break;
    case FONDS_MEDIA_SORT_SOUND:
    case FONDS_MEDIA_SORT_FILM:
      show_stream (self);
      break;
    default:
      show_file (self);
      break;
    }
}

/**
 * fonds_viewer_stage_get_view:
 * @self: a stage
 *
 * Returns: (transfer none): where pictures are seen
 */
FondsTileView *
fonds_viewer_stage_get_view (FondsViewerStage *self)
{
  g_return_val_if_fail (FONDS_IS_VIEWER_STAGE (self), NULL);

  return self->view;
}

/**
 * fonds_viewer_stage_shows_picture:
 * @self: a stage
 *
 * Returns: whether what is seen is a picture, which can be moved and turned
 */
gboolean
fonds_viewer_stage_shows_picture (FondsViewerStage *self)
{
  g_return_val_if_fail (FONDS_IS_VIEWER_STAGE (self), FALSE);

  return self->stack && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "picture") == 0;
}
