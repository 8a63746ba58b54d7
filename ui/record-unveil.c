/* record-unveil.c - a long page that is seen from its top at once
 *
 * To lay out a long description takes several frames' time, most of it for what lies below the
 * window's edge. So only the first parts are there in the first frame; each frame after it adds as
 * much as it has time for. Until then the page is busy, which a screen reader is told.
 * Thread: main context. Ownership: the tick belongs to the page and ends with it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-unveil.h"

#include "ui/record-section.h"

/* Rows of fields that are laid out in one frame; a heading takes as long as two of them. */
#define ROWS_A_FRAME 12
#define ROWS_OF_HEADING 2

static guint
count_rows (GtkWidget *section)
{
  GtkWidget *body = gtk_widget_get_last_child (section);
  GtkWidget *child;
  guint n = ROWS_OF_HEADING;

  for (child = gtk_widget_get_first_child (body); child;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* Shows hidden parts from the top while there is time; says whether any are left. */
static gboolean
show_some (GtkWidget *page)
{
  guint rows = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (page); child;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!FONDS_IS_RECORD_SECTION (child) || gtk_widget_get_visible (child))
        continue;
      if (rows >= ROWS_A_FRAME)
        return TRUE;
      gtk_widget_set_visible (child, TRUE);
      rows += count_rows (child);
    }
  return FALSE;
}

static void
set_busy (GtkWidget *page, gboolean busy)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

static gboolean
tick_cb (GtkWidget *page, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  /* The first tick comes before the first frame. */
  if ((*frames)++ == 0)
    return G_SOURCE_CONTINUE;
  if (show_some (page))
    return G_SOURCE_CONTINUE;
  set_busy (page, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * fonds_record_unveil:
 * @page: a box with all the parts of a record's page
 *
 * Hides the parts of a page but the first, and shows them again frame by frame.
 */
void
fonds_record_unveil (GtkWidget *page)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (page); child;
       child = gtk_widget_get_next_sibling (child))
    if (FONDS_IS_RECORD_SECTION (child))
      gtk_widget_set_visible (child, FALSE);
  if (!show_some (page))
    return;
  set_busy (page, TRUE);
  gtk_widget_add_tick_callback (page, tick_cb, g_new0 (guint, 1), g_free);
}
