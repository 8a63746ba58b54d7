/* batch-tidy.h - puts right what a crash or an undo left of an import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

gboolean fonds_batch_clear_shadows (FondsCatalogue *catalogue,
                                    gint64 batch,
                                    const char *owner,
                                    gboolean documents_too,
                                    GCancellable *cancellable,
                                    GError **error);
void fonds_batch_say_lost (GError **error);
gboolean fonds_batch_write_shadows (FondsCatalogue *catalogue,
                                    gint64 batch,
                                    const char *owner,
                                    GCancellable *cancellable,
                                    GError **error);

gboolean fonds_batch_tidy (FondsCatalogue *catalogue, GCancellable *cancellable, GError **error);
void fonds_batch_tidy_async (FondsCatalogue *catalogue);

G_END_DECLS
