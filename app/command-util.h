/* command-util.h - what the verbs of the command line share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "app/command.h"

G_BEGIN_DECLS

/* A catalogue that a verb opened: closed at its end, whoever else still holds it, so that nothing of it
 * is left in a second file. */
typedef FondsCatalogue FondsOpened;

void fonds_command_close (FondsOpened *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsOpened, fonds_command_close)

gboolean fonds_command_parse (int *argc,
                              char ***argv,
                              const GOptionEntry *entries,
                              int least,
                              int most,
                              FondsExit *status);

FondsExit fonds_command_fail (const GError *error);
FondsExit fonds_command_misuse (const char *sentence);

FondsCatalogue *fonds_command_open (const char *path, GError **error);
const char *fonds_command_who (void);

typedef void (*FondsCommandStart) (FondsCatalogue *catalogue,
                                   gconstpointer options,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

GAsyncResult *fonds_command_await (FondsCatalogue *catalogue,
                                   FondsCommandStart start,
                                   gconstpointer options) G_GNUC_WARN_UNUSED_RESULT;

void fonds_command_progress (const char *what, double fraction);
void fonds_command_progress_count (const char *what, guint64 n);
void fonds_command_progress_end (void);

G_END_DECLS
