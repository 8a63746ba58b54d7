/* media-page.c - one page of one file on a record, as strips and the viewer go through them
 *
 * Begins with what the record says of the file; what the file says of itself comes later, and is
 * told by notify::facts.
 * Thread: main context. Ownership: all pages share the record's attachments.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-page.h"

#include <glib/gi18n-lib.h>

struct _FondsMediaPage
{
  GObject parent_instance;

  /* owned */
  FondsMedia *media;
  GPtrArray *attachments;
  FondsMediaFacts *facts; /* (nullable): not known yet */

  /* state */
  guint index;  /* in attachments */
  guint number; /* of the page in its file, from 0 */
};

G_DEFINE_FINAL_TYPE (FondsMediaPage, fonds_media_page, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FACTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
fonds_media_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FACTS)
    g_value_set_pointer (value, FONDS_MEDIA_PAGE (object)->facts);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_media_page_finalize (GObject *object)
{
  FondsMediaPage *self = FONDS_MEDIA_PAGE (object);

  g_object_unref (self->media);
  g_ptr_array_unref (self->attachments);
  g_clear_pointer (&self->facts, fonds_media_facts_unref);

  G_OBJECT_CLASS (fonds_media_page_parent_class)->finalize (object);
}

static void
fonds_media_page_class_init (FondsMediaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fonds_media_page_get_property;
  object_class->finalize = fonds_media_page_finalize;

  properties[PROP_FACTS] =
      g_param_spec_pointer ("facts", NULL, NULL,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fonds_media_page_init (FondsMediaPage *self)
{
}

/**
 * fonds_media_page_new:
 * @media: the media of the record's catalogue
 * @attachments: (element-type FondsAttachment): the record's files
 * @index: which of them
 *
 * Makes the first page of a file.
 *
 * Returns: (transfer full): the page
 */
FondsMediaPage *
fonds_media_page_new (FondsMedia *media, GPtrArray *attachments, guint index)
{
  FondsMediaPage *self = g_object_new (FONDS_TYPE_MEDIA_PAGE, NULL);

  self->media = g_object_ref (media);
  self->attachments = g_ptr_array_ref (attachments);
  self->index = index;
  return self;
}

/**
 * fonds_media_page_new_next:
 * @first: a page
 * @number: the number of another page of its file, from 0
 *
 * Makes another page of the same file.
 *
 * Returns: (transfer full): the page
 */
FondsMediaPage *
fonds_media_page_new_next (FondsMediaPage *first, guint number)
{
  FondsMediaPage *self = fonds_media_page_new (first->media, first->attachments, first->index);

  self->number = number;
  if (first->facts)
    self->facts = fonds_media_facts_ref (first->facts);
  return self;
}

/**
 * fonds_media_page_get_media:
 * @self: a page
 *
 * Returns: (transfer none): the media that the file belongs to
 */
FondsMedia *
fonds_media_page_get_media (FondsMediaPage *self)
{
  g_return_val_if_fail (FONDS_IS_MEDIA_PAGE (self), NULL);

  return self->media;
}

/**
 * fonds_media_page_get_attachment:
 * @self: a page
 *
 * Returns: (transfer none): what the record says of the file
 */
const FondsAttachment *
fonds_media_page_get_attachment (FondsMediaPage *self)
{
  g_return_val_if_fail (FONDS_IS_MEDIA_PAGE (self), NULL);

  return g_ptr_array_index (self->attachments, self->index);
}

/**
 * fonds_media_page_get_index:
 * @self: a page
 *
 * Returns: which of the record's files it belongs to, from 0
 */
guint
fonds_media_page_get_index (FondsMediaPage *self)
{
  g_return_val_if_fail (FONDS_IS_MEDIA_PAGE (self), 0);

  return self->index;
}

/**
 * fonds_media_page_get_number:
 * @self: a page
 *
 * Returns: which page of its file it is, from 0
 */
guint
fonds_media_page_get_number (FondsMediaPage *self)
{
  g_return_val_if_fail (FONDS_IS_MEDIA_PAGE (self), 0);

  return self->number;
}

/**
 * fonds_media_page_get_facts:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what the file says of itself, if that is known yet
 */
FondsMediaFacts *
fonds_media_page_get_facts (FondsMediaPage *self)
{
  g_return_val_if_fail (FONDS_IS_MEDIA_PAGE (self), NULL);

  return self->facts;
}

/**
 * fonds_media_page_set_facts:
 * @self: a page
 * @facts: what its file says of itself
 *
 * Tells a page, and whoever listens to it, about its file.
 */
void
fonds_media_page_set_facts (FondsMediaPage *self, FondsMediaFacts *facts)
{
  g_return_if_fail (FONDS_IS_MEDIA_PAGE (self));

  g_clear_pointer (&self->facts, fonds_media_facts_unref);
  self->facts = fonds_media_facts_ref (facts);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACTS]);
}

/**
 * fonds_media_page_get_sort:
 * @self: a page
 *
 * Returns: how its file is shown; until the file said so itself, by its type on the record
 */
FondsMediaSort
fonds_media_page_get_sort (FondsMediaPage *self)
{
  g_return_val_if_fail (FONDS_IS_MEDIA_PAGE (self), FONDS_MEDIA_SORT_OTHER);

  return self->facts ? self->facts->sort
                     : fonds_media_sort_of_type (fonds_media_page_get_attachment (self)->type);
}

/**
 * fonds_media_page_has_picture:
 * @self: a page
 *
 * Returns: whether there is a picture of it, as far as is known
 */
gboolean
fonds_media_page_has_picture (FondsMediaPage *self)
{
  FondsMediaSort sort = fonds_media_page_get_sort (self);

  return sort == FONDS_MEDIA_SORT_PICTURE || sort == FONDS_MEDIA_SORT_DOCUMENT;
}

/**
 * fonds_media_page_get_icon:
 * @self: a page
 *
 * Returns: (transfer none): the name of the icon that stands for its file
 */
const char *
fonds_media_page_get_icon (FondsMediaPage *self)
{
  switch (fonds_media_page_get_sort (self))
    {
    case FONDS_MEDIA_SORT_PICTURE:
      return "image-x-generic-symbolic";
    case FONDS_MEDIA_SORT_DOCUMENT:
      return "x-office-document-symbolic";
    case FONDS_MEDIA_SORT_SOUND:
      return "audio-x-generic-symbolic";
    case FONDS_MEDIA_SORT_FILM:
      return "video-x-generic-symbolic";
    default:
      return "text-x-generic-symbolic";
    }
}

/**
 * fonds_media_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none): the file's caption, else its name
 */
const char *
fonds_media_page_get_title (FondsMediaPage *self)
{
  const FondsAttachment *attachment = fonds_media_page_get_attachment (self);

  if (attachment->caption && *attachment->caption)
    return attachment->caption;
  return attachment->name && *attachment->name ? attachment->name : _ ("Untitled");
}

static const char *
name_sort (FondsMediaSort sort)
{
  switch (sort)
    {
    case FONDS_MEDIA_SORT_PICTURE:
      return _ ("Picture");
    case FONDS_MEDIA_SORT_DOCUMENT:
      return _ ("PDF document");
    case FONDS_MEDIA_SORT_SOUND:
      return _ ("Sound recording");
    case FONDS_MEDIA_SORT_FILM:
      return _ ("Moving picture");
    default:
      return _ ("File");
    }
}

/**
 * fonds_media_page_dup_description:
 * @self: a page
 *
 * Says what its file is: its sort, size and number of pages, or what is wrong with it.
 *
 * Returns: (transfer full): a line of text
 */
char *
fonds_media_page_dup_description (FondsMediaPage *self)
{
  GString *text = g_string_new (name_sort (fonds_media_page_get_sort (self)));
  g_autofree char *size = NULL;

  if (!self->facts)
    return g_string_free (text, FALSE);
  if (self->facts->problem)
    {
      g_string_assign (text, self->facts->problem);
      return g_string_free (text, FALSE);
    }
  if (self->facts->pages > 1)
    g_string_append_printf (text, ngettext (" · %u page", " · %u pages", self->facts->pages),
                            self->facts->pages);
  else if (self->facts->width > 0 && self->facts->sort == FONDS_MEDIA_SORT_PICTURE)
    g_string_append_printf (text, " · %d × %d", self->facts->width, self->facts->height);
  size = g_format_size ((guint64) self->facts->bytes);
  g_string_append_printf (text, " · %s", size);
  return g_string_free (text, FALSE);
}
