/* safe-file.c - a file that is written whole or not at all
 *
 * For lists that people save from a window: what was there before stays when the writing fails, and a
 * catalogue is never written over.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/safe-file.h"

#include "data/exchange/error.h"
#include "data/store/schema.h"

#include <glib/gi18n-lib.h>

/**
 * fonds_safe_file_write:
 * @path: a file; what is there is overwritten when the new content is whole
 * @write: writes the content
 * @data: for @write
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes a file.
 *
 * Returns: whether it was written
 */
gboolean
fonds_safe_file_write (const char *path,
                       FondsSafeWrite write,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) given_up = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && fonds_schema_check_header (path, NULL))
    {
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE,
                   _ ("“%s” is a catalogue; it was not touched. Choose another name."), path);
      return FALSE;
    }
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (write (G_OUTPUT_STREAM (stream), data, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* Closed as cancelled, the stream leaves what was there. */
  given_up = g_cancellable_new ();
  g_cancellable_cancel (given_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);
  return FALSE;
}
