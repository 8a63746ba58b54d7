/* folder.h - the media folder: files named by their content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A SHA-256 in hexadecimal digits. */
#define FONDS_HASH_LENGTH 64

/**
 * FondsKept:
 * @hash: the SHA-256 of its bytes
 * @type: its media type
 * @name: what it was called, without its folder
 *
 * A file that is in the folder now.
 */
typedef struct
{
  char *hash;
  char *type;
  char *name;
} FondsKept;

void fonds_kept_free (FondsKept *self);

gboolean fonds_hash_is_valid (const char *hash);

char *fonds_folder_find (const char *folder, const char *hash);
char *fonds_folder_require (const char *folder, const char *hash, GError **error);
char *fonds_folder_derived (const char *folder, const char *hash, const char *ending);
gboolean fonds_folder_make (const char *path, GError **error);

FondsKept *
fonds_folder_keep (const char *folder, GFile *file, GCancellable *cancellable, GError **error);
char *fonds_folder_hash (const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsKept, fonds_kept_free)

G_END_DECLS
