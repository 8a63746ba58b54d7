/* search-bar.c - where one types what one looks for
 *
 * Hands what was typed to the finder a blink later; the finder drops the answer to an older text.
 * Signals: leave, when Return, Escape or the arrow down says that one is done typing.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/search-bar.h"

#include "ui/label.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

struct _FondsSearchBar
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkSearchEntry *entry;

  /* owned */
  FondsFinder *finder;
};

G_DEFINE_FINAL_TYPE (FondsSearchBar, fonds_search_bar, ADW_TYPE_BIN)

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
search_changed_cb (FondsSearchBar *self)
{
  if (self->finder)
    fonds_finder_set_text (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
stop_search_cb (FondsSearchBar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)))
    fonds_search_bar_clear (self);
  else
    g_signal_emit (self, signals[LEAVE], 0);
}

static void
activate_cb (FondsSearchBar *self)
{
  search_changed_cb (self);
  g_signal_emit (self, signals[LEAVE], 0);
}

static gboolean
key_cb (FondsSearchBar *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[LEAVE], 0);
  return GDK_EVENT_STOP;
}

static void
question_cb (FondsSearchBar *self)
{
  FondsSection section = fonds_finder_get_section (self->finder);
  g_autofree char *hint = NULL;

  if (section == FONDS_SECTION_EVERYTHING)
    hint = g_strdup (_ ("Search"));
  else
    /* Translators: %s is a section: Archive, People, Places … */
    hint = g_strdup_printf (_ ("Search in %s"), fonds_section_label (section));
  g_object_set (self->entry, "placeholder-text", hint, NULL);
}

/* GTK 4.8 can't announce anything. A screen reader tells what changes of the widget that has the focus,
 * which is the entry while one types. */
static void
announce_cb (FondsSearchBar *self)
{
  FondsResultModel *results = fonds_finder_get_results (self->finder);
  FondsAnswer *answer = fonds_result_model_get_answer (results);
  g_autofree char *count = NULL;

  if (!answer || fonds_result_model_get_loading (results))
    return;
  count = fonds_format_records (answer->n);
  fonds_widget_set_accessible_description (GTK_WIDGET (self->entry), count);
}

static gboolean
fonds_search_bar_grab_focus (GtkWidget *widget)
{
  FondsSearchBar *self = FONDS_SEARCH_BAR (widget);

  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
fonds_search_bar_dispose (GObject *object)
{
  FondsSearchBar *self = FONDS_SEARCH_BAR (object);

  g_clear_object (&self->finder);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_SEARCH_BAR);

  G_OBJECT_CLASS (fonds_search_bar_parent_class)->dispose (object);
}

static void
fonds_search_bar_class_init (FondsSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_search_bar_dispose;
  widget_class->grab_focus = fonds_search_bar_grab_focus;
  widget_class->focus = fonds_bin_pass_focus;

  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsSearchBar, entry);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
fonds_search_bar_init (FondsSearchBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * fonds_search_bar_new:
 *
 * Makes an empty search entry.
 *
 * Returns: (transfer floating): the search bar
 */
FondsSearchBar *
fonds_search_bar_new (void)
{
  return g_object_new (FONDS_TYPE_SEARCH_BAR, NULL);
}

/**
 * fonds_search_bar_set_finder:
 * @self: a search bar
 * @finder: who is asked
 *
 * Connects the entry with what answers it.
 */
void
fonds_search_bar_set_finder (FondsSearchBar *self, FondsFinder *finder)
{
  g_return_if_fail (FONDS_IS_SEARCH_BAR (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fonds_finder_get_results (finder), "notify::loading",
                           G_CALLBACK (announce_cb), self, G_CONNECT_SWAPPED);
  question_cb (self);
}

/**
 * fonds_search_bar_clear:
 * @self: a search bar
 *
 * Empties the entry, and asks for everything again.
 */
void
fonds_search_bar_clear (FondsSearchBar *self)
{
  g_return_if_fail (FONDS_IS_SEARCH_BAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}
