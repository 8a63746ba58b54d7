/* citation.c - how a record is cited, in plain text
 *
 * After ISO 690:2021: who made it, what it is called, when; then where one finds it again. For
 * archival material that is the level, the fonds, the full reference code and the repository; for a
 * publication the host, the place and the publisher; for a contribution its conference. The record's
 * permanent link comes last.
 *
 * The text runs as the title does. A part that runs the other way is wrapped in U+2068 and U+2069,
 * so that it stays in its place wherever the citation is pasted; a citation in one script has none.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/citation.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/level.h"
#include "data/catalogue/neighbours.h"
#include "data/catalogue/uid.h"
#include "data/text/calendar.h"
#include "data/text/date-reading.h"
#include "data/text/direction.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define SCHEME "fonds:"

/* ISO 690 names up to three creators; of more, the first. */
#define MOST_CREATORS 3

typedef struct
{
  FondsRecord *record;
  FondsDirection base;
  GString *text;
  gboolean begins; /* the next clause begins a sentence */
} Citation;

static gboolean
ends_sentence (const GString *text)
{
  static const char *const marks[] = {
    ".", "?", "!", "…", ".\xE2\x81\xA9", "?\xE2\x81\xA9", "!\xE2\x81\xA9"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (text->str, marks[i]))
      return TRUE;
  return FALSE;
}

static char *
turn (const Citation *self, const char *text)
{
  FondsDirection direction = fonds_text_direction (text);

  if (direction == self->base ||
      (direction == FONDS_DIRECTION_NEUTRAL && self->base == FONDS_DIRECTION_LTR))
    return g_strdup (text);
  return fonds_text_isolate (text);
}

/* Adds a part of a sentence, with what parts it from the one before. */
static void
add (Citation *self, const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autofree char *turned = NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return;
  turned = turn (self, trimmed);
  if (self->text->len > 0)
    g_string_append (self->text, !self->begins ? ", " : (ends_sentence (self->text) ? " " : ". "));
  g_string_append (self->text, turned);
  self->begins = FALSE;
}

static void
add_sentence (Citation *self, const char *text)
{
  self->begins = TRUE;
  add (self, text);
}

static const char *
name_of (const Citation *self, const FondsValue *value)
{
  const FondsLink *link = value->attr[FONDS_ATTR_REF] != NULL
                              ? fonds_record_target (self->record, value->attr[FONDS_ATTR_REF])
                              : NULL;

  return link != NULL && link->title != NULL && *link->title != '\0' ? link->title
                                                                     : value->attr[FONDS_ATTR_TEXT];
}

/* Somebody who published or kept a thing has not made it. */
static gboolean
is_of_making (const FondsValue *value)
{
  static const char *const makings[] = { "creation", "accumulation", "collection", "author",
                                         "speaker" };
  const char *type = value->attr[FONDS_ATTR_TYPE];

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (makings); i++)
    if (g_str_equal (type, makings[i]))
      return TRUE;
  return type == NULL;
}

/* The names that a field refers to, each once. */
static GPtrArray *
list_names (const Citation *self, const char *field)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < fonds_body_n_values (self->record->body, field); i++)
    {
      const FondsValue *value = fonds_body_value (self->record->body, field, i);
      const char *name = is_of_making (value) ? name_of (self, value) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  return names;
}

static void
add_names (Citation *self, const char *field)
{
  g_autoptr (GPtrArray) names = list_names (self, field);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n = names->len > MOST_CREATORS ? 1 : names->len;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = n > 1 ? turn (self, g_ptr_array_index (names, i))
                                    : g_strdup (g_ptr_array_index (names, i));

      g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", name);
    }
  if (names->len > n)
    {
      g_autofree char *first = g_strdup (joined->str);

      /* Translators: the first of many authors, "and others". */
      g_string_printf (joined, _ ("%s et al."), first);
    }
  add_sentence (self, joined->str);
}

/* As it is worded; a date that has no wording is read. */
static char *
read_date (const FondsValue *value)
{
  const char *text = value->attr[FONDS_ATTR_TEXT];
  FondsCalendar calendar = FONDS_CALENDAR_UNKNOWN;

  if (text != NULL && *text != '\0')
    return g_strdup (text);
  if (value->attr[FONDS_ATTR_EDTF] == NULL)
    return g_strdup (value->attr[FONDS_ATTR_START]);
  if (value->attr[FONDS_ATTR_CALENDAR] != NULL)
    fonds_calendar_parse (value->attr[FONDS_ATTR_CALENDAR], &calendar);
  return fonds_date_reading (value->attr[FONDS_ATTR_EDTF], calendar);
}

static void
add_dates (Citation *self)
{
  static const char *const fields[] = { "dates", "datesOfExistence", "acquisitionDate", "start" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint n = fonds_body_n_values (self->record->body, fields[i]);

      for (guint j = 0; j < n; j++)
        {
          const FondsValue *value = fonds_body_value (self->record->body, fields[i], j);
          g_autofree char *date = n == 1 || is_of_making (value) ? read_date (value) : NULL;

          add (self, date);
        }
      if (n > 0)
        return;
    }
}

static void
add_title (Citation *self)
{
  const char *title = self->record->title;

  add_sentence (self, title != NULL && *title != '\0' ? title : _ ("[untitled]"));
}

/* Level, fonds, reference code; repository (ISAD(G) 3.1.1: a code is one inside its repository). */
static void
cite_unit (Citation *self)
{
  GPtrArray *ancestors = self->record->ancestors;
  const char *level = fonds_body_text (self->record->body, "level");
  const FondsLink *repository = self->record->neighbours->repository;

  add_names (self, "creator");
  add_title (self);
  add_dates (self);
  add_sentence (self, level != NULL ? _ (fonds_level_label (level)) : NULL);
  if (ancestors->len > 0)
    add (self, ((const FondsLink *) g_ptr_array_index (ancestors, 0))->title);
  add (self, self->record->reference_code);
  add_sentence (self, repository != NULL ? repository->title : NULL);
}

/* A number that has a register is named with it: "ISBN 978-…". */
static void
add_numbers (Citation *self, const char *field, const char *scheme)
{
  for (guint i = 0; i < fonds_body_n_values (self->record->body, field); i++)
    {
      const FondsValue *value = fonds_body_value (self->record->body, field, i);
      const char *type = scheme != NULL ? scheme : value->attr[FONDS_ATTR_TYPE];
      g_autofree char *number = NULL;

      if (type == NULL || value->attr[FONDS_ATTR_TEXT] == NULL)
        continue;
      number = g_strdup_printf ("%s %s", _ (fonds_code_label ("identifier-scheme", type)),
                                value->attr[FONDS_ATTR_TEXT]);
      add_sentence (self, number);
    }
}

static void
cite_source (Citation *self)
{
  const FondsBody *body = self->record->body;
  const FondsValue *place = fonds_body_value (body, "placeOfPublication", 0);
  const FondsValue *publisher = fonds_body_value (body, "publisher", 0);
  const FondsValue *date = fonds_body_value (body, "date", 0);
  g_autofree char *when = date != NULL ? read_date (date) : NULL;

  add_names (self, "author");
  add_title (self);
  add_sentence (self, fonds_body_text (body, "containerTitle"));
  add_sentence (self, place != NULL ? name_of (self, place) : NULL);
  add (self, publisher != NULL ? name_of (self, publisher) : NULL);
  add (self, when);
  add (self, fonds_body_text (body, "volume"));
  add (self, fonds_body_text (body, "pages"));
  add_numbers (self, "isbn", "isbn");
  add_numbers (self, "issn", "issn");
  add_numbers (self, "identifier", NULL);
  add_sentence (self, fonds_body_text (body, "url"));
}

static void
add_conference (Citation *self)
{
  const char *uid = fonds_body_ref (self->record->body, "conference");
  const FondsLink *conference = uid != NULL ? fonds_record_target (self->record, uid) : NULL;

  if (conference == NULL)
    return;
  add_sentence (self, conference->title);
  add (self, conference->dates);
}

static void
cite_contribution (Citation *self)
{
  const char *type = fonds_body_text (self->record->body, "type");

  add_names (self, "speaker");
  add_title (self);
  add (self, fonds_body_text (self->record->body, "subtitle"));
  add_sentence (self, type != NULL ? _ (fonds_code_label ("contribution-type", type)) : NULL);
  add_conference (self);
}

static void
cite_conference (Citation *self)
{
  add_title (self);
  add_dates (self);
  add_sentence (self, fonds_body_text (self->record->body, "venue"));
}

/* What others refer to is known by its name and by what it is. */
static void
cite_plainly (Citation *self)
{
  add_title (self);
  add_dates (self);
  add_sentence (self, _ (fonds_kind_label (self->record->kind)));
  add (self, self->record->reference_code);
  add_conference (self);
}

/**
 * fonds_citation_link:
 * @uid: a document's uid
 *
 * Makes the permanent link of a record: it holds in every copy of the catalogue, and stays the same
 * when titles and reference codes change.
 *
 * Returns: (transfer full): "fonds:" and the uid
 */
char *
fonds_citation_link (const char *uid)
{
  return g_strconcat (SCHEME, uid, NULL);
}

/**
 * fonds_citation_uid:
 * @link: (nullable): what may be a permanent link
 *
 * Returns: (transfer none) (nullable): the uid that @link leads to, a part of @link; %NULL where it
 *   is no permanent link
 */
const char *
fonds_citation_uid (const char *link)
{
  const char *uid = NULL;

  if (link != NULL && g_ascii_strncasecmp (link, SCHEME, strlen (SCHEME)) == 0)
    uid = link + strlen (SCHEME);
  return uid != NULL && fonds_uid_is_valid (uid) ? uid : NULL;
}

/**
 * fonds_citation:
 * @record: a record; one of [func@Record.load_public] is cited with what the public may know
 *
 * Cites a record in the archival manner, with its permanent link. Words of its own, such as the name
 * of the level, are in the language of the program.
 *
 * Returns: (transfer full): one line
 */
char *
fonds_citation (FondsRecord *record)
{
  Citation self = { .record = record, .text = g_string_new (NULL) };
  g_autofree char *link = fonds_citation_link (fonds_body_uid (record->body));

  self.base = fonds_text_direction (record->title);
  if (self.base == FONDS_DIRECTION_NEUTRAL)
    self.base = FONDS_DIRECTION_LTR;
  if (record->kind == FONDS_KIND_UNIT)
    cite_unit (&self);
  else if (record->kind == FONDS_KIND_SOURCE)
    cite_source (&self);
  else if (record->kind == FONDS_KIND_CONTRIBUTION)
    cite_contribution (&self);
  else if (record->kind == FONDS_KIND_CONFERENCE)
    cite_conference (&self);
  else
    cite_plainly (&self);
  /* Left bare, so that nothing sticks to it: it begins with letters and ends the line. */
  g_string_append_printf (self.text, "%s%s", ends_sentence (self.text) ? " " : ". ", link);
  return g_string_free (self.text, FALSE);
}
