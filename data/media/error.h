/* error.h - what can go wrong with pictures and files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_MEDIA_ERROR (fonds_media_error_quark ())

/**
 * FondsMediaError:
 * @FONDS_MEDIA_ERROR_MISSING: the file is not in the media folder
 * @FONDS_MEDIA_ERROR_DAMAGED: the file is there and can't be read as what it is
 * @FONDS_MEDIA_ERROR_NO_PICTURE: the file is of a sort that has no picture to show
 * @FONDS_MEDIA_ERROR_LOCKED: a PDF that opens only with a password
 * @FONDS_MEDIA_ERROR_NOT_A_FILE: what was to be attached is a folder, a device or empty
 * @FONDS_MEDIA_ERROR_OUTSIDE: a path leads out of the folder where it may look
 * @FONDS_MEDIA_ERROR_NOT_FOUND: a record does not have that attachment (any more)
 *
 * Every message is a sentence for a person.
 */
typedef enum
{
  FONDS_MEDIA_ERROR_MISSING,
  FONDS_MEDIA_ERROR_DAMAGED,
  FONDS_MEDIA_ERROR_NO_PICTURE,
  FONDS_MEDIA_ERROR_LOCKED,
  FONDS_MEDIA_ERROR_NOT_A_FILE,
  FONDS_MEDIA_ERROR_OUTSIDE,
  FONDS_MEDIA_ERROR_NOT_FOUND,
} FondsMediaError;

GQuark fonds_media_error_quark (void);

G_END_DECLS
