/* import-pace.h - how fast something long goes, and how long it still takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsPace:
 * @since: monotonic time at which it began, in microseconds
 *
 * A beginning, from which speed and time left are worked out.
 */
typedef struct
{
  gint64 since;
} FondsPace;

void fonds_pace_start (FondsPace *self);

char *fonds_pace_describe (gint64 elapsed, guint64 n, double part);
char *fonds_pace_say (const FondsPace *self, guint64 n, double part);

G_END_DECLS
