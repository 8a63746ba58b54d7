/* record-page.c - the page on which one record is read
 *
 * Loads a record on a reader's thread and builds the page from the field table. The page before
 * stays until the new one is there; only a slow disk lets a spinner be seen. Whatever changes in the
 * catalogue lets the record be read again, and the page be built again if it says something else.
 * Invariant: an answer that is not the last question's is dropped.
 * Thread: main context. Ownership: a question does not hold the page; the page cancels it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-page.h"

#include "data/catalogue/error.h"
#include "data/catalogue/neighbours.h"
#include "data/catalogue/programme-table.h"
#include "data/catalogue/record.h"
#include "ui/error-words.h"
#include "ui/media-strip.h"
#include "ui/record-areas.h"
#include "ui/record-children.h"
#include "ui/record-head.h"
#include "ui/record-map.h"
#include "ui/record-names.h"
#include "ui/record-programme.h"
#include "ui/record-unveil.h"
#include "ui/record-view.h"
#include "ui/relation-groups.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

#define SPINNER_AFTER_MS 150

struct _FondsRecordPage
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *problem;
  GtkWidget *again;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;

  /* owned */
  FondsCatalogue *catalogue; /* (nullable) */
  GCancellable *loading;     /* (nullable): the question that is open */
  FondsRecord *record;       /* (nullable): what is shown */
  FondsMatcher *matcher;     /* (nullable) */
  FondsReading *reading;

  /* state */
  gint64 id; /* what is to be shown; 0 for nothing */
  guint spinner_source;
};

G_DEFINE_FINAL_TYPE (FondsRecordPage, fonds_record_page, ADW_TYPE_BIN)

enum
{
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Who asked, and whom: the page may be on another catalogue when the answer comes. */
typedef struct
{
  FondsRecordPage *page; /* borrowed: a page that goes cancels its question */
  FondsCatalogue *catalogue;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->catalogue);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
show_state (FondsRecordPage *self, const char *name)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "loading"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Takes another record in place of the one that is shown, and tells so. */
static void
set_record (FondsRecordPage *self, FondsRecord *record)
{
  if (self->record == record)
    return;
  g_clear_pointer (&self->record, fonds_record_unref);
  self->record = record ? fonds_record_ref (record) : NULL;
  g_signal_emit (self, signals[SHOWN], 0);
}

static gboolean
same_links (GPtrArray *a, GPtrArray *b)
{
  guint i;

  if (a->len != b->len)
    return FALSE;
  for (i = 0; i < a->len; i++)
    {
      const FondsLink *first = g_ptr_array_index (a, i);
      const FondsLink *second = g_ptr_array_index (b, i);

      if (first->id != second->id || g_strcmp0 (first->title, second->title) != 0 ||
          g_strcmp0 (first->dates, second->dates) != 0 ||
          g_strcmp0 (first->type, second->type) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_targets (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer uid, link;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &uid, &link))
    {
      const FondsLink *other = g_hash_table_lookup (b, uid);

      if (!other || other->id != ((FondsLink *) link)->id ||
          g_strcmp0 (other->title, ((FondsLink *) link)->title) != 0)
        return FALSE;
    }
  return TRUE;
}

static gint64
id_of (const FondsLink *link)
{
  return link ? link->id : 0;
}

static gboolean
same_neighbours (const FondsNeighbours *a, const FondsNeighbours *b)
{
  return id_of (a->repository) == id_of (b->repository) &&
         id_of (a->previous) == id_of (b->previous) && id_of (a->next) == id_of (b->next) &&
         a->place == b->place && a->n_siblings == b->n_siblings &&
         same_links (a->above, b->above) && same_links (a->children, b->children);
}

static gboolean
same_programme (GPtrArray *a, GPtrArray *b)
{
  guint i;

  if (a->len != b->len)
    return FALSE;
  for (i = 0; i < a->len; i++)
    {
      const FondsProgrammeItem *first = g_ptr_array_index (a, i);
      const FondsProgrammeItem *second = g_ptr_array_index (b, i);

      if (first->record->id != second->record->id ||
          g_strcmp0 (first->record->title, second->record->title) != 0 ||
          g_strcmp0 (first->start, second->start) != 0 ||
          g_strcmp0 (first->end, second->end) != 0 || g_strcmp0 (first->room, second->room) != 0 ||
          !same_links (first->people, second->people))
        return FALSE;
    }
  return TRUE;
}

/* Whether a page built from either would say the same: an import far away must not tear a selection
 * out of a reader's hands. */
static gboolean
same_page (FondsRecord *a, FondsRecord *b)
{
  return a && a->id == b->id && a->rev == b->rev && a->access == b->access &&
         a->n_children == b->n_children && a->n_incoming == b->n_incoming &&
         g_strcmp0 (a->reference_code, b->reference_code) == 0 &&
         same_neighbours (a->neighbours, b->neighbours) &&
         same_programme (a->programme, b->programme) && same_links (a->ancestors, b->ancestors) &&
         same_links (a->incoming, b->incoming) && same_targets (a->targets, b->targets);
}

/* What has the focus is about to go; the page takes it over, so that keys still scroll it and GTK
 * has a focus, without which it can't draw a label that can be selected (4.8). */
static void
keep_focus (FondsRecordPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

/* Where the same record is built again, somebody may be reading at its end. */
static void
build (FondsRecordPage *self, gboolean from_top)
{
  GtkWidget *page = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  FondsRecordView view;

  fonds_record_view_init (&view, self->record, self->matcher, self->reading);
  gtk_widget_add_css_class (page, "record-page");
  fonds_record_head_build (&view, GTK_BOX (page));
  fonds_record_map_build (&view, GTK_BOX (page));
  fonds_record_names_build (&view, GTK_BOX (page));
  fonds_media_strip_build (self->catalogue, self->record, GTK_BOX (page));
  fonds_record_children_build (&view, GTK_BOX (page));
  fonds_record_programme_build (&view, GTK_BOX (page));
  fonds_record_areas_build (&view, GTK_BOX (page));
  fonds_relation_groups_build (&view, GTK_BOX (page));
  if (from_top)
    fonds_record_unveil (page);
  keep_focus (self);
  adw_clamp_set_child (self->clamp, page);
}

static void
show_record (FondsRecordPage *self, FondsRecord *record)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean same_record = self->record && self->record->id == record->id;

  if (!same_page (self->record, record))
    {
      set_record (self, record);
      build (self, !same_record);
    }
  if (!same_record)
    gtk_adjustment_set_value (place, 0);
  show_state (self, "record");
}

static void
show_problem (FondsRecordPage *self, const GError *error)
{
  gboolean gone = g_error_matches (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND);
  g_autofree char *advice = gone ? NULL : fonds_error_advice (error, NULL);
  g_autofree char *markup = advice ? g_markup_escape_text (advice, -1) : NULL;

  set_record (self, NULL);
  adw_clamp_set_child (self->clamp, NULL);
  adw_status_page_set_title (self->problem, gone ? _ ("No longer in the catalogue")
                                                 : _ ("The record can’t be read"));
  adw_status_page_set_description (self->problem, gone ? _ ("It was taken back or deleted since it "
                                                            "was listed. Undo may bring it back.")
                                                       : markup);
  gtk_widget_set_visible (self->again, !gone);
  show_state (self, "problem");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  FondsRecordPage *self = question->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsRecord) record = NULL;

  /* Nobody waits for it any more, and the catalogue may be closed, which can't finish anything. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  record = fonds_record_load_finish (question->catalogue, result, &error);
  g_clear_object (&self->loading);
  if (record)
    show_record (self, record);
  else
    show_problem (self, error);
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  FondsRecordPage *self = user_data;

  self->spinner_source = 0;
  show_state (self, "loading");
  return G_SOURCE_REMOVE;
}

static void
cancel (FondsRecordPage *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load (FondsRecordPage *self)
{
  Question *question;

  cancel (self);
  if (!self->catalogue || self->id == 0)
    return;
  self->loading = g_cancellable_new ();
  if (!self->record || self->record->id != self->id)
    self->spinner_source = g_timeout_add (SPINNER_AFTER_MS, show_spinner_cb, self);
  question = g_new0 (Question, 1);
  question->page = self;
  question->catalogue = g_object_ref (self->catalogue);
  fonds_record_load_async (self->catalogue, self->id, self->loading, loaded_cb, question);
}

static void
set_catalogue (FondsRecordPage *self, FondsCatalogue *catalogue)
{
  if (self->catalogue == catalogue)
    return;
  if (self->catalogue)
    g_signal_handlers_disconnect_by_func (self->catalogue, load, self);
  set_record (self, NULL);
  g_set_object (&self->catalogue, catalogue);
  if (catalogue)
    g_signal_connect_object (catalogue, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
fonds_record_page_dispose (GObject *object)
{
  FondsRecordPage *self = FONDS_RECORD_PAGE (object);

  cancel (self);
  /* First, so that nobody is told of it any more. */
  g_clear_pointer (&self->record, fonds_record_unref);
  set_catalogue (self, NULL);
  g_clear_pointer (&self->matcher, fonds_matcher_unref);
  g_clear_object (&self->reading);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_RECORD_PAGE);

  G_OBJECT_CLASS (fonds_record_page_parent_class)->dispose (object);
}

/* To the text as a whole, so that keys scroll it and no caret blinks in one of its labels. */
static gboolean
fonds_record_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FONDS_RECORD_PAGE (widget)->scroller));
}

/* GTK takes a scrolled window that has the focus for the end of what is in it. */
static gboolean
fonds_record_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FondsRecordPage *self = FONDS_RECORD_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_is_focus (GTK_WIDGET (self->scroller)))
    return gtk_widget_child_focus (GTK_WIDGET (self->clamp), direction);
  return fonds_bin_pass_focus (widget, direction);
}

static void
fonds_record_page_class_init (FondsRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_record_page_dispose;
  widget_class->grab_focus = fonds_record_page_grab_focus;
  widget_class->focus = fonds_record_page_focus;

  /**
   * FondsRecordPage::shown:
   *
   * Another record can be read now, the same one has changed, or there is none any more.
   */
  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPage, problem);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPage, again);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FondsRecordPage, clamp);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
fonds_record_page_init (FondsRecordPage *self)
{
  self->reading = fonds_reading_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
}

/**
 * fonds_record_page_new:
 *
 * Makes a page that shows nothing.
 *
 * Returns: (transfer floating): a #FondsRecordPage
 */
GtkWidget *
fonds_record_page_new (void)
{
  return g_object_new (FONDS_TYPE_RECORD_PAGE, NULL);
}

/**
 * fonds_record_page_show:
 * @self: a page
 * @catalogue: (nullable): an open catalogue
 * @id: one of its records; 0 for none
 *
 * Shows a record as soon as it is read, and stays with it when it changes.
 */
void
fonds_record_page_show (FondsRecordPage *self, FondsCatalogue *catalogue, gint64 id)
{
  g_return_if_fail (FONDS_IS_RECORD_PAGE (self));

  set_catalogue (self, catalogue);
  self->id = catalogue ? id : 0;
  load (self);
  if (self->id != 0)
    return;
  set_record (self, NULL);
  adw_clamp_set_child (self->clamp, NULL);
  show_state (self, "empty");
}

/**
 * fonds_record_page_set_matcher:
 * @self: a page
 * @matcher: (nullable): finds what the search matched
 *
 * Marks on the page what the search matched, from now on.
 */
void
fonds_record_page_set_matcher (FondsRecordPage *self, FondsMatcher *matcher)
{
  FondsMatcher *old;

  g_return_if_fail (FONDS_IS_RECORD_PAGE (self));

  if (self->matcher == matcher)
    return;
  old = self->matcher;
  self->matcher = matcher ? fonds_matcher_ref (matcher) : NULL;
  g_clear_pointer (&old, fonds_matcher_unref);
  if (self->record)
    build (self, FALSE);
}

/**
 * fonds_record_page_get_shown:
 * @self: a page
 *
 * Returns: the record that can be read now; 0 while there is none
 */
gint64
fonds_record_page_get_shown (FondsRecordPage *self)
{
  g_return_val_if_fail (FONDS_IS_RECORD_PAGE (self), 0);

  return self->record ? self->record->id : 0;
}

/**
 * fonds_record_page_get_record:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the record that can be read now
 */
FondsRecord *
fonds_record_page_get_record (FondsRecordPage *self)
{
  g_return_val_if_fail (FONDS_IS_RECORD_PAGE (self), NULL);

  return self->record;
}

/**
 * fonds_record_page_get_catalogue:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the catalogue that the record is in
 */
FondsCatalogue *
fonds_record_page_get_catalogue (FondsRecordPage *self)
{
  g_return_val_if_fail (FONDS_IS_RECORD_PAGE (self), NULL);

  return self->catalogue;
}
