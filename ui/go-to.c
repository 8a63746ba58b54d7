/* go-to.c - asks where to go in a long list
 *
 * One pixel of the scrollbar is a thousand rows of a million: here one types the number of a row, the
 * letters with which a title begins, a year or a code, after the order of the list.
 * Signals: found, with a place in the list.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/go-to.h"

#include "data/search/seek.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

#define WIDTH_CHARS 28

struct _FondsGoTo
{
  GtkPopover parent_instance;

  /* owned by its parent */
  GtkEntry *entry;
  GtkLabel *hint;

  /* owned */
  FondsCatalogue *catalogue; /* (nullable): until it was asked */
  FondsAnswer *answer;       /* (nullable) */
  FondsRequest *request;     /* (nullable) */
  GCancellable *seeking;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FondsGoTo, fonds_go_to, GTK_TYPE_POPOVER)

enum
{
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
complain (FondsGoTo *self, const char *text)
{
  gtk_label_set_text (self->hint, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static char *
dup_hint (FondsGoTo *self)
{
  g_autofree char *last = fonds_format_count (self->answer->n);

  switch (fonds_seek_of (self->request, self->answer))
    {
    case FONDS_SEEK_TITLE:
      /* Translators: %s is the number of the last row. */
      return g_strdup_printf (_ ("How a title begins, or a row from 1 to %s"), last);
    case FONDS_SEEK_DATE:
      return g_strdup (_ ("A year such as 1918, or a row such as #12"));
    case FONDS_SEEK_REFERENCE:
      return g_strdup (_ ("How a reference code begins, or a row such as #12"));
    case FONDS_SEEK_NOTHING:
    default:
      return g_strdup_printf (_ ("A row from 1 to %s"), last);
    }
}

static void
encourage (FondsGoTo *self)
{
  g_autofree char *hint = self->answer ? dup_hint (self) : NULL;

  gtk_label_set_text (self->hint, hint ? hint : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
go (FondsGoTo *self, guint position)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[FOUND], 0, position);
}

static void
sought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsGoTo) self = user_data;
  g_autoptr (GError) error = NULL;
  guint position;
  gboolean found;

  if (!self->catalogue)
    return;
  found = fonds_seek_finish (self->catalogue, result, &position, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found)
    go (self, position);
  else
    complain (self, error->message);
}

/* The number of a row, where @text is one: after a "#", or alone where nothing else is a number. */
static gboolean
read_row (FondsGoTo *self, const char *text, guint64 *row)
{
  FondsSeek what = fonds_seek_of (self->request, self->answer);
  gboolean marked = *text == '#';
  gboolean alone = what == FONDS_SEEK_NOTHING || what == FONDS_SEEK_TITLE;

  return (marked || alone) &&
         g_ascii_string_to_unsigned (text + (marked ? 1 : 0), 10, 1, self->answer->n, row, NULL);
}

static void
seek (FondsGoTo *self, const char *text)
{
  if (self->seeking)
    g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  self->seeking = g_cancellable_new ();
  fonds_seek_async (self->catalogue, self->answer, self->request, text, self->seeking, sought_cb,
                    g_object_ref (self));
}

static void
activate_cb (FondsGoTo *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  guint64 row;

  g_strstrip (text);
  if (!*text || !self->answer)
    return;
  if (read_row (self, text, &row))
    go (self, (guint) row - 1);
  else if (*text == '#' || fonds_seek_of (self->request, self->answer) == FONDS_SEEK_NOTHING)
    complain (self, _ ("There is no such row"));
  else
    seek (self, text);
}

static void
forget (FondsGoTo *self)
{
  if (self->seeking)
    g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->answer, fonds_answer_unref);
  g_clear_pointer (&self->request, fonds_request_free);
}

/* A question that isn't seen any more holds no catalogue. */
static void
fonds_go_to_unmap (GtkWidget *widget)
{
  forget (FONDS_GO_TO (widget));

  GTK_WIDGET_CLASS (fonds_go_to_parent_class)->unmap (widget);
}

static void
fonds_go_to_dispose (GObject *object)
{
  forget (FONDS_GO_TO (object));

  G_OBJECT_CLASS (fonds_go_to_parent_class)->dispose (object);
}

static void
fonds_go_to_class_init (FondsGoToClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_go_to_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = fonds_go_to_unmap;

  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
fonds_go_to_init (FondsGoTo *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *hint = gtk_label_new (NULL);

  self->entry = GTK_ENTRY (entry);
  self->hint = GTK_LABEL (hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), WIDTH_CHARS);
  gtk_entry_set_placeholder_text (self->entry, _ ("Go to"));
  fonds_widget_set_accessible_name (entry, _ ("Go to"));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_width_chars (self->hint, WIDTH_CHARS);
  gtk_label_set_max_width_chars (self->hint, WIDTH_CHARS);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  hint, NULL, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (encourage), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * fonds_go_to_new:
 *
 * Makes a question that was not asked yet.
 *
 * Returns: (transfer floating): a popover
 */
FondsGoTo *
fonds_go_to_new (void)
{
  return g_object_new (FONDS_TYPE_GO_TO, NULL);
}

/**
 * fonds_go_to_ask:
 * @self: a question
 * @catalogue: whose records are listed
 * @answer: the list, of more than nothing
 * @request: what the list answers
 *
 * Asks.
 */
void
fonds_go_to_ask (FondsGoTo *self,
                 FondsCatalogue *catalogue,
                 FondsAnswer *answer,
                 const FondsRequest *request)
{
  g_return_if_fail (FONDS_IS_GO_TO (self));

  forget (self);
  self->catalogue = g_object_ref (catalogue);
  self->answer = fonds_answer_ref (answer);
  self->request = fonds_request_copy (request);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  encourage (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * fonds_go_to_answer:
 * @self: a question that was asked
 * @text: what a person would type
 *
 * Answers the question.
 */
void
fonds_go_to_answer (FondsGoTo *self, const char *text)
{
  g_return_if_fail (FONDS_IS_GO_TO (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  activate_cb (self);
}
