/* collate.h - the order of titles and names, in all scripts at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raise it whenever the order changes; stored keys of another version or ICU are made anew. */
#define FONDS_SORT_KEY_VERSION 1

/* No key is longer. */
#define FONDS_SORT_KEY_MAX 48

guint8 *fonds_text_sort_key (const char *text, gsize *length);
int fonds_text_compare (const char *a, const char *b);

G_END_DECLS
