/* citation.h - how a record is cited, in plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

char *fonds_citation (FondsRecord *record);

char *fonds_citation_link (const char *uid);
const char *fonds_citation_uid (const char *link);

G_END_DECLS
