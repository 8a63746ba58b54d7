/* import-origin.c - whose keys the rows have
 *
 * A file that was renamed or shuffled is still the same source: what counts is that the records known
 * under its keys are called as the rows are, or say most of what the rows say besides. Another file
 * with the same name is not.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/identity-table.h"
#include "data/exchange/row-evidence.h"

#include <glib/gi18n-lib.h>

/* How many records are known under the rows' keys, how many of them are called as the rows are, and how
 * far all of them agree: 1 for each that agrees in full. */
typedef struct
{
  guint found;
  guint called;
  double agree;
} Agreement;

/* In any of its languages. */
static gboolean
is_called (const FondsBody *body, const char *name)
{
  static const char *const fields[] = { "title", "name", "accessionNumber" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    for (guint j = 0; j < fonds_body_n_values (body, fields[i]); j++)
      if (g_strcmp0 (fonds_body_value (body, fields[i], j)->attr[FONDS_ATTR_TEXT], name) == 0)
        return TRUE;
  return FALSE;
}

/* A record that is called otherwise agrees as far as it says what the row says, its name being one of
 * these things: a corrected title beside the same reference code is half of it. */
static double
measure (const FondsBody *body, const FondsSampleRow *row)
{
  return (double) fonds_row_evidence_met (row->evidence, body) / (row->evidence->len + 1);
}

static gboolean
judge_row (FondsImport *self,
           gint64 origin,
           const FondsSampleRow *row,
           Agreement *agreement,
           GError **error)
{
  gint64 id = fonds_identity_find (self->db, origin, row->kind, row->key, error);
  g_autoptr (FondsDocument) document = id != 0 ? fonds_document_load (self->db, id, error) : NULL;

  if (id == 0)
    return *error == NULL;
  if (document == NULL)
    return FALSE;
  agreement->found++;
  /* A key that is made of what the row says agrees by being found. */
  if (row->name == NULL || is_called (document->body, row->name))
    {
      agreement->called++;
      agreement->agree += 1;
    }
  else
    agreement->agree += measure (document->body, row);
  return TRUE;
}

static gboolean
judge_origin (FondsImport *self, const char *name, Agreement *agreement, GError **error)
{
  gint64 origin = fonds_identity_find_origin (self->db, name, error);

  *agreement = (Agreement){ 0, 0 };
  for (guint i = 0; i < self->sample->len; i++)
    if (!judge_row (self, origin, &g_array_index (self->sample, FondsSampleRow, i), agreement,
                    error))
      return FALSE;
  return TRUE;
}

/* It must be more than half. Exactly half suffices for a single record, of which little can be known, and
 * where the file has the source's name and half of the records have the rows' names: numbers that begin
 * at 1 for both key and reference code agree between any two archives. */
static gboolean
agrees (const Agreement *agreement, gboolean same_name)
{
  double surplus = agreement->agree * 2 - agreement->found;

  if (agreement->found == 0 || surplus < 0)
    return FALSE;
  return surplus > 0 || agreement->found == 1 ||
         (same_name && agreement->called * 2 == agreement->found);
}

/* Several files of one folder are named after the folder, one after itself. */
static char *
name_after_files (FondsImport *self)
{
  FondsSource *first = g_ptr_array_index (self->sources, 0);
  g_autofree char *folder = g_path_get_dirname (first->path);
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);

  return self->sources->len == 1 ? g_strdup (first->stem) : g_path_get_basename (absolute);
}

/* The known source that agrees with most rows, or NULL. */
static gboolean
recognise (FondsImport *self, GPtrArray *names, const char **best, GError **error)
{
  g_autofree char *stem = name_after_files (self);
  double most = 0;

  *best = NULL;
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GError) own = NULL;
      Agreement agreement;

      if (!judge_origin (self, g_ptr_array_index (names, i), &agreement, &own))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      if (!agrees (&agreement, g_strcmp0 (g_ptr_array_index (names, i), stem) == 0) ||
          agreement.agree <= most)
        continue;
      most = agreement.agree;
      *best = g_ptr_array_index (names, i);
    }
  return TRUE;
}

static gboolean
is_known (GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return TRUE;
  return FALSE;
}


/* A known source of that name whose keys the rows have without agreeing is another one. */
static char *
choose_name (FondsImport *self, GPtrArray *names, char **why, GError **error)
{
  g_autofree char *stem = name_after_files (self);
  char *name = g_strdup (stem);

  for (guint n = 2; is_known (names, name); n++)
    {
      Agreement agreement;
      g_autoptr (GError) own = NULL;

      if (!judge_origin (self, name, &agreement, &own))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          g_free (name);
          return NULL;
        }
      if (agreement.found == 0)
        break;
      g_free (name);
      name = g_strdup_printf ("%s (%u)", stem, n);
    }
  if (g_str_equal (name, stem))
    *why = g_strdup_printf (_ ("The keys belong to the source “%s”, after the name of the file."),
                            name);
  else
    *why = g_strdup_printf (_ ("The keys belong to a new source “%s”: the catalogue knows "
                               "another source “%s”, whose records are called otherwise."),
                            name, stem);
  return name;
}

static gboolean
choose_common (FondsImport *self, char **name, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *why = NULL;
  const char *known;

  if (self->options->source != NULL)
    {
      *name = g_strdup (self->options->source);
      return TRUE;
    }
  names = fonds_identity_list_origins (self->db, error);
  if (names == NULL || !recognise (self, names, &known, error))
    return FALSE;
  if (known != NULL)
    {
      *name = g_strdup (known);
      why = g_strdup_printf (_ ("The rows are known from the source “%s”: its records have these "
                                "keys and names."),
                             known);
    }
  else
    *name = choose_name (self, names, &why, error);
  if (why != NULL)
    fonds_import_report_say (self->report, "%s", why);
  return *name != NULL;
}

/**
 * fonds_import_choose_origins:
 * @self: an import whose files were scanned
 * @error: return location for an error
 *
 * Gives every file the name of the source that its keys belong to.
 *
 * Returns: whether it could
 */
gboolean
fonds_import_choose_origins (FondsImport *self, GError **error)
{
  g_autofree char *common = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    {
      FondsSource *source = g_ptr_array_index (self->sources, i);
      g_autoptr (GError) own = NULL;

      if (source->origin_name == NULL || self->options->source != NULL)
        {
          if (common == NULL && !choose_common (self, &common, error))
            return FALSE;
          g_free (source->origin_name);
          source->origin_name = g_strdup (common);
        }
      source->origin = fonds_identity_find_origin (self->db, source->origin_name, &own);
      if (own == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return TRUE;
}
