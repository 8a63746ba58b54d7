/* draft-value.c - one value of a draft, or one member of a group
 *
 * Terms of code lists become their ids; terms that no list has stay as they came. Names and keys become
 * references. What a source normalised of a date stays beside its wording, so that it goes out again
 * as it came in.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/draft-private.h"

#include "data/catalogue/codes-list.h"
#include "data/text/codes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fonds_draft_code:
 * @list: (nullable): a code list
 * @term: (nullable): a term
 *
 * Returns: (nullable): the id of the term in the list, else the term itself
 */
const char *
fonds_draft_code (const char *list, const char *term)
{
  const FondsCode *code = list != NULL && term != NULL ? fonds_code_find_term (list, term) : NULL;

  return code != NULL ? code->id : term;
}

/* Languages as spreadsheets spell them out. */
static const struct
{
  const char *word;
  const char *code;
} language_words[] = {
  { "arabic", "ar" },  { "armenian", "hy" },   { "azerbaijani", "az" },     { "english", "en" },
  { "french", "fr" },  { "georgian", "ka" },   { "german", "de" },          { "hebrew", "he" },
  { "italian", "it" }, { "judeo-tat", "jdt" }, { "juhuri", "jdt" },         { "ladino", "lad" },
  { "latin", "la" },   { "persian", "fa" },    { "polish", "pl" },          { "portuguese", "pt" },
  { "russian", "ru" }, { "spanish", "es" },    { "turkish", "tr" },         { "ukrainian", "uk" },
  { "yiddish", "yi" }, { "русский", "ru" },    { "азербайджанский", "az" }, { "иврит", "he" },
};

static const char *
language_code (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (language_words); i++)
    if (strcmp (language_words[i].word, lower) == 0)
      return language_words[i].code;
  return text;
}

/**
 * fonds_draft_language:
 * @work: what is being made
 * @slot: the parts of a value
 *
 * Returns: (nullable): the language of the value
 */
const char *
fonds_draft_language (const FondsDraftWork *work, const FondsSlot *slot)
{
  if (slot->part[FONDS_PART_LANGUAGE] != NULL)
    return slot->part[FONDS_PART_LANGUAGE];
  if (work->step->instruction->language != NULL)
    return *work->step->instruction->language != '\0' ? work->step->instruction->language : NULL;
  return work->cells->language;
}

static const char *
type_of (const FondsDraftWork *work, const FondsSlot *slot)
{
  const char *type =
      slot->part[FONDS_PART_TYPE] != NULL ? slot->part[FONDS_PART_TYPE] : work->step->type;

  return fonds_draft_code (work->step->datatype != FONDS_TYPE_CODE ? work->step->codes : NULL,
                           type);
}

/* Names are compared and shown, so blanks around them would only part what is the same. */
static char *
trim (FondsDrafter *self, const char *name)
{
  char *copy = g_string_chunk_insert (self->texts, name);

  return g_strstrip (copy);
}

static void
note_unknown (FondsDrafter *self, const char *text)
{
  self->n_unknown++;
  if (self->unknown == NULL)
    self->unknown = g_strdup (text);
}

/* A relation between what is not there says nothing, so its row is refused. */
static void
refuse_unknown (const FondsDraftWork *work, const char *text)
{
  FondsDraft *draft = work->draft;

  draft->reason = g_strdup (_ ("No record, or more than one, has that name or key, and a "
                               "relation joins two that are known."));
  draft->column = g_strdup (work->step->instruction->columns[0]);
  draft->value = g_strdup (text);
}

static const char *
implied_type (const char *field)
{
  if (strcmp (field, "genre") == 0)
    return "genre";
  return strcmp (field, "occupation") == 0 ? "occupation" : NULL;
}

/**
 * fonds_draft_resolve:
 * @work: what is being made
 * @field: the field that refers
 * @targets: mask of what it may refer to
 * @slot: the parts: a key, or a name with what belongs to it
 * @uid: (out): what is referred to
 * @error: return location for an error of the catalogue
 *
 * Finds out what a cell refers to.
 *
 * Returns: whether it is something; %FALSE without an error where it is unknown
 */
gboolean
fonds_draft_resolve (const FondsDraftWork *work,
                     const char *field,
                     guint32 targets,
                     const FondsSlot *slot,
                     FondsUid uid,
                     GError **error)
{
  FondsDrafter *self = work->drafter;
  FondsNameRequest request = { .field = field, .targets = targets };

  if (slot->part[FONDS_PART_KEY] != NULL)
    return fonds_row_uids_find (self->uids, self->origin, targets, slot->part[FONDS_PART_KEY], uid,
                                error);
  request.name = trim (self, slot->part[FONDS_PART_TEXT]);
  request.location = slot->part[FONDS_PART_LOCATION];
  if (targets == FONDS_KIND_BIT (FONDS_KIND_CONTAINER))
    request.type = fonds_draft_code ("container-type", slot->part[FONDS_PART_TYPE]);
  else
    request.type = implied_type (field);
  request.language = fonds_draft_language (work, slot);
  request.kind = targets & FONDS_KIND_BIT (work->step->instruction->kind)
                     ? work->step->instruction->kind
                     : FONDS_KIND_NONE;
  request.must_exist = fonds_body_kind (work->draft->body) == FONDS_KIND_RELATION;
  return fonds_names_resolve (self->names, &request, work->current, uid, error);
}

static gboolean
add_reference (const FondsDraftWork *work, const FondsSlot *slot, GError **error)
{
  const FondsStep *step = work->step;
  FondsBody *body = work->draft->body;
  const char *said =
      slot->part[FONDS_PART_KEY] != NULL ? slot->part[FONDS_PART_KEY] : slot->part[FONDS_PART_TEXT];
  g_autoptr (GError) own = NULL;
  FondsValue *value;
  FondsUid uid;

  if (said == NULL)
    return TRUE;
  if (fonds_draft_resolve (work, step->field, step->targets, slot, uid, &own))
    value = fonds_body_add_ref (body, step->field, uid);
  else if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  else
    {
      if (fonds_body_kind (body) == FONDS_KIND_RELATION)
        refuse_unknown (work, said);
      note_unknown (work->drafter, said);
      value = fonds_body_add_text (body, step->field, said, NULL);
    }
  if (step->targets != FONDS_KIND_BIT (FONDS_KIND_CONTAINER))
    fonds_body_set (body, value, FONDS_ATTR_TYPE, type_of (work, slot));
  fonds_body_set (body, value, FONDS_ATTR_NOTE, slot->part[FONDS_PART_NOTE]);
  return TRUE;
}

static const char *
text_of (const FondsStep *step, const char *text)
{
  switch (step->datatype)
    {
    case FONDS_TYPE_CODE:
      return fonds_draft_code (step->codes, text);
    case FONDS_TYPE_LANGUAGE:
      return language_code (text);
    default:
      return text;
    }
}

static gboolean
has_date (const FondsSlot *slot)
{
  return slot->part[FONDS_PART_TEXT] != NULL || slot->part[FONDS_PART_START] != NULL ||
         slot->part[FONDS_PART_END] != NULL || slot->part[FONDS_PART_EDTF] != NULL;
}

static void
add_date (const FondsDraftWork *work, const FondsSlot *slot)
{
  FondsBody *body = work->draft->body;
  FondsValue *value;

  if (!has_date (slot))
    return;
  value = fonds_body_add (body, work->step->field);
  fonds_draft_date (work, work->step->field, value, slot);
  fonds_body_set (body, value, FONDS_ATTR_TYPE, type_of (work, slot));
  fonds_body_set (body, value, FONDS_ATTR_NOTE, slot->part[FONDS_PART_NOTE]);
}

/* A container has no texts, but its row says a language: that of its name. */
static gboolean
is_in_language (const FondsStep *step, const FondsBody *body)
{
  return step->translatable || fonds_plan_has_part (step, FONDS_PART_LANGUAGE) ||
         (fonds_body_kind (body) == FONDS_KIND_CONTAINER && strcmp (step->field, "name") == 0);
}

static void
add_text (const FondsDraftWork *work, const FondsSlot *slot)
{
  const FondsStep *step = work->step;
  FondsBody *body = work->draft->body;
  const char *text = slot->part[FONDS_PART_TEXT];
  FondsValue *value;

  if (text == NULL)
    return;
  value =
      fonds_body_add_text (body, step->field, text_of (step, text),
                           is_in_language (step, body) ? fonds_draft_language (work, slot) : NULL);
  fonds_body_set (body, value, FONDS_ATTR_TYPE, type_of (work, slot));
  fonds_body_set (body, value, FONDS_ATTR_SOURCE, slot->part[FONDS_PART_SOURCE]);
  fonds_body_set (body, value, FONDS_ATTR_SCRIPT, slot->part[FONDS_PART_SCRIPT]);
  fonds_body_set (body, value, FONDS_ATTR_ROMANISATION, slot->part[FONDS_PART_ROMANISATION]);
  fonds_body_set (body, value, FONDS_ATTR_NOTE, slot->part[FONDS_PART_NOTE]);
}

/**
 * fonds_draft_add_value:
 * @work: what is being made; its step fills one field
 * @slot: the parts of the value
 * @error: return location for an error of the catalogue
 *
 * Adds one value to a draft.
 *
 * Returns: %FALSE for an error of the catalogue
 */
gboolean
fonds_draft_add_value (const FondsDraftWork *work, const FondsSlot *slot, GError **error)
{
  switch (work->step->datatype)
    {
    case FONDS_TYPE_REFERENCE:
      return add_reference (work, slot, error);
    case FONDS_TYPE_DATE:
      add_date (work, slot);
      return TRUE;
    default:
      add_text (work, slot);
      return TRUE;
    }
}
