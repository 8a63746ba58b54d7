/* result-text.h - many records as one text, to be pasted elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

/**
 * FondsResultText:
 * @FONDS_RESULT_TEXT_LINE: reference code, title, level, dates and creators, between tabs
 * @FONDS_RESULT_TEXT_CITATION: how the record is cited
 * @FONDS_RESULT_TEXT_REFERENCE: the full reference code alone
 */
typedef enum
{
  FONDS_RESULT_TEXT_LINE,
  FONDS_RESULT_TEXT_CITATION,
  FONDS_RESULT_TEXT_REFERENCE,
} FondsResultText;

void fonds_result_text_async (FondsCatalogue *catalogue,
                              const guint32 *ids,
                              guint n,
                              FondsResultText what,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *fonds_result_text_finish (GAsyncResult *result, guint *n, GError **error);

G_END_DECLS
