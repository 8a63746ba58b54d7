/* viewer-host.c - gives the viewer the whole place of what called it, and that its place back
 *
 * Lies round the panes. The viewer is made when it is first called for.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/viewer-host.h"

#include "ui/stack.h"

struct _FondsViewerHost
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkStack *stack;
  FondsViewer *viewer; /* (nullable) */

  /* borrowed, weakly */
  GtkWidget *came_from; /* (nullable): what had the focus */

  /* state */
  gulong focus_handler;
};

G_DEFINE_FINAL_TYPE (FondsViewerHost, fonds_viewer_host, ADW_TYPE_BIN)

static gboolean
is_viewing (FondsViewerHost *self)
{
  return self->viewer && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->viewer);
}

static void
show_content (FondsViewerHost *self)
{
  gtk_stack_set_visible_child_name (self->stack, "content");
  fonds_viewer_clear (self->viewer);
}

/* A key of the window went to something among the panes, such as the search entry: they come back. */
static void
focus_cb (FondsViewerHost *self, GParamSpec *pspec, GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *content = gtk_stack_get_child_by_name (self->stack, "content");

  if (focus && content && is_viewing (self) && gtk_widget_is_ancestor (focus, content))
    show_content (self);
}

static void
fonds_viewer_host_root (GtkWidget *widget)
{
  FondsViewerHost *self = FONDS_VIEWER_HOST (widget);

  GTK_WIDGET_CLASS (fonds_viewer_host_parent_class)->root (widget);
  self->focus_handler =
      g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                                G_CALLBACK (focus_cb), self);
}

static void
fonds_viewer_host_unroot (GtkWidget *widget)
{
  FondsViewerHost *self = FONDS_VIEWER_HOST (widget);

  g_clear_signal_handler (&self->focus_handler, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (fonds_viewer_host_parent_class)->unroot (widget);
}

static void
fonds_viewer_host_dispose (GObject *object)
{
  g_clear_weak_pointer (&FONDS_VIEWER_HOST (object)->came_from);

  G_OBJECT_CLASS (fonds_viewer_host_parent_class)->dispose (object);
}

static void
fonds_viewer_host_class_init (FondsViewerHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fonds_viewer_host_dispose;
  GTK_WIDGET_CLASS (klass)->root = fonds_viewer_host_root;
  GTK_WIDGET_CLASS (klass)->unroot = fonds_viewer_host_unroot;
}

static void
fonds_viewer_host_init (FondsViewerHost *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  fonds_stack_hide_others (self->stack);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * fonds_viewer_host_set_content:
 * @self: a host
 * @content: (nullable): the panes
 *
 * Puts the panes in, in place of those that were there.
 */
void
fonds_viewer_host_set_content (FondsViewerHost *self, GtkWidget *content)
{
  GtkWidget *old;

  g_return_if_fail (FONDS_IS_VIEWER_HOST (self));

  if (is_viewing (self))
    fonds_viewer_clear (self->viewer);
  old = gtk_stack_get_child_by_name (self->stack, "content");
  if (old)
    gtk_stack_remove (self->stack, old);
  if (content)
    {
      gtk_stack_add_named (self->stack, content, "content");
      gtk_stack_set_visible_child (self->stack, content);
    }
}

/**
 * fonds_viewer_host_of:
 * @widget: what shows a record
 *
 * Finds the place round a widget where its files can be looked at.
 *
 * Returns: (transfer none) (nullable): the host
 */
FondsViewerHost *
fonds_viewer_host_of (GtkWidget *widget)
{
  GtkWidget *host = gtk_widget_get_ancestor (widget, FONDS_TYPE_VIEWER_HOST);

  return host ? FONDS_VIEWER_HOST (host) : NULL;
}

/**
 * fonds_viewer_host_view:
 * @self: a host
 * @media: the media of the record's catalogue
 * @attachments: (element-type FondsAttachment): the record's files, in their order
 * @index: the one to begin with
 *
 * Shows a record's files in place of the panes, until one goes back.
 */
void
fonds_viewer_host_view (FondsViewerHost *self,
                        FondsMedia *media,
                        GPtrArray *attachments,
                        guint index)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (FONDS_IS_VIEWER_HOST (self));

  g_set_weak_pointer (&self->came_from, root ? gtk_root_get_focus (root) : NULL);
  if (!self->viewer)
    {
      self->viewer = FONDS_VIEWER (fonds_viewer_new ());
      g_signal_connect_object (self->viewer, "closed", G_CALLBACK (fonds_viewer_host_close), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->viewer), "viewer");
    }
  fonds_viewer_show (self->viewer, media, attachments, index);
  gtk_stack_set_visible_child_name (self->stack, "viewer");
  gtk_widget_grab_focus (GTK_WIDGET (self->viewer));
}

/**
 * fonds_viewer_host_close:
 * @self: a host
 *
 * Goes back to the panes, and to what had the focus there.
 */
void
fonds_viewer_host_close (FondsViewerHost *self)
{
  g_return_if_fail (FONDS_IS_VIEWER_HOST (self));

  if (!is_viewing (self))
    return;
  show_content (self);
  if (self->came_from)
    gtk_widget_grab_focus (self->came_from);
  g_clear_weak_pointer (&self->came_from);
}
