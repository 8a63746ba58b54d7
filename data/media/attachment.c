/* attachment.c - how a file hangs on a record
 *
 * As a value of one repeatable field, in the order of its values: the text is the caption, the type the
 * media type, the source "sha256:" and the hash, the note the name that the file had.
 * Thread: any; reads and writes only the body that it is given.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/attachment-private.h"

#include "data/media/folder.h"

#include <string.h>

#define SCHEME "sha256:"

/**
 * fonds_attachment_free:
 * @self: (transfer full) (nullable): an attachment
 *
 * Frees an attachment.
 */
void
fonds_attachment_free (FondsAttachment *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->hash);
  g_free (self->type);
  g_free (self->name);
  g_free (self->caption);
  g_free (self->language);
  g_free (self);
}

/* The hash that a value names; NULL where it names none that could be one. */
const char *
_fonds_attachment_hash (const FondsValue *value)
{
  const char *source = value->attr[FONDS_ATTR_SOURCE];

  return source != NULL && g_str_has_prefix (source, SCHEME) &&
                 fonds_hash_is_valid (source + strlen (SCHEME))
             ? source + strlen (SCHEME)
             : NULL;
}

static FondsAttachment *
attachment_new (const FondsValue *value, const char *hash)
{
  FondsAttachment *self = g_new0 (FondsAttachment, 1);

  self->key = g_strdup (value->attr[FONDS_ATTR_KEY]);
  self->hash = g_strdup (hash);
  self->type = g_strdup (value->attr[FONDS_ATTR_TYPE]);
  self->name = g_strdup (value->attr[FONDS_ATTR_NOTE]);
  self->caption = g_strdup (value->attr[FONDS_ATTR_TEXT]);
  self->language = g_strdup (value->attr[FONDS_ATTR_LANGUAGE]);
  return self;
}

/**
 * fonds_attachments_of:
 * @body: a record's body
 *
 * Lists the files of a record.
 *
 * Returns: (transfer full) (element-type FondsAttachment): the attachments, in their order
 */
GPtrArray *
fonds_attachments_of (const FondsBody *body)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_attachment_free);

  for (guint i = 0; i < fonds_body_n_values (body, FONDS_MEDIA_FIELD); i++)
    {
      const FondsValue *value = fonds_body_value (body, FONDS_MEDIA_FIELD, i);
      const char *hash = _fonds_attachment_hash (value);

      if (hash != NULL)
        g_ptr_array_add (list, attachment_new (value, hash));
    }
  return list;
}

/* Says which file a value is. */
void
_fonds_attachment_set (FondsBody *body,
                       FondsValue *value,
                       const char *hash,
                       const char *type,
                       const char *name)
{
  g_autofree char *source = g_strconcat (SCHEME, hash, NULL);

  fonds_body_set (body, value, FONDS_ATTR_SOURCE, source);
  fonds_body_set (body, value, FONDS_ATTR_TYPE, type);
  fonds_body_set (body, value, FONDS_ATTR_NOTE, name);
}

/**
 * fonds_attachment_add:
 * @body: a record's body
 * @hash: the file's hash; it should be in the media folder
 * @type: its media type
 * @name: what it was called
 * @caption: (nullable): what stands under it
 * @language: (nullable): the caption's language
 *
 * Hangs a file on a record that is about to be saved, behind those that hang there.
 */
void
fonds_attachment_add (FondsBody *body,
                      const char *hash,
                      const char *type,
                      const char *name,
                      const char *caption,
                      const char *language)
{
  FondsValue *value = fonds_body_add (body, FONDS_MEDIA_FIELD);

  _fonds_attachment_set (body, value, hash, type, name);
  fonds_body_set (body, value, FONDS_ATTR_TEXT, caption);
  fonds_body_set (body, value, FONDS_ATTR_LANGUAGE, caption != NULL ? language : NULL);
}
