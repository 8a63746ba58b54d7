/* browser-memory.h - where one was in a catalogue, from one start to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"
#include "ui/shell.h"
#include "ui/state.h"

G_BEGIN_DECLS

void fonds_browser_memory_keep_question (FondsState *state, FondsFinder *finder);
void fonds_browser_memory_keep_record (FondsState *state, gint64 id);
void fonds_browser_memory_keep_shell (FondsState *state, FondsShell *shell);

gint64 fonds_browser_memory_restore (FondsState *state, FondsFinder *finder);
void fonds_browser_memory_restore_shell (FondsState *state, FondsShell *shell);

G_END_DECLS
