/* export-public.c - what the public gets of a document that it may see
 *
 * A document is stripped once, where the walks hand it out, so that no format, header or count learns
 * what stays in the house: fields that are not on the whitelist, and references to what the public may
 * not see.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-private.h"

#include "data/catalogue/field.h"

#include <string.h>

/* The access of what goes out is said where a format has a word for it. */
static gboolean
is_open (const FondsExport *self, const FondsBody *body, const char *field)
{
  const FondsField *row = fonds_field_find (fonds_body_kind (body), field);

  if (row == NULL)
    row = fonds_custom_table_find (self->custom, field);
  return strcmp (field, "access") == 0 || fonds_access_allows_field (row, FONDS_AUDIENCE_PUBLIC);
}

/* What a file was called on somebody's computer may say more than the archive wants to. */
static void
copy_open (const FondsValue *value, FondsBody *into, const char *field)
{
  const FondsField *row = fonds_field_find (fonds_body_kind (into), field);
  FondsValue *copy = fonds_body_add_copy (into, field, value);

  if (row != NULL && row->datatype == FONDS_TYPE_FILE)
    fonds_body_set (into, copy, FONDS_ATTR_NOTE, NULL);
}

static gboolean
copy_value (FondsExport *self,
            const FondsValue *value,
            FondsBody *into,
            const char *field,
            gboolean *whole,
            GError **error)
{
  const char *ref = value->attr[FONDS_ATTR_REF];
  const FondsTarget *target = ref != NULL ? fonds_targets_find (self->targets, ref, error) : NULL;

  if (ref != NULL && target == NULL)
    return FALSE;
  if (ref == NULL || target->visible)
    copy_open (value, into, field);
  else
    *whole = FALSE;
  return TRUE;
}

static FondsBody *
strip (FondsExport *self, const FondsBody *body, gboolean *whole, GError **error)
{
  g_autoptr (FondsBody) open = fonds_body_new (fonds_body_kind (body));

  *whole = TRUE;
  fonds_body_set_uid (open, fonds_body_uid (body));
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);

      for (guint j = 0; is_open (self, body, field) && j < fonds_body_n_values (body, field); j++)
        if (!copy_value (self, fonds_body_value (body, field, j), open, field, whole, error))
          return NULL;
    }
  return g_steal_pointer (&open);
}

/**
 * fonds_export_strip:
 * @self: an export
 * @document: a document that the audience may see; its body is replaced where it says too much
 * @shown: (inout): set to %FALSE for what says nothing but how two records hang together, one of which
 *   the audience may not see
 * @error: return location for an error
 *
 * Takes away what the audience may not see.
 *
 * Returns: whether it could
 */
gboolean
fonds_export_strip (FondsExport *self, FondsDocument *document, gboolean *shown, GError **error)
{
  FondsBody *open;
  gboolean whole;

  if (self->options->audience == FONDS_AUDIENCE_STAFF || !*shown)
    return TRUE;
  open = strip (self, document->body, &whole, error);
  if (open == NULL)
    return FALSE;
  *shown = whole || fonds_kind_is_record (fonds_body_kind (open));
  fonds_body_free (document->body);
  document->body = open;
  return TRUE;
}
