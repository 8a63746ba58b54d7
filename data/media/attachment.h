/* attachment.h - how a file hangs on a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/media/types.h"

G_BEGIN_DECLS

/* The field whose values are the attachments, in their order. */
#define FONDS_MEDIA_FIELD "digitalObjectFile"

/**
 * FondsAttachment:
 * @key: the value's key on its record: by it the attachment is named in every edit
 * @hash: the SHA-256 of the file, 64 hexadecimal digits
 * @type: its media type when it was attached
 * @name: the file's name when it was attached
 * @caption: (nullable): what the archivist wrote under it
 * @language: (nullable): the caption's language
 */
struct _FondsAttachment
{
  char *key;
  char *hash;
  char *type;
  char *name;
  char *caption;
  char *language;
};

GPtrArray *fonds_attachments_of (const FondsBody *body);
void fonds_attachment_add (FondsBody *body,
                           const char *hash,
                           const char *type,
                           const char *name,
                           const char *caption,
                           const char *language);
void fonds_attachment_free (FondsAttachment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsAttachment, fonds_attachment_free)

G_END_DECLS
