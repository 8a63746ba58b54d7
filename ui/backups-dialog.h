/* backups-dialog.h - the backups of a catalogue, to be made and brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_BACKUPS_DIALOG (fonds_backups_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FondsBackupsDialog, fonds_backups_dialog, FONDS, BACKUPS_DIALOG, AdwWindow)

FondsBackupsDialog *fonds_backups_dialog_present (GtkWindow *parent, FondsSession *session);

G_END_DECLS
