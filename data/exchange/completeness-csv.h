/* completeness-csv.h - a report on completeness as a table, a record and gap a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/completeness.h"

G_BEGIN_DECLS

gboolean fonds_completeness_write_csv (const FondsCompleteness *self,
                                       FondsCatalogue *catalogue,
                                       GOutputStream *stream,
                                       GCancellable *cancellable,
                                       GError **error);
gboolean fonds_completeness_save_csv (const FondsCompleteness *self,
                                      FondsCatalogue *catalogue,
                                      const char *path,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
