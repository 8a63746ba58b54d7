/* record-pane.c - the pane in which a record is read, with what can be done with it
 *
 * The header bar over the page, and the actions record.*, each of which is enabled exactly while it
 * would do something with the record that is shown.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-pane.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/neighbours.h"
#include "ui/attach-files.h"
#include "ui/record-print.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

struct _FondsRecordPane
{
  AdwBin parent_instance;

  /* owned by the template */
  FondsRecordPage *page;
  GtkWidget *siblings;
  GtkWidget *menu;

  /* state */
  gboolean can_go_back;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (FondsRecordPane, fonds_record_pane, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The actions that any record allows. */
static const char *const of_any_record[] = {
  "record.copy-citation", "record.copy-link", "record.open-in-new-window",
  "record.add-files",     "record.print",     "record.save-pdf"
};

static void
say (FondsRecordPane *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (FONDS_IS_WINDOW (root))
    fonds_window_add_toast (FONDS_WINDOW (root), adw_toast_new (text));
}

static void
copy_citation_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (widget);
  g_autofree char *citation = fonds_citation (fonds_record_page_get_record (self->page));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  say (self, _ ("Citation copied"));
}

static void
copy_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (widget);
  FondsRecord *record = fonds_record_page_get_record (self->page);
  g_autofree char *link = fonds_citation_link (fonds_body_uid (record->body));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  say (self, _ ("Link copied"));
}

static void
open_in_new_window_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-in-new-window", "x",
                              fonds_record_page_get_shown (FONDS_RECORD_PANE (widget)->page));
}

static void
add_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (widget);
  FondsCatalogue *catalogue = fonds_record_page_get_catalogue (self->page);

  fonds_attach_choose (widget, fonds_media_get (catalogue),
                       fonds_record_page_get_record (self->page));
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fonds_record_print_dialog (GTK_WINDOW (gtk_widget_get_root (widget)),
                             fonds_record_page_get_record (FONDS_RECORD_PANE (widget)->page));
}

static void
save_pdf_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fonds_record_save_pdf (GTK_WINDOW (gtk_widget_get_root (widget)),
                         fonds_record_page_get_record (FONDS_RECORD_PANE (widget)->page));
}

static void
open (FondsRecordPane *self, const FondsLink *link)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "x", link->id);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (widget);

  open (self, fonds_record_page_get_record (self->page)->neighbours->previous);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (widget);

  open (self, fonds_record_page_get_record (self->page)->neighbours->next);
}

static void
shown_cb (FondsRecordPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FondsRecord *record = fonds_record_page_get_record (self->page);
  const FondsNeighbours *around = record ? record->neighbours : NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (of_any_record); i++)
    gtk_widget_action_set_enabled (widget, of_any_record[i], record != NULL);
  gtk_widget_action_set_enabled (widget, "record.previous", around && around->previous);
  gtk_widget_action_set_enabled (widget, "record.next", around && around->next);
  gtk_widget_set_visible (self->siblings, around && (around->previous || around->next));
  gtk_widget_set_visible (self->menu, record != NULL);
}

static void
fonds_record_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->can_go_back);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_flag (FondsRecordPane *self, gboolean *flag, gboolean value, GParamSpec *pspec)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
fonds_record_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FondsRecordPane *self = FONDS_RECORD_PANE (object);

  switch (id)
    {
    case PROP_CAN_GO_BACK:
      set_flag (self, &self->can_go_back, g_value_get_boolean (value), pspec);
      break;
    case PROP_FOLDED:
      set_flag (self, &self->folded, g_value_get_boolean (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_record_pane_dispose (GObject *object)
{
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_RECORD_PANE);

  G_OBJECT_CLASS (fonds_record_pane_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "record.copy-citation", NULL, copy_citation_cb);
  gtk_widget_class_install_action (widget_class, "record.copy-link", NULL, copy_link_cb);
  gtk_widget_class_install_action (widget_class, "record.open-in-new-window", NULL,
                                   open_in_new_window_cb);
  gtk_widget_class_install_action (widget_class, "record.add-files", NULL, add_files_cb);
  gtk_widget_class_install_action (widget_class, "record.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "record.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "record.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "record.next", NULL, next_cb);
}

static void
fonds_record_pane_class_init (FondsRecordPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fonds_record_pane_get_property;
  object_class->set_property = fonds_record_pane_set_property;
  object_class->dispose = fonds_record_pane_dispose;

  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);
  g_type_ensure (FONDS_TYPE_RECORD_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/record-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPane, page);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPane, siblings);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPane, menu);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
fonds_record_pane_init (FondsRecordPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shown_cb (self);
}

/**
 * fonds_record_pane_get_page:
 * @self: a pane
 *
 * Returns: (transfer none): the page on which the record is read
 */
FondsRecordPage *
fonds_record_pane_get_page (FondsRecordPane *self)
{
  g_return_val_if_fail (FONDS_IS_RECORD_PANE (self), NULL);

  return self->page;
}
