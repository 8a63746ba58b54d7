/* bookmarks-list.c - the bookmarks of a person, in the sidebar
 *
 * Nothing is seen of it while there are none. Choosing a bookmark finds its record by uid, off the main
 * thread, and goes there by the window's own actions. A row is moved by drag or by keys.
 * Invariant: an action without a row does nothing; the row is the one with the focus or the menu.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/bookmarks-list.h"

#include "data/catalogue/record.h"
#include "data/store/database.h"
#include "ui/label.h"
#include "ui/bookmark-row.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

struct _FondsBookmarksList
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkListBox *list;

  /* owned */
  FondsCatalogue *catalogue;
  FondsBookmarks *bookmarks;
};

G_DEFINE_FINAL_TYPE (FondsBookmarksList, fonds_bookmarks_list, ADW_TYPE_BIN)

typedef struct
{
  char *uid;
  gint64 id; /* (out) 0: it isn't there */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->uid);
  g_free (search);
}

static gboolean
search_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;

  search->id = fonds_record_find_uid (db, search->uid, NULL);
  return TRUE;
}

static void
say (FondsBookmarksList *self, AdwToast *toast)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (FONDS_IS_WINDOW (root))
    fonds_window_add_toast (FONDS_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

typedef struct
{
  FondsBookmarksList *self;
  gboolean under;
} Going;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Going *going = user_data;
  g_autoptr (FondsBookmarksList) self = going->self;
  Search *search = fonds_store_run_finish (FONDS_STORE (source), result, NULL);

  if (!search)
    return;
  if (search->id <= 0)
    say (self, adw_toast_new (_ ("This record isn’t in the catalogue any more")));
  else
    gtk_widget_activate_action (GTK_WIDGET (self),
                                going->under ? "win.show-under" : "win.open-record", "x",
                                search->id);
}

static void
activated_cb (FondsBookmarksList *self, GtkListBoxRow *row)
{
  FondsBookmark *bookmark = fonds_bookmark_row_get_place (FONDS_BOOKMARK_ROW (row));
  Search *search = g_new0 (Search, 1);
  Going *going = g_new0 (Going, 1);

  search->uid = g_strdup (fonds_bookmark_get_uid (bookmark));
  going->self = g_object_ref (self);
  going->under = fonds_bookmark_get_under (bookmark);
  fonds_store_run_async (fonds_catalogue_get_store (self->catalogue), FONDS_LANE_ROWS, search_cb,
                         search, search_free, NULL, found_cb, going);
}

/* The row that an action is about; (nullable) */
static GtkListBoxRow *
get_row (FondsBookmarksList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (child) ? GTK_LIST_BOX_ROW (child) : NULL;
}

static void
focus_row (FondsBookmarksList *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkListBoxRow *row = get_row (FONDS_BOOKMARKS_LIST (widget));

  if (row)
    fonds_bookmark_row_rename (FONDS_BOOKMARK_ROW (row));
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsBookmarksList *self = FONDS_BOOKMARKS_LIST (widget);
  GtkListBoxRow *row = get_row (self);
  int position = row ? gtk_list_box_row_get_index (row) : -1;
  int to = position + g_variant_get_int32 (parameter);

  if (row && fonds_bookmarks_move (self->bookmarks, (guint) position, to))
    focus_row (self, to);
}

typedef struct
{
  FondsBookmarks *bookmarks;
  FondsBookmark *bookmark;
  guint position;
} Removed;

static void
removed_free (gpointer data, GClosure *closure)
{
  Removed *removed = data;

  g_object_unref (removed->bookmarks);
  g_object_unref (removed->bookmark);
  g_free (removed);
}

static void
bring_back_cb (AdwToast *toast, Removed *removed)
{
  fonds_bookmarks_insert (removed->bookmarks, removed->position, removed->bookmark);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsBookmarksList *self = FONDS_BOOKMARKS_LIST (widget);
  GtkListBoxRow *row = get_row (self);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  Removed *removed;
  AdwToast *toast;

  if (!row)
    return;
  removed = g_new0 (Removed, 1);
  removed->position = (guint) gtk_list_box_row_get_index (row);
  removed->bookmarks = g_object_ref (self->bookmarks);
  removed->bookmark = fonds_bookmarks_remove (self->bookmarks, removed->position);
  text = g_strdup_printf (_ ("Removed “%s” from your bookmarks"),
                          fonds_bookmark_get_label (removed->bookmark));
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (bring_back_cb), removed, removed_free,
                         0);
  say (self, toast);
  focus_row (self, (int) removed->position);
}

static void
renamed_cb (FondsBookmarksList *self, const char *label, FondsBookmarkRow *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  fonds_bookmarks_rename (self->bookmarks, (guint) position, label);
  focus_row (self, position);
}

static void
dropped_cb (FondsBookmarksList *self, FondsBookmarkRow *from, FondsBookmarkRow *to)
{
  fonds_bookmarks_move (self->bookmarks,
                        (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (from)),
                        gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (to)));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = fonds_bookmark_row_new (item);

  g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), user_data, G_CONNECT_SWAPPED);
  return row;
}

static void
items_changed_cb (FondsBookmarksList *self)
{
  GListModel *model = fonds_bookmarks_get_model (self->bookmarks);

  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (model) > 0);
}

static void
fonds_bookmarks_list_dispose (GObject *object)
{
  FondsBookmarksList *self = FONDS_BOOKMARKS_LIST (object);

  if (self->list)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->bookmarks);
  g_clear_object (&self->catalogue);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_BOOKMARKS_LIST);

  G_OBJECT_CLASS (fonds_bookmarks_list_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType move = GDK_ALT_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "bookmarks.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "bookmarks.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "bookmarks.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "bookmarks.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "bookmarks.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, move, "bookmarks.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, move, "bookmarks.move", "i", 1);
}

static void
fonds_bookmarks_list_class_init (FondsBookmarksListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_bookmarks_list_dispose;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/bookmarks-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsBookmarksList, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
fonds_bookmarks_list_init (FondsBookmarksList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_bookmarks_list_new:
 *
 * Makes an empty list, which isn't seen.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
fonds_bookmarks_list_new (void)
{
  return g_object_new (FONDS_TYPE_BOOKMARKS_LIST, NULL);
}

/**
 * fonds_bookmarks_list_set_bookmarks:
 * @self: a list
 * @catalogue: where the records are
 * @bookmarks: what is listed
 *
 * Fills the list.
 */
void
fonds_bookmarks_list_set_bookmarks (FondsBookmarksList *self,
                                    FondsCatalogue *catalogue,
                                    FondsBookmarks *bookmarks)
{
  GListModel *model = fonds_bookmarks_get_model (bookmarks);

  g_return_if_fail (FONDS_IS_BOOKMARKS_LIST (self));
  g_return_if_fail (!self->bookmarks);

  self->catalogue = g_object_ref (catalogue);
  self->bookmarks = g_object_ref (bookmarks);
  gtk_list_box_bind_model (self->list, model, make_row, self, NULL);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
}
