/* record-text.h - one record, for reading and for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/json-writer.h"

#include "data/catalogue/record.h"

G_BEGIN_DECLS

char *fonds_record_to_text (FondsRecord *record);
void fonds_record_write_json (FondsRecord *record, FondsJsonWriter *out);

G_END_DECLS
