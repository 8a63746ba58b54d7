/* csv-codepage.h - the one-byte encodings that old files come in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsCsvCodepage:
 * @name: the name of the encoding
 * @high: the code points of the bytes 0x80 to 0xFF; 0 where the page has none
 */
typedef struct
{
  const char *name;
  guint16 high[128];
} FondsCsvCodepage;

gboolean fonds_csv_name_equal (const char *a, const char *b);
const FondsCsvCodepage *fonds_csv_codepage_find (const char *name);

G_END_DECLS
