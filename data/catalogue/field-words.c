/* field-words.c - what a page, or a print, says of one value
 *
 * Turns codes into labels, tags into names, identifiers into addresses and references into the
 * titles of what they point at. What is not known is shown as it came.
 * Thread: any. Ownership: the words belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/field-words.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/identifier-address.h"
#include "data/catalogue/neighbours.h"
#include "data/text/calendar.h"
#include "data/text/codes.h"
#include "data/text/date-reading.h"
#include "data/text/direction.h"
#include "data/text/coordinates.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * fonds_hint_add:
 * @hint: words so far
 * @word: (nullable): one more
 *
 * Adds a word to a line of small remarks.
 */
void
fonds_hint_add (GString *hint, const char *word)
{
  g_autofree char *isolated = NULL;

  if (!word || !*word)
    return;
  isolated = fonds_text_isolate (word);
  g_string_append_printf (hint, "%s%s", hint->len > 0 ? " · " : "", isolated);
}

static const char *
name_calendar (FondsCalendar calendar)
{
  switch (calendar)
    {
    case FONDS_CALENDAR_JULIAN:
      return _ ("Julian calendar");
    case FONDS_CALENDAR_HEBREW:
      return _ ("Hebrew calendar");
    case FONDS_CALENDAR_ISLAMIC:
      return _ ("Islamic calendar");
    case FONDS_CALENDAR_UNKNOWN:
    case FONDS_CALENDAR_GREGORIAN:
    default:
      return NULL;
    }
}

/* The start and the end that a source gave, where nobody has read the date itself. */
static char *
say_bounds (const FondsValue *value)
{
  const char *start = value->attr[FONDS_ATTR_START];
  const char *end = value->attr[FONDS_ATTR_END];

  if (!start && !end)
    return NULL;
  if (!start || !end || g_str_equal (start, end))
    return g_strdup (start ? start : end);
  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

/**
 * fonds_field_words_moment:
 * @text: (nullable): a date as somebody worded it
 *
 * Reads a wording that is nothing but a date with its hour in EDTF, as programmes are exchanged.
 *
 * Returns: (transfer full) (nullable): "2 May 2024, 10:00"; any other wording as it is
 */
char *
fonds_field_words_moment (const char *text)
{
  const char *hour = text ? strchr (text, 'T') : NULL;
  g_autofree char *day = NULL;
  g_autofree char *reading = NULL;

  if (!hour || hour - text != 10 || !g_ascii_isdigit (text[0]) || strlen (hour) < 6 ||
      hour[3] != ':')
    return g_strdup (text);
  day = g_strndup (text, 10);
  reading = fonds_date_reading (day, FONDS_CALENDAR_UNKNOWN);
  /* Translators: a day and an hour. */
  return g_strdup_printf (_ ("%s, %.5s"), reading, hour + 1);
}

static FondsCalendar
find_calendar (const FondsValue *value)
{
  const char *id = value->attr[FONDS_ATTR_CALENDAR];
  FondsCalendar calendar = FONDS_CALENDAR_UNKNOWN;

  return id && fonds_calendar_parse (id, &calendar) ? calendar : FONDS_CALENDAR_UNKNOWN;
}

/**
 * fonds_field_words_date:
 * @value: a date
 *
 * Says what a date means, beside its own wording.
 *
 * Returns: (transfer full) (nullable): the reading; %NULL where the wording says it already
 */
char *
fonds_field_words_date (const FondsValue *value)
{
  const char *edtf = value->attr[FONDS_ATTR_EDTF];
  const char *text = value->attr[FONDS_ATTR_TEXT];
  g_autofree char *reading =
      edtf ? fonds_date_reading (edtf, find_calendar (value)) : say_bounds (value);

  /* A wording that is EDTF itself is read, not shown twice. */
  if (!reading ||
      (text && (g_ascii_strcasecmp (reading, text) == 0 || g_strcmp0 (edtf, text) == 0)))
    return NULL;
  return g_steal_pointer (&reading);
}

static void
say_date (FondsFieldWords *self, const FondsValue *value, GString *hint)
{
  const char *text = value->attr[FONDS_ATTR_TEXT];
  g_autofree char *reading = fonds_field_words_date (value);

  if (!text || !*text)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&reading);
    }
  else
    {
      g_free (self->text);
      self->text = fonds_field_words_moment (text);
    }
  fonds_hint_add (hint, reading);
  /* A reading of another calendar's date names the calendar by itself. */
  if (!value->attr[FONDS_ATTR_EDTF])
    fonds_hint_add (hint, name_calendar (find_calendar (value)));
}

static void
say_reference (FondsFieldWords *self, FondsRecord *record, const FondsValue *value, GString *hint)
{
  const char *uid = value->attr[FONDS_ATTR_REF];
  const FondsLink *target = uid ? fonds_record_target (record, uid) : NULL;
  g_autofree char *dates = NULL;

  if (!uid)
    return;
  if (!target || target->id == 0)
    {
      if (!self->text || !*self->text)
        {
          g_free (self->text);
          self->text = g_strdup (_ ("A record of another desk"));
        }
      fonds_hint_add (hint, _ ("not here yet"));
      return;
    }
  self->record = target->id;
  if (target->title && *target->title)
    {
      g_free (self->text);
      self->text = g_strdup (target->title);
    }
  dates = fonds_field_words_moment (target->dates);
  fonds_hint_add (hint, dates);
  fonds_hint_add (hint, g_hash_table_lookup (record->neighbours->locations, uid));
}

static void
say_code (FondsFieldWords *self, const FondsField *field, const char *code)
{
  g_free (self->text);
  self->text = g_strdup (code ? _ (fonds_code_label (field->codes, code)) : NULL);
  /* Statements of rights are named by their address. */
  if (fonds_text_is_address (code))
    self->uri = g_strdup (code);
}

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* A program of maps knows what to do with them. */
static void
say_coordinates (FondsFieldWords *self, const char *text, GString *hint)
{
  double latitude, longitude;

  if (!fonds_coordinates_parse (text, &latitude, &longitude))
    return;
  replace (&self->text, fonds_coordinates_short (latitude, longitude));
  self->uri = fonds_coordinates_uri (latitude, longitude);
  fonds_hint_add (hint, text);
}

static void
say_by_datatype (FondsFieldWords *self,
                 FondsRecord *record,
                 const FondsField *field,
                 const FondsValue *value,
                 GString *hint)
{
  const char *text = value->attr[FONDS_ATTR_TEXT];
  const char *locale = g_get_language_names ()[0];

  if (field->datatype == FONDS_TYPE_DATE)
    say_date (self, value, hint);
  else if (field->datatype == FONDS_TYPE_REFERENCE)
    say_reference (self, record, value, hint);
  else if (field->datatype == FONDS_TYPE_CODE)
    say_code (self, field, text);
  else if (field->datatype == FONDS_TYPE_COORDINATES)
    say_coordinates (self, text, hint);
  else if (field->datatype == FONDS_TYPE_LANGUAGE && text)
    replace (&self->text, fonds_language_name (text, locale));
  else if (field->datatype == FONDS_TYPE_SCRIPT && text)
    replace (&self->text, fonds_script_name (text, locale));
  else if (g_str_equal (field->id, "country") && fonds_country_is_known (text))
    replace (&self->text, fonds_country_name (text, locale));
  else if (g_strcmp0 (field->codes, "identifier-scheme") == 0 && text)
    self->uri = fonds_identifier_address (value->attr[FONDS_ATTR_TYPE], self->text);
  if (!self->uri && fonds_text_is_address (self->text) && !strpbrk (self->text, " \n\t"))
    self->uri = g_strdup (self->text);
}

/* That a fonds has a creation is nothing to say; that a date is one of publication is. */
static void
say_type (const FondsField *field, const FondsValue *value, GString *hint)
{
  const char *type = value->attr[FONDS_ATTR_TYPE];

  if (type && field->datatype != FONDS_TYPE_CODE && !g_str_equal (type, "creation"))
    fonds_hint_add (hint, _ (fonds_code_label (field->codes, type)));
}

static char *
name_language (const char *language, const char *main_language)
{
  if (!language || g_strcmp0 (language, main_language) == 0)
    return NULL;
  return fonds_language_name (language, g_get_language_names ()[0]);
}

/**
 * fonds_field_words_new:
 * @record: the record that is read
 * @main_language: (nullable): the language that needn't be named
 * @field: the field
 * @value: one of its values
 *
 * Puts a value into words.
 *
 * Returns: (transfer full) (nullable): the words; %NULL where the value has nothing to say
 */
FondsFieldWords *
fonds_field_words_new (FondsRecord *record,
                       const char *main_language,
                       const FondsField *field,
                       const FondsValue *value)
{
  g_autoptr (FondsFieldWords) self = g_new0 (FondsFieldWords, 1);
  g_autofree char *language = NULL;
  g_autoptr (GString) hint = g_string_new (NULL);

  self->text = g_strdup (value->attr[FONDS_ATTR_TEXT]);
  say_type (field, value, hint);
  say_by_datatype (self, record, field, value, hint);
  language = name_language (value->attr[FONDS_ATTR_LANGUAGE], main_language);
  fonds_hint_add (hint, language);
  fonds_hint_add (hint, value->attr[FONDS_ATTR_NOTE]);
  if (self->text)
    g_strchomp (self->text);
  if (!self->text || !*self->text)
    return NULL;
  if (hint->len > 0)
    self->hint = g_string_free (g_steal_pointer (&hint), FALSE);
  return g_steal_pointer (&self);
}

/**
 * fonds_field_words_free:
 * @self: (transfer full) (nullable): words
 *
 * Frees words.
 */
void
fonds_field_words_free (FondsFieldWords *self)
{
  if (!self)
    return;
  g_free (self->text);
  g_free (self->hint);
  g_free (self->uri);
  g_free (self);
}
