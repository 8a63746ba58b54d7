/* print-flow.h - lines of text that flow over pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * FondsInk:
 * @FONDS_INK_TEXT: what is read
 * @FONDS_INK_QUIET: what is said beside it
 *
 * How dark a text is.
 */
typedef enum
{
  FONDS_INK_TEXT,
  FONDS_INK_QUIET,
} FondsInk;

/**
 * FondsTypeface:
 * @size: in points
 * @bold: whether it is bold
 * @ink: how dark it is
 *
 * How a text is set.
 */
typedef struct
{
  double size;
  gboolean bold;
  FondsInk ink;
} FondsTypeface;

typedef struct _FondsPrintFlow FondsPrintFlow;

FondsPrintFlow *fonds_print_flow_new (double width, double height, gboolean mirrored);
void fonds_print_flow_free (FondsPrintFlow *self);

void fonds_print_flow_set_running (FondsPrintFlow *self,
                                   const char *head_start,
                                   const char *head_end,
                                   const char *foot);
void fonds_print_flow_skip (FondsPrintFlow *self, double height);
void fonds_print_flow_need (FondsPrintFlow *self, double height);
void fonds_print_flow_rule (FondsPrintFlow *self);
void fonds_print_flow_add (FondsPrintFlow *self, const char *text, const FondsTypeface *face);
void fonds_print_flow_begin_row (FondsPrintFlow *self, const char *label, const char *remark);
void fonds_print_flow_end_row (FondsPrintFlow *self);

guint fonds_print_flow_n_pages (FondsPrintFlow *self);
void fonds_print_flow_draw (FondsPrintFlow *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsPrintFlow, fonds_print_flow_free)

G_END_DECLS
