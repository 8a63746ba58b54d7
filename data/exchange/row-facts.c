/* row-facts.c - who a row is: its kind, key, parent and language
 *
 * Both passes of an import ask this, so that they judge alike. A row without a key of its own is known
 * by what it says: authorities by their name, containers by name and place, relations by what they
 * join, others by reference code and title.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/row-facts.h"

#include "data/exchange/actor-kind.h"
#include "data/exchange/draft-private.h"
#include "data/text/codes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fonds_row_facts_clear:
 * @self: the facts of a row
 *
 * Frees them.
 */
void
fonds_row_facts_clear (FondsRowFacts *self)
{
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->first_name, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->reason, g_free);
}

static const char *
cell_at (const FondsCells *cells, int column)
{
  const char *text = column >= 0 && (guint) column < cells->n ? cells->cells[column] : NULL;

  return fonds_text_is_blank (text) ? NULL : text;
}

static gboolean
is_blank (const FondsCells *cells)
{
  for (guint i = 0; i < cells->n; i++)
    if (!fonds_text_is_blank (cells->cells[i]))
      return FALSE;
  return TRUE;
}

static gboolean
check_width (FondsRowFacts *self, const FondsSource *source, const FondsCells *cells)
{
  guint n = g_strv_length (source->header);

  if (cells->n == n)
    return TRUE;
  self->reason = g_strdup_printf (ngettext ("The row has %u cell where the header has %u. A "
                                            "separator or a quote is missing or too many.",
                                            "The row has %u cells where the header has %u. A "
                                            "separator or a quote is missing or too many.",
                                            cells->n),
                                  cells->n, n);
  return FALSE;
}

static gboolean
read_kind (FondsRowFacts *self, FondsSource *source, const FondsCells *cells, GError **error)
{
  const char *term = cell_at (cells, source->kind_column);

  self->kind = source->mapping->kind;
  if (term != NULL)
    self->kind = fonds_actor_kind_of_term (term);
  if (self->kind == FONDS_KIND_NONE)
    {
      self->column = source->header[source->kind_column];
      self->value = g_strdup (term);
      self->reason = g_strdup (_ ("This is no kind of record: Person, Family, Corporate body, "
                                  "or a kind's own name."));
      return TRUE;
    }
  self->plan = fonds_source_plan (source, self->kind, error);
  return self->plan != NULL;
}

/* Languages repeat from row to row, so the last answer is kept. */
static const char *
canonical (FondsSource *source, const char *language)
{
  g_autofree char *spelled = NULL;
  g_autofree char *tag = NULL;

  if (g_strcmp0 (source->last_language, language) == 0)
    return source->last_canonical;
  spelled = g_strdelimit (g_strdup (language), "_", '-');
  tag = fonds_language_canonical (spelled);
  g_free (source->last_language);
  source->last_language = g_strdup (language);
  source->last_canonical = tag != NULL ? g_intern_string (tag) : NULL;
  return source->last_canonical;
}

static void
read_language (FondsRowFacts *self, FondsSource *source, const FondsCells *cells)
{
  const char *said = cell_at (cells, self->plan->language);

  if (said == NULL)
    {
      const char *fallback = source->mapping->language != NULL || source->mapping->own
                                 ? source->mapping->language
                                 : source->options.language;

      self->language = fallback != NULL ? g_intern_string (fallback) : NULL;
      return;
    }
  self->language = canonical (source, said);
  if (self->language != NULL)
    return;
  self->column = source->header[self->plan->language];
  self->value = g_strdup (said);
  self->reason =
      g_strdup (strchr (said, '|') != NULL
                    ? _ ("A row is in one language only. Make a row with the same key for each of "
                         "the others.")
                    : _ ("This is no language code such as en, az, ru or he."));
}

static char *
join (const char *a, const char *b)
{
  if (a == NULL)
    return g_strdup (b);
  return g_strconcat (a, " | ", b, NULL);
}

static void
read_key (FondsRowFacts *self, const FondsCells *cells)
{
  for (guint i = 0; i < self->plan->keys->len; i++)
    {
      const char *cell = cell_at (cells, g_array_index (self->plan->keys, int, i));
      g_autofree char *so_far = g_steal_pointer (&self->key);

      if (cell != NULL)
        self->key = join (so_far, cell);
      else
        self->key = g_steal_pointer (&so_far);
    }
}

static const char *
cell_of_field (const FondsRowFacts *self, const FondsCells *cells, const char *field)
{
  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (self->plan->steps, FondsStep, i);

      if (step->n > 0 && strcmp (step->field, field) == 0)
        return cell_at (cells, step->columns[0]);
    }
  return NULL;
}

static const char *
cell_of_dates (const FondsRowFacts *self, const FondsCells *cells)
{
  static const char *const fields[] = { "datesOfExistence", "dates", "date", "event" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *cell = cell_of_field (self, cells, fields[i]);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/* In our own tables a title has a column for each language, and the first form of a name is the one that
 * counts. */
static void
read_own_name (FondsRowFacts *self, const FondsCells *cells)
{
  static const char *const fields[] = { "title", "name" };
  const char *cell = NULL;

  for (guint i = 0; i < self->plan->steps->len && cell == NULL; i++)
    {
      const FondsStep *step = &g_array_index (self->plan->steps, FondsStep, i);

      if (step->n > 0 &&
          (strcmp (step->field, fields[0]) == 0 || strcmp (step->field, fields[1]) == 0))
        {
          cell = cell_at (cells, step->columns[0]);
          self->first_name =
              cell != NULL && step->instruction->split != NULL ? fonds_draft_first (cell) : NULL;
        }
    }
  self->name = self->first_name != NULL ? self->first_name : cell;
}

static char *
made_of_fields (const FondsRowFacts *self, const FondsCells *cells, const char *const *fields)
{
  char *key = NULL;

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *cell = cell_of_field (self, cells, fields[i]);
      g_autofree char *so_far = g_steal_pointer (&key);

      key = cell != NULL ? join (so_far, cell) : g_steal_pointer (&so_far);
    }
  return key;
}

static void
make_key (FondsRowFacts *self, const FondsCells *cells)
{
  static const char *const of_relations[] = { "subject", "type", "object", NULL };
  static const char *const of_others[] = { "referenceCode", "code", "title", NULL };

  self->made = TRUE;
  if (self->name != NULL &&
      (fonds_kind_is_authority (self->kind) || self->kind == FONDS_KIND_CONTAINER))
    {
      g_autofree char *name = g_strstrip (g_strdup (self->name));

      self->key = fonds_name_key (self->kind, name, self->location, self->type);
    }
  else if (self->kind == FONDS_KIND_RELATION)
    self->key = made_of_fields (self, cells, of_relations);
  else
    self->key = made_of_fields (self, cells, of_others);
  if (self->key == NULL)
    self->key = fonds_row_fingerprint (cells);
}

/**
 * fonds_row_fingerprint:
 * @cells: a row
 *
 * Returns: (transfer full): a text that is the same for rows that say the same
 */
char *
fonds_row_fingerprint (const FondsCells *cells)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *text;

  for (guint i = 0; i < cells->n; i++)
    g_checksum_update (sum, (const guchar *) cells->cells[i],
                       (gssize) strlen (cells->cells[i]) + 1);
  text = g_strconcat ("row:", g_checksum_get_string (sum), NULL);
  text[4 + 16] = '\0';
  return text;
}

/**
 * fonds_row_facts_read:
 * @self: (out): the facts, to be cleared
 * @source: the row's file
 * @cells: the row
 * @error: return location for an error of the file, not of the row
 *
 * Finds out who a row is, or why that can't be said.
 *
 * Returns: %FALSE for an error of the file
 */
gboolean
fonds_row_facts_read (FondsRowFacts *self,
                      FondsSource *source,
                      const FondsCells *cells,
                      GError **error)
{
  *self = (FondsRowFacts){ .blank = is_blank (cells) };
  if (self->blank || !check_width (self, source, cells))
    return TRUE;
  if (!read_kind (self, source, cells, error))
    return FALSE;
  if (self->reason != NULL)
    return TRUE;
  read_language (self, source, cells);
  self->name = cell_at (cells, self->plan->title);
  if (source->mapping->own)
    read_own_name (self, cells);
  if (self->kind == FONDS_KIND_CONTAINER)
    {
      self->name = cell_of_field (self, cells, "name");
      self->location = cell_of_field (self, cells, "location");
      self->type = fonds_draft_code ("container-type", cell_of_field (self, cells, "type"));
    }
  if (self->kind == FONDS_KIND_ACCESSION)
    self->name = cell_of_field (self, cells, "accessionNumber");
  self->dates = cell_of_dates (self, cells);
  self->parent = cell_at (cells, self->plan->parent);
  self->parent_slug = cell_at (cells, self->plan->parent_slug);
  self->slug = cell_at (cells, self->plan->slug);
  read_key (self, cells);
  if (self->key == NULL)
    make_key (self, cells);
  return TRUE;
}
