/* export-choice.h - which records go out beside those that somebody chose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/document-table.h"

G_BEGIN_DECLS

typedef struct _FondsExport FondsExport;
typedef struct _FondsExportChoice FondsExportChoice;

FondsExportChoice *fonds_export_choice_new (void);
void fonds_export_choice_free (FondsExportChoice *self);

gboolean fonds_export_choice_note (FondsExportChoice *self,
                                   FondsExport *export,
                                   const FondsDocument *document,
                                   GError **error);
gboolean
fonds_export_choice_complete (FondsExportChoice *self, FondsExport *export, GError **error);
GArray *fonds_export_choice_list (const FondsExportChoice *self, guint32 kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsExportChoice, fonds_export_choice_free)

G_END_DECLS
