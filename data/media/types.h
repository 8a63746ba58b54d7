/* types.h - the names of the media library's types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/types.h"

G_BEGIN_DECLS

typedef struct _FondsAttachment FondsAttachment;
typedef struct _FondsMediaFacts FondsMediaFacts;
typedef struct _FondsPixels FondsPixels;

G_END_DECLS
