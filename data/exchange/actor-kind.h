/* actor-kind.h - whether a name is that of a person, a family or an institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"

G_BEGIN_DECLS

FondsKind fonds_actor_kind_of_name (const char *name);
FondsKind fonds_actor_kind_of_term (const char *term);

G_END_DECLS
