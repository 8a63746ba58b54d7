/* error.h - what can be wrong with a text that has a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_TEXT_ERROR (fonds_text_error_quark ())

/**
 * FondsTextError:
 * @FONDS_TEXT_ERROR_DATE: the text is not a date in EDTF; the message says why and where
 */
typedef enum
{
  FONDS_TEXT_ERROR_DATE,
} FondsTextError;

GQuark fonds_text_error_quark (void);

G_END_DECLS
