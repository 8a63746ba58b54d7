/* edtf.h - dates in the Extended Date/Time Format, levels 0 to 2 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/date.h"

G_BEGIN_DECLS

#define FONDS_EDTF_YEAR 0
#define FONDS_EDTF_MONTH 1 /* or a season, 21 to 41 */
#define FONDS_EDTF_DAY 2

/**
 * FondsEdtfPart:
 * @value: the number, unspecified digits being 0; a year without its sign and exponent
 * @unknown: which digits are "X": bit 0 the last one, bit 1 the one before
 * @before: the qualifier at its left, which is of this part alone; 0 if there is none
 * @after: the qualifier at its right, which is of this part and all before it; 0 if there is none
 */
typedef struct
{
  gint64 value;
  guint8 unknown;
  char before;
  char after;
} FondsEdtfPart;

/**
 * FondsEdtfDate:
 * @parts: year, month or season, day
 * @n_parts: how many of them are written
 * @negative: whether the year has a minus
 * @is_long: whether the year is written with "Y"
 * @exponent: of the year, after "E"; 0 if there is none
 * @significant: digits of the year that count, after "S"; 0 if that is not said
 * @time: from "T" on, as it is written; "" if there is none
 */
typedef struct
{
  FondsEdtfPart parts[3];
  guint8 n_parts;
  gboolean negative;
  gboolean is_long;
  guint8 exponent;
  guint8 significant;
  char time[16];
} FondsEdtfDate;

typedef enum
{
  FONDS_EDTF_END_DATE,
  FONDS_EDTF_END_OPEN,   /* ".." */
  FONDS_EDTF_END_UNKNOWN /* nothing, in an interval only */
} FondsEdtfEnd;

/**
 * FondsEdtfSpan:
 * @single: whether it is one date, which is then @first and @last
 */
typedef struct
{
  gboolean single;
  FondsEdtfEnd first_end, last_end;
  FondsEdtfDate first, last;
} FondsEdtfSpan;

typedef enum
{
  FONDS_EDTF_SHAPE_DATE,     /* one span, a single date */
  FONDS_EDTF_SHAPE_INTERVAL, /* one span: "a/b" */
  FONDS_EDTF_SHAPE_ONE_OF,   /* "[a,b..c]" */
  FONDS_EDTF_SHAPE_ALL_OF    /* "{a,b..c}" */
} FondsEdtfShape;

typedef struct
{
  FondsEdtfShape shape;
  guint n_spans;
  FondsEdtfSpan *spans;
} FondsEdtf;

FondsEdtf *fonds_edtf_parse (const char *text, GError **error);
void fonds_edtf_free (FondsEdtf *edtf);
char *fonds_edtf_to_string (const FondsEdtf *edtf);
int fonds_edtf_level (const FondsEdtf *edtf);
void fonds_edtf_days (const FondsEdtf *edtf, FondsDays *days);

gboolean fonds_edtf_date_days (const FondsEdtfDate *date, FondsDays *days);
gint64 fonds_edtf_date_year (const FondsEdtfDate *date);
gboolean fonds_edtf_span_days (const FondsEdtfSpan *span, FondsDays *days);
gboolean fonds_edtf_date_is_season (const FondsEdtfDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsEdtf, fonds_edtf_free)

G_END_DECLS
