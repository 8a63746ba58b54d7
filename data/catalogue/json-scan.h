/* json-scan.h - reads JSON a token at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsJsonScan:
 * @at: where the next token begins
 * @end: behind the last byte
 * @start: the first byte, for positions in messages
 * @text: what the last string said
 *
 * A place in a JSON text.
 */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  GString *text;
} FondsJsonScan;

void fonds_json_scan_init (FondsJsonScan *self, const char *json, gsize length);
void fonds_json_scan_clear (FondsJsonScan *self);

gboolean fonds_json_scan_take (FondsJsonScan *self, char token);
gboolean fonds_json_scan_string (FondsJsonScan *self);
gboolean fonds_json_scan_integer (FondsJsonScan *self, gint64 *value);
gboolean fonds_json_scan_skip (FondsJsonScan *self);
gboolean fonds_json_scan_at_end (FondsJsonScan *self);
char fonds_json_scan_peek (FondsJsonScan *self);

G_END_DECLS
