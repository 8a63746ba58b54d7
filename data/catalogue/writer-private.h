/* writer-private.h - how the catalogue drives its writer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/writer.h"

G_BEGIN_DECLS

FondsWriter *_fonds_writer_new (const FondsProjector *const *projectors);
void _fonds_writer_free (FondsWriter *self);

gboolean _fonds_writer_begin (FondsWriter *self, FondsDb *db, GError **error);

gboolean _fonds_writer_end (FondsWriter *self, GError **error);

void _fonds_writer_note_waiting (FondsWriter *self);

gboolean _fonds_writer_project (FondsWriter *self,
                                gint64 id,
                                gint64 batch,
                                const FondsBody *body,
                                const FondsBody *previous,
                                GError **error);
gboolean _fonds_writer_remove (FondsWriter *self, gint64 id, const FondsBody *body, GError **error);

G_END_DECLS
