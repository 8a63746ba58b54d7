/* access.h - who may see a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

/**
 * FondsAccess:
 * @FONDS_ACCESS_PUBLIC: everybody
 * @FONDS_ACCESS_RESTRICTED: staff until a date, then up for review or public by itself
 * @FONDS_ACCESS_STAFF: whoever works in the catalogue; never published
 * @FONDS_ACCESS_PRIVATE: personal; never published, never in a public export
 *
 * From the openest to the strictest. The numbers are stored in files.
 */
typedef enum
{
  FONDS_ACCESS_PUBLIC = 0,
  FONDS_ACCESS_RESTRICTED = 1,
  FONDS_ACCESS_STAFF = 2,
  FONDS_ACCESS_PRIVATE = 3,
} FondsAccess;

/**
 * FondsAudience:
 * @FONDS_AUDIENCE_STAFF: a window or a command of the archive's own people
 * @FONDS_AUDIENCE_PUBLIC: every way out of the house
 */
typedef enum
{
  FONDS_AUDIENCE_STAFF,
  FONDS_AUDIENCE_PUBLIC,
} FondsAudience;

const char *fonds_access_id (FondsAccess access);
FondsAccess fonds_access_from_id (const char *id);
FondsAccess fonds_access_of_body (const FondsBody *body);
FondsAccess fonds_access_effective (FondsAccess own, FondsAccess of_parent, gboolean overrides);
gboolean fonds_access_allows (FondsAccess effective, FondsAudience audience);
gboolean fonds_access_allows_field (const FondsField *field, FondsAudience audience);

G_END_DECLS
