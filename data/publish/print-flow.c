/* print-flow.c - lines of text that flow over pages
 *
 * Text is laid out once, when it is added, and cut into lines, each with its page and its place;
 * drawing a page is drawing its lines. A row is a label in the first column with values in the second.
 * All lengths are points. Pages are counted from 0.
 * Thread: one at a time; a flow has its own fonts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/publish/print-flow.h"

#include <glib/gi18n-lib.h>

#define FONTS "Noto Sans, Noto Sans Hebrew, DejaVu Sans, Sans"
#define MARGIN 54
#define RUNNING 26 /* from the edge of the text to the head and the foot */
#define LABELS 124 /* the width of the first column */
#define GAP 12

#define RUNNING_SIZE 8
#define AT_END 0.3 /* the share of what stands at the end of the head and of the foot */
#define LABEL_SIZE 9

/* A line of text on its page. */
typedef struct
{
  guint page;
  double x;
  double y; /* of the baseline */
  FondsInk ink;
  PangoLayoutLine *line; /* owned; NULL: a rule from one margin to the other */
} Piece;

struct _FondsPrintFlow
{
  /* owned */
  PangoFontMap *fonts;
  PangoContext *context;
  GArray *pieces; /* of Piece, by page */
  char *head_start;
  char *head_end;
  char *foot;

  /* state */
  double width;
  double height;
  gboolean mirrored; /* the page runs from the right */
  guint page;        /* where the next text goes */
  double y;
  gboolean in_row;
  guint label_page; /* where the label of the row ends */
  double label_y;
};

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->line, pango_layout_line_unref);
}

/* Paper has points enough: letters stand where they belong, not where a screen would want them. */
static void
set_options (FondsPrintFlow *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
}

/**
 * fonds_print_flow_new:
 * @width: of the paper
 * @height: of the paper
 * @mirrored: whether pages run from the right
 *
 * Returns: (transfer full): an empty first page
 */
FondsPrintFlow *
fonds_print_flow_new (double width, double height, gboolean mirrored)
{
  FondsPrintFlow *self = g_new0 (FondsPrintFlow, 1);

  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);
  self->context = pango_font_map_create_context (self->fonts);
  pango_context_set_base_dir (self->context,
                              mirrored ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  set_options (self);
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->width = width;
  self->height = height;
  self->mirrored = mirrored;
  self->y = MARGIN;
  return self;
}

/**
 * fonds_print_flow_free:
 * @self: (transfer full) (nullable): pages
 *
 * Frees pages.
 */
void
fonds_print_flow_free (FondsPrintFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_object_unref (self->context);
  g_object_unref (self->fonts);
  g_free (self->head_start);
  g_free (self->head_end);
  g_free (self->foot);
  g_free (self);
}

static PangoLayout *
make_layout (FondsPrintFlow *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *plain = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_from_string (FONTS);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* A paragraph that runs the other way than the page begins at the other edge. */
  pango_layout_set_alignment (layout, self->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  /* Joined letters would be copied from the file as signs that nobody searches for. */
  pango_attr_list_insert (plain, pango_attr_font_features_new ("liga=0"));
  pango_layout_set_attributes (layout, plain);
  pango_attr_list_unref (plain);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
bottom (const FondsPrintFlow *self)
{
  return self->height - MARGIN;
}

static void
turn_page (FondsPrintFlow *self)
{
  self->page++;
  self->y = MARGIN;
}

/* Where the first column, or the second, begins and how wide it is. */
static void
find_column (const FondsPrintFlow *self, gboolean second, double *x, double *width)
{
  double inner = self->width - 2 * MARGIN;

  *x = MARGIN;
  *width = inner;
  if (!second)
    return;
  *width = inner - LABELS - GAP;
  if (!self->mirrored)
    *x += LABELS + GAP;
}

/* A single line begins where the page's lines begin, whichever way it runs; a paragraph is set as its
 * own script is. */
static double
find_start (const FondsPrintFlow *self, PangoLayout *layout, const PangoRectangle *line)
{
  if (pango_layout_get_line_count (layout) > 1)
    return (double) line->x / PANGO_SCALE;
  return self->mirrored ? (double) (pango_layout_get_width (layout) - line->width) / PANGO_SCALE
                        : 0;
}

/* Sets the lines of a layout one below the other, turning pages as needed. */
static void
place (FondsPrintFlow *self, PangoLayout *layout, double x, FondsInk ink)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical;
      double height, ascent;
      Piece piece = { .ink = ink };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = (double) logical.height / PANGO_SCALE;
      ascent = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
      if (self->y + height > bottom (self) && self->y > MARGIN)
        turn_page (self);
      piece.page = self->page;
      piece.x = x + find_start (self, layout, &logical);
      piece.y = self->y + ascent;
      piece.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      g_array_append_val (self->pieces, piece);
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * fonds_print_flow_set_running:
 * @self: pages
 * @head_start: (nullable): what stands at the beginning of every page's head
 * @head_end: (nullable): what stands at its end
 * @foot: (nullable): what stands at the beginning of every page's foot; the page's number is at the end
 *
 * Sets what every page bears.
 */
void
fonds_print_flow_set_running (FondsPrintFlow *self,
                              const char *head_start,
                              const char *head_end,
                              const char *foot)
{
  g_free (self->head_start);
  g_free (self->head_end);
  g_free (self->foot);
  self->head_start = g_strdup (head_start);
  self->head_end = g_strdup (head_end);
  self->foot = g_strdup (foot);
}

/**
 * fonds_print_flow_skip:
 * @self: pages
 * @height: how much
 *
 * Leaves room, but none at the top of a page.
 */
void
fonds_print_flow_skip (FondsPrintFlow *self, double height)
{
  if (self->y > MARGIN)
    self->y += height;
}

/**
 * fonds_print_flow_need:
 * @self: pages
 * @height: how much has to stay together
 *
 * Turns the page where there is less room left, so that no heading stands alone at its end.
 */
void
fonds_print_flow_need (FondsPrintFlow *self, double height)
{
  if (self->y > MARGIN && self->y + height > bottom (self))
    turn_page (self);
}

/**
 * fonds_print_flow_rule:
 * @self: pages
 *
 * Draws a thin line over the width of the text.
 */
void
fonds_print_flow_rule (FondsPrintFlow *self)
{
  Piece piece = { .page = self->page, .x = MARGIN, .y = self->y, .ink = FONDS_INK_QUIET };

  g_array_append_val (self->pieces, piece);
}

/**
 * fonds_print_flow_add:
 * @self: pages
 * @text: what is printed
 * @face: how
 *
 * Prints a text: in a row as one of its values, otherwise over the whole width.
 */
void
fonds_print_flow_add (FondsPrintFlow *self, const char *text, const FondsTypeface *face)
{
  double x, width;
  PangoLayout *layout;

  find_column (self, self->in_row, &x, &width);
  layout = make_layout (self, text, face->size, face->bold, width);
  place (self, layout, x, face->ink);
  g_object_unref (layout);
}

/**
 * fonds_print_flow_begin_row:
 * @self: pages
 * @label: what the values are
 * @remark: (nullable): what is to be known of them, under the label
 *
 * Begins a row; what is added until fonds_print_flow_end_row() stands beside the label.
 */
void
fonds_print_flow_begin_row (FondsPrintFlow *self, const char *label, const char *remark)
{
  g_autofree char *both = remark != NULL ? g_strdup_printf ("%s\n%s", label, remark) : NULL;
  PangoLayout *layout = make_layout (self, both != NULL ? both : label, LABEL_SIZE, FALSE, LABELS);
  int height;
  guint page;
  double y;

  pango_layout_get_pixel_size (layout, NULL, &height);
  fonds_print_flow_need (self, height);
  page = self->page;
  y = self->y;
  /* The smaller letters of the label stand on the line of the value's. */
  self->y += 1;
  place (self, layout, self->mirrored ? self->width - MARGIN - LABELS : MARGIN, FONDS_INK_QUIET);
  self->label_page = self->page;
  self->label_y = self->y;
  self->page = page;
  self->y = y;
  self->in_row = TRUE;
  g_object_unref (layout);
}

/**
 * fonds_print_flow_end_row:
 * @self: pages
 *
 * Goes on below both the label and its values.
 */
void
fonds_print_flow_end_row (FondsPrintFlow *self)
{
  if (self->label_page == self->page)
    self->y = MAX (self->y, self->label_y);
  self->in_row = FALSE;
}

/**
 * fonds_print_flow_n_pages:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
fonds_print_flow_n_pages (FondsPrintFlow *self)
{
  return self->page + 1;
}

static void
set_ink (cairo_t *cr, FondsInk ink)
{
  double grey = ink == FONDS_INK_QUIET ? 0.38 : 0;

  cairo_set_source_rgb (cr, grey, grey, grey);
}

/* Sets a text of the head or the foot at the beginning or the end of its line. */
static void
draw_running (FondsPrintFlow *self, cairo_t *cr, const char *text, gboolean at_end, double y)
{
  double width = (self->width - 2 * MARGIN) * (at_end ? AT_END : 1 - AT_END) - GAP;
  gboolean right = at_end != self->mirrored;
  PangoLayout *layout;
  PangoRectangle logical;

  if (text == NULL || *text == '\0')
    return;
  layout = make_layout (self, text, RUNNING_SIZE, FALSE, width);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_extents (layout, NULL, &logical);
  set_ink (cr, FONDS_INK_QUIET);
  cairo_move_to (cr,
                 (right ? self->width - MARGIN - (double) logical.width / PANGO_SCALE : MARGIN) -
                     (double) logical.x / PANGO_SCALE,
                 y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_piece (FondsPrintFlow *self, cairo_t *cr, const Piece *piece)
{
  set_ink (cr, piece->ink);
  if (piece->line != NULL)
    {
      cairo_move_to (cr, piece->x, piece->y);
      pango_cairo_show_layout_line (cr, piece->line);
      return;
    }
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, MARGIN, piece->y);
  cairo_line_to (cr, self->width - MARGIN, piece->y);
  cairo_stroke (cr);
}

/**
 * fonds_print_flow_draw:
 * @self: pages
 * @cr: where to draw, in points from the corner of the paper
 * @page: which page
 *
 * Draws a page.
 */
void
fonds_print_flow_draw (FondsPrintFlow *self, cairo_t *cr, guint page)
{
  g_autofree char *number =
      /* Translators: "Page 1 of 3". */
      g_strdup_printf (_ ("Page %u of %u"), page + 1, fonds_print_flow_n_pages (self));

  draw_running (self, cr, self->head_start, FALSE, MARGIN - RUNNING);
  draw_running (self, cr, self->head_end, TRUE, MARGIN - RUNNING);
  draw_running (self, cr, self->foot, FALSE, bottom (self) + RUNNING - RUNNING_SIZE);
  draw_running (self, cr, number, TRUE, bottom (self) + RUNNING - RUNNING_SIZE);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->page == page)
        draw_piece (self, cr, piece);
    }
}
