/* error.c - the error domain of texts that have a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/error.h"

G_DEFINE_QUARK (fonds - text - error - quark, fonds_text_error)
