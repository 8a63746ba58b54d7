/* error.h - what can go wrong with a file that comes in or goes out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_EXCHANGE_ERROR (fonds_exchange_error_quark ())

/**
 * FondsExchangeError:
 * @FONDS_EXCHANGE_ERROR_READ: the bytes could not be fetched; the message has the system's words
 * @FONDS_EXCHANGE_ERROR_WRITE: the bytes could not be put away; what was written is incomplete
 * @FONDS_EXCHANGE_ERROR_ENCODING: a byte is no character in the file's encoding, or a NUL
 * @FONDS_EXCHANGE_ERROR_SYNTAX: the file breaks the rules of its format; the message says where
 * @FONDS_EXCHANGE_ERROR_TOO_LARGE: a cell or a record is beyond what a record can sensibly hold
 * @FONDS_EXCHANGE_ERROR_HEADER: a column that is needed is missing, or one stands there twice
 * @FONDS_EXCHANGE_ERROR_MAPPING: a mapping file is wrong, or names what does not exist
 * @FONDS_EXCHANGE_ERROR_REFUSED: rows were refused and the caller asked for all or nothing
 * @FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD: the format, encoding or option is none that we know
 */
typedef enum
{
  FONDS_EXCHANGE_ERROR_READ,
  FONDS_EXCHANGE_ERROR_WRITE,
  FONDS_EXCHANGE_ERROR_ENCODING,
  FONDS_EXCHANGE_ERROR_SYNTAX,
  FONDS_EXCHANGE_ERROR_TOO_LARGE,
  FONDS_EXCHANGE_ERROR_HEADER,
  FONDS_EXCHANGE_ERROR_MAPPING,
  FONDS_EXCHANGE_ERROR_REFUSED,
  FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD,
} FondsExchangeError;

GQuark fonds_exchange_error_quark (void);

G_END_DECLS
