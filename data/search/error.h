/* error.h - what can go wrong with a search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_SEARCH_ERROR (fonds_search_error_quark ())

/**
 * FondsSearchError:
 * @FONDS_SEARCH_ERROR_SYNTAX: the query can't be understood; the message says what to do about it
 * @FONDS_SEARCH_ERROR_NOT_FOUND: the query names a record that is not there
 */
typedef enum
{
  FONDS_SEARCH_ERROR_SYNTAX,
  FONDS_SEARCH_ERROR_NOT_FOUND,
} FondsSearchError;

GQuark fonds_search_error_quark (void);

G_END_DECLS
