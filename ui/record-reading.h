/* record-reading.h - how somebody likes to read records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FONDS_TYPE_READING (fonds_reading_get_type ())

G_DECLARE_FINAL_TYPE (FondsReading, fonds_reading, FONDS, READING, GObject)

FondsReading *fonds_reading_new (void);

gboolean fonds_reading_is_folded (FondsReading *self, const char *area);
void fonds_reading_set_folded (FondsReading *self, const char *area, gboolean folded);

guint fonds_reading_rank (FondsReading *self, const char *language, const char *main_language);
void fonds_reading_prefer (FondsReading *self, const char *language);

G_END_DECLS
