/* csv-convert.h - bytes of some encoding into UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/csv-codepage.h"

G_BEGIN_DECLS

/* The longest character of any form in bytes; fewer left over may be the start of one. */
#define FONDS_CSV_CHARACTER_MAX 4

/* No form makes more than this many bytes of UTF-8 out of one byte. */
#define FONDS_CSV_GROWTH_MAX 3

/**
 * FondsCsvConvert:
 * @bytes: (array length=length): what to convert
 * @length: how many bytes there are
 * @page: (nullable): the page, for one-byte encodings
 * @text: room for FONDS_CSV_GROWTH_MAX times @length bytes
 * @text_length: (out): how many bytes of UTF-8 were put there
 *
 * Converts up to the first thing that is no character, NUL included.
 *
 * Returns: how many of the bytes were converted
 */
typedef gsize (*FondsCsvConvert) (const guint8 *bytes,
                                  gsize length,
                                  const FondsCsvCodepage *page,
                                  char *text,
                                  gsize *text_length);

/**
 * FondsCsvForm:
 * @name: the name of the encoding, static
 * @convert: (nullable): the conversion; %NULL for UTF-8, which is handed on where it lies
 * @page: (nullable): the page, for one-byte encodings
 */
typedef struct
{
  const char *name;
  FondsCsvConvert convert;
  const FondsCsvCodepage *page;
} FondsCsvForm;

gboolean fonds_csv_form_find (const char *name, FondsCsvForm *form);
gsize fonds_csv_utf8_prefix (const guint8 *bytes, gsize length);

G_END_DECLS
