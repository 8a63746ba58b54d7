/* field-name.c - the roles of the forms of a name
 *
 * The standards number the forms of a name one by one and AtoM gives each a column; here they are
 * values of one field "name" whose type is the role, an entry of the list "name-role".
 * Thread: any. Ownership: all strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"

#include <string.h>

typedef struct
{
  const char *role;
  const char *isaar;
  const char *isdiah;
} Number;

static const Number numbers[] = {
  { "authorised", "5.1.2", "5.1.2" }, { "parallel", "5.1.3", "5.1.3" },
  { "standardised", "5.1.4", NULL },  { "other", "5.1.5", "5.1.4" },
  { "former", "5.1.5", "5.1.4" },
};

/**
 * fonds_name_role_atom:
 * @role: (nullable): the type of a name form
 *
 * Names the column of AtoM's CSV that holds the forms of a role. AtoM knows no role but its own, so
 * that any other is an other form.
 *
 * Returns: the column
 */
const char *
fonds_name_role_atom (const char *role)
{
  const FondsCode *code = fonds_code_find ("name-role", role);

  return code != NULL ? code->atom : fonds_code_find ("name-role", "other")->atom;
}

/**
 * fonds_name_role_number:
 * @role: (nullable): the type of a name form
 * @kind: the kind of the record
 *
 * Returns: (nullable): the number of the element in ISDIAH for an institution, in ISAAR(CPF) for a
 *   person or a family; %NULL where the standard has none, or the kind has no standard
 */
const char *
fonds_name_role_number (const char *role, FondsKind kind)
{
  if (!fonds_kind_is_agent (kind))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_strcmp0 (numbers[i].role, role) == 0)
      return kind == FONDS_KIND_INSTITUTION ? numbers[i].isdiah : numbers[i].isaar;

  return NULL;
}
