/* calendar-private.h - division as calendars need it, towards minus infinity */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline gint64
fonds_floor_div (gint64 number, gint64 by)
{
  gint64 quotient = number / by;

  return number % by < 0 ? quotient - 1 : quotient;
}

static inline gint64
fonds_floor_mod (gint64 number, gint64 by)
{
  gint64 rest = number % by;

  return rest < 0 ? rest + by : rest;
}

G_END_DECLS
