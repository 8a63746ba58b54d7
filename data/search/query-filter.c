/* query-filter.c - what the words before a colon mean, and the values behind it
 *
 * A filter looks at facts (kind:, date: …), the name of a search column or of a field looks for
 * words there.
 * Thread: any; the tables are constants.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/query-private.h"

#include "data/catalogue/access.h"
#include "data/catalogue/field.h"
#include "data/text/date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const criterion_ids[FONDS_N_CRITERIA] = {
  [FONDS_CRITERION_KIND] = "kind",
  [FONDS_CRITERION_LEVEL] = "level",
  [FONDS_CRITERION_REPOSITORY] = "repository",
  [FONDS_CRITERION_UNDER] = "under",
  [FONDS_CRITERION_DATE] = "date",
  [FONDS_CRITERION_HAS] = "has",
  [FONDS_CRITERION_ACCESS] = "access",
};

static const char *const has_ids[FONDS_N_HAS] = {
  [FONDS_HAS_DATE] = "date",       [FONDS_HAS_IMAGE] = "image",
  [FONDS_HAS_LEVEL] = "level",     [FONDS_HAS_REPOSITORY] = "repository",
  [FONDS_HAS_SUBJECT] = "subject", [FONDS_HAS_CREATOR] = "creator",
  [FONDS_HAS_PLACE] = "place",     [FONDS_HAS_LANGUAGE] = "language",
  [FONDS_HAS_PARENT] = "parent",
};

gboolean
_fonds_criterion_from_id (const char *id, FondsCriterion *criterion)
{
  for (guint i = 0; i < FONDS_N_CRITERIA; i++)
    if (g_ascii_strcasecmp (id, criterion_ids[i]) == 0)
      {
        *criterion = i;
        return TRUE;
      }
  return FALSE;
}

/* What a person calls a title is an authority's name as well. */
static guint
mask_of (FondsSearchColumn column)
{
  guint mask = 1u << column;

  return column == FONDS_SEARCH_TITLE ? mask | 1u << FONDS_SEARCH_NAMES : mask;
}

/* Returns the columns that a field's words are kept in, as a mask; 0 for what is no field. */
guint
_fonds_query_columns_of (const char *field)
{
  g_autofree char *lower = g_ascii_strdown (field, -1);
  FondsSearchColumn column = fonds_search_column_from_id (lower);
  guint mask = 0;

  if (column != FONDS_SEARCH_NONE)
    return mask_of (column);
  if (g_str_has_prefix (lower, "x-"))
    return 1u << FONDS_SEARCH_CUSTOM;
  for (FondsKind kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      const FondsField *found = fonds_field_find (kind, field);

      if (found != NULL && found->search != FONDS_SEARCH_NONE)
        mask |= 1u << found->search;
    }
  return mask;
}

static char *
list_kinds (void)
{
  GString *list = g_string_new (NULL);

  for (FondsKind kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    if (fonds_kind_is_record (kind))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", fonds_kind_id (kind));
  return g_string_free (list, FALSE);
}

static gboolean
resolve_kind (FondsNode *node, char **complaint)
{
  g_autofree char *lower = g_ascii_strdown (node->text, -1);
  g_autofree char *kinds = NULL;

  node->code = fonds_kind_from_id (lower);
  if (fonds_kind_is_record (node->code))
    return TRUE;
  kinds = list_kinds ();
  *complaint =
      g_strdup_printf (_ ("“%s” is no kind of record. Write one of: %s."), node->text, kinds);
  return FALSE;
}

static gboolean
resolve_access (FondsNode *node, char **complaint)
{
  for (guint access = FONDS_ACCESS_PUBLIC; access <= FONDS_ACCESS_PRIVATE; access++)
    if (g_ascii_strcasecmp (node->text, fonds_access_id (access)) == 0)
      {
        node->code = access;
        return TRUE;
      }
  *complaint = g_strdup_printf (_ ("“%s” is no access. Write one of: %s, %s, %s, %s."), node->text,
                                fonds_access_id (FONDS_ACCESS_PUBLIC),
                                fonds_access_id (FONDS_ACCESS_RESTRICTED),
                                fonds_access_id (FONDS_ACCESS_STAFF),
                                fonds_access_id (FONDS_ACCESS_PRIVATE));
  return FALSE;
}

static gboolean
resolve_has (FondsNode *node, char **complaint)
{
  g_autofree char *list = NULL;

  for (guint i = 0; i < FONDS_N_HAS; i++)
    if (g_ascii_strcasecmp (node->text, has_ids[i]) == 0)
      {
        node->code = i;
        return TRUE;
      }
  list = g_strjoin (", ", has_ids[0], has_ids[1], has_ids[2], has_ids[3], has_ids[4], has_ids[5],
                    has_ids[6], has_ids[7], has_ids[8], NULL);
  *complaint =
      g_strdup_printf (_ ("“has:%s” can't be asked. Write has: and one of: %s."), node->text, list);
  return FALSE;
}

/* Widens the node's days by those of a date; @open is what an empty text means. */
static gboolean
read_bound (const char *edtf, gint64 open, gint64 *from, gint64 *to)
{
  FondsDays days;

  if (*edtf == '\0')
    {
      *from = *to = open;
      return TRUE;
    }
  if (!fonds_date_days (edtf, &days))
    return FALSE;
  *from = days.search_from;
  *to = days.search_to;
  return TRUE;
}

static gboolean
resolve_date (FondsNode *node, char **complaint)
{
  const char *dots = strchr ("[{", node->text[0]) == NULL && strchr (node->text, '/') == NULL
                         ? strstr (node->text, "..")
                         : NULL;
  g_autofree char *first = dots != NULL ? g_strndup (node->text, dots - node->text) : NULL;
  const char *second = dots != NULL ? dots + 2 : node->text;
  gint64 ignored;
  gboolean read;

  if (dots == NULL)
    read = *node->text != '\0' && read_bound (node->text, 0, &node->from, &node->to);
  else
    read = (*first != '\0' || *second != '\0') &&
           read_bound (first, FONDS_DAY_EARLIEST, &node->from, &ignored) &&
           read_bound (second, FONDS_DAY_LATEST, &ignored, &node->to);
  if (read && node->from <= node->to)
    return TRUE;
  *complaint =
      g_strdup_printf (read ? _ ("“%s” ends before it begins. Write the earlier date first.")
                            : _ ("“%s” is no date. Write a year or a range: date:1918, "
                                 "date:1918..1923, date:..1923."),
                       node->text);
  return FALSE;
}

static gboolean
resolve_name (FondsNode *node, char **complaint)
{
  if (*node->text != '\0')
    return TRUE;
  *complaint = g_strdup_printf (_ ("Write after “%s:” what to look for."), node->field);
  return FALSE;
}

gboolean
_fonds_node_resolve_filter (FondsNode *node, char **complaint)
{
  switch (node->criterion)
    {
    case FONDS_CRITERION_KIND:
      return resolve_kind (node, complaint);
    case FONDS_CRITERION_ACCESS:
      return resolve_access (node, complaint);
    case FONDS_CRITERION_HAS:
      return resolve_has (node, complaint);
    case FONDS_CRITERION_DATE:
      return resolve_date (node, complaint);
    case FONDS_CRITERION_LEVEL:
    case FONDS_CRITERION_REPOSITORY:
    case FONDS_CRITERION_UNDER:
    default:
      return resolve_name (node, complaint);
    }
}
