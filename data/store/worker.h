/* worker.h - a thread with a connection and a queue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/store.h"

G_BEGIN_DECLS

typedef struct _FondsWorker FondsWorker;
typedef struct _FondsJob FondsJob;

typedef void (*FondsJobDone) (FondsJob *job, GError *error, gpointer user_data);

FondsWorker *fonds_worker_new (FondsDb *db, const char *name);
void fonds_worker_stop (FondsWorker *self);

gboolean fonds_worker_is_current (FondsWorker *self);
void fonds_worker_push (FondsWorker *self,
                        FondsLane lane,
                        FondsStoreFunc func,
                        gpointer data,
                        GCancellable *cancellable,
                        FondsJobDone done,
                        gpointer user_data);

G_END_DECLS
