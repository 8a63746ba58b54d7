/* journal-table.h - the table of entries, and of what each did to which document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/journal.h"

G_BEGIN_DECLS

/**
 * FondsJournalRow:
 *
 * An entry with what only the journal itself needs.
 */
typedef struct
{
  FondsJournalEntry entry;
  gint64 batch;
  gint64 undoes;
} FondsJournalRow;

/**
 * FondsJournalChange:
 *
 * One document's part in an entry: deltas as JSON; @before is %NULL for a creation.
 */
typedef struct
{
  gint64 document;
  char *before;
  char *after;
} FondsJournalChange;

gint64 fonds_journal_add (FondsDb *db,
                          const char *who,
                          const char *verb,
                          const char *label,
                          gint64 batch,
                          gint64 undoes,
                          GError **error);
gboolean
fonds_journal_count (FondsDb *db, gint64 entry, gint64 created, gint64 changed, GError **error);
gboolean fonds_journal_add_change (FondsDb *db,
                                   gint64 entry,
                                   gint64 document,
                                   const char *before,
                                   const char *after,
                                   GError **error);
gboolean fonds_journal_mark_undone (FondsDb *db, gint64 entry, gint64 by, GError **error);

gboolean fonds_journal_last (FondsDb *db, gint64 *entry, GError **error);
FondsJournalRow *fonds_journal_load (FondsDb *db, gint64 entry, GError **error);
GPtrArray *fonds_journal_list_changes (FondsDb *db, gint64 entry, GError **error);

G_END_DECLS
