/* body.h - a document's body: fields, each with its values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

/**
 * FondsAttr:
 * @FONDS_ATTR_KEY: "k", the value's own key, unique in its field; dates and creators of one event
 *   share theirs
 * @FONDS_ATTR_TEXT: "t", what a person reads: a text, a name, a code, a date's wording, a legacy id
 * @FONDS_ATTR_LANGUAGE: "l", BCP 47
 * @FONDS_ATTR_TYPE: "y", event type, name role, note type, label of an identifier
 * @FONDS_ATTR_REF: "r", the uid of the document referred to
 * @FONDS_ATTR_EDTF: "e", a date in EDTF
 * @FONDS_ATTR_START: "s", a date's start as a source normalised it
 * @FONDS_ATTR_END: "n", a date's end as a source normalised it
 * @FONDS_ATTR_CALENDAR: "c", the original calendar's id
 * @FONDS_ATTR_SOURCE: "w", the name of the source that an identity comes from
 * @FONDS_ATTR_SCRIPT: "sc", ISO 15924
 * @FONDS_ATTR_ROMANISATION: "ro", the romanisation system of a name
 * @FONDS_ATTR_NOTE: "o", a word beside the value
 * @FONDS_ATTR_POSITION: "p", fractional position where order matters beyond the array's own
 *
 * What a value may carry. The letters are the keys in the body's JSON (design, §11).
 */
typedef enum
{
  FONDS_ATTR_KEY,
  FONDS_ATTR_TEXT,
  FONDS_ATTR_LANGUAGE,
  FONDS_ATTR_TYPE,
  FONDS_ATTR_REF,
  FONDS_ATTR_EDTF,
  FONDS_ATTR_START,
  FONDS_ATTR_END,
  FONDS_ATTR_CALENDAR,
  FONDS_ATTR_SOURCE,
  FONDS_ATTR_SCRIPT,
  FONDS_ATTR_ROMANISATION,
  FONDS_ATTR_NOTE,
  FONDS_ATTR_POSITION,
  FONDS_N_ATTRS,
} FondsAttr;

/**
 * FondsValue:
 * @attr: (nullable): the attributes, owned by the body; %NULL where the value has none
 * @rest: (nullable): JSON members that this version does not know, as they came
 * @generation: the document's rev when the value last changed; 0 before the first save
 *
 * One value of a field. Valid until a value is added to its field.
 */
struct _FondsValue
{
  const char *attr[FONDS_N_ATTRS];
  const char *rest;
  gint64 generation;
};

const char *fonds_attr_id (FondsAttr attr);

FondsBody *fonds_body_new (FondsKind kind);
FondsBody *fonds_body_copy (const FondsBody *self);
void fonds_body_free (FondsBody *self);

FondsKind fonds_body_kind (const FondsBody *self);
const char *fonds_body_uid (const FondsBody *self);
void fonds_body_set_uid (FondsBody *self, const char *uid);

guint fonds_body_n_fields (const FondsBody *self);
const char *fonds_body_field_id (const FondsBody *self, guint i);

guint fonds_body_n_values (const FondsBody *self, const char *field);
const FondsValue *fonds_body_values (const FondsBody *self, const char *field, guint *n);
const FondsValue *fonds_body_values_at (const FondsBody *self, guint i, guint *n);
const FondsValue *fonds_body_value (const FondsBody *self, const char *field, guint i);
const char *fonds_body_text (const FondsBody *self, const char *field);
const char *fonds_body_ref (const FondsBody *self, const char *field);

FondsValue *fonds_body_add (FondsBody *self, const char *field);
FondsValue *
fonds_body_add_text (FondsBody *self, const char *field, const char *text, const char *language);
FondsValue *fonds_body_add_ref (FondsBody *self, const char *field, const char *uid);
FondsValue *fonds_body_add_copy (FondsBody *self, const char *field, const FondsValue *value);
void fonds_body_set (FondsBody *self, FondsValue *value, FondsAttr attr, const char *text);
void fonds_body_clear_field (FondsBody *self, const char *field);
void fonds_body_clear_language (FondsBody *self, const char *field, const char *language);

gboolean fonds_value_equal (const FondsValue *a, const FondsValue *b);
gboolean fonds_body_equal_field (const FondsBody *a, const FondsBody *b, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsBody, fonds_body_free)

G_END_DECLS
