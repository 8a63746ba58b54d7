/* tile-input.c - mouse, touch and touchpad over a picture
 *
 * A wheel comes nearer where the pointer is; two fingers on a touchpad move the picture, and with
 * Control come nearer; a finger or a held button pulls it; a pinch and a double click do what they
 * do elsewhere.
 * Thread: main context. Ownership: the state belongs to its controllers' view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-input.h"

#include <math.h>

/* A notch of the wheel. */
#define NOTCH 1.25
/* So many units of a touchpad are as much as a notch. */
#define UNITS_A_NOTCH 40.0

typedef struct
{
  FondsTileView *view;
  double x, y;                 /* where the pointer is */
  double dragged_x, dragged_y; /* how much of the drag was followed */
  double pinched_from;         /* the zoom when the fingers came down */
} Input;

static void
moved_cb (GtkEventControllerMotion *controller, double x, double y, Input *input)
{
  input->x = x;
  input->y = y;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, Input *input)
{
  GtkEventController *event = GTK_EVENT_CONTROLLER (controller);
  gboolean by_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  gboolean nearer = gtk_event_controller_get_current_event_state (event) & GDK_CONTROL_MASK;
  double notches = by_wheel ? dy : dy / UNITS_A_NOTCH;

  if (!by_wheel && !nearer)
    return fonds_tile_view_pan (input->view, -dx, -dy);
  if (dy == 0)
    return fonds_tile_view_pan (input->view, -dx * UNITS_A_NOTCH, 0);
  fonds_tile_view_zoom_at (input->view,
                           fonds_tile_view_get_zoom (input->view) * pow (NOTCH, -notches), input->x,
                           input->y);
  return TRUE;
}

static void
show_grip (Input *input, gboolean gripped)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (input->view), gripped ? "grabbing" : NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, Input *input)
{
  input->dragged_x = input->dragged_y = 0;
  gtk_widget_grab_focus (GTK_WIDGET (input->view));
  show_grip (input, TRUE);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, Input *input)
{
  fonds_tile_view_pan (input->view, dx - input->dragged_x, dy - input->dragged_y);
  input->dragged_x = dx;
  input->dragged_y = dy;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, Input *input)
{
  show_grip (input, FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, Input *input)
{
  if (n_press != 2)
    return;
  if (fonds_tile_view_get_camera (input->view)->fitted)
    fonds_tile_view_zoom_at (input->view, 1, x, y);
  else
    fonds_tile_view_fit (input->view);
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, Input *input)
{
  input->pinched_from = fonds_tile_view_get_zoom (input->view);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, Input *input)
{
  double x = input->x, y = input->y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  fonds_tile_view_zoom_at (input->view, input->pinched_from * scale, x, y);
}

static void
input_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * fonds_tile_input_add:
 * @view: a view
 *
 * Lets a view be moved by hand.
 */
void
fonds_tile_input_add (FondsTileView *view)
{
  GtkWidget *widget = GTK_WIDGET (view);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  Input *input = g_new0 (Input, 1);

  input->view = view;
  g_signal_connect_data (motion, "motion", G_CALLBACK (moved_cb), input, input_free, 0);
  g_signal_connect (motion, "enter", G_CALLBACK (moved_cb), input);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), input);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), input);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), input);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), input);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), input);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), input);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), input);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  /* Last, since it goes first and takes the state with it. */
  gtk_widget_add_controller (widget, motion);
}
