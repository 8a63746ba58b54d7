/* error.c - what can go wrong with a search
 *
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/error.h"

G_DEFINE_QUARK (fonds - search - error - quark, fonds_search_error)
