/* attachment-private.h - how the library itself reads and writes attachments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/attachment.h"

G_BEGIN_DECLS

const char *_fonds_attachment_hash (const FondsValue *value);
void _fonds_attachment_set (FondsBody *body,
                            FondsValue *value,
                            const char *hash,
                            const char *type,
                            const char *name);

G_END_DECLS
