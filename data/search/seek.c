/* seek.c - where in an answer a letter, a year or a code begins
 *
 * Halves the ordered ids, reading the keys of some twenty records by their ids, which takes less than
 * a millisecond in a million. The keys are those by which the answer was ordered.
 * Thread: main context; the keys are read on the store's rows thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/seek.h"

#include "data/search/columns-table.h"
#include "data/search/error.h"
#include "data/text/collate.h"
#include "data/text/date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WEIGHTS_END 0x01

typedef struct
{
  guint8 bytes[FONDS_ORDER_KEY_MAX];
  guint length;
} Key;

typedef struct
{
  FondsAnswer *answer;
  FondsSeek what;
  gboolean descending;
  Key wanted;
  Key found; /* of the record that is looked at */
  guint position;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  fonds_answer_unref (job->answer);
  g_free (job);
}

static FondsOrderId
order_of (FondsSeek what)
{
  switch (what)
    {
    case FONDS_SEEK_DATE:
      return FONDS_ORDER_DATE;
    case FONDS_SEEK_REFERENCE:
      return FONDS_ORDER_REFERENCE;
    case FONDS_SEEK_TITLE:
    case FONDS_SEEK_NOTHING:
    default:
      return FONDS_ORDER_TITLE;
    }
}

/* Where the order is turned round, from the far end of what begins so: behind all primary weights, which
 * a 1 ends in every sort key. */
static void
title_key (const char *text, gboolean descending, Key *key)
{
  gsize length;
  g_autofree guint8 *bytes = fonds_text_sort_key (text, &length);
  const guint8 *end = memchr (bytes, WEIGHTS_END, length);

  if (descending && end != NULL)
    length = (gsize) (end - bytes);
  key->length = (guint) MIN (length, sizeof key->bytes - 1);
  memcpy (key->bytes, bytes, key->length);
  if (descending)
    key->bytes[key->length++] = 0xff;
}

static gboolean
date_key (const char *text, gboolean descending, Key *key)
{
  FondsFacts facts = { 0 };
  FondsDays days;

  if (!fonds_date_days (text, &days))
    return FALSE;
  facts.dated = TRUE;
  facts.from_day = descending ? days.to : days.from;
  facts.to_day = descending ? FONDS_DAY_LATEST : FONDS_DAY_EARLIEST;
  key->length = fonds_facts_key (&facts, FONDS_ORDER_DATE, key->bytes);
  return TRUE;
}

static void
reference_key (const char *text, gboolean descending, Key *key)
{
  key->length = fonds_order_reference_key (text, key->bytes);
  if (descending && key->length < sizeof key->bytes)
    key->bytes[key->length++] = 0xff;
}

static gboolean
make_key (Job *job, const char *text)
{
  if (job->what == FONDS_SEEK_DATE)
    return date_key (text, job->descending, &job->wanted);
  if (job->what == FONDS_SEEK_REFERENCE)
    reference_key (text, job->descending, &job->wanted);
  else
    title_key (text, job->descending, &job->wanted);
  return job->wanted.length > 0;
}

static void
take_key (const FondsFacts *facts, gpointer data)
{
  Job *job = data;

  job->found.length = fonds_facts_key (facts, order_of (job->what), job->found.bytes);
}

/* Records without a key stand last, in either direction. */
static gboolean
is_before (const Job *job)
{
  guint length = MIN (job->found.length, job->wanted.length);
  int difference = memcmp (job->found.bytes, job->wanted.bytes, length);

  if (job->found.length == 0)
    return FALSE;
  if (difference == 0)
    difference = job->found.length < job->wanted.length   ? -1
                 : job->found.length > job->wanted.length ? 1
                                                          : 0;
  return job->descending ? difference > 0 : difference < 0;
}

static gboolean
halve (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  guint first = 0;
  guint end = job->answer->n;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      job->found.length = 0;
      if (!fonds_facts_of (db, job->answer->ids[middle], take_key, job, error))
        return FALSE;
      if (is_before (job))
        first = middle + 1;
      else
        end = middle;
    }
  job->position = MIN (first, job->answer->n - 1);
  return TRUE;
}

/**
 * fonds_seek_of:
 * @request: what was asked
 * @answer: what was answered
 *
 * Says what can be looked for in an answer, after its order. With words the most relevant come first,
 * without them the titles stand in order.
 *
 * Returns: what fonds_seek_async() understands
 */
FondsSeek
fonds_seek_of (const FondsRequest *request, FondsAnswer *answer)
{
  switch (request->sort)
    {
    case FONDS_SORT_TITLE:
      return FONDS_SEEK_TITLE;
    case FONDS_SORT_RELEVANCE:
      return answer->matcher == NULL && !request->descending ? FONDS_SEEK_TITLE
                                                             : FONDS_SEEK_NOTHING;
    case FONDS_SORT_DATE:
      return FONDS_SEEK_DATE;
    case FONDS_SORT_REFERENCE:
      return FONDS_SEEK_REFERENCE;
    case FONDS_SORT_CHANGED:
    case FONDS_SORT_HIERARCHY:
    case FONDS_N_SORTS:
    default:
      return FONDS_SEEK_NOTHING;
    }
}

/**
 * fonds_seek_async:
 * @catalogue: whose records they are
 * @answer: an answer of more than nothing
 * @request: what was asked
 * @text: what is looked for
 * @cancellable: (nullable): what stops it
 * @callback: called when it was found
 * @user_data: for @callback
 *
 * Looks for the first record at which what is looked for begins, or would stand. The error is
 * %FONDS_SEARCH_ERROR_SYNTAX where @text makes no sense in that order.
 */
void
fonds_seek_async (FondsCatalogue *catalogue,
                  FondsAnswer *answer,
                  const FondsRequest *request,
                  const char *text,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (answer->n > 0);

  job->answer = fonds_answer_ref (answer);
  job->what = fonds_seek_of (request, answer);
  job->descending = request->descending;
  if (job->what != FONDS_SEEK_NOTHING && make_key (job, text))
    {
      fonds_store_run_async (fonds_catalogue_get_store (catalogue), FONDS_LANE_ROWS, halve, job,
                             job_free, cancellable, callback, user_data);
      return;
    }
  job_free (job);
  g_task_report_new_error (fonds_catalogue_get_store (catalogue), callback, user_data,
                           fonds_seek_async, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_SYNTAX,
                           _ ("“%s” is nothing that this order goes by"), text);
}

/**
 * fonds_seek_finish:
 * @catalogue: whose records they are
 * @result: what the callback was given
 * @position: (out): where it begins
 * @error: return location for an error
 *
 * Ends fonds_seek_async().
 *
 * Returns: whether there is such a place
 */
gboolean
fonds_seek_finish (FondsCatalogue *catalogue, GAsyncResult *result, guint *position, GError **error)
{
  Job *job = fonds_store_run_finish (fonds_catalogue_get_store (catalogue), result, error);

  if (job == NULL)
    return FALSE;
  *position = job->position;
  return TRUE;
}
