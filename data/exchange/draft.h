/* draft.h - the body that a row says a record should have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/exchange/names.h"
#include "data/exchange/plan.h"

G_BEGIN_DECLS

/**
 * FondsCells:
 * @cells: the texts of one row
 * @n: how many
 * @language: (nullable): the language of its texts
 * @first: whether it is its record's first row; others are translations
 *
 * A row as drafts are made from it. Texts are valid until the next row is read.
 */
typedef struct
{
  const char *const *cells;
  guint n;
  const char *language;
  gboolean first;
} FondsCells;

/**
 * FondsDraft:
 * @body: what the record should say
 * @plan: how it was made; borrowed
 * @languages: (element-type utf8): the languages of its rows; "" for none
 * @reason: (nullable): why the row can't go in, in words
 * @column: (nullable): the column that it is about
 * @value: (nullable): what stands there
 *
 * A record to be, from one row or from all its translations.
 */
typedef struct
{
  FondsBody *body;
  const FondsPlan *plan;
  GPtrArray *languages;
  char *reason;
  char *column;
  char *value;
} FondsDraft;

/**
 * FondsDrafter:
 * @names: what names in cells stand for
 * @uids: what keys in cells stand for
 * @origin: the number of the rows' source in the catalogue, or 0
 * @n_dates_read: how many dates were read from their wording
 * @n_dates_kept: how many were not understood and are kept as they are written
 * @date_read: (nullable): an example of the former, with how it was read
 * @date_kept: (nullable): an example of the latter
 * @n_unknown: how many references were to nothing known
 * @unknown: (nullable): an example
 *
 * What makes drafts, and what it met on the way.
 */
typedef struct
{
  FondsNames *names;
  FondsRowUids *uids;
  gint64 origin;
  guint n_dates_read;
  guint n_dates_kept;
  char *date_read;
  char *date_kept;
  guint n_unknown;
  char *unknown;

  GStringChunk *texts; /* of the row at hand */
  GPtrArray *slots;    /* of GPtrArray: the values of each column of the step at hand */
} FondsDrafter;

FondsDrafter *fonds_drafter_new (FondsNames *names, FondsRowUids *uids);
void fonds_drafter_free (FondsDrafter *self);

FondsDraft *fonds_draft_new (const FondsPlan *plan, FondsKind kind);
void fonds_draft_free (FondsDraft *self);
gboolean fonds_drafter_add_row (FondsDrafter *self,
                                FondsDraft *draft,
                                const FondsCells *cells,
                                const FondsBody *current,
                                GError **error);
void fonds_drafter_finish (FondsDrafter *self, FondsDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsDraft, fonds_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsDrafter, fonds_drafter_free)

G_END_DECLS
