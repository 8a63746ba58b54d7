/* access.c - who may see a record
 *
 * The one rule that every way out of the house asks: lists, search, exports, publishing and sync.
 * A record is as open as it says, but never opener than what it lies in, unless it gives a reason;
 * a field goes out only where the field table says so.
 * Thread: any; keeps no state.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/access.h"

#include "data/catalogue/field.h"

static const char *const access_ids[] = { "public", "restricted", "staff", "private" };

/**
 * fonds_access_id:
 * @access: an access
 *
 * Returns: its id, as bodies and queries spell it
 */
const char *
fonds_access_id (FondsAccess access)
{
  return access_ids[access];
}

/**
 * fonds_access_from_id:
 * @id: (nullable): an id
 *
 * Returns: the access of that id; %FONDS_ACCESS_STAFF for what is not known, so that nothing is
 *   opened by a slip
 */
FondsAccess
fonds_access_from_id (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (access_ids); i++)
    if (g_strcmp0 (id, access_ids[i]) == 0)
      return (FondsAccess) i;
  return FONDS_ACCESS_STAFF;
}

/**
 * fonds_access_of_body:
 * @body: a document's body
 *
 * Says how open a document declares itself. What is private by nature stays private whatever it says.
 * The definition of a custom field is as open as the field's values may be.
 *
 * Returns: its own access
 */
FondsAccess
fonds_access_of_body (const FondsBody *body)
{
  if (fonds_kind_is_private (fonds_body_kind (body)))
    return FONDS_ACCESS_PRIVATE;
  if (fonds_body_kind (body) == FONDS_KIND_CUSTOM_FIELD)
    return g_strcmp0 (fonds_body_text (body, "public"), "yes") == 0 ? FONDS_ACCESS_PUBLIC
                                                                    : FONDS_ACCESS_STAFF;
  return fonds_access_from_id (fonds_body_text (body, "access"));
}

/**
 * fonds_access_effective:
 * @own: what a record says of itself
 * @of_parent: the effective access of what it lies in
 * @overrides: whether it gives a reason for being opener than that
 *
 * Returns: the access that counts: the stricter one, unless the record overrides
 */
FondsAccess
fonds_access_effective (FondsAccess own, FondsAccess of_parent, gboolean overrides)
{
  return overrides ? own : MAX (own, of_parent);
}

/**
 * fonds_access_allows:
 * @effective: a record's effective access
 * @audience: who asks
 *
 * A restricted record is not public even after its date: it is reviewed, or says of itself that it
 * lifts, and is then public (design §11).
 *
 * Returns: whether the record may be seen
 */
gboolean
fonds_access_allows (FondsAccess effective, FondsAudience audience)
{
  return audience == FONDS_AUDIENCE_STAFF || effective == FONDS_ACCESS_PUBLIC;
}

/**
 * fonds_access_allows_field:
 * @field: (nullable): a row of the field table or of [struct@CustomTable]; %NULL for a field that neither
 *   has
 * @audience: who asks
 *
 * The public sees the fields on the whitelist and no other.
 *
 * Returns: whether the field may be seen
 */
gboolean
fonds_access_allows_field (const FondsField *field, FondsAudience audience)
{
  return audience == FONDS_AUDIENCE_STAFF ||
         (field != NULL && (field->flags & FONDS_FIELD_PUBLIC) != 0);
}
