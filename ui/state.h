/* state.h - what a window remembers from one start to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FONDS_TYPE_STATE (fonds_state_get_type ())

G_DECLARE_FINAL_TYPE (FondsState, fonds_state, FONDS, STATE, GObject)

FondsState *fonds_state_new (GApplication *application, const char *name);
FondsState *fonds_state_new_for_catalogue (GApplication *application, const char *path);

void fonds_state_load_async (FondsState *self, GAsyncReadyCallback callback, gpointer user_data);
void fonds_state_load_finish (FondsState *self, GAsyncResult *result);
void fonds_state_flush (FondsState *self);

gboolean
fonds_state_get_boolean (FondsState *self, const char *group, const char *key, gboolean otherwise);
gint64 fonds_state_get_int (FondsState *self, const char *group, const char *key, gint64 otherwise);
char *fonds_state_dup_string (FondsState *self, const char *group, const char *key);
char **fonds_state_dup_strings (FondsState *self, const char *group, const char *key);

void fonds_state_set_boolean (FondsState *self, const char *group, const char *key, gboolean value);
void fonds_state_set_int (FondsState *self, const char *group, const char *key, gint64 value);
void
fonds_state_set_string (FondsState *self, const char *group, const char *key, const char *value);
void fonds_state_set_strings (FondsState *self,
                              const char *group,
                              const char *key,
                              const char *const *values);

G_END_DECLS
