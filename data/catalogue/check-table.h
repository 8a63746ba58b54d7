/* check-table.h - questions about the file whose answer should be "none"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/types.h"

G_BEGIN_DECLS

gboolean fonds_check_file (FondsDb *db, GPtrArray *problems, GError **error);
gboolean fonds_check_shadows (FondsDb *db, GPtrArray *problems, GError **error);
gboolean fonds_check_text_index (FondsDb *db, GPtrArray *problems, GError **error);

GArray *fonds_check_list_documents (FondsDb *db, gint64 after, guint limit, GError **error);
gboolean fonds_check_count_documents (FondsDb *db, gint64 *n, GError **error);
gboolean fonds_check_clear_strays (FondsDb *db, GError **error);

G_END_DECLS
