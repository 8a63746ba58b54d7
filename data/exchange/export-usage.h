/* export-usage.h - which columns and keys an export needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/export-private.h"

G_BEGIN_DECLS

typedef struct _FondsUsage FondsUsage;

FondsUsage *fonds_usage_new (const char *origin);
void fonds_usage_free (FondsUsage *self);

void fonds_usage_note (FondsUsage *self, const FondsBody *body);
gboolean fonds_usage_note_fields (FondsUsage *self, const FondsBody *body);
gboolean fonds_usage_has (const FondsUsage *self, const char *field);
gboolean fonds_usage_has_attr (const FondsUsage *self, const char *field, FondsAttr attr);
gboolean fonds_usage_has_plain (const FondsUsage *self, const char *field);
char **fonds_usage_list_types (const FondsUsage *self, const char *field);
guint64 fonds_usage_n (const FondsUsage *self);
char **fonds_usage_list_custom (const FondsUsage *self);
char **fonds_usage_list_languages (const FondsUsage *self, const char *field);
gboolean fonds_usage_has_keys (const FondsUsage *self);

const char *fonds_usage_key (const FondsUsage *self, const FondsBody *body, gboolean always);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsUsage, fonds_usage_free)

G_END_DECLS
