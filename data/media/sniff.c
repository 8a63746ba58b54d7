/* sniff.c - the media type of a file, by its first bytes
 *
 * What this library itself shows is known by a table of signatures, so that a name never decides which
 * decoder a file is given to. Everything else is asked of the desktop's database of types.
 * Thread: any; keeps no state.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/sniff.h"

#include <gio/gio.h>
#include <string.h>

/* A signature: bytes at a place, and perhaps more at another. */
typedef struct
{
  const char *type;
  const char *ending;
  FondsMediaSort sort;
  guint at, length;
  const char *bytes;
  guint also_at, also_length;
  const char *also;
} Signature;

#define PICTURE FONDS_MEDIA_SORT_PICTURE
#define DOCUMENT FONDS_MEDIA_SORT_DOCUMENT
#define SOUND FONDS_MEDIA_SORT_SOUND
#define FILM FONDS_MEDIA_SORT_FILM

static const Signature signatures[] = {
  { "image/jpeg", "jpg", PICTURE, 0, 3, "\xff\xd8\xff" },
  { "image/png", "png", PICTURE, 0, 8, "\x89PNG\r\n\x1a\n" },
  { "image/gif", "gif", PICTURE, 0, 4, "GIF8" },
  { "image/tiff", "tif", PICTURE, 0, 4, "II*\0" },
  { "image/tiff", "tif", PICTURE, 0, 4, "MM\0*" },
  { "image/tiff", "tif", PICTURE, 0, 4, "II+\0" },
  { "image/tiff", "tif", PICTURE, 0, 4, "MM\0+" },
  { "image/webp", "webp", PICTURE, 0, 4, "RIFF", 8, 4, "WEBP" },
  { "image/jp2", "jp2", PICTURE, 0, 12, "\0\0\0\x0cjP  \r\n\x87\n" },
  { "image/x-jp2-codestream", "j2k", PICTURE, 0, 4, "\xff\x4f\xff\x51" },
  { "image/bmp", "bmp", PICTURE, 0, 2, "BM", 6, 4, "\0\0\0\0" },
  { "image/heif", "heic", PICTURE, 4, 8, "ftypheic" },
  { "image/heif", "heic", PICTURE, 4, 8, "ftypheix" },
  { "image/heif", "heif", PICTURE, 4, 8, "ftypmif1" },
  { "image/avif", "avif", PICTURE, 4, 8, "ftypavif" },
  { "image/jxl", "jxl", PICTURE, 0, 2, "\xff\x0a" },
  { "image/jxl", "jxl", PICTURE, 0, 8, "\0\0\0\x0cJXL " },
  { "application/pdf", "pdf", DOCUMENT, 0, 5, "%PDF-" },
  { "audio/x-wav", "wav", SOUND, 0, 4, "RIFF", 8, 4, "WAVE" },
  { "audio/flac", "flac", SOUND, 0, 4, "fLaC" },
  { "audio/mpeg", "mp3", SOUND, 0, 3, "ID3" },
  { "audio/mpeg", "mp3", SOUND, 0, 2, "\xff\xfb" },
  { "audio/mp4", "m4a", SOUND, 4, 8, "ftypM4A " },
  { "video/mp4", "mp4", FILM, 4, 4, "ftyp" },
  { "video/webm", "webm", FILM, 0, 4, "\x1a\x45\xdf\xa3" },
  { "video/x-msvideo", "avi", FILM, 0, 4, "RIFF", 8, 4, "AVI " },
};

static gboolean
matches (const Signature *s, const guint8 *data, gsize length)
{
  return length >= s->at + s->length && memcmp (data + s->at, s->bytes, s->length) == 0 &&
         (s->also == NULL || (length >= s->also_at + s->also_length &&
                              memcmp (data + s->also_at, s->also, s->also_length) == 0));
}

/* An SVG drawing is XML whose outermost element is "svg": comments and a declaration may come first. */
static gboolean
is_svg (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);

  return strstr (text, "<svg") != NULL && (g_str_has_prefix (text, "<?xml") || *text == '<');
}

static char *
ask_desktop (const guint8 *data, gsize length, const char *name)
{
  g_autofree char *guess = g_content_type_guess (name, data, length, NULL);
  g_autofree char *type = g_content_type_get_mime_type (guess);

  /* What the table knows by its bytes, a name alone can't make of other bytes. */
  if (type == NULL || fonds_media_sort_of_type (type) == FONDS_MEDIA_SORT_PICTURE ||
      fonds_media_sort_of_type (type) == FONDS_MEDIA_SORT_DOCUMENT)
    return g_strdup ("application/octet-stream");
  return g_steal_pointer (&type);
}

/**
 * fonds_sniff_type:
 * @data: the file's beginning
 * @length: how much of it there is; %FONDS_SNIFF_LENGTH is enough
 * @name: (nullable): what it is called
 *
 * Says what a file is.
 *
 * Returns: (transfer full): a media type; "application/octet-stream" where nobody knows
 */
char *
fonds_sniff_type (const guint8 *data, gsize length, const char *name)
{
  length = MIN (length, FONDS_SNIFF_LENGTH);
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (matches (&signatures[i], data, length))
      return g_strdup (signatures[i].type);
  if (is_svg (data, length))
    return g_strdup ("image/svg+xml");
  return ask_desktop (data, length, name);
}

/* The ending of a name, if a file system of any kind bears it. */
static char *
plain_ending (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;
  gsize length = ending != NULL ? strlen (ending) : 0;

  if (length == 0 || length > 8 || dot == name)
    return g_strdup ("bin");
  for (const char *p = ending; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return g_strdup ("bin");
  return g_steal_pointer (&ending);
}

/**
 * fonds_sniff_ending:
 * @type: a media type
 * @name: (nullable): what the file is called
 *
 * Says how a file's name should end so that other programs know it.
 *
 * Returns: (transfer full): letters and digits, without the dot
 */
char *
fonds_sniff_ending (const char *type, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (strcmp (signatures[i].type, type) == 0)
      return g_strdup (signatures[i].ending);
  return strcmp (type, "image/svg+xml") == 0 ? g_strdup ("svg") : plain_ending (name);
}

/**
 * fonds_media_sort_of_type:
 * @type: (nullable): a media type
 *
 * Says how files of a type are shown.
 *
 * Returns: the sort
 */
FondsMediaSort
fonds_media_sort_of_type (const char *type)
{
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (signatures); i++)
    if (strcmp (signatures[i].type, type) == 0)
      return signatures[i].sort;
  if (g_strcmp0 (type, "image/svg+xml") == 0)
    return FONDS_MEDIA_SORT_PICTURE;
  if (type != NULL && g_str_has_prefix (type, "audio/"))
    return FONDS_MEDIA_SORT_SOUND;
  if (type != NULL && g_str_has_prefix (type, "video/"))
    return FONDS_MEDIA_SORT_FILM;
  return FONDS_MEDIA_SORT_OTHER;
}
