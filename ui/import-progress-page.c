/* import-progress-page.c - how far an import is
 *
 * A bar that runs over the reading and the writing, how many records there are so far, how many come in
 * a second and how long it still takes. The button is the action import.cancel of the dialog around it.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-progress-page.h"

#include "ui/import-pace.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsImportProgressPage
{
  AdwBin parent_instance;

  /* owned by the template */
  AdwStatusPage *page;
  GtkProgressBar *bar;

  /* state */
  FondsImportStage stage;
  FondsPace pace; /* of the stage */
  gboolean dry_run;
  guint pulse; /* id of what keeps the bar moving while nobody knows how far it is; 0 */
};

G_DEFINE_FINAL_TYPE (FondsImportProgressPage, fonds_import_progress_page, ADW_TYPE_BIN)

#define PULSE_EVERY 120

static void
stop_pulse (FondsImportProgressPage *self)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (((FondsImportProgressPage *) data)->bar);
  return G_SOURCE_CONTINUE;
}

static void
begin_stage (FondsImportProgressPage *self, FondsImportStage stage)
{
  const char *title;

  self->stage = stage;
  fonds_pace_start (&self->pace);
  if (stage == FONDS_IMPORT_SCANNING)
    title = _ ("Reading");
  else if (stage == FONDS_IMPORT_REVEALING)
    title = _ ("Finishing");
  else
    title = self->dry_run ? _ ("Comparing with the catalogue") : _ ("Importing");
  adw_status_page_set_title (self->page, title);
}

static void
fonds_import_progress_page_dispose (GObject *object)
{
  stop_pulse (FONDS_IMPORT_PROGRESS_PAGE (object));
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_PROGRESS_PAGE);

  G_OBJECT_CLASS (fonds_import_progress_page_parent_class)->dispose (object);
}

static void
fonds_import_progress_page_class_init (FondsImportProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_progress_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportProgressPage, page);
  gtk_widget_class_bind_template_child (widget_class, FondsImportProgressPage, bar);
}

static void
fonds_import_progress_page_init (FondsImportProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_import_progress_page_start:
 * @self: a progress
 * @dry_run: whether it only finds out what would happen
 *
 * Begins from nothing.
 */
void
fonds_import_progress_page_start (FondsImportProgressPage *self, gboolean dry_run)
{
  g_return_if_fail (FONDS_IS_IMPORT_PROGRESS_PAGE (self));

  stop_pulse (self);
  self->dry_run = dry_run;
  begin_stage (self, FONDS_IMPORT_SCANNING);
  adw_status_page_set_description (self->page, NULL);
  gtk_progress_bar_set_fraction (self->bar, 0);
}

/**
 * fonds_import_progress_page_attach:
 * @self: a progress
 * @n_files: how many files there are
 *
 * Says that the records are in, and that their files are being brought.
 */
void
fonds_import_progress_page_attach (FondsImportProgressPage *self, guint n_files)
{
  g_autofree char *count = fonds_format_count (n_files);
  g_autofree char *text = g_strdup_printf (ngettext ("%s file", "%s files", n_files), count);

  g_return_if_fail (FONDS_IS_IMPORT_PROGRESS_PAGE (self));

  adw_status_page_set_title (self->page, _ ("Attaching the files"));
  adw_status_page_set_description (self->page, text);
  stop_pulse (self);
  self->pulse = g_timeout_add (PULSE_EVERY, pulse_cb, self);
}

/**
 * fonds_import_progress_page_update:
 * @self: a progress
 * @stage: what is being done
 * @done: bytes that this stage has behind it
 * @total: bytes of all files
 * @rows: rows that this stage has behind it
 *
 * Shows how far it is.
 */
void
fonds_import_progress_page_update (FondsImportProgressPage *self,
                                   FondsImportStage stage,
                                   guint64 done,
                                   guint64 total,
                                   guint64 rows)
{
  double part = total > 0 ? MIN ((double) done / (double) total, 1) : 0;
  g_autofree char *text = NULL;

  g_return_if_fail (FONDS_IS_IMPORT_PROGRESS_PAGE (self));

  if (stage != self->stage)
    begin_stage (self, stage);
  /* How long reading takes says nothing about the rest. */
  text = fonds_pace_say (&self->pace, rows, stage == FONDS_IMPORT_WRITING ? part : 0);
  adw_status_page_set_description (self->page, text);
  /* Reading is the quicker one of the two passes. */
  gtk_progress_bar_set_fraction (self->bar,
                                 stage == FONDS_IMPORT_SCANNING ? part * 0.25 : 0.25 + part * 0.75);
}
