/* json-writer.h - writes JSON for programs that call us, indented for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FondsJsonWriter FondsJsonWriter;

FondsJsonWriter *fonds_json_writer_new (void);
void fonds_json_writer_free (FondsJsonWriter *self);

void fonds_json_writer_begin (FondsJsonWriter *self, char bracket);
void fonds_json_writer_end (FondsJsonWriter *self, char bracket);
void fonds_json_writer_name (FondsJsonWriter *self, const char *name);
void fonds_json_writer_string (FondsJsonWriter *self, const char *name, const char *value);
void fonds_json_writer_int (FondsJsonWriter *self, const char *name, gint64 value);
void fonds_json_writer_boolean (FondsJsonWriter *self, const char *name, gboolean value);

const char *fonds_json_writer_text (FondsJsonWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsJsonWriter, fonds_json_writer_free)

G_END_DECLS
