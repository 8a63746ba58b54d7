/* relation-words.h - what a record is to those that refer to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

char *fonds_relation_words (const FondsLink *link);

G_END_DECLS
