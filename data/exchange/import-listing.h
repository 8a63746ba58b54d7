/* import-listing.h - every line of a dry run, beyond what memory should hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import-report.h"

G_BEGIN_DECLS

FondsImportListing *fonds_import_listing_new (GError **error);
FondsImportListing *fonds_import_listing_ref (FondsImportListing *self);
void fonds_import_listing_unref (FondsImportListing *self);

void fonds_import_listing_add (FondsImportListing *self, const FondsImportLine *line);
gboolean fonds_import_listing_finish (FondsImportListing *self, GError **error);

guint fonds_import_listing_get_n (const FondsImportListing *self);
GPtrArray *
fonds_import_listing_read (FondsImportListing *self, guint first, guint n, GError **error);
GArray *fonds_import_listing_find (FondsImportListing *self,
                                   int result,
                                   const char *words,
                                   GCancellable *cancellable,
                                   GError **error);
gboolean fonds_import_listing_write (FondsImportListing *self,
                                     const GArray *positions,
                                     GOutputStream *stream,
                                     GCancellable *cancellable,
                                     GError **error);

gboolean fonds_import_listing_save (FondsImportListing *self,
                                    const GArray *positions,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsImportListing, fonds_import_listing_unref)

G_END_DECLS
