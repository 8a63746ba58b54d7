/* error.c - the error domain of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/error.h"

G_DEFINE_QUARK (fonds - store - error - quark, fonds_store_error)
