/* names.h - who and what is meant by the names in cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/exchange/row-uids.h"

G_BEGIN_DECLS

/**
 * FondsNameRequest:
 * @name: the name
 * @location: (nullable): of a container, where it stands
 * @type: (nullable): of a container or a subject, its type
 * @language: (nullable): the language of the name
 * @field: the field that refers to it
 * @targets: mask of the kinds that it may be
 * @kind: what an unknown one becomes, or %FONDS_KIND_NONE to guess
 * @must_exist: nothing is made of an unknown name
 *
 * A name in a cell.
 */
typedef struct
{
  const char *name;
  const char *location;
  const char *type;
  const char *language;
  const char *field;
  guint32 targets;
  FondsKind kind;
  gboolean must_exist;
} FondsNameRequest;

typedef struct _FondsNames FondsNames;

FondsNames *fonds_names_new (FondsDb *db, FondsRowUids *uids, gboolean links);
void fonds_names_free (FondsNames *self);

void fonds_names_set_origin (FondsNames *self, const char *name, gint64 origin);
void fonds_names_announce (FondsNames *self,
                           FondsKind kind,
                           const char *name,
                           const char *location,
                           const char *type,
                           guint32 row,
                           const char *key);
gboolean fonds_names_resolve (FondsNames *self,
                              const FondsNameRequest *request,
                              const FondsBody *current,
                              FondsUid uid,
                              GError **error);

GPtrArray *fonds_names_take_made (FondsNames *self);
void fonds_names_forget_made (FondsNames *self);
guint fonds_names_n_made (const FondsNames *self, FondsKind kind);
guint fonds_names_n_elsewhere (const FondsNames *self);
GPtrArray *fonds_names_list_elsewhere (const FondsNames *self);

char *fonds_name_key (FondsKind kind, const char *name, const char *location, const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsNames, fonds_names_free)

G_END_DECLS
