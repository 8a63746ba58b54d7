/* folder.c - the media folder: files named by their content
 *
 * A file lies at ab/abcdef….ext by the digits of its SHA-256; what is there is whole, since it was
 * written under another name, brought to the disk and renamed. Nothing here is ever deleted, and only a
 * file that is damaged is replaced, by the whole one. What was made of a file lies in .derived/ under the same digits, and may be deleted any time.
 * Thread: any but the main one; keeps no state.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/folder.h"

#include "data/media/error.h"
#include "data/media/sniff.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define INCOMING ".incoming"
#define DERIVED ".derived"

/* How much is read at a time. */
#define PIECE (1024 * 1024)

/**
 * fonds_kept_free:
 * @self: (transfer full) (nullable): what was kept
 *
 * Frees it.
 */
void
fonds_kept_free (FondsKept *self)
{
  if (self == NULL)
    return;
  g_free (self->hash);
  g_free (self->type);
  g_free (self->name);
  g_free (self);
}

/**
 * fonds_hash_is_valid:
 * @hash: (nullable): what may be a hash
 *
 * Returns: whether it is 64 hexadecimal digits in lower case, and so may become a part of a path
 */
gboolean
fonds_hash_is_valid (const char *hash)
{
  return hash != NULL && strlen (hash) == FONDS_HASH_LENGTH &&
         strspn (hash, "0123456789abcdef") == FONDS_HASH_LENGTH;
}

static char *
drawer_of (const char *folder, const char *hash)
{
  const char drawer[3] = { hash[0], hash[1], '\0' };

  return g_build_filename (folder, drawer, NULL);
}

/**
 * fonds_folder_find:
 * @folder: the media folder
 * @hash: a file's hash
 *
 * Returns: (transfer full) (nullable): where the file lies; %NULL where it doesn't
 */
char *
fonds_folder_find (const char *folder, const char *hash)
{
  g_autofree char *drawer = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!fonds_hash_is_valid (hash))
    return NULL;
  drawer = drawer_of (folder, hash);
  dir = g_dir_open (drawer, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strncmp (name, hash, FONDS_HASH_LENGTH) == 0 && name[FONDS_HASH_LENGTH] == '.')
      return g_build_filename (drawer, name, NULL);
  return NULL;
}

/**
 * fonds_folder_require:
 * @folder: the media folder
 * @hash: a file's hash
 * @error: return location for %FONDS_MEDIA_ERROR_MISSING
 *
 * Returns: (transfer full) (nullable): where the file lies
 */
char *
fonds_folder_require (const char *folder, const char *hash, GError **error)
{
  char *path = fonds_folder_find (folder, hash);

  if (path == NULL)
    g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_MISSING,
                         _ ("The file is missing from the media folder."));
  return path;
}

/**
 * fonds_folder_derived:
 * @folder: the media folder
 * @hash: a file's hash
 * @ending: what it is: "facts", "0-256.jpg"
 *
 * Returns: (transfer full): where something that was made of a file lies or would lie
 */
char *
fonds_folder_derived (const char *folder, const char *hash, const char *ending)
{
  const char drawer[3] = { hash[0], hash[1], '\0' };
  g_autofree char *name = g_strdup_printf ("%s-%s", hash, ending);

  return g_build_filename (folder, DERIVED, drawer, name, NULL);
}

/**
 * fonds_folder_make:
 * @path: where a file is to be written
 * @error: return location for an error
 *
 * Makes the folders that lead to a file.
 *
 * Returns: whether they are there
 */
gboolean
fonds_folder_make (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _ ("The media folder “%s” can't be written: %s"), folder, g_strerror (errno));
  return FALSE;
}

/* A file on its way in. */
typedef struct
{
  int fd;
  char *path;
  GChecksum *checksum;
  guint8 head[FONDS_SNIFF_LENGTH];
  gsize head_length;
  gint64 length;
} Incoming;

static void
incoming_clear (Incoming *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_clear_pointer (&self->checksum, g_checksum_free);
}

static gboolean
fail_writing (const char *path, GError **error)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("“%s” can't be written: %s"),
               path, g_strerror (number));
  return FALSE;
}

static gboolean
incoming_open (Incoming *self, const char *folder, GError **error)
{
  self->path = g_build_filename (folder, INCOMING, "XXXXXX", NULL);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  if (!fonds_folder_make (self->path, error))
    {
      g_clear_pointer (&self->path, g_free);
      return FALSE;
    }
  self->fd = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd >= 0)
    return TRUE;
  fail_writing (self->path, error);
  g_clear_pointer (&self->path, g_free);
  return FALSE;
}

static gboolean
incoming_write (Incoming *self, const guint8 *data, gsize length, GError **error)
{
  gsize head = MIN (length, sizeof self->head - self->head_length);

  memcpy (self->head + self->head_length, data, head);
  self->head_length += head;
  self->length += length;
  g_checksum_update (self->checksum, data, length);
  while (length > 0)
    {
      gssize n = write (self->fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_writing (self->path, error);
      data += n;
      length -= n;
    }
  return TRUE;
}

static gboolean
incoming_fill (Incoming *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize n;

  if (stream == NULL)
    return FALSE;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), piece, PIECE, cancellable, error)) > 0)
    if (!incoming_write (self, piece, n, error))
      return FALSE;
  return n == 0;
}

static gboolean
sync_folder (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean fine = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);

  if (!fine)
    fail_writing (path, error);
  if (fd >= 0)
    close (fd);
  return fine;
}

/* The file becomes read-only: a program that opens it should not change it by mistake. */
static gboolean
incoming_settle (Incoming *self, const char *to, GError **error)
{
  g_autofree char *drawer = g_path_get_dirname (to);

  if (fchmod (self->fd, 0444) != 0 || fsync (self->fd) != 0)
    return fail_writing (self->path, error);
  if (!fonds_folder_make (to, error))
    return FALSE;
  if (g_rename (self->path, to) != 0)
    return fail_writing (to, error);
  g_clear_pointer (&self->path, g_free);
  return sync_folder (drawer, error);
}

static gboolean
is_whole (const char *path, const char *hash)
{
  g_autofree char *found = path != NULL ? fonds_folder_hash (path, NULL, NULL) : NULL;

  return g_strcmp0 (found, hash) == 0;
}

/* What is there already stays, unless it was damaged meanwhile: then this is the good copy. */
static gboolean
put_in_place (const char *folder, Incoming *incoming, const FondsKept *kept, GError **error)
{
  g_autofree char *there = fonds_folder_find (folder, kept->hash);
  g_autofree char *drawer = NULL;
  g_autofree char *ending = NULL;
  g_autofree char *name = NULL;
  g_autofree char *to = NULL;

  if (is_whole (there, kept->hash))
    return TRUE;
  drawer = drawer_of (folder, kept->hash);
  ending = fonds_sniff_ending (kept->type, kept->name);
  name = g_strdup_printf ("%s.%s", kept->hash, ending);
  to = there != NULL ? g_strdup (there) : g_build_filename (drawer, name, NULL);
  return incoming_settle (incoming, to, error);
}

static gboolean
check_file (GFile *file, GCancellable *cancellable, char **name, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file,
                         G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  *name = g_strdup (g_file_info_get_display_name (info));
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  g_set_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_A_FILE,
               g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
                   ? _ ("“%s” is a folder, not a file.")
                   : _ ("“%s” is not an ordinary file."),
               *name);
  return FALSE;
}

/**
 * fonds_folder_keep:
 * @folder: the media folder; made where it is not there yet
 * @file: what is to be kept
 * @cancellable: (nullable): stops it; nothing is left behind then
 * @error: return location; %FONDS_MEDIA_ERROR_NOT_A_FILE, or what reading or writing met
 *
 * Copies a file into the folder, unless it is there already. When this returns it is on the disk.
 *
 * Returns: (transfer full) (nullable): what it is called from now on
 */
FondsKept *
fonds_folder_keep (const char *folder, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsKept) kept = g_new0 (FondsKept, 1);
  Incoming incoming = { .fd = -1 };
  gboolean fine = check_file (file, cancellable, &kept->name, error) &&
                  incoming_open (&incoming, folder, error) &&
                  incoming_fill (&incoming, file, cancellable, error);

  if (fine && incoming.length == 0)
    {
      g_set_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_A_FILE, _ ("“%s” is empty."),
                   kept->name);
      fine = FALSE;
    }
  if (fine)
    {
      kept->hash = g_strdup (g_checksum_get_string (incoming.checksum));
      kept->type = fonds_sniff_type (incoming.head, incoming.head_length, kept->name);
      fine = put_in_place (folder, &incoming, kept, error);
    }
  incoming_clear (&incoming);
  return fine ? g_steal_pointer (&kept) : NULL;
}

static void
fail_reading (const char *path, GError **error)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _ ("“%s” can't be read: %s"),
               path, g_strerror (number));
}

static void
hash_through (int fd,
              const char *path,
              GChecksum *checksum,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize n = 1;

  while (n > 0 && !g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      n = read (fd, piece, PIECE);
      if (n > 0)
        g_checksum_update (checksum, piece, n);
      else if (n < 0)
        fail_reading (path, error);
    }
}

/**
 * fonds_folder_hash:
 * @path: a file
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads a file through, without pushing everything else out of the machine's memory.
 *
 * Returns: (transfer full) (nullable): the SHA-256 of its bytes
 */
char *
fonds_folder_hash (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) own = NULL;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      fail_reading (path, error);
      return NULL;
    }
  hash_through (fd, path, checksum, cancellable, &own);
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  close (fd);
  if (own == NULL)
    return g_strdup (g_checksum_get_string (checksum));
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}
