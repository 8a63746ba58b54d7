/* facet-bucket.c - the values of a facet as numbers, and as people and files know them
 *
 * Counting is done by numbers from 0 (buckets); names are looked up only for the few that are shown.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/facet-bucket.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/record.h"
#include "data/search/columns-table.h"
#include "data/text/codes.h"

#include <glib/gi18n-lib.h>

/* Which of the many-valued facets it is; @facet must be one of them. */
FondsMultiId
fonds_bucket_multi (FondsFacet facet)
{
  switch (facet)
    {
    case FONDS_FACET_SUBJECT:
      return FONDS_MULTI_SUBJECT;
    case FONDS_FACET_CREATOR:
      return FONDS_MULTI_CREATOR;
    case FONDS_FACET_PLACE:
      return FONDS_MULTI_PLACE;
    case FONDS_FACET_LANGUAGE:
      return FONDS_MULTI_LANGUAGE;
    default:
      g_return_val_if_reached (FONDS_MULTI_SUBJECT);
    }
}

/* How many buckets a facet has. */
guint32
fonds_bucket_count (const FondsColumns *columns, FondsFacet facet)
{
  switch (facet)
    {
    case FONDS_FACET_KIND:
      return FONDS_N_KINDS;
    case FONDS_FACET_LEVEL:
      return columns->levels->len;
    case FONDS_FACET_REPOSITORY:
      return columns->n;
    case FONDS_FACET_DECADE:
      return 2 * FONDS_DECADE_BASE;
    case FONDS_FACET_ACCESS:
      return FONDS_ACCESS_PRIVATE + 1;
    default:
      return columns->multi[fonds_bucket_multi (facet)].n_values;
    }
}

static gboolean
find_text (const GPtrArray *texts, const char *text, guint32 *bucket)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) texts, text, g_str_equal, bucket);
}

static gboolean
find_record (const FondsMulti *multi, guint32 record, guint32 *bucket)
{
  for (guint32 i = 0; i < multi->n_values; i++)
    if (multi->records[i] == record)
      {
        *bucket = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_decade (const char *value, guint32 *bucket)
{
  gint64 year;

  if (!g_ascii_string_to_signed (value, 10, -10 * FONDS_DECADE_BASE, 10 * FONDS_DECADE_BASE - 1,
                                 &year, NULL))
    return FALSE;
  *bucket = (guint32) ((year + 10 * FONDS_DECADE_BASE) / 10);
  return TRUE;
}

/* Finds the bucket of a value. FALSE without an error where nothing has it. */
gboolean
fonds_bucket_find (FondsDb *db,
                   const FondsColumns *columns,
                   FondsFacet facet,
                   const char *value,
                   guint32 *bucket,
                   GError **error)
{
  gint64 record;

  switch (facet)
    {
    case FONDS_FACET_KIND:
      *bucket = fonds_kind_from_id (value);
      return *bucket != FONDS_KIND_NONE;
    case FONDS_FACET_LEVEL:
      return *value != '\0' && find_text (columns->levels, value, bucket);
    case FONDS_FACET_DECADE:
      return find_decade (value, bucket);
    case FONDS_FACET_ACCESS:
      *bucket = fonds_access_from_id (value);
      return g_str_equal (fonds_access_id (*bucket), value);
    case FONDS_FACET_LANGUAGE:
      return find_text (columns->multi[FONDS_MULTI_LANGUAGE].codes, value, bucket);
    default:
      record = fonds_record_find_uid (db, value, error);
      *bucket = (guint32) record;
      if (facet == FONDS_FACET_REPOSITORY)
        return record > 0 && record < columns->n;
      return record > 0 &&
             find_record (&columns->multi[fonds_bucket_multi (facet)], (guint32) record, bucket);
    }
}

static gboolean
describe_record (FondsDb *db, guint32 id, FondsFacetValue *value, GError **error)
{
  value->record = id;
  return fonds_facts_name (db, id, &value->value, &value->label, error);
}

static void
describe_code (const char *code, const char *label, FondsFacetValue *value)
{
  value->value = g_strdup (code);
  value->label = g_strdup (label);
}

/* A term that is in no list is its own label. */
static void
describe_listed (const char *list, const char *code, FondsFacetValue *value)
{
  describe_code (code, _ (fonds_code_label (list, code)), value);
}

static void
describe_language (const char *code, FondsFacetValue *value)
{
  value->value = g_strdup (code);
  value->label = fonds_language_name (code, g_get_language_names ()[0]);
}

static void
describe_decade (guint32 bucket, FondsFacetValue *value)
{
  int year = ((int) bucket - FONDS_DECADE_BASE) * 10;

  value->value = g_strdup_printf ("%d", year);
  /* Translators: a decade, such as 1910s. */
  value->label = g_strdup_printf (_ ("%ds"), year);
}

/* Says what a bucket is called. FALSE without an error where its record is gone. */
gboolean
fonds_bucket_describe (FondsDb *db,
                       const FondsColumns *columns,
                       FondsFacet facet,
                       guint32 bucket,
                       FondsFacetValue *value,
                       GError **error)
{
  switch (facet)
    {
    case FONDS_FACET_KIND:
      describe_code (fonds_kind_id (bucket), _ (fonds_kind_label_plural (bucket)), value);
      return TRUE;
    case FONDS_FACET_LEVEL:
      describe_listed ("level", g_ptr_array_index (columns->levels, bucket), value);
      return TRUE;
    case FONDS_FACET_DECADE:
      describe_decade (bucket, value);
      return TRUE;
    case FONDS_FACET_ACCESS:
      describe_listed ("access", fonds_access_id (bucket), value);
      return TRUE;
    case FONDS_FACET_LANGUAGE:
      describe_language (g_ptr_array_index (columns->multi[FONDS_MULTI_LANGUAGE].codes, bucket),
                         value);
      return TRUE;
    case FONDS_FACET_REPOSITORY:
      return describe_record (db, bucket, value, error);
    default:
      return describe_record (db, columns->multi[fonds_bucket_multi (facet)].records[bucket], value,
                              error);
    }
}
