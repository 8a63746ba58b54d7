/* closing.h - closes a catalogue once nobody uses it any more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

void fonds_close_when_unused (FondsCatalogue *catalogue, GApplication *application);

G_END_DECLS
