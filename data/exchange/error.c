/* error.c - the error domain of the exchange formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/error.h"

G_DEFINE_QUARK (fonds - exchange - error - quark, fonds_exchange_error)
