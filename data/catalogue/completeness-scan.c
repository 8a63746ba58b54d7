/* completeness-scan.c - which fields bodies have, and whether their files can be reached
 *
 * Bodies are not read, only stepped through for the names of their fields, which takes less than a
 * microsecond; those with files are read. A unit has what its standard says once for all below (ISAD(G), rule 2.4)
 * also where only one above it says it.
 * Thread: any but the main one, since it looks for files.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/completeness-private.h"

#include "data/catalogue/body-json.h"
#include "data/catalogue/completeness-table.h"
#include "data/catalogue/field.h"

#include <string.h>

#define TELL_EVERY 100000

/* More levels than any hierarchy has would be a circle. */
#define DEEPEST 1000

/* Longer names are no fields of the table. */
#define NAME_MAX_LENGTH 64

/* What a body is found to have. */
typedef struct
{
  guint32 fields; /* a bit for each essential one */
  gboolean files;
} Found;

/* A place in a body. */
typedef struct
{
  const char *at;
  const char *end;
} Place;

static gboolean
may_name_files (const char *field)
{
  return g_str_has_prefix (field, "digitalObject");
}

static gboolean
is_inherited (const FondsField *field, FondsKind kind)
{
  static const char *const fields[] = { "creator", "repository", NULL };

  return kind == FONDS_KIND_UNIT && g_strv_contains (fields, field->id);
}

/* Goes behind a string's closing quotes, from behind its opening ones. */
static gboolean
skip_string (Place *place)
{
  while (place->at < place->end)
    {
      const char *quote = memchr (place->at, '"', (gsize) (place->end - place->at));
      const char *before = quote;

      if (quote == NULL)
        return FALSE;
      while (before > place->at && before[-1] == '\\')
        before--;
      place->at = quote + 1;
      if ((quote - before) % 2 == 0)
        return TRUE;
    }
  return FALSE;
}

/* Goes behind a value, whatever is in it. */
static gboolean
skip_value (Place *place)
{
  guint depth = 0;

  while (place->at < place->end)
    {
      char c = *place->at;

      if (depth == 0 && (c == ',' || c == '}' || c == ']'))
        return TRUE;
      place->at++;
      if (c == '"' && !skip_string (place))
        return FALSE;
      else if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;
    }
  return depth == 0;
}

/* Reads the name of a member into @name, and goes to its value. Names of fields are short and plain. */
static gboolean
take_name (Place *place, char name[NAME_MAX_LENGTH])
{
  const char *from;
  gsize length;

  if (place->at >= place->end || *place->at != '"')
    return FALSE;
  from = ++place->at;
  if (!skip_string (place) || place->at >= place->end || *place->at != ':')
    return FALSE;
  length = MIN ((gsize) (place->at - 1 - from), NAME_MAX_LENGTH - 1);
  memcpy (name, from, length);
  name[length] = '\0';
  place->at++;
  return TRUE;
}

static guint
count_of (const char *from, const char *to, const char *what)
{
  guint n = 0;

  for (const char *p = from; (p = g_strstr_len (p, to - p, what)) != NULL; p += strlen (what))
    n++;
  return n;
}

/* Most are addresses on the network, which are not tried; such bodies need not be read. */
static gboolean
must_be_looked_for (const char *field, const char *from, const char *to)
{
  return may_name_files (field) &&
         (strcmp (field, "digitalObject") != 0 ||
          count_of (from, to, "\"t\":\"") != count_of (from, to, "\"t\":\"http"));
}

/* One field: its name, and whether there is any value. */
static gboolean
scan_field (Place *place, const FondsEssentials *essentials, Found *found)
{
  char name[NAME_MAX_LENGTH];
  const char *from;
  guint number;

  if (!take_name (place, name))
    return FALSE;
  from = place->at;
  if (!skip_value (place))
    return FALSE;
  if (place->at - from <= 2)
    return TRUE;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (essentials->by_id, name));
  if (number > 0)
    found->fields |= 1u << (number - 1);
  found->files = found->files || must_be_looked_for (name, from, place->at);
  return TRUE;
}

static gboolean
take (Place *place, char token)
{
  if (place->at >= place->end || *place->at != token)
    return FALSE;
  place->at++;
  return TRUE;
}

static gboolean
scan_fields (Place *place, const FondsEssentials *essentials, Found *found)
{
  if (!take (place, '{'))
    return FALSE;
  if (take (place, '}'))
    return TRUE;
  do
    if (!scan_field (place, essentials, found))
      return FALSE;
  while (take (place, ','));
  return take (place, '}');
}

static gboolean
scan_body (Place *place, const FondsEssentials *essentials, Found *found)
{
  char name[NAME_MAX_LENGTH];

  if (!take (place, '{'))
    return FALSE;
  do
    {
      if (!take_name (place, name))
        return FALSE;
      if (strcmp (name, "f") == 0)
        return scan_fields (place, essentials, found);
      if (!skip_value (place))
        return FALSE;
    }
  while (take (place, ','));
  return TRUE;
}

/* A body that another program wrote, with blanks between its words: it is read. */
static gboolean
read_body (const char *json,
           gsize length,
           const FondsEssentials *essentials,
           Found *found,
           GError **error)
{
  g_autoptr (FondsBody) body = fonds_body_from_json (json, (gssize) length, error);

  if (body == NULL)
    return FALSE;
  *found = (Found){ 0, TRUE };
  for (guint i = 0; i < essentials->n; i++)
    if (fonds_body_n_values (body, essentials->fields[i]->id) > 0)
      found->fields |= 1u << i;
  return TRUE;
}

static gboolean
is_there (const char *path, const char *folder)
{
  g_autofree char *whole =
      g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (folder, path, NULL);

  return g_file_test (whole, G_FILE_TEST_EXISTS);
}

/* Whether a value leads to a file; addresses on the network are not tried. */
static gboolean
can_be_reached (const FondsField *field,
                const FondsValue *value,
                const char *folder,
                const FondsCompletenessOptions *options)
{
  const char *text = value->attr[FONDS_ATTR_TEXT];
  g_autofree char *scheme = text != NULL ? g_uri_parse_scheme (text) : NULL;
  g_autofree char *path = NULL;

  if (field->datatype == FONDS_TYPE_FILE)
    return options->reach == NULL || options->reach (value, options->reach_data);
  if (text == NULL)
    return TRUE;
  if (strcmp (field->id, "digitalObjectPath") == 0)
    return is_there (text, folder);
  if (field->datatype != FONDS_TYPE_URL)
    return TRUE;
  if (scheme == NULL)
    return is_there (text, folder);
  path = strcmp (scheme, "file") == 0 ? g_filename_from_uri (text, NULL, NULL) : NULL;
  return strcmp (scheme, "file") != 0 || (path != NULL && is_there (path, folder));
}

static gboolean
is_kept (const FondsBody *body)
{
  return fonds_body_n_values (body, "digitalObjectFile") > 0;
}

/**
 * fonds_body_scan_unreachable:
 * @body: a record
 * @folder: where a path that is not whole begins
 * @options: how a report is made
 *
 * Looks for the files of a record. Where a file lay elsewhere does not matter any more once it is kept
 * with the catalogue.
 *
 * Returns: (transfer full) (nullable): the first that can't be reached; %NULL where all can
 */
char *
fonds_body_scan_unreachable (const FondsBody *body,
                             const char *folder,
                             const FondsCompletenessOptions *options)
{
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *id = fonds_body_field_id (body, i);
      const FondsField *field =
          may_name_files (id) ? fonds_field_find (fonds_body_kind (body), id) : NULL;

      if (field == NULL || (is_kept (body) && field->datatype != FONDS_TYPE_FILE))
        continue;
      for (guint j = 0; j < fonds_body_n_values (body, id); j++)
        {
          const FondsValue *value = fonds_body_value (body, id, j);

          if (!can_be_reached (field, value, folder, options))
            return g_strdup (value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT]
                                                                  : value->attr[FONDS_ATTR_SOURCE]);
        }
    }
  return NULL;
}

static gboolean
look_for_files (FondsBodyScan *self,
                gint64 id,
                FondsKind kind,
                const char *json,
                gsize length,
                GError **error)
{
  g_autoptr (FondsBody) body = fonds_body_from_json (json, (gssize) length, error);
  g_autofree char *lost = NULL;

  if (body == NULL)
    return FALSE;
  lost = fonds_body_scan_unreachable (body, self->folder, self->options);
  if (lost != NULL)
    fonds_bitset_add (self->unreachable[kind], (guint32) id);
  return TRUE;
}

static gboolean
tick (FondsBodyScan *self, GError **error)
{
  gint64 now;

  if (++self->n_done % 1024 != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  now = g_get_monotonic_time ();
  if (self->options->progress != NULL && now - self->told >= TELL_EVERY)
    {
      self->told = now;
      self->options->progress (self->n_done, self->n_total, self->options->progress_data);
    }
  return TRUE;
}

static gboolean
visit_cb (gint64 id, FondsKind kind, const char *body, gsize length, gpointer data, GError **error)
{
  FondsBodyScan *self = data;
  FondsEssentials *essentials = &self->essentials[kind];
  Found found = { 0, FALSE };
  Place place = { body, body + length };

  if (!scan_body (&place, essentials, &found) &&
      !read_body (body, length, essentials, &found, error))
    {
      g_prefix_error (error, "Document %" G_GINT64_FORMAT ": ", id);
      return FALSE;
    }
  for (guint i = 0; i < essentials->n; i++)
    if (!(found.fields & 1u << i))
      fonds_bitset_add (essentials->missing[i], (guint32) id);
  if (found.files && !look_for_files (self, id, kind, body, length, error))
    return FALSE;
  return tick (self, error);
}

/* What is said above holds below: those under one that says it lack nothing. */
static void
forgive_inherited (FondsBitset *missing, const GArray *parents)
{
  g_autoptr (FondsBitset) all = fonds_bitset_copy (missing);

  for (guint32 id = 0; id < parents->len; id++)
    {
      guint32 above = fonds_bitset_contains (all, id) ? g_array_index (parents, guint32, id) : 0;

      for (guint depth = 0; above != 0 && depth < DEEPEST; depth++)
        {
          if (!fonds_bitset_contains (all, above))
            {
              fonds_bitset_remove (missing, id);
              break;
            }
          above = above < parents->len ? g_array_index (parents, guint32, above) : 0;
        }
    }
}

static gboolean
inherit (FondsBodyScan *self, FondsDb *db, GError **error)
{
  FondsEssentials *essentials = &self->essentials[FONDS_KIND_UNIT];
  g_autoptr (GArray) parents = fonds_completeness_parents (db, error);

  if (parents == NULL)
    return FALSE;
  for (guint i = 0; i < essentials->n; i++)
    if (is_inherited (essentials->fields[i], FONDS_KIND_UNIT))
      forgive_inherited (essentials->missing[i], parents);
  return TRUE;
}

static void
list_essentials (FondsEssentials *self, FondsKind kind)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n && self->n < FONDS_ESSENTIALS_MAX; i++)
    {
      if (!(fields[i].flags & FONDS_FIELD_ESSENTIAL))
        continue;
      self->fields[self->n] = &fields[i];
      self->missing[self->n++] = fonds_bitset_new ();
      g_hash_table_insert (self->by_id, (gpointer) fields[i].id, GUINT_TO_POINTER (self->n));
    }
}

/**
 * fonds_body_scan_init:
 * @self: (out): a scan
 * @path: the catalogue's file
 * @options: how a report is made
 * @cancellable: (nullable): stops it
 *
 * Prepares the pass.
 */
void
fonds_body_scan_init (FondsBodyScan *self,
                      const char *path,
                      const FondsCompletenessOptions *options,
                      GCancellable *cancellable)
{
  *self = (FondsBodyScan){ .options = options, .cancellable = cancellable };
  self->folder = g_path_get_dirname (path);
  for (int kind = FONDS_KIND_UNIT; fonds_kind_is_record (kind); kind++)
    {
      list_essentials (&self->essentials[kind], kind);
      self->unreachable[kind] = fonds_bitset_new ();
    }
}

/**
 * fonds_body_scan_clear:
 * @self: a scan
 *
 * Frees what it holds.
 */
void
fonds_body_scan_clear (FondsBodyScan *self)
{
  for (int kind = 0; kind < FONDS_N_KINDS; kind++)
    {
      FondsEssentials *essentials = &self->essentials[kind];

      g_clear_pointer (&self->unreachable[kind], fonds_bitset_free);
      for (guint i = 0; i < essentials->n; i++)
        g_clear_pointer (&essentials->missing[i], fonds_bitset_free);
      g_clear_pointer (&essentials->by_id, g_hash_table_unref);
    }
  g_clear_pointer (&self->folder, g_free);
}

/**
 * fonds_body_scan_run:
 * @self: a scan
 * @db: a connection
 * @error: return location for an error
 *
 * Goes through all records.
 *
 * Returns: whether it went through
 */
gboolean
fonds_body_scan_run (FondsBodyScan *self, FondsDb *db, GError **error)
{
  gint64 n = 0;

  if (!fonds_completeness_count (db, &n, error))
    return FALSE;
  self->n_total = (guint64) n;
  return fonds_completeness_visit (db, visit_cb, self, error) && inherit (self, db, error);
}
