/* error.h - what can go wrong with a catalogue file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_STORE_ERROR (fonds_store_error_quark ())

/**
 * FondsStoreError:
 * @FONDS_STORE_ERROR_FAILED: SQLite refused; the message has its words
 * @FONDS_STORE_ERROR_NOT_FOUND: the file or the row that was named does not exist
 * @FONDS_STORE_ERROR_NOT_A_CATALOGUE: the file is something else
 * @FONDS_STORE_ERROR_TOO_NEW: a newer Fonds wrote the file
 * @FONDS_STORE_ERROR_BUSY: another process kept the file locked for too long
 * @FONDS_STORE_ERROR_FULL: the disk (or a quota) is full; nothing of the transaction was kept
 * @FONDS_STORE_ERROR_CORRUPT: the file is damaged
 * @FONDS_STORE_ERROR_READ_ONLY: the file or its folder can't be written
 * @FONDS_STORE_ERROR_CONSTRAINT: the change contradicts what the file holds
 * @FONDS_STORE_ERROR_EXISTS: a file of that name is there already
 */
typedef enum
{
  FONDS_STORE_ERROR_FAILED,
  FONDS_STORE_ERROR_NOT_FOUND,
  FONDS_STORE_ERROR_NOT_A_CATALOGUE,
  FONDS_STORE_ERROR_TOO_NEW,
  FONDS_STORE_ERROR_BUSY,
  FONDS_STORE_ERROR_FULL,
  FONDS_STORE_ERROR_CORRUPT,
  FONDS_STORE_ERROR_READ_ONLY,
  FONDS_STORE_ERROR_CONSTRAINT,
  FONDS_STORE_ERROR_EXISTS,
} FondsStoreError;

GQuark fonds_store_error_quark (void);

G_END_DECLS
