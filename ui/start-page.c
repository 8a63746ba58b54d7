/* start-page.c - what a window shows while it holds no catalogue
 *
 * A welcome, something under way, or what went wrong and what to do about it. The buttons are
 * actions of the window.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/start-page.h"

#include "ui/error-words.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

struct _FondsStartPage
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkStack *stack;
  AdwStatusPage *progress;
  AdwStatusPage *problem;
  GtkWidget *open;
  GtkWidget *again;
  GtkWidget *other;
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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsStartPage, stack);
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
