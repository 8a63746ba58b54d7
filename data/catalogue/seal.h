/* seal.h - gives a body's values their keys and generations before it is saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

void fonds_seal (FondsBody *body, const FondsBody *previous, gint64 rev);

G_END_DECLS
