/* csv-guess.h - which encoding the first bytes of a file speak for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsCsvEncoding:
 * @name: the name of the encoding, static
 * @bom_length: how many bytes of byte order mark the file begins with, often 0
 * @guessed: whether it was guessed from the frequency of letters, not known
 * @sure: how sure that is, in percent
 */
typedef struct
{
  const char *name;
  guint bom_length;
  gboolean guessed;
  guint sure;
} FondsCsvEncoding;

gboolean fonds_csv_find_bom (const guint8 *sample, gsize length, FondsCsvEncoding *encoding);
void fonds_csv_guess_encoding (const guint8 *sample, gsize length, FondsCsvEncoding *encoding);

G_END_DECLS
