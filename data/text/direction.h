/* direction.h - which way a text runs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FONDS_DIRECTION_NEUTRAL, /* digits and punctuation only: as its surroundings */
  FONDS_DIRECTION_LTR,
  FONDS_DIRECTION_RTL
} FondsDirection;

FondsDirection fonds_text_direction (const char *text);
char *fonds_text_isolate (const char *text);

G_END_DECLS
