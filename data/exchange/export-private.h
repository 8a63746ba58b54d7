/* export-private.h - an export on its way, shared by the formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/custom-table.h"
#include "data/catalogue/document-table.h"
#include "data/exchange/export-choice.h"
#include "data/exchange/export-targets.h"
#include "data/exchange/export.h"

G_BEGIN_DECLS

/**
 * FondsExport:
 *
 * What the parts of one export share. Nothing of it outlives fonds_export_run().
 */
struct _FondsExport
{
  /* owned */
  FondsDb *db;
  char *origin; /* (nullable): the source that most records are from */
  FondsTargets *targets;
  FondsCustomTable *custom; /* the archive's own fields */
  FondsExportReport *report;
  FondsExportChoice *choice; /* (nullable): what goes out of the records that are no descriptions */
  GPtrArray *finished;       /* of FondsExportFile, that get their names at the end */
  GPtrArray *texts;          /* those of the columns that are being filled */
  GStringChunk *kept;        /* what of them is not the record's own */

  /* borrowed */
  const FondsExportOptions *options;
  GCancellable *cancellable;

  /* state */
  guint64 n_done;
  gint64 told; /* monotonic time of the last progress */
};

/**
 * FondsExportVisit:
 * @parent: (nullable): the uid of the record above it that is also handed out
 *
 * Is given one record after another; the document is valid during the call.
 */
typedef gboolean (*FondsExportVisit) (FondsExport *self,
                                      const FondsDocument *document,
                                      const char *parent,
                                      gpointer data,
                                      GError **error);

/**
 * FondsExportFile:
 * @stream: where to write
 *
 * A file of an export. It gets its name only when the whole export is done; one that goes out of scope
 * before that leaves nothing.
 */
typedef struct
{
  GOutputStream *stream;
  char *path; /* its name */
  char *half; /* its name until then */
} FondsExportFile;

gboolean fonds_export_visit (FondsExport *self,
                             gint64 id,
                             FondsExportVisit visit,
                             gpointer data,
                             GError **error);
gboolean fonds_export_walk_tree (FondsExport *self,
                                 FondsKind kind,
                                 FondsExportVisit visit,
                                 gpointer data,
                                 GError **error);
gboolean fonds_export_walk_kinds (FondsExport *self,
                                  guint32 kinds,
                                  FondsExportVisit visit,
                                  gpointer data,
                                  GError **error);
gboolean
fonds_export_walk_ids (FondsExport *self, FondsExportVisit visit, gpointer data, GError **error);
gboolean fonds_export_walk_uids (FondsExport *self,
                                 guint32 kinds,
                                 FondsExportVisit visit,
                                 gpointer data,
                                 GError **error);

FondsExportFile *fonds_export_open (FondsExport *self, const char *path, GError **error);
gboolean fonds_export_finish (FondsExport *self, FondsExportFile *file, GError **error);
void fonds_export_give_up (FondsExportFile *file);

gboolean
fonds_export_strip (FondsExport *self, FondsDocument *document, gboolean *shown, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsExportFile, fonds_export_give_up)

gboolean fonds_export_atom (FondsExport *self, GError **error);
gboolean fonds_export_csv (FondsExport *self, GError **error);
gboolean fonds_export_json (FondsExport *self, GError **error);

G_END_DECLS
