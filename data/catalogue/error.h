/* error.h - what can go wrong with a document or a change to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_CATALOGUE_ERROR (fonds_catalogue_error_quark ())

/**
 * FondsCatalogueError:
 * @FONDS_CATALOGUE_ERROR_BODY: a document's body can't be read
 * @FONDS_CATALOGUE_ERROR_NOT_FOUND: there is no such record
 * @FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE: somebody else changed the document first
 * @FONDS_CATALOGUE_ERROR_GIVEN_UP: the import was swept by another process
 * @FONDS_CATALOGUE_ERROR_NOTHING: there is nothing to undo or redo
 */
typedef enum
{
  FONDS_CATALOGUE_ERROR_BODY,
  FONDS_CATALOGUE_ERROR_NOT_FOUND,
  FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE,
  FONDS_CATALOGUE_ERROR_GIVEN_UP,
  FONDS_CATALOGUE_ERROR_NOTHING,
} FondsCatalogueError;

GQuark fonds_catalogue_error_quark (void);

G_END_DECLS
