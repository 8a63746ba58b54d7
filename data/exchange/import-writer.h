/* import-writer.h - hands new records to the catalogue while the next are being made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/batch.h"
#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

typedef struct _FondsImportWriter FondsImportWriter;

FondsImportWriter *fonds_import_writer_new (FondsCatalogue *catalogue,
                                            const char *label,
                                            gint64 since,
                                            GCancellable *cancellable,
                                            GError **error);
void fonds_import_writer_free (FondsImportWriter *self);

gboolean fonds_import_writer_create (FondsImportWriter *self, FondsBody *body, GError **error);
gboolean
fonds_import_writer_create_all (FondsImportWriter *self, GPtrArray *bodies, GError **error);
gboolean fonds_import_writer_change (FondsImportWriter *self,
                                     gint64 id,
                                     gint64 rev,
                                     const FondsBody *body,
                                     GError **error);
gboolean fonds_import_writer_settle (FondsImportWriter *self, GError **error);
FondsDocument *
fonds_import_writer_load (FondsImportWriter *self, FondsDb *db, gint64 id, GError **error);
gboolean fonds_import_writer_flush (FondsImportWriter *self, GError **error);
gboolean fonds_import_writer_reveal (FondsImportWriter *self, const char *who, GError **error);
gboolean fonds_import_writer_has_work (FondsImportWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsImportWriter, fonds_import_writer_free)

G_END_DECLS
