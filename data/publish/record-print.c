/* record-print.c - a record as printed pages
 *
 * Led by the field table like the page in the window: every field that has values, area by area, then
 * who refers to the record. Nothing that the record holds is left out but machinery.
 * Thread: any, one record at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/publish/record-print.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/field-words.h"
#include "data/catalogue/field.h"
#include "data/catalogue/level.h"
#include "data/catalogue/neighbours.h"
#include "data/catalogue/programme-table.h"
#include "data/catalogue/relation-words.h"
#include "data/text/direction.h"

#include <glib/gi18n-lib.h>

static const FondsTypeface title_face = { 20, TRUE, FONDS_INK_TEXT };
static const FondsTypeface heading_face = { 11.5, TRUE, FONDS_INK_TEXT };
static const FondsTypeface text_face = { 10, FALSE, FONDS_INK_TEXT };
static const FondsTypeface fact_face = { 10, FALSE, FONDS_INK_QUIET };
static const FondsTypeface hint_face = { 8.5, FALSE, FONDS_INK_QUIET };

#define BEFORE_HEADING 14
#define WITH_HEADING 60 /* a heading stays with so much of what it heads */
#define BETWEEN_ROWS 5
#define BETWEEN_VALUES 3

typedef struct
{
  FondsRecord *record;
  FondsPrintFlow *flow;
  const char *language;
} Print;

static void
add_heading (Print *self, const char *heading)
{
  fonds_print_flow_skip (self->flow, BEFORE_HEADING);
  fonds_print_flow_need (self->flow, WITH_HEADING);
  fonds_print_flow_add (self->flow, heading, &heading_face);
  fonds_print_flow_skip (self->flow, 2);
  fonds_print_flow_rule (self->flow);
  fonds_print_flow_skip (self->flow, 5);
}

static void
add_value (Print *self, const char *text, const char *hint)
{
  fonds_print_flow_add (self->flow, text, &text_face);
  if (hint != NULL && *hint != '\0')
    fonds_print_flow_add (self->flow, hint, &hint_face);
  fonds_print_flow_skip (self->flow, BETWEEN_VALUES);
}

static const char *
who_sees (const FondsField *field)
{
  if ((field->flags & FONDS_FIELD_PRIVATE) != 0)
    return _ ("Private");
  return (field->flags & FONDS_FIELD_STAFF) != 0 ? _ ("Staff only") : NULL;
}

/* What is said of a value; nothing of the one that heads the page. */
static FondsFieldWords *
find_words (Print *self, const FondsField *field, guint i)
{
  const FondsValue *value = fonds_body_value (self->record->body, field->id, i);

  if (value == fonds_record_title_value (self->record))
    return NULL;
  return fonds_field_words_new (self->record, self->language, field, value);
}

static gboolean
has_words (Print *self, const FondsField *field)
{
  for (guint i = 0; i < fonds_body_n_values (self->record->body, field->id); i++)
    {
      g_autoptr (FondsFieldWords) words = find_words (self, field, i);

      if (words != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_field (Print *self, const FondsField *field)
{
  fonds_print_flow_begin_row (self->flow, _ (field->label), who_sees (field));
  for (guint i = 0; i < fonds_body_n_values (self->record->body, field->id); i++)
    {
      g_autoptr (FondsFieldWords) words = find_words (self, field, i);

      if (words != NULL)
        add_value (self, words->text, words->hint);
    }
  fonds_print_flow_end_row (self->flow);
  fonds_print_flow_skip (self->flow, BETWEEN_ROWS);
}

static void
add_areas (Print *self)
{
  guint n;
  const FondsField *fields = fonds_fields (self->record->kind, &n);
  FondsArea area = FONDS_N_AREAS;

  for (guint i = 0; i < n; i++)
    {
      if ((fields[i].flags & FONDS_FIELD_HIDDEN) != 0 || !has_words (self, &fields[i]))
        continue;
      if (fields[i].area != area)
        add_heading (self, _ (fonds_area_label (fields[i].area)));
      area = fields[i].area;
      add_field (self, &fields[i]);
    }
}

/* Fields that the table does not have: an archive's own among them. */
static void
add_own_fields (Print *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fonds_body_n_fields (self->record->body); i++)
    {
      const char *id = fonds_body_field_id (self->record->body, i);
      g_autofree char *label = fonds_record_own_label (self->record, id);
      const FondsField *known = fonds_record_custom (self->record, id);
      FondsField field = { 0 };

      if (known != NULL)
        field = *known;
      field.id = id;
      field.label = label;
      if (fonds_field_find (self->record->kind, id) != NULL || !has_words (self, &field))
        continue;
      if (!any)
        add_heading (self, _ ("Other fields"));
      any = TRUE;
      add_field (self, &field);
    }
}

static void
add_breadcrumb (Print *self)
{
  const GPtrArray *above = self->record->kind == FONDS_KIND_UNIT ? self->record->ancestors
                                                                 : self->record->neighbours->above;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < above->len; i++)
    {
      const FondsLink *link = g_ptr_array_index (above, i);
      g_autofree char *title = fonds_text_isolate (link->title);

      g_string_append_printf (text, "%s%s", i > 0 ? " › " : "", title);
    }
  if (text->len > 0)
    fonds_print_flow_add (self->flow, text->str, &hint_face);
}

static void
add_facts (Print *self)
{
  const char *level =
      self->record->kind == FONDS_KIND_UNIT ? fonds_body_text (self->record->body, "level") : NULL;
  g_autoptr (GString) facts = g_string_new (NULL);

  fonds_hint_add (facts, level != NULL ? _ (fonds_level_label (level))
                                       : _ (fonds_kind_label (self->record->kind)));
  fonds_hint_add (facts, self->record->reference_code);
  if (self->record->neighbours->repository != NULL)
    fonds_hint_add (facts, self->record->neighbours->repository->title);
  fonds_print_flow_add (self->flow, facts->str, &fact_face);
}

static void
add_head (Print *self)
{
  const char *title = self->record->title;

  add_breadcrumb (self);
  fonds_print_flow_add (self->flow, title != NULL && *title != '\0' ? title : _ ("[untitled]"),
                        &title_face);
  fonds_print_flow_skip (self->flow, 2);
  add_facts (self);
}

static void
add_children (Print *self)
{
  const FondsNeighbours *around = self->record->neighbours;

  if (around->children->len == 0)
    return;
  add_heading (self, _ ("Contents"));
  for (guint i = 0; i < around->children->len; i++)
    {
      const FondsLink *child = g_ptr_array_index (around->children, i);
      g_autoptr (GString) hint = g_string_new (NULL);

      if (child->level != NULL)
        fonds_hint_add (hint, _ (fonds_level_label (child->level)));
      fonds_hint_add (hint, child->ref);
      fonds_hint_add (hint, child->dates);
      add_value (self, child->title, hint->str);
    }
  if (self->record->n_children > around->children->len)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %'d more", "and %'d more",
                                     (gulong) self->record->n_children - around->children->len),
                           (int) self->record->n_children - (int) around->children->len);

      fonds_print_flow_add (self->flow, more, &hint_face);
    }
}

static void
add_programme (Print *self)
{
  const GPtrArray *programme = self->record->programme;

  if (programme->len > 0)
    add_heading (self, _ ("Programme"));
  for (guint i = 0; i < programme->len; i++)
    {
      const FondsProgrammeItem *item = g_ptr_array_index (programme, i);
      g_autofree char *start = fonds_field_words_moment (item->start);
      g_autoptr (GString) people = g_string_new (NULL);

      for (guint j = 0; j < item->people->len; j++)
        fonds_hint_add (people, ((const FondsLink *) g_ptr_array_index (item->people, j))->title);
      fonds_print_flow_begin_row (self->flow, start != NULL ? start : "", item->room);
      add_value (self, item->record->title, people->str);
      fonds_print_flow_end_row (self->flow);
    }
}

/* What the programme or the contents have said already. */
static gboolean
is_said (const FondsRecord *record, const FondsLink *link)
{
  for (guint i = 0; i < record->programme->len; i++)
    if (((const FondsProgrammeItem *) g_ptr_array_index (record->programme, i))->record->id ==
        link->id)
      return TRUE;
  for (guint i = 0; i < record->neighbours->children->len; i++)
    if (((const FondsLink *) g_ptr_array_index (record->neighbours->children, i))->id == link->id &&
        g_strcmp0 (link->field, fonds_neighbours_field (record->kind)) == 0)
      return TRUE;
  return FALSE;
}

static void
add_relation (Print *self, const FondsLink *link)
{
  g_autofree char *dates =
      fonds_field_words_moment (link->relation_dates != NULL ? link->relation_dates : link->dates);
  g_autoptr (GString) hint = g_string_new (NULL);

  if (link->kind == FONDS_KIND_UNIT && link->level != NULL)
    fonds_hint_add (hint, _ (fonds_level_label (link->level)));
  fonds_hint_add (hint, link->ref);
  fonds_hint_add (hint, dates);
  fonds_hint_add (hint, link->description);
  add_value (self, link->title, hint->str);
}

/* They come by their field, so that those of one word mostly follow one another; a word that comes
 * again later gets a row again. */
static void
add_relations (Print *self)
{
  const GPtrArray *incoming = self->record->incoming;
  g_autofree char *last = NULL;

  for (guint i = 0; i < incoming->len; i++)
    {
      const FondsLink *link = g_ptr_array_index (incoming, i);
      g_autofree char *words = fonds_relation_words (link);

      if (is_said (self->record, link))
        continue;
      if (last == NULL)
        add_heading (self, _ ("Relations"));
      if (g_strcmp0 (words, last) != 0)
        {
          if (last != NULL)
            fonds_print_flow_end_row (self->flow);
          fonds_print_flow_begin_row (self->flow, words, NULL);
          g_free (last);
          last = g_steal_pointer (&words);
        }
      add_relation (self, link);
    }
  if (last != NULL)
    fonds_print_flow_end_row (self->flow);
}

static gboolean
is_for_staff (const FondsRecord *record)
{
  if (!fonds_access_allows (record->access, FONDS_AUDIENCE_PUBLIC))
    return TRUE;
  for (guint i = 0; i < fonds_body_n_fields (record->body); i++)
    {
      const FondsField *field =
          fonds_field_find (record->kind, fonds_body_field_id (record->body, i));

      if (field != NULL && (field->flags & FONDS_FIELD_HIDDEN) == 0 &&
          !fonds_access_allows_field (field, FONDS_AUDIENCE_PUBLIC) &&
          field->area != FONDS_AREA_ACCESS)
        return TRUE;
    }
  return FALSE;
}

static void
set_running (Print *self)
{
  const FondsLink *repository = self->record->neighbours->repository;
  g_autofree char *link = fonds_citation_link (fonds_body_uid (self->record->body));
  /* Translators: %s is a link; a print bears it at the foot of each page. */
  g_autofree char *foot = is_for_staff (self->record)
                              ? g_strdup_printf (_ ("For the staff only · %s"), link)
                              : g_strdup (link);

  fonds_print_flow_set_running (self->flow, repository != NULL ? repository->title : NULL,
                                self->record->reference_code, foot);
}

/**
 * fonds_record_print:
 * @record: a record; what it holds is printed, so that one for the public is made by
 *   [func@Record.load_public]
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Sets a record on pages. Every page bears the repository, the reference code and the permanent link,
 * and says if something on it is for the staff only.
 *
 * Returns: (transfer full): the pages
 */
FondsPrintFlow *
fonds_record_print (FondsRecord *record, double width, double height)
{
  Print self = { .record = record };

  self.language = fonds_record_language (record);
  /* A page runs as the language of the program does. */
  self.flow = fonds_print_flow_new (width, height,
                                    fonds_text_direction (_ ("Contents")) == FONDS_DIRECTION_RTL);
  set_running (&self);
  add_head (&self);
  add_programme (&self);
  add_areas (&self);
  add_own_fields (&self);
  add_children (&self);
  add_relations (&self);
  return self.flow;
}
