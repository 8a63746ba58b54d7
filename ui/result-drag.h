/* result-drag.h - records dragged out of the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_DRAG (fonds_result_drag_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultDrag, fonds_result_drag, FONDS, RESULT_DRAG, GdkContentProvider)

GdkContentProvider *fonds_result_drag_new (FondsCatalogue *catalogue, const guint32 *ids, guint n);

G_END_DECLS
