/* error.c - the error domain of the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/error.h"

G_DEFINE_QUARK (fonds - catalogue - error - quark, fonds_catalogue_error)
