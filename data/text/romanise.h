/* romanise.h - Latin spellings of single letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *fonds_romanise_letter (gunichar letter);
const char *fonds_romanise_plain (gunichar letter);

G_END_DECLS
