/* uid.h - names for documents that no other desk will ever make
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FONDS_UID_LENGTH 36

typedef struct
{
  guint8 base[16];
  guint32 next;
} FondsUidSeries;

char *fonds_uid_new (void);
char *fonds_uid_new_private (void);
gboolean fonds_uid_to_bytes (const char *uid, guint8 bytes[16]);
void fonds_uid_from_bytes (const guint8 bytes[16], char uid[FONDS_UID_LENGTH + 1]);
gboolean fonds_uid_is_valid (const char *text);

void fonds_uid_series_init (FondsUidSeries *series);
void fonds_uid_series_get (const FondsUidSeries *series, guint32 n, char uid[FONDS_UID_LENGTH + 1]);
void fonds_uid_series_next (FondsUidSeries *series, char uid[FONDS_UID_LENGTH + 1]);

G_END_DECLS
