/* sniff.h - the media type of a file, by its first bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/facts.h"

G_BEGIN_DECLS

/* So many bytes of a file's beginning tell all that can be told. */
#define FONDS_SNIFF_LENGTH 4096

char *fonds_sniff_type (const guint8 *data, gsize length, const char *name);
char *fonds_sniff_ending (const char *type, const char *name);

G_END_DECLS
