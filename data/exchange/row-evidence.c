/* row-evidence.c - what a row says that a record can be told by, besides its name
 *
 * Cells that end up in a record as they stand: codes, dates, texts. Terms of lists, languages and names
 * of others say little of who a record is, and do not stay as they are. Only hashes are kept.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/row-evidence.h"

#include "data/exchange/draft-private.h"
#include "data/exchange/row-index.h"

#include <string.h>

static gboolean
stays_as_it_is (const FondsStep *step)
{
  switch (step->datatype)
    {
    case FONDS_TYPE_STRING:
    case FONDS_TYPE_TEXT:
    case FONDS_TYPE_NAME:
    case FONDS_TYPE_DATE:
    case FONDS_TYPE_NUMBER:
    case FONDS_TYPE_URL:
    case FONDS_TYPE_EXTENT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The column with what a person reads. */
static int
find_text (const FondsStep *step)
{
  if (step->instruction->parts == NULL)
    return step->n == 1 && step->group == NULL ? step->columns[0] : FONDS_COLUMN_NONE;
  for (guint i = 0; i < step->n; i++)
    if (step->instruction->parts[i] == FONDS_PART_TEXT)
      return step->columns[i];
  return FONDS_COLUMN_NONE;
}

/* Of several values the first that is one. */
static char *
first_value (const FondsPlan *plan, const FondsStep *step, const char *cell)
{
  g_auto (GStrv) values = NULL;

  if (fonds_text_is_blank (cell))
    return NULL;
  if (step->instruction->split == NULL)
    return g_strdup (cell);
  values = g_strsplit (cell, step->instruction->split, -1);
  for (guint i = 0; values[i] != NULL; i++)
    if (!fonds_text_is_blank (values[i]) &&
        !(plan->mapping->nulls && strcmp (values[i], "NULL") == 0))
      return g_strdup (values[i]);
  return NULL;
}

static gboolean
is_key (const FondsPlan *plan, int column)
{
  for (guint i = 0; i < plan->keys->len; i++)
    if (g_array_index (plan->keys, int, i) == column)
      return TRUE;
  return FALSE;
}

static guint64
hash (const char *text)
{
  return fonds_row_hash (FONDS_KIND_NONE, text);
}

/**
 * fonds_row_evidence_read:
 * @plan: how the row becomes a body
 * @cells: the row
 *
 * Keeps what the row says besides its key and its name.
 *
 * Returns: (transfer full) (element-type guint64): one hash for each cell that says something
 */
GArray *
fonds_row_evidence_read (const FondsPlan *plan, const FondsCells *cells)
{
  GArray *evidence = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (plan->steps, FondsStep, i);
      int column = stays_as_it_is (step) ? find_text (step) : FONDS_COLUMN_NONE;
      g_autofree char *value = NULL;
      guint64 item;

      if (column < 0 || (guint) column >= cells->n || column == plan->title ||
          is_key (plan, column))
        continue;
      value = first_value (plan, step, cells->cells[column]);
      if (value == NULL)
        continue;
      item = hash (value);
      g_array_append_val (evidence, item);
    }
  return evidence;
}

/**
 * fonds_row_evidence_met:
 * @evidence: (element-type guint64): what a row says
 * @body: a record
 *
 * Returns: how much of it the record says too, in any of its fields
 */
guint
fonds_row_evidence_met (const GArray *evidence, const FondsBody *body)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    for (guint j = 0; j < fonds_body_n_values (body, fonds_body_field_id (body, i)); j++)
      {
        const FondsValue *value = fonds_body_value (body, fonds_body_field_id (body, i), j);
        guint64 item =
            value->attr[FONDS_ATTR_TEXT] != NULL ? hash (value->attr[FONDS_ATTR_TEXT]) : 0;

        g_hash_table_add (said, g_memdup2 (&item, sizeof item));
      }
  for (guint i = 0; i < evidence->len; i++)
    n += g_hash_table_contains (said, &g_array_index (evidence, guint64, i));
  return n;
}
