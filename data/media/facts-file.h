/* facts-file.h - finding out what a file is, in a worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/facts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *fonds_facts_type (const char *path, GError **error);
FondsMediaFacts *
fonds_facts_find (const char *folder, const char *hash, GCancellable *cancellable, GError **error);

G_END_DECLS
