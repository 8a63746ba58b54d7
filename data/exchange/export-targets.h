/* export-targets.h - what the records are called that others refer to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/access.h"
#include "data/catalogue/body.h"

G_BEGIN_DECLS

/**
 * FondsTarget:
 * @kind: what it is
 * @name: its title, name or number; "" where it has none
 * @location: (nullable): of a container, where it stands
 * @type: (nullable): of a container, what it is
 * @visible: whether the audience may see it
 *
 * A record as others name it.
 */
typedef struct
{
  FondsKind kind;
  char *name;
  char *location;
  char *type;
  gboolean visible;
} FondsTarget;

typedef struct _FondsTargets FondsTargets;

FondsTargets *fonds_targets_new (FondsDb *db, FondsAudience audience);
void fonds_targets_free (FondsTargets *self);
const FondsTarget *fonds_targets_find (FondsTargets *self, const char *uid, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsTargets, fonds_targets_free)

G_END_DECLS
