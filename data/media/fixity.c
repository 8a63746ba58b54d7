/* fixity.c - whether every file is there and still the same
 *
 * Reads each file that a record names once and compares its SHA-256 with its name. Nothing is mended
 * and no name is ever changed: a file that differs is damaged, whoever did it, and only a good copy
 * helps.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/fixity.h"

#include "data/media/folder.h"
#include "data/media/media-private.h"
#include "data/media/use-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* In seconds. */
#define DAY (24 * 60 * 60)

/**
 * fonds_fixity_free:
 * @self: (transfer full) (nullable): what a check found
 *
 * Frees it.
 */
void
fonds_fixity_free (FondsFixity *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->strays);
  g_free (self);
}

/* A check on its way. */
typedef struct
{
  char *folder;
  GPtrArray *uses;       /* of FondsUse */
  GHashTable *by_hash;   /* hash -> GPtrArray of FondsUse, borrowed */
  GHashTable *mentioned; /* set of hashes */
  FondsFixity *found;

  FondsFixityProgress progress;
  gpointer user_data;
  gint64 done, total; /* bytes */
} Checking;

static void
checking_clear (Checking *self)
{
  g_free (self->folder);
  g_clear_pointer (&self->by_hash, g_hash_table_unref);
  g_clear_pointer (&self->mentioned, g_hash_table_unref);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_clear_pointer (&self->found, fonds_fixity_free);
}

static gboolean
ask_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Checking *self = data;

  self->uses = fonds_use_list (db, error);
  return self->uses != NULL && fonds_use_mentioned (db, self->mentioned, error);
}

static void
group (Checking *self)
{
  for (guint i = 0; i < self->uses->len; i++)
    {
      FondsUse *use = g_ptr_array_index (self->uses, i);
      GPtrArray *same = g_hash_table_lookup (self->by_hash, use->hash);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (self->by_hash, use->hash, same);
        }
      g_ptr_array_add (same, use);
    }
  self->found->n_files = g_hash_table_size (self->by_hash);
}

static gint64
length_of (const char *path)
{
  GStatBuf status;

  return path != NULL && g_stat (path, &status) == 0 ? status.st_size : 0;
}

static void
weigh (Checking *self)
{
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, self->by_hash);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      g_autofree char *path = fonds_folder_find (self->folder, hash);

      self->total += length_of (path);
    }
}

/* "Title" (F 1), and how many more. */
static char *
name_records (const GPtrArray *uses)
{
  const FondsUse *first = g_ptr_array_index (uses, 0);
  g_autofree char *name = first->ref != NULL
                              ? g_strdup_printf ("“%s” (%s)", first->title, first->ref)
                              : g_strdup_printf ("“%s”", first->title);

  if (uses->len == 1)
    return g_steal_pointer (&name);
  return g_strdup_printf (ngettext ("%s and %u more record", "%s and %u more records",
                                    uses->len - 1),
                          name, uses->len - 1);
}

static void
note (Checking *self, const GPtrArray *uses, const char *format)
{
  const FondsUse *first = g_ptr_array_index (uses, 0);
  g_autofree char *records = name_records (uses);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (self->found->problems,
                   g_strdup_printf (format, first->name != NULL ? first->name : first->hash,
                                    records));
#pragma GCC diagnostic pop
}

static gboolean
check_one (Checking *self,
           const char *hash,
           const GPtrArray *uses,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *path = fonds_folder_find (self->folder, hash);
  g_autoptr (GError) own = NULL;
  g_autofree char *found = path != NULL ? fonds_folder_hash (path, cancellable, &own) : NULL;

  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (path == NULL)
    note (self, uses,
          _ ("The file “%s” of %s is missing. Put it back into the media folder from a backup, or "
             "attach it again."));
  else if (found == NULL)
    note (self, uses,
          _ ("The file “%s” of %s can't be read. Put a good copy into the media folder from a "
             "backup, or attach it again."));
  else if (strcmp (found, hash) != 0)
    note (self, uses,
          _ ("The file “%s” of %s is damaged: it is not as it was attached. Put a good copy into "
             "the media folder from a backup, or attach it again."));
  self->done += length_of (path);
  if (self->progress != NULL)
    self->progress (self->done, self->total, self->user_data);
  return TRUE;
}

static gboolean
check_all (Checking *self, GCancellable *cancellable, GError **error)
{
  /* In the order of records, so that two checks say the same in the same order. */
  for (guint i = 0; i < self->uses->len; i++)
    {
      const FondsUse *use = g_ptr_array_index (self->uses, i);
      const GPtrArray *same = g_hash_table_lookup (self->by_hash, use->hash);

      if (g_ptr_array_index (same, 0) == use &&
          !check_one (self, use->hash, same, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static void
sort_out (Checking *self, const char *drawer, const char *name)
{
  g_autofree char *hash = g_strndup (name, FONDS_HASH_LENGTH);

  if (!fonds_hash_is_valid (hash) || g_hash_table_contains (self->by_hash, hash))
    return;
  if (g_hash_table_contains (self->mentioned, hash))
    self->found->n_for_undo++;
  else
    g_ptr_array_add (self->found->strays, g_build_filename (drawer, name, NULL));
}

/* What a crash left behind on its way in; another process may be writing what is younger. */
static void
look_for_leftovers (Checking *self)
{
  g_autofree char *incoming = g_build_filename (self->folder, ".incoming", NULL);
  g_autoptr (GDir) folder = g_dir_open (incoming, 0, NULL);
  gint64 yesterday = g_get_real_time () / G_USEC_PER_SEC - DAY;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (incoming, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0 && status.st_mtime < yesterday)
        g_ptr_array_add (self->found->strays, g_steal_pointer (&path));
    }
}

static void
look_for_strays (Checking *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *drawer = g_build_filename (self->folder, name, NULL);
      g_autoptr (GDir) files = *name != '.' ? g_dir_open (drawer, 0, NULL) : NULL;
      const char *file;

      while (files != NULL && (file = g_dir_read_name (files)) != NULL)
        sort_out (self, drawer, file);
    }
}

static gboolean
check (Checking *self, FondsCatalogue *catalogue, GCancellable *cancellable, GError **error)
{
  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_QUERY, ask_cb, self,
                        cancellable, error))
    return FALSE;
  group (self);
  weigh (self);
  if (!check_all (self, cancellable, error))
    return FALSE;
  look_for_strays (self);
  look_for_leftovers (self);
  return TRUE;
}

/**
 * fonds_fixity_check:
 * @media: media
 * @progress: (nullable): told after every file
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads every file through. Waits for the disk.
 *
 * Returns: (transfer full) (nullable): what was found
 */
FondsFixity *
fonds_fixity_check (FondsMedia *media,
                    FondsFixityProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (FondsCatalogue) catalogue = _fonds_media_hold_catalogue (media, error);
  Checking self = { .progress = progress, .user_data = user_data };
  FondsFixity *found = NULL;

  if (catalogue == NULL || (self.folder = _fonds_media_folder (media, error)) == NULL)
    return NULL;
  self.by_hash =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self.mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.found = g_new0 (FondsFixity, 1);
  self.found->problems = g_ptr_array_new_with_free_func (g_free);
  self.found->strays = g_ptr_array_new_with_free_func (g_free);
  if (check (&self, catalogue, cancellable, error))
    found = g_steal_pointer (&self.found);
  checking_clear (&self);
  return found;
}
