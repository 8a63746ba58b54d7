/* projector.h - what writes shadows from bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

/**
 * FondsProjector:
 * @project: writes the shadows of a document that is new (@previous %NULL) or changed
 * @remove: takes the shadows of a document away
 *
 * A library that keeps shadows registers one of these before the catalogue is used. Both run on the
 * writer's thread inside the transaction of the change; the writer answers what a body alone can't
 * say: the titles of documents that it refers to.
 */
typedef struct
{
  gboolean (*project) (FondsWriter *writer,
                       gint64 id,
                       const FondsBody *body,
                       const FondsBody *previous,
                       GError **error);
  gboolean (*remove) (FondsWriter *writer, gint64 id, const FondsBody *body, GError **error);
} FondsProjector;

G_END_DECLS
