/* error.c - what can go wrong with pictures and files
 *
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/error.h"

G_DEFINE_QUARK (fonds - media - error - quark, fonds_media_error)
