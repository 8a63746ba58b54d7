/* matcher.h - where in a text the words of a query are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/query.h"

G_BEGIN_DECLS

/**
 * FondsSpan:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A place in a text, always on the borders of characters.
 */
typedef struct
{
  guint start;
  guint end;
} FondsSpan;

FondsMatcher *fonds_matcher_new (const FondsQuery *query);
FondsMatcher *fonds_matcher_ref (FondsMatcher *self);
void fonds_matcher_unref (FondsMatcher *self);

GArray *fonds_matcher_find (const FondsMatcher *self, const char *column, const char *text);

/* Round what matched in a snippet. */
#define FONDS_SNIPPET_OPEN "\002"
#define FONDS_SNIPPET_CLOSE "\003"

GPtrArray *fonds_snippet_load (FondsDb *db,
                               const FondsMatcher *matcher,
                               const guint32 *ids,
                               guint n,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsMatcher, fonds_matcher_unref)

G_END_DECLS
