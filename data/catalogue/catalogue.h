/* catalogue.h - an open catalogue: the facade that windows and commands speak to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/projector.h"
#include "data/store/store.h"

G_BEGIN_DECLS

#define FONDS_TYPE_CATALOGUE (fonds_catalogue_get_type ())

G_DECLARE_FINAL_TYPE (FondsCatalogue, fonds_catalogue, FONDS, CATALOGUE, GObject)

/**
 * FondsWriteFunc:
 *
 * Writes documents inside one transaction on the writer's thread.
 */
typedef gboolean (*FondsWriteFunc) (FondsWriter *writer, gpointer data, GError **error);

FondsCatalogue *fonds_catalogue_open (const char *path,
                                      gboolean create,
                                      const FondsProjector *const *projectors,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void fonds_catalogue_open_async (const char *path,
                                 gboolean create,
                                 const FondsProjector *const *projectors,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
FondsCatalogue *fonds_catalogue_open_finish (GAsyncResult *result, GError **error);
void fonds_catalogue_close (FondsCatalogue *self);

FondsStore *fonds_catalogue_get_store (FondsCatalogue *self);
const char *fonds_catalogue_get_path (FondsCatalogue *self);
char *fonds_catalogue_dup_name (FondsCatalogue *self);

const char *fonds_catalogue_get_who (FondsCatalogue *self);
void fonds_catalogue_set_who (FondsCatalogue *self, const char *who);

gboolean fonds_catalogue_write (FondsCatalogue *self,
                                FondsLane lane,
                                FondsWriteFunc func,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);
void fonds_catalogue_write_async (FondsCatalogue *self,
                                  FondsLane lane,
                                  FondsWriteFunc func,
                                  gpointer data,
                                  GDestroyNotify destroy,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gpointer fonds_catalogue_write_finish (FondsCatalogue *self, GAsyncResult *result, GError **error);

G_END_DECLS
