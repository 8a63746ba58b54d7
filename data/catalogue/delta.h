/* delta.h - what differs between two bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

gboolean fonds_delta_between (const FondsBody *before,
                              const FondsBody *after,
                              char **before_json,
                              char **after_json);
gboolean fonds_delta_apply (FondsBody *body, const char *delta, GError **error);

G_END_DECLS
