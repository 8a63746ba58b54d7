/* draft.c - the body that a row says a record should have
 *
 * Goes through a plan's steps, cuts cells into their values and puts the parts of each value together,
 * place by place. A field without language takes its values from the first row of a record that has
 * any, so that it does not matter in which order translations stand.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/draft-private.h"

#include <string.h>

/**
 * fonds_drafter_new:
 * @names: what names in cells stand for; must outlive this
 * @uids: what keys in cells stand for; must outlive this
 *
 * Returns: (transfer full): a maker of drafts
 */
FondsDrafter *
fonds_drafter_new (FondsNames *names, FondsRowUids *uids)
{
  FondsDrafter *self = g_new0 (FondsDrafter, 1);

  self->names = names;
  self->uids = uids;
  self->texts = g_string_chunk_new (4000);
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * fonds_drafter_free:
 * @self: (transfer full) (nullable): a maker of drafts
 *
 * Frees it.
 */
void
fonds_drafter_free (FondsDrafter *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->slots);
  g_free (self->date_read);
  g_free (self->date_kept);
  g_free (self->unknown);
  g_free (self);
}

/**
 * fonds_draft_new:
 * @plan: how rows become bodies; must outlive the draft
 * @kind: what the record is
 *
 * Returns: (transfer full): a draft that says nothing yet
 */
FondsDraft *
fonds_draft_new (const FondsPlan *plan, FondsKind kind)
{
  FondsDraft *self = g_new0 (FondsDraft, 1);

  self->plan = plan;
  self->body = fonds_body_new (kind);
  self->languages = g_ptr_array_new ();
  return self;
}

/**
 * fonds_draft_free:
 * @self: (transfer full) (nullable): a draft
 *
 * Frees a draft with its body.
 */
void
fonds_draft_free (FondsDraft *self)
{
  if (self == NULL)
    return;
  fonds_body_free (self->body);
  g_ptr_array_unref (self->languages);
  g_free (self->reason);
  g_free (self->column);
  g_free (self->value);
  g_free (self);
}

/**
 * fonds_text_is_blank:
 * @text: (nullable): a text
 *
 * Returns: whether there is nothing in it but blanks
 */
gboolean
fonds_text_is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static const char *
cell_of (const FondsDraftWork *work, guint i)
{
  int column = work->step->columns[i];
  const char *text =
      column >= 0 && (guint) column < work->cells->n ? work->cells->cells[column] : NULL;

  return fonds_text_is_blank (text) ? NULL : text;
}

static void
add_slot (const FondsDraftWork *work, GPtrArray *slots, const char *text)
{
  gboolean empty = fonds_text_is_blank (text) ||
                   (work->draft->plan->mapping->nulls && strcmp (text, "NULL") == 0);

  g_ptr_array_add (slots, empty ? NULL : (char *) text);
}

/**
 * fonds_draft_first:
 * @cell: a cell of our own tables
 *
 * Returns: (transfer full): the first of its values
 */
char *
fonds_draft_first (const char *cell)
{
  GString *value = g_string_new (NULL);

  for (; *cell != '\0' && *cell != '|'; cell++)
    {
      cell += *cell == '\\' && cell[1] != '\0';
      g_string_append_c (value, *cell);
    }
  return g_string_free (value, FALSE);
}

/* Our own tables keep signs from setting values apart by a backslash. */
static void
cut_own (const FondsDraftWork *work, GPtrArray *slots, const char *text)
{
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean escaped = FALSE; /* any sign of the value */

  g_ptr_array_set_size (slots, 0);
  for (; text != NULL; text = *text != '\0' ? text + 1 : NULL)
    if (*text == '|' || *text == '\0')
      {
        const char *kept =
            g_string_chunk_insert_len (work->drafter->texts, value->str, (gssize) value->len);

        if (escaped)
          g_ptr_array_add (slots, (char *) kept);
        else
          add_slot (work, slots, kept);
        g_string_truncate (value, 0);
        escaped = FALSE;
      }
    else
      {
        escaped = escaped || (*text == '\\' && text[1] != '\0');
        text += *text == '\\' && text[1] != '\0';
        g_string_append_c (value, *text);
      }
}

static void
cut (const FondsDraftWork *work, GPtrArray *slots, const char *text)
{
  const char *split = work->step->instruction->split;
  gsize length = split != NULL ? strlen (split) : 0;
  const char *end;

  if (split != NULL && work->draft->plan->mapping->own)
    {
      cut_own (work, slots, text);
      return;
    }
  g_ptr_array_set_size (slots, 0);
  while (text != NULL && length > 0 && (end = strstr (text, split)) != NULL)
    {
      add_slot (work, slots, g_string_chunk_insert_len (work->drafter->texts, text, end - text));
      text = end + length;
    }
  if (text != NULL)
    add_slot (work, slots, text);
}

static GPtrArray *
slots_of_column (FondsDrafter *self, guint i)
{
  while (self->slots->len <= i)
    g_ptr_array_add (self->slots, g_ptr_array_new ());
  return g_ptr_array_index (self->slots, i);
}

/* Several columns make one text. */
static const char *
join (const FondsDraftWork *work)
{
  const FondsStep *step = work->step;
  const char *between = step->instruction->join;
  g_autoptr (GString) text = g_string_new (NULL);

  if (step->n == 1)
    return cell_of (work, 0);
  if (between == NULL)
    between = step->datatype == FONDS_TYPE_COORDINATES ? "," : " ";
  for (guint i = 0; i < step->n; i++)
    {
      const char *cell = cell_of (work, i);

      if (cell == NULL && step->datatype == FONDS_TYPE_COORDINATES)
        return NULL;
      if (cell != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", cell);
    }
  return text->len > 0 ? g_string_chunk_insert_len (work->drafter->texts, text->str, text->len)
                       : NULL;
}

static guint
cut_columns (const FondsDraftWork *work)
{
  const FondsStep *step = work->step;
  guint longest = 0;

  if (step->instruction->parts == NULL)
    {
      cut (work, slots_of_column (work->drafter, 0), join (work));
      return slots_of_column (work->drafter, 0)->len;
    }
  for (guint i = 0; i < step->n; i++)
    {
      GPtrArray *slots = slots_of_column (work->drafter, i);

      cut (work, slots, cell_of (work, i));
      longest = MAX (longest, slots->len);
    }
  return longest;
}

/* Returns whether anything but the type stands at a place. */
static gboolean
gather (const FondsDraftWork *work, guint place, FondsSlot *slot)
{
  const FondsPart *parts = work->step->instruction->parts;
  gboolean any = FALSE;

  *slot = (FondsSlot){ { NULL } };
  for (guint i = 0; i < (parts != NULL ? work->step->n : 1); i++)
    {
      GPtrArray *slots = slots_of_column (work->drafter, i);
      FondsPart part = parts != NULL ? parts[i] : FONDS_PART_TEXT;
      const char *text = place < slots->len ? g_ptr_array_index (slots, place) : NULL;

      if (text == NULL)
        continue;
      slot->part[part] = text;
      any = any || part != FONDS_PART_TYPE ||
            (work->step->group != NULL && !work->step->group->typed);
    }
  return any;
}

static gboolean
fill (const FondsDraftWork *work, GError **error)
{
  guint n = cut_columns (work);

  for (guint i = 0; i < n; i++)
    {
      FondsSlot slot;
      gboolean done;

      if (!gather (work, i, &slot))
        continue;
      done = work->step->group != NULL ? fonds_draft_add_group (work, &slot, i + 1, error)
                                       : fonds_draft_add_value (work, &slot, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

/* A translation adds texts in its language; all else it may only bring where nothing is yet. */
static gboolean
may_fill (const FondsDraftWork *work, const GHashTable *filled)
{
  const FondsStep *step = work->step;

  if (work->cells->first || (step->translatable && step->group == NULL))
    return TRUE;
  return !g_hash_table_contains ((GHashTable *) filled, step);
}

static void
note_language (FondsDraft *draft, const char *language)
{
  const char *interned = g_intern_string (language != NULL ? language : "");

  if (!g_ptr_array_find (draft->languages, interned, NULL))
    g_ptr_array_add (draft->languages, (char *) interned);
}

/* Which steps have filled their fields from earlier rows of the same record. */
static GHashTable *
list_filled (const FondsDraft *draft)
{
  GHashTable *filled = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < draft->plan->steps->len; i++)
    {
      FondsStep *step = &g_array_index (draft->plan->steps, FondsStep, i);
      const char *field = step->group != NULL ? step->group->fields[0] : step->field;
      guint n = fonds_body_n_values (draft->body, field);

      for (guint j = 1; step->group != NULL && step->group->fields[j] != NULL; j++)
        n += fonds_body_n_values (draft->body, step->group->fields[j]);
      if (n > 0)
        g_hash_table_add (filled, step);
    }
  return filled;
}

/**
 * fonds_drafter_add_row:
 * @self: a maker of drafts
 * @draft: a draft
 * @cells: a row of it
 * @current: (nullable): the record as it is in the catalogue
 * @error: return location for an error of the catalogue
 *
 * Adds what a row says. Where it can't go in, the draft says why.
 *
 * Returns: %FALSE for an error of the catalogue
 */
gboolean
fonds_drafter_add_row (FondsDrafter *self,
                       FondsDraft *draft,
                       const FondsCells *cells,
                       const FondsBody *current,
                       GError **error)
{
  FondsDraftWork work = { self, draft, cells, current, NULL };
  g_autoptr (GHashTable) filled = cells->first ? NULL : list_filled (draft);

  g_string_chunk_clear (self->texts);
  note_language (draft, cells->language);
  for (guint i = 0; i < draft->plan->steps->len && draft->reason == NULL; i++)
    {
      work.step = &g_array_index (draft->plan->steps, FondsStep, i);
      if (work.step->n > 0 && may_fill (&work, filled) && !fill (&work, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_constant (FondsDrafter *self, FondsDraft *draft, const FondsStep *step)
{
  const char *language = g_ptr_array_index (draft->languages, 0);
  FondsCells cells = { NULL, 0, *language != '\0' ? language : NULL, TRUE };
  FondsDraftWork work = { self, draft, &cells, NULL, step };
  FondsSlot slot = { { NULL } };

  slot.part[FONDS_PART_TEXT] = step->instruction->constant;
  if (fonds_body_n_values (draft->body, step->field) == 0)
    fonds_draft_add_value (&work, &slot, NULL);
}

/**
 * fonds_drafter_finish:
 * @self: a maker of drafts
 * @draft: a draft that has all its rows
 *
 * Adds the constants of the mapping where no column gave the field a value.
 */
void
fonds_drafter_finish (FondsDrafter *self, FondsDraft *draft)
{
  for (guint i = 0; i < draft->plan->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (draft->plan->steps, FondsStep, i);

      if (step->instruction->constant != NULL && step->group == NULL)
        add_constant (self, draft, step);
    }
}
