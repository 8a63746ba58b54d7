/* window-bookmarks.c - adds bookmarks to a window's catalogue
 *
 * A record's title and uid are read first, off the main thread.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window-private.h"

#include "data/catalogue/record.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  FondsWindow *window;
  FondsSession *session;
  gboolean under;
} Adding;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Adding *adding = user_data;
  g_autoptr (FondsWindow) window = adding->window;
  g_autoptr (FondsSession) session = adding->session;
  g_autoptr (FondsRecord) record =
      fonds_record_load_finish (fonds_session_get_catalogue (session), result, NULL);
  g_autoptr (FondsBookmark) bookmark = NULL;
  const char *title;

  if (!record)
    return;
  title = record->title && *record->title ? record->title : _ ("Untitled");
  bookmark = fonds_bookmark_new (fonds_body_uid (record->body), record->kind, adding->under, title);
  if (fonds_bookmarks_add (fonds_session_get_bookmarks (session), bookmark))
    fonds_window_add_toast (window, adw_toast_new (_ ("Bookmark added")));
  else
    fonds_window_add_toast (window, adw_toast_new (_ ("There is a bookmark already")));
}

/*
 * _fonds_window_add_bookmark:
 * @self: a window on a catalogue
 * @id: a record
 * @under: whether what lies under it is meant
 *
 * Adds a bookmark and says so.
 */
void
_fonds_window_add_bookmark (FondsWindow *self, gint64 id, gboolean under)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->window = g_object_ref (self);
  adding->session = g_object_ref (self->session);
  adding->under = under;
  fonds_record_load_async (self->catalogue, id, NULL, loaded_cb, adding);
}
