/* export-report.h - what an export wrote, and what it could not carry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FondsExportLoss:
 * @kind: what the records are
 * @field: (nullable): the field that is lost or altered; %NULL: the records as such
 * @why: what happens to it, in words; translated
 * @n: how many values, or records
 * @example: (nullable): one of the values
 *
 * Something that the format can't carry.
 */
typedef struct
{
  FondsKind kind;
  char *field;
  char *why;
  guint64 n;
  char *example;
} FondsExportLoss;

/**
 * FondsExportReport:
 * @n: how many records were written, by kind
 * @n_withheld: how many the audience may not see
 * @n_steps: how far progress counted; a dry run's is that of the same export
 * @files: (element-type utf8): the paths of the files written
 * @losses: (element-type FondsExportLoss): what the format can't carry
 *
 * What an export did.
 */
typedef struct
{
  guint64 n[FONDS_N_KINDS];
  guint64 n_withheld;
  guint64 n_steps;
  GPtrArray *files;
  GPtrArray *losses;
} FondsExportReport;

FondsExportReport *fonds_export_report_new (void);
void fonds_export_report_free (FondsExportReport *self);

guint64 fonds_export_report_total (const FondsExportReport *self);
void fonds_export_report_lose (FondsExportReport *self,
                               FondsKind kind,
                               const char *field,
                               const char *why,
                               const char *example);
char *fonds_export_loss_describe (const FondsExportLoss *loss);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsExportReport, fonds_export_report_free)

G_END_DECLS
