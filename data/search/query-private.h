/* query-private.h - a query's tree, as the parser makes it and the evaluation walks it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/query.h"

G_BEGIN_DECLS

/**
 * FondsCriterion:
 *
 * What a filter inside a query looks at. The ids are those that a person types before the colon.
 */
typedef enum
{
  FONDS_CRITERION_KIND,
  FONDS_CRITERION_LEVEL,
  FONDS_CRITERION_REPOSITORY,
  FONDS_CRITERION_UNDER,
  FONDS_CRITERION_DATE,
  FONDS_CRITERION_HAS,
  FONDS_CRITERION_ACCESS,
  FONDS_N_CRITERIA,
} FondsCriterion;

/**
 * FondsHas:
 *
 * What `has:` can ask for.
 */
typedef enum
{
  FONDS_HAS_DATE,
  FONDS_HAS_IMAGE,
  FONDS_HAS_LEVEL,
  FONDS_HAS_REPOSITORY,
  FONDS_HAS_SUBJECT,
  FONDS_HAS_CREATOR,
  FONDS_HAS_PLACE,
  FONDS_HAS_LANGUAGE,
  FONDS_HAS_PARENT,
  FONDS_N_HAS,
} FondsHas;

typedef enum
{
  FONDS_NODE_AND,
  FONDS_NODE_OR,
  FONDS_NODE_NOT,
  FONDS_NODE_WORDS,
  FONDS_NODE_FILTER,
  FONDS_NODE_RECORD,
} FondsNodeType;

typedef struct _FondsNode FondsNode;

/**
 * FondsNode:
 * @children: (nullable) (element-type FondsNode): of AND, OR (two or more) and NOT (one)
 * @field: (nullable): what was typed before the colon
 * @text: words or a filter's value, without quotes; of a record its uid or permanent link, in lower
 *   case
 * @quoted: whether it was in quotes: its words follow one another
 * @prefix: whether the last word may go on
 * @blank: whether words have nothing that is searched: punctuation only
 * @columns: mask of `1 << FondsSearchColumn`; 0: everywhere
 * @code: of a filter: the kind, the access, or a #FondsHas
 * @from: of a date: the first day
 * @to: of a date: the last day
 */
struct _FondsNode
{
  FondsNodeType type;
  GPtrArray *children;
  char *field;
  char *text;
  gboolean quoted;
  gboolean prefix;
  gboolean blank;
  guint columns;
  FondsCriterion criterion;
  guint code;
  gint64 from;
  gint64 to;
};

struct _FondsQuery
{
  FondsNode *root; /* (nullable): everything */
};

FondsNode *_fonds_node_new (FondsNodeType type);
void _fonds_node_free (FondsNode *node);

void _fonds_query_print (const FondsNode *node, GString *out);

/* Gives a filter its meaning. FALSE with a sentence for people where the value has none. */
gboolean _fonds_node_resolve_filter (FondsNode *node, char **complaint);
gboolean _fonds_criterion_from_id (const char *id, FondsCriterion *criterion);
guint _fonds_query_columns_of (const char *field);

G_END_DECLS
