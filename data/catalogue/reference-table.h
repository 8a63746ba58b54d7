/* reference-table.h - which document refers to which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

gboolean fonds_reference_any_waits (FondsDb *db, GError **error);
gboolean
fonds_reference_write (FondsWriter *writer, gint64 source, const FondsBody *body, GError **error);
gboolean fonds_reference_remove (FondsDb *db, gint64 source, GError **error);

GArray *fonds_reference_arrive (FondsDb *db, gint64 target, const char *uid, GError **error);
gboolean fonds_reference_leave (FondsDb *db, gint64 target, const char *uid, GError **error);
GArray *fonds_reference_list_sources (FondsDb *db, gint64 target, GError **error);
GArray *
fonds_reference_list_by_field (FondsDb *db, gint64 target, const char *field, GError **error);

G_END_DECLS
