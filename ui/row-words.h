/* row-words.h - what a list says of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/row.h"

G_BEGIN_DECLS

const char *fonds_row_title (const FondsRow *row);
const char *fonds_row_sort (const FondsRow *row);
const char *fonds_row_icon (const FondsRow *row);
char *fonds_row_dup_second_line (const FondsRow *row);
char *fonds_row_dup_spoken (const FondsRow *row);

G_END_DECLS
