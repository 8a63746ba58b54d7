/* body-json.h - a document's body as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

void fonds_body_write_json (const FondsBody *self, GString *out);
char *fonds_body_to_json (const FondsBody *self);
FondsBody *fonds_body_from_json (const char *json, gssize length, GError **error);

void fonds_json_write_string (GString *out, const char *text);

G_END_DECLS
