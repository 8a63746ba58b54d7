/* seek.h - where in an answer a letter, a year or a code begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/request.h"

G_BEGIN_DECLS

/**
 * FondsSeek:
 * @FONDS_SEEK_NOTHING: the order is of a kind in which nobody knows where anything begins
 * @FONDS_SEEK_TITLE: the beginning of a title
 * @FONDS_SEEK_DATE: a year, or any date in EDTF
 * @FONDS_SEEK_REFERENCE: a reference code, or its beginning
 */
typedef enum
{
  FONDS_SEEK_NOTHING,
  FONDS_SEEK_TITLE,
  FONDS_SEEK_DATE,
  FONDS_SEEK_REFERENCE,
} FondsSeek;

FondsSeek fonds_seek_of (const FondsRequest *request, FondsAnswer *answer);

void fonds_seek_async (FondsCatalogue *catalogue,
                       FondsAnswer *answer,
                       const FondsRequest *request,
                       const char *text,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
gboolean fonds_seek_finish (FondsCatalogue *catalogue,
                            GAsyncResult *result,
                            guint *position,
                            GError **error);

G_END_DECLS
