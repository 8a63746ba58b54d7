/* start-page.c - what a window shows while it holds no catalogue
 *
 * A welcome, something under way, or what went wrong and what to do about it. The buttons are
 * actions of the window.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/start-page.h"

#include "ui/error-words.h"
#include "ui/label.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

/* How many catalogues are offered here; the menu has the others. */
#define N_RECENT 5

struct _FondsStartPage
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkStack *stack;
  GtkMenuButton *menu_button;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
  AdwStatusPage *progress;
  AdwStatusPage *problem;
  GtkWidget *open;
  GtkWidget *again;
  GtkWidget *other;

  /* owned */
  FondsRecent *recent; /* (nullable): until there is a desk */
};

G_DEFINE_FINAL_TYPE (FondsStartPage, fonds_start_page, ADW_TYPE_BIN)

static void
set_description (AdwStatusPage *page, const char *text)
{
  /* A status page reads markup, and a file may be called "Smith & Son". */
  g_autofree char *markup = text ? g_markup_escape_text (text, -1) : NULL;

  adw_status_page_set_description (page, markup);
}

/* The first thing that one would do now; (nullable): while one has to wait. */
static GtkWidget *
get_first (FondsStartPage *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (page, "welcome") == 0)
    return self->open;
  if (g_strcmp0 (page, "error") == 0)
    return gtk_widget_get_visible (self->again) ? self->again : self->other;
  return NULL;
}

static GtkWidget *
make_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = fonds_path_name (path);
  g_autofree char *folder = fonds_path_words (path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  fonds_widget_set_accessible_description (row, folder);
  return row;
}

static void
recent_changed_cb (FondsStartPage *self)
{
  const char *const *paths = fonds_recent_get_paths (self->recent);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)))
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; paths[i] && i < N_RECENT; i++)
    gtk_list_box_append (self->recent_list, make_row (paths[i]));
  gtk_widget_set_visible (self->recent_box, paths[0] != NULL);
}

static gboolean
fonds_start_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = get_first (FONDS_START_PAGE (widget));

  return first ? gtk_widget_grab_focus (first) : FALSE;
}

/* Without this, GTK would begin at the main menu. */
static void
fonds_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fonds_start_page_parent_class)->map (widget);

  gtk_widget_grab_focus (widget);
}

static void
fonds_start_page_dispose (GObject *object)
{
  g_clear_object (&FONDS_START_PAGE (object)->recent);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_START_PAGE);

  G_OBJECT_CLASS (fonds_start_page_parent_class)->dispose (object);
}

static void
fonds_start_page_class_init (FondsStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_start_page_dispose;
  widget_class->grab_focus = fonds_start_page_grab_focus;
  widget_class->focus = fonds_bin_pass_focus;
  widget_class->map = fonds_start_page_map;

  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, progress);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, problem);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, open);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, again);
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, other);
}

static void
fonds_start_page_init (FondsStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
}

/**
 * fonds_start_page_new:
 *
 * Makes a page that bids welcome.
 *
 * Returns: (transfer floating): the page
 */
FondsStartPage *
fonds_start_page_new (void)
{
  return g_object_new (FONDS_TYPE_START_PAGE, NULL);
}

/**
 * fonds_start_page_set_desk:
 * @self: a start page
 * @desk: what all windows share
 * @menu: the main menu
 *
 * Offers the menu, and what was open last.
 */
void
fonds_start_page_set_desk (FondsStartPage *self, FondsDesk *desk, GMenuModel *menu)
{
  g_return_if_fail (FONDS_IS_START_PAGE (self));
  g_return_if_fail (!self->recent);

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  self->recent = g_object_ref (fonds_desk_get_recent (desk));
  g_signal_connect_object (self->recent, "changed", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}

/**
 * fonds_start_page_show_welcome:
 * @self: a start page
 *
 * Offers to open or to make a catalogue.
 */
void
fonds_start_page_show_welcome (FondsStartPage *self)
{
  g_return_if_fail (FONDS_IS_START_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

/**
 * fonds_start_page_show_progress:
 * @self: a start page
 * @title: what is being done
 * @what: (nullable): what it is done to
 *
 * Says that something takes a moment.
 */
void
fonds_start_page_show_progress (FondsStartPage *self, const char *title, const char *what)
{
  g_return_if_fail (FONDS_IS_START_PAGE (self));

  adw_status_page_set_title (self->progress, title);
  set_description (self->progress, what);
  gtk_stack_set_visible_child_name (self->stack, "progress");
}

/**
 * fonds_start_page_show_error:
 * @self: a start page
 * @error: what went wrong
 * @path: (nullable): the file that it is about
 *
 * Says what went wrong and what to do about it.
 */
void
fonds_start_page_show_error (FondsStartPage *self, const GError *error, const char *path)
{
  g_autofree char *advice = fonds_error_advice (error, path);
  gboolean may_pass = fonds_error_may_pass (error);

  g_return_if_fail (FONDS_IS_START_PAGE (self));

  adw_status_page_set_title (self->problem, fonds_error_title (error));
  set_description (self->problem, advice);
  gtk_widget_set_visible (self->again, may_pass);
  if (may_pass)
    gtk_widget_remove_css_class (self->other, "suggested-action");
  else
    gtk_widget_add_css_class (self->other, "suggested-action");
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
