/* pool.h - workers that begin with what was asked for last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FondsPool FondsPool;

FondsPool *fonds_pool_new (guint n_threads);
void fonds_pool_free (FondsPool *self);

void fonds_pool_push (FondsPool *self, GTask *task, GTaskThreadFunc func);

G_END_DECLS
