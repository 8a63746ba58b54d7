/* media.h - a catalogue's pictures and files: the facade that windows and commands speak to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/media/attachment.h"
#include "data/media/error.h"
#include "data/media/facts.h"
#include "data/media/pixels.h"
#include "data/media/thumbnail.h"

G_BEGIN_DECLS

#define FONDS_TYPE_MEDIA (fonds_media_get_type ())

G_DECLARE_FINAL_TYPE (FondsMedia, fonds_media, FONDS, MEDIA, GObject)

FondsMedia *fonds_media_get (FondsCatalogue *catalogue);
char *fonds_media_dup_folder (FondsMedia *self, GError **error);
gboolean fonds_media_reaches (const FondsValue *value, gpointer media);

void fonds_media_facts_async (FondsMedia *self,
                              const char *hash,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
FondsMediaFacts *fonds_media_facts_finish (FondsMedia *self, GAsyncResult *result, GError **error);

void fonds_media_thumbnail_async (FondsMedia *self,
                                  const char *hash,
                                  guint page,
                                  int size,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
FondsPixels *fonds_media_thumbnail_finish (FondsMedia *self, GAsyncResult *result, GError **error);

void fonds_media_find_async (FondsMedia *self,
                             const char *hash,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GFile *fonds_media_find_finish (FondsMedia *self, GAsyncResult *result, GError **error);

void fonds_media_copy_async (FondsMedia *self,
                             const char *hash,
                             GFile *destination,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean fonds_media_copy_finish (FondsMedia *self, GAsyncResult *result, GError **error);

G_END_DECLS
