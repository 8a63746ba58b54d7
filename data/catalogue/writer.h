/* writer.h - the one way by which documents are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/projector.h"

G_BEGIN_DECLS

FondsDb *fonds_writer_db (FondsWriter *self);
gint64 fonds_writer_sequence (FondsWriter *self);

gboolean
fonds_writer_create (FondsWriter *self, FondsBody *body, gint64 batch, gint64 *id, GError **error);
gboolean fonds_writer_change (FondsWriter *self,
                              gint64 id,
                              FondsBody *body,
                              gint64 expected_rev,
                              FondsBody **was,
                              GError **error);

gint64 fonds_writer_find (FondsWriter *self, const char *uid);
const char *fonds_writer_title_of (FondsWriter *self, const char *uid);

G_END_DECLS
