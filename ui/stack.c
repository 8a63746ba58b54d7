/* stack.c - pages of which only one is there
 *
 * GTK 4.8 shows screen readers every page of a stack, so that "Nothing found" would be read aloud
 * beside what was found. Pages that aren't seen are marked as hidden.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/stack.h"

static void
visible_child_cb (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 child != shown, -1);
}

/**
 * fonds_stack_hide_others:
 * @stack: a stack
 *
 * Hides from screen readers, now and whenever another page is shown, the pages that aren't seen.
 */
void
fonds_stack_hide_others (GtkStack *stack)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (visible_child_cb), NULL);
  visible_child_cb (stack);
}
