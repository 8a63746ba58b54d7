/* body-private.h - the inside of a body, for its reader, its writer and its comparison
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  GArray *values; /* of FondsValue */
} FondsBodyField;

struct _FondsBody
{
  /* owned */
  GStringChunk *texts;
  GArray *fields; /* of FondsBodyField, in the order of their ids */

  /* in texts */
  const char *uid;
  const char *rest; /* JSON members beside "kind" and "f" that this version does not know */

  /* state */
  FondsKind kind;
};

G_END_DECLS
