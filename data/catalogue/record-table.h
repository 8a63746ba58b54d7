/* record-table.h - the shadow that lists, sorts and the hierarchy stand on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

char *fonds_body_dup_title (const FondsBody *body, char **language);

gboolean fonds_record_write (FondsWriter *writer,
                             gint64 id,
                             gint64 batch,
                             const FondsBody *body,
                             GError **error);
gboolean fonds_record_agrees (FondsDb *db,
                              gint64 id,
                              const FondsBody *body,
                              gboolean *agrees,
                              GError **error);
gboolean fonds_record_remove (FondsDb *db, gint64 id, GError **error);

G_END_DECLS
