/* journal.h - every change in order, and taking the last one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/types.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 at; /* microseconds since 1970, UTC */
  char *who;
  char *verb; /* "edit", "import", "undo", "redo" */
  char *label;
  gint64 created;
  gint64 changed;
  gboolean undone;
} FondsJournalEntry;

void fonds_journal_entry_free (FondsJournalEntry *entry);

FondsJournalEntry *fonds_journal_next_undo (FondsDb *db, GError **error);
FondsJournalEntry *fonds_journal_next_redo (FondsDb *db, GError **error);
GPtrArray *fonds_journal_list (FondsDb *db, guint limit, GError **error);

FondsJournalEntry *fonds_journal_undo (FondsCatalogue *catalogue,
                                       const char *who,
                                       GCancellable *cancellable,
                                       GError **error);
FondsJournalEntry *fonds_journal_redo (FondsCatalogue *catalogue,
                                       const char *who,
                                       GCancellable *cancellable,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsJournalEntry, fonds_journal_entry_free)

G_END_DECLS
