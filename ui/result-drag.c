/* result-drag.c - records dragged out of the results
 *
 * Offers their citations as text. They are put together when somebody takes them, not when the drag
 * begins: a drag of a thousand records begins at once, and costs nothing if it is let go.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-drag.h"

#include "ui/result-text.h"

#include <string.h>

#define TEXT_TYPE "text/plain;charset=utf-8"

struct _FondsResultDrag
{
  GdkContentProvider parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  guint32 *ids;
  guint n;
};

G_DEFINE_FINAL_TYPE (FondsResultDrag, fonds_result_drag, GDK_TYPE_CONTENT_PROVIDER)

typedef struct
{
  GOutputStream *stream;
  char *text; /* (nullable): until it is there */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->stream);
  g_free (job->text);
  g_free (job);
}

static GdkContentFormats *
fonds_result_drag_ref_formats (GdkContentProvider *provider)
{
  static const char *types[] = { TEXT_TYPE, "text/plain" };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  guint n;
  char *text = fonds_result_text_finish (result, &n, &error);

  if (!text)
    {
      g_task_return_error (task, error);
      return;
    }
  job->text = text;
  g_output_stream_write_all_async (job->stream, text, strlen (text), g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, g_object_ref (task));
}

static void
fonds_result_drag_write_async (GdkContentProvider *provider,
                               const char *type,
                               GOutputStream *stream,
                               int priority,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  FondsResultDrag *self = FONDS_RESULT_DRAG (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, fonds_result_drag_write_async);
  g_task_set_priority (task, priority);
  job->stream = g_object_ref (stream);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  fonds_result_text_async (self->catalogue, self->ids, self->n, FONDS_RESULT_TEXT_CITATION,
                           cancellable, text_cb, task);
}

static gboolean
fonds_result_drag_write_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
fonds_result_drag_finalize (GObject *object)
{
  FondsResultDrag *self = FONDS_RESULT_DRAG (object);

  g_object_unref (self->catalogue);
  g_free (self->ids);

  G_OBJECT_CLASS (fonds_result_drag_parent_class)->finalize (object);
}

static void
fonds_result_drag_class_init (FondsResultDragClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fonds_result_drag_finalize;
  provider_class->ref_formats = fonds_result_drag_ref_formats;
  provider_class->write_mime_type_async = fonds_result_drag_write_async;
  provider_class->write_mime_type_finish = fonds_result_drag_write_finish;
}

static void
fonds_result_drag_init (FondsResultDrag *self)
{
}

/**
 * fonds_result_drag_new:
 * @catalogue: whose records they are
 * @ids: (array length=n): records; copied
 * @n: how many
 *
 * Offers records to whoever they are dropped on.
 *
 * Returns: (transfer full): the offer
 */
GdkContentProvider *
fonds_result_drag_new (FondsCatalogue *catalogue, const guint32 *ids, guint n)
{
  FondsResultDrag *self = g_object_new (FONDS_TYPE_RESULT_DRAG, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->ids = g_memdup2 (ids, n * sizeof *ids);
  self->n = n;
  return GDK_CONTENT_PROVIDER (self);
}
