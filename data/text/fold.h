/* fold.h - two spellings of a whole text, for comparing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fonds_text_key (const char *text);
char *fonds_text_fold (const char *text);
char *fonds_text_version (void);

G_END_DECLS
