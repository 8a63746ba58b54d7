/* codes-field.c - the datatypes of the field table as a code list
 *
 * A definition of a custom field names its datatype by these. They stand in the order of
 * FondsDatatype, and the rank is its number.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-private.h"

const FondsCode fonds_codes_datatype[] = {
  { .id = "string", .label = N_ ("Line of text"), .rank = FONDS_TYPE_STRING },
  { .id = "text", .label = N_ ("Text"), .rank = FONDS_TYPE_TEXT },
  { .id = "name", .label = N_ ("Name"), .rank = FONDS_TYPE_NAME },
  { .id = "date", .label = N_ ("Date"), .rank = FONDS_TYPE_DATE },
  { .id = "reference", .label = N_ ("Reference"), .rank = FONDS_TYPE_REFERENCE },
  { .id = "code", .label = N_ ("Term of a list"), .rank = FONDS_TYPE_CODE },
  { .id = "number", .label = N_ ("Number"), .rank = FONDS_TYPE_NUMBER },
  { .id = "url", .label = N_ ("Address on the network"), .rank = FONDS_TYPE_URL },
  { .id = "coordinates", .label = N_ ("Coordinates"), .rank = FONDS_TYPE_COORDINATES },
  { .id = "extent", .label = N_ ("Extent"), .rank = FONDS_TYPE_EXTENT },
  { .id = "language", .label = N_ ("Language"), .rank = FONDS_TYPE_LANGUAGE },
  { .id = "script", .label = N_ ("Script"), .rank = FONDS_TYPE_SCRIPT },
  { .id = "identity", .label = N_ ("Identity elsewhere"), .rank = FONDS_TYPE_IDENTITY },
  { .id = "file", .label = N_ ("File"), .rank = FONDS_TYPE_FILE },
};
const guint fonds_n_codes_datatype = G_N_ELEMENTS (fonds_codes_datatype);

/**
 * fonds_datatype_id:
 * @datatype: a datatype
 *
 * Returns: its id in the definition of a custom field and in the description of the table
 */
const char *
fonds_datatype_id (FondsDatatype datatype)
{
  g_return_val_if_fail ((guint) datatype < FONDS_N_TYPES, "");

  return fonds_codes_datatype[datatype].id;
}

/**
 * fonds_datatype_from_id:
 * @id: (nullable): an id of fonds_datatype_id()
 * @datatype: (out): return location for the datatype
 *
 * Returns: whether there is a datatype of that id
 */
gboolean
fonds_datatype_from_id (const char *id, FondsDatatype *datatype)
{
  const FondsCode *code = fonds_code_find ("datatype", id);

  if (code == NULL)
    return FALSE;
  *datatype = code->rank;

  return TRUE;
}
