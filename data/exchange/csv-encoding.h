/* csv-encoding.h - a stream of bytes read as UTF-8 text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/csv-guess.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FondsCsvDecoder FondsCsvDecoder;

FondsCsvDecoder *fonds_csv_decoder_new (GInputStream *stream, const char *encoding, GError **error);
void fonds_csv_decoder_free (FondsCsvDecoder *self);

gboolean
fonds_csv_decoder_read (FondsCsvDecoder *self, const char **text, gsize *length, GError **error);

const FondsCsvEncoding *fonds_csv_decoder_get_encoding (const FondsCsvDecoder *self);
gboolean fonds_csv_decoder_is_done (const FondsCsvDecoder *self);
guint64 fonds_csv_decoder_get_position (const FondsCsvDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsCsvDecoder, fonds_csv_decoder_free)

G_END_DECLS
