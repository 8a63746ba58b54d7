/* export-report.c - what an export wrote, and what it could not carry
 *
 * Losses are counted by field and reason, with one example each, so that the list stays short enough
 * to be read.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-report.h"

#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>

/* How much of an example is quoted, in characters. */
#define EXAMPLE_MAX 60

static void
free_loss (gpointer data)
{
  FondsExportLoss *loss = data;

  g_free (loss->field);
  g_free (loss->why);
  g_free (loss->example);
  g_free (loss);
}

/**
 * fonds_export_report_new:
 *
 * Returns: (transfer full): an empty report
 */
FondsExportReport *
fonds_export_report_new (void)
{
  FondsExportReport *self = g_new0 (FondsExportReport, 1);

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->losses = g_ptr_array_new_with_free_func (free_loss);
  return self;
}

/**
 * fonds_export_report_free:
 * @self: (transfer full) (nullable): a report
 *
 * Frees a report.
 */
void
fonds_export_report_free (FondsExportReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->losses);
  g_free (self);
}

/**
 * fonds_export_report_total:
 * @self: a report
 *
 * Returns: how many records were written, of all kinds
 */
guint64
fonds_export_report_total (const FondsExportReport *self)
{
  guint64 total = 0;

  for (guint kind = 0; kind < FONDS_N_KINDS; kind++)
    total += self->n[kind];
  return total;
}

static FondsExportLoss *
find (FondsExportReport *self, FondsKind kind, const char *field, const char *why)
{
  for (guint i = 0; i < self->losses->len; i++)
    {
      FondsExportLoss *loss = g_ptr_array_index (self->losses, i);

      if (loss->kind == kind && g_strcmp0 (loss->field, field) == 0 && g_str_equal (loss->why, why))
        return loss;
    }
  return NULL;
}

static char *
shorten (const char *example)
{
  if (example == NULL || g_utf8_strlen (example, -1) <= EXAMPLE_MAX)
    return g_strdup (example);
  return g_strdup_printf ("%.*s…",
                          (int) (g_utf8_offset_to_pointer (example, EXAMPLE_MAX) - example),
                          example);
}

/**
 * fonds_export_report_lose:
 * @self: a report
 * @kind: what the record is
 * @field: (nullable): the field
 * @why: what happens to the value, translated
 * @example: (nullable): the value
 *
 * Counts a value that is lost or altered.
 */
void
fonds_export_report_lose (FondsExportReport *self,
                          FondsKind kind,
                          const char *field,
                          const char *why,
                          const char *example)
{
  FondsExportLoss *loss = find (self, kind, field, why);

  if (loss == NULL)
    {
      loss = g_new0 (FondsExportLoss, 1);
      loss->kind = kind;
      loss->field = g_strdup (field);
      loss->why = g_strdup (why);
      loss->example = shorten (example);
      g_ptr_array_add (self->losses, loss);
    }
  loss->n++;
}

/**
 * fonds_export_loss_describe:
 * @loss: a loss
 *
 * Returns: (transfer full): a sentence for people
 */
char *
fonds_export_loss_describe (const FondsExportLoss *loss)
{
  const FondsField *field = loss->field != NULL ? fonds_field_find (loss->kind, loss->field) : NULL;
  const char *label = field != NULL ? _ (field->label) : loss->field;
  g_autofree char *what =
      label != NULL ? g_strdup_printf ("%s, %s", fonds_kind_label_plural (loss->kind), label)
                    : g_strdup (fonds_kind_label_plural (loss->kind));

  if (loss->example == NULL)
    return g_strdup_printf ("%s: %s (%" G_GUINT64_FORMAT ")", what, loss->why, loss->n);
  return g_strdup_printf (_ ("%s: %s (%" G_GUINT64_FORMAT ", such as “%s”)"), what, loss->why,
                          loss->n, loss->example);
}
