/* import.c - brings CSV files into a catalogue
 *
 * The two passes over the files, with all that they share, and one batch around them: nobody sees
 * anything of it until everything is in, and an error or a cancelled import leaves nothing.
 * Thread: any but the main one; the asynchronous form has a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/catalogue/journal-table.h"
#include "data/exchange/error.h"
#include "data/exchange/import-listing.h"
#include "data/store/database.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often progress is told, in microseconds. */
#define TELL_EVERY 100000

static void
clear_sample (gpointer data)
{
  FondsSampleRow *row = data;

  g_free (row->key);
  g_free (row->name);
  g_clear_pointer (&row->evidence, g_array_unref);
}

static void
clear_import (FondsImport *self)
{
  g_clear_pointer (&self->writer, fonds_import_writer_free);
  g_clear_pointer (&self->additions, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_pointer (&self->distinguished, g_hash_table_unref);
  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->drafter, fonds_drafter_free);
  g_clear_pointer (&self->names, fonds_names_free);
  g_clear_pointer (&self->custom, fonds_custom_fields_free);
  g_clear_pointer (&self->uids, fonds_row_uids_free);
  g_clear_pointer (&self->index, fonds_row_index_free);
  g_clear_pointer (&self->sample, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->report, fonds_import_report_free);
  g_clear_pointer (&self->db, fonds_db_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FondsImport, clear_import)

/**
 * fonds_import_look_anew:
 * @self: an import
 * @error: return location for an error
 *
 * Takes one view of the catalogue for some rows: a look-up of its own would lock the file each time,
 * and one view for the whole import would keep the log from being cleared.
 *
 * Returns: whether it could
 */
gboolean
fonds_import_look_anew (FondsImport *self, GError **error)
{
  fonds_db_rollback (self->db);
  return fonds_db_begin (self->db, FALSE, error);
}

/**
 * fonds_import_tick:
 * @self: an import
 * @stage: how far it is
 * @source: the file at hand
 * @error: return location; %G_IO_ERROR_CANCELLED
 *
 * Counts a row, tells progress now and then, and hears of a wish to stop.
 *
 * Returns: whether to go on
 */
gboolean
fonds_import_tick (FondsImport *self, FondsImportStage stage, FondsSource *source, GError **error)
{
  gint64 now;

  if (++self->n_rows % 256 != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
      !fonds_import_look_anew (self, error))
    return FALSE;
  now = g_get_monotonic_time ();
  if (self->options->progress == NULL || now - self->told < TELL_EVERY)
    return TRUE;
  self->told = now;
  self->options->progress (stage, self->done_bytes + fonds_csv_reader_bytes_read (source->reader),
                           self->total_bytes, self->n_rows, self->options->progress_data);
  return TRUE;
}

/**
 * fonds_import_refuse:
 * @self: an import
 * @source: the file at hand
 * @kind: what the row would be
 * @column: (nullable): the column that is wrong
 * @value: (nullable): what stands there
 * @reason: why, in words
 *
 * Refuses the row that was read last.
 */
void
fonds_import_refuse (FondsImport *self,
                     FondsSource *source,
                     FondsKind kind,
                     const char *column,
                     const char *value,
                     const char *reason)
{
  FondsImportLine line = { FONDS_IMPORT_REFUSED, source->name, fonds_source_row_number (source),
                           fonds_csv_reader_line (source->reader) };

  line.column = (char *) column;
  line.value = (char *) value;
  line.reason = (char *) reason;
  self->report->n[kind][FONDS_IMPORT_REFUSED]++;
  fonds_import_report_add (self->report, &line);
  fonds_import_report_list (self->report, &line, NULL);
}

/**
 * fonds_import_say_changed:
 * @source: the file at hand
 * @error: return location for the error
 *
 * Gives a file up that a later pass finds other than the first one did.
 *
 * Returns: %FALSE
 */
gboolean
fonds_import_say_changed (const FondsSource *source, GError **error)
{
  g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ,
               _ ("%s: another program changed the file while it was read. Begin again."),
               source->name);
  return FALSE;
}

/* AtoM's own order; other files by kind: what others refer to first. */
static int
rank_of (const FondsSource *source)
{
  static const FondsAtomTemplate of_kinds[FONDS_N_KINDS] = {
    [FONDS_KIND_UNIT] = FONDS_ATOM_DESCRIPTIONS,
    [FONDS_KIND_PERSON] = FONDS_ATOM_AUTHORITIES,
    [FONDS_KIND_FAMILY] = FONDS_ATOM_AUTHORITIES,
    [FONDS_KIND_INSTITUTION] = FONDS_ATOM_REPOSITORIES,
    [FONDS_KIND_PLACE] = FONDS_ATOM_REPOSITORIES,
    [FONDS_KIND_SUBJECT] = FONDS_ATOM_REPOSITORIES,
    [FONDS_KIND_SOURCE] = FONDS_ATOM_RELATIONSHIPS,
    [FONDS_KIND_ACCESSION] = FONDS_ATOM_ACCESSIONS,
    [FONDS_KIND_CONTAINER] = FONDS_ATOM_CONTAINERS,
  };
  FondsAtomTemplate template = source->template;

  if (template == FONDS_ATOM_NONE)
    template = of_kinds[source->mapping->kind];
  if (template == FONDS_ATOM_REPOSITORIES && source->mapping->kind > FONDS_KIND_SUBJECT)
    return FONDS_N_ATOM_TEMPLATES;
  return (int) template;
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  return rank_of (*(FondsSource *const *) a) - rank_of (*(FondsSource *const *) b);
}

static gboolean
open_sources (FondsImport *self, GError **error)
{
  FondsSourceOptions options = { self->options->mapping, self->options->encoding,
                                 self->options->separator, self->options->language };

  if (g_strv_length ((char **) self->options->paths) > 255)
    {
      g_set_error_literal (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD,
                           _ ("No more than 255 files can be imported at once."));
      return FALSE;
    }
  for (guint i = 0; self->options->paths[i] != NULL; i++)
    {
      FondsSource *source;

      if (self->options->mappings != NULL)
        options.mapping = self->options->mappings[i];
      source = fonds_source_open (self->options->paths[i], &options, error);
      if (source == NULL)
        return FALSE;
      g_ptr_array_add (self->sources, source);
      self->total_bytes += (guint64) source->size;
    }
  g_ptr_array_sort (self->sources, compare_sources);
  return TRUE;
}

/* A name that AtoM would not know for its capitals is kept, but as a field of the archive's own. */
static void
say_misspelt_columns (FondsImport *self, const FondsSource *source)
{
  const char *const *columns =
      source->template != FONDS_ATOM_NONE ? fonds_atom_columns (source->template) : NULL;

  for (guint i = 0; columns != NULL && source->header[i] != NULL; i++)
    for (guint j = 0; columns[j] != NULL; j++)
      if (g_ascii_strcasecmp (source->header[i], columns[j]) == 0 &&
          strcmp (source->header[i], columns[j]) != 0)
        fonds_import_report_say (self->report,
                                 _ ("%s: the column “%s” is not AtoM's “%s”, which is spelled "
                                    "otherwise."),
                                 source->name, source->header[i], columns[j]);
}

static void
say_how_files_are_read (FondsImport *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      FondsSource *source = g_ptr_array_index (self->sources, i);
      g_autofree char *description = fonds_source_describe (source);

      fonds_import_report_say (self->report, "%s", description);
      fonds_import_report_say (self->report, "%s", source->how);
      say_misspelt_columns (self, source);
    }
}

static gboolean
begin_listing (FondsImport *self, GError **error)
{
  if (!self->options->list_all || !self->options->dry_run)
    return TRUE;
  self->report->listing = fonds_import_listing_new (error);
  return self->report->listing != NULL;
}

static gboolean
begin (FondsImport *self, GError **error)
{
  self->report = fonds_import_report_new ();
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_source_free);
  self->index = fonds_row_index_new ();
  self->sample = g_array_new (FALSE, FALSE, sizeof (FondsSampleRow));
  g_array_set_clear_func (self->sample, clear_sample);
  self->distinguished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->db = fonds_store_connect (fonds_catalogue_get_store (self->catalogue), error);
  if (!begin_listing (self, error) || self->db == NULL ||
      !fonds_db_begin (self->db, FALSE, error) ||
      !fonds_journal_last (self->db, &self->since, error))
    return FALSE;
  self->uids = fonds_row_uids_new (self->db, self->index);
  self->names = fonds_names_new (self->db, self->uids, self->options->link_names);
  self->drafter = fonds_drafter_new (self->names, self->uids);
  self->custom = fonds_custom_fields_new (self->db, error);
  return self->custom != NULL && open_sources (self, error);
}

static guint64
count_records (FondsImport *self)
{
  guint64 n = 0;

  for (guint32 i = 0; i < fonds_row_index_length (self->index); i++)
    {
      const FondsRowEntry *entry = fonds_row_index_get (self->index, i);

      n += entry->fate == FONDS_ROW_FINE && entry->other == i;
    }
  return n;
}

static char *
make_label (FondsImport *self)
{
  FondsSource *first = g_ptr_array_index (self->sources, 0);
  guint64 n = count_records (self);

  if (self->sources->len == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Import of %" G_GUINT64_FORMAT " record from %s",
                                         "Import of %" G_GUINT64_FORMAT " records from %s", n),
                            n, first->name);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Import of %" G_GUINT64_FORMAT
                                       " record from %s and %u more files",
                                       "Import of %" G_GUINT64_FORMAT
                                       " records from %s and %u more files",
                                       n),
                          n, first->name, self->sources->len - 1);
}

static void
say_names (FondsImport *self)
{
  guint elsewhere = fonds_names_n_elsewhere (self->names);

  for (int kind = 1; kind < FONDS_N_KINDS; kind++)
    if (fonds_names_n_made (self->names, kind) > 0)
      fonds_import_report_say (self->report, _ ("Names in cells that are new: %s, %u."),
                               fonds_kind_label_plural (kind),
                               fonds_names_n_made (self->names, kind));
  if (elsewhere > 0)
    fonds_import_report_say (
        self->report,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u name exists already in the catalogue, from elsewhere, such as “%s”. A "
                     "record of its own is made: nobody is taken for somebody else silently.",
                     "%u names exist already in the catalogue, from elsewhere, such as “%s”. "
                     "Records of their own are made: nobody is taken for somebody else silently.",
                     elsewhere),
        elsewhere, (char *) g_ptr_array_index (fonds_names_list_elsewhere (self->names), 0));
}

static void
say_what_was_met (FondsImport *self)
{
  const FondsDrafter *drafter = self->drafter;
  g_autofree char *columns = fonds_custom_fields_describe_used (self->custom);

  say_names (self);
  if (columns != NULL)
    fonds_import_report_say (self->report,
                             _ ("Columns that no field is for, kept as fields of the archive's "
                                "own: %s."),
                             columns);
  if (drafter->n_dates_read > 0 && drafter->date_read != NULL)
    fonds_import_report_say (self->report, _ ("Dates read from their wording: %u, such as %s"),
                             drafter->n_dates_read, drafter->date_read);
  if (drafter->n_dates_kept > 0)
    fonds_import_report_say (self->report,
                             _ ("Dates that are not understood and are kept as they are written: "
                                "%u, such as “%s”."),
                             drafter->n_dates_kept, drafter->date_kept);
  if (drafter->n_unknown > 0)
    fonds_import_report_say (self->report,
                             _ ("References to records that are not here, kept as text: %u, such "
                                "as “%s”."),
                             drafter->n_unknown, drafter->unknown);
}

static gboolean
refuse_all (FondsImport *self, GError **error)
{
  guint64 n = fonds_import_report_total (self->report, FONDS_IMPORT_REFUSED);
  const FondsImportLine *line = NULL;

  for (guint i = 0; i < self->report->lines->len && line == NULL; i++)
    {
      line = g_ptr_array_index (self->report->lines, i);
      line = line->result == FONDS_IMPORT_REFUSED ? line : NULL;
    }
  g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%" G_GUINT64_FORMAT
                            " row is refused, so nothing was imported. It is row %" G_GUINT64_FORMAT
                            " of %s: %s",
                            "%" G_GUINT64_FORMAT " rows are refused, so nothing was imported. The "
                            "first is row %" G_GUINT64_FORMAT " of %s: %s",
                            n),
               n, line->row, line->file, line->reason);
  return FALSE;
}

/* What a rehearsal has counted and made is forgotten before the rows are written. */
static gboolean
forget_rehearsal (FondsImport *self, GError **error)
{
  g_clear_pointer (&self->report, fonds_import_report_free);
  g_clear_pointer (&self->drafter, fonds_drafter_free);
  g_clear_pointer (&self->custom, fonds_custom_fields_free);
  self->report = fonds_import_report_new ();
  self->drafter = fonds_drafter_new (self->names, self->uids);
  self->custom = fonds_custom_fields_new (self->db, error);
  fonds_names_forget_made (self->names);
  return self->custom != NULL;
}

/* All or nothing asks first whether any row is refused, which only the second pass knows. */
static gboolean
rehearse (FondsImport *self, GError **error)
{
  if (!fonds_import_write_rows (self, error))
    return FALSE;
  if (fonds_import_report_total (self->report, FONDS_IMPORT_REFUSED) > 0)
    return refuse_all (self, error);
  return forget_rehearsal (self, error);
}

static gboolean
write_all (FondsImport *self, GError **error)
{
  g_autofree char *label = make_label (self);

  self->writer =
      fonds_import_writer_new (self->catalogue, label, self->since, self->cancellable, error);
  if (self->writer == NULL || !fonds_import_write_rows (self, error) ||
      !fonds_import_writer_flush (self->writer, error) ||
      g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!fonds_import_writer_has_work (self->writer))
    return TRUE;
  if (self->options->progress != NULL)
    self->options->progress (FONDS_IMPORT_REVEALING, self->total_bytes, self->total_bytes,
                             self->n_rows, self->options->progress_data);
  return fonds_import_writer_reveal (self->writer,
                                     self->options->who != NULL ? self->options->who
                                                                : g_get_user_name (),
                                     error);
}

static gboolean
run (FondsImport *self, GError **error)
{
  if (!begin (self, error) || !fonds_import_scan (self, error) ||
      !fonds_import_choose_origins (self, error) || !fonds_import_follow_slugs (self, error) ||
      !fonds_import_settle (self, error))
    return FALSE;
  if (self->options->strict && !self->options->dry_run && !rehearse (self, error))
    return FALSE;
  if (self->options->dry_run ? !fonds_import_write_rows (self, error) : !write_all (self, error))
    return FALSE;
  say_how_files_are_read (self);
  say_what_was_met (self);
  self->report->written = !self->options->dry_run;
  return self->report->listing == NULL ||
         fonds_import_listing_finish (self->report->listing, error);
}

/**
 * fonds_import_run:
 * @catalogue: a catalogue
 * @options: what is brought in and how
 * @cancellable: (nullable): stops it; nothing has happened then
 * @error: return location; %FONDS_EXCHANGE_ERROR for a file that can't be read, or of which a row is
 *   refused while the options are strict
 *
 * Brings files into a catalogue as one change, or says what that would do.
 *
 * Returns: (transfer full) (nullable): what it did, or would do
 */
FondsImportReport *
fonds_import_run (FondsCatalogue *catalogue,
                  const FondsImportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (FondsImport)
      self = { .catalogue = catalogue, .options = options, .cancellable = cancellable };

  return run (&self, error) ? g_steal_pointer (&self.report) : NULL;
}
