/* record-print.h - a record as printed pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"
#include "data/publish/print-flow.h"

G_BEGIN_DECLS

FondsPrintFlow *fonds_record_print (FondsRecord *record, double width, double height);

G_END_DECLS
