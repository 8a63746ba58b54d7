/* record-pdf.h - a record as a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

/* A4 (ISO 216), in points. */
#define FONDS_PAPER_WIDTH 595.276
#define FONDS_PAPER_HEIGHT 841.890

gboolean
fonds_record_pdf (FondsRecord *record, const char *path, const char *created, GError **error);

G_END_DECLS
