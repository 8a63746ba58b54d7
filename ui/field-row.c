/* field-row.c - a label with its values beside it, or above them where there is little room
 *
 * Which of both depends on the width alone, in letters rather than pixels, so that large text and a
 * narrow window are the same case.
 * Thread: main context. Ownership: the label and the box of values are children.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/field-row.h"

#include "ui/label.h"

#define LABEL_CHARS 20
#define WIDE_CHARS 52 /* below this the values would be a narrow column */
#define GAP 18
#define STACKED_GAP 2

struct _FondsFieldRow
{
  GtkWidget parent_instance;

  /* owned as children */
  GtkWidget *head;
  GtkLabel *label;
  GtkLabel *remark; /* (nullable) */
  GtkWidget *values;

  /* state */
  int char_width; /* of the font, in Pango's units; 0: not measured yet */
};

G_DEFINE_FINAL_TYPE (FondsFieldRow, fonds_field_row, GTK_TYPE_WIDGET)

/* The font is asked once and not at every size that the row is tried in. */
static int
measure_chars (GtkWidget *widget, int chars)
{
  FondsFieldRow *self = FONDS_FIELD_ROW (widget);

  if (self->char_width == 0)
    {
      PangoContext *context = gtk_widget_get_pango_context (widget);
      PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

      self->char_width = pango_font_metrics_get_approximate_char_width (metrics);
      pango_font_metrics_unref (metrics);
    }
  return self->char_width * chars / PANGO_SCALE;
}

static void
fonds_field_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FONDS_FIELD_ROW (widget)->char_width = 0;
  GTK_WIDGET_CLASS (fonds_field_row_parent_class)->css_changed (widget, change);
}

static void
fonds_field_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  FONDS_FIELD_ROW (widget)->char_width = 0;
  GTK_WIDGET_CLASS (fonds_field_row_parent_class)->system_setting_changed (widget, setting);
}

static GtkSizeRequestMode
fonds_field_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (FondsFieldRow *self, int *minimum, int *natural)
{
  int of_head[2], of_values[2];

  gtk_widget_measure (self->head, GTK_ORIENTATION_HORIZONTAL, -1, &of_head[0], &of_head[1], NULL,
                      NULL);
  gtk_widget_measure (self->values, GTK_ORIENTATION_HORIZONTAL, -1, &of_values[0], &of_values[1],
                      NULL, NULL);
  *minimum = MAX (of_head[0], of_values[0]);
  *natural = MAX (*minimum, measure_chars (GTK_WIDGET (self), LABEL_CHARS) + GAP + of_values[1]);
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return minimum;
}

/* How wide the column of the label is; 0 where the label stands above. */
static int
find_column (FondsFieldRow *self, int width)
{
  if (width >= 0 && width < measure_chars (GTK_WIDGET (self), WIDE_CHARS))
    return 0;
  return measure_chars (GTK_WIDGET (self), LABEL_CHARS);
}

static void
fonds_field_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  FondsFieldRow *self = FONDS_FIELD_ROW (widget);
  int column;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  column = find_column (self, for_size);
  if (column > 0)
    *minimum = MAX (measure_height (self->head, column),
                    measure_height (self->values, for_size < 0 ? -1 : for_size - column - GAP));
  else
    *minimum = measure_height (self->head, for_size) + STACKED_GAP +
               measure_height (self->values, for_size);
  *natural = *minimum;
}

static void
fonds_field_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FondsFieldRow *self = FONDS_FIELD_ROW (widget);
  int column = find_column (self, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation head = { 0, 0, width, height };
  GtkAllocation values = { 0, 0, width, height };

  if (column > 0)
    {
      head.width = column;
      head.x = mirrored ? width - column : 0;
      values.width = width - column - GAP;
      values.x = mirrored ? 0 : column + GAP;
    }
  else
    {
      head.height = measure_height (self->head, width);
      values.y = head.height + STACKED_GAP;
      values.height = height - values.y;
    }
  gtk_widget_size_allocate (self->head, &head, -1);
  gtk_widget_size_allocate (self->values, &values, -1);
}

static void
fonds_field_row_dispose (GObject *object)
{
  FondsFieldRow *self = FONDS_FIELD_ROW (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->values, gtk_widget_unparent);

  G_OBJECT_CLASS (fonds_field_row_parent_class)->dispose (object);
}

static void
fonds_field_row_class_init (FondsFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_field_row_dispose;

  widget_class->get_request_mode = fonds_field_row_get_request_mode;
  widget_class->css_changed = fonds_field_row_css_changed;
  widget_class->system_setting_changed = fonds_field_row_system_setting_changed;
  widget_class->measure = fonds_field_row_measure;
  widget_class->size_allocate = fonds_field_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (FondsFieldRow *self, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (self->head), label);
  return GTK_LABEL (label);
}

static void
fonds_field_row_init (FondsFieldRow *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->label = add_label (self, "field-label");
  self->values = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->values, GTK_WIDGET (self));
}

/**
 * fonds_field_row_new:
 * @label: what the values are
 *
 * Makes a row without values.
 *
 * Returns: (transfer floating): the row
 */
FondsFieldRow *
fonds_field_row_new (const char *label)
{
  FondsFieldRow *self = g_object_new (FONDS_TYPE_FIELD_ROW, NULL);

  gtk_label_set_text (self->label, label);
  fonds_widget_set_accessible_name (GTK_WIDGET (self), label);
  return self;
}

/**
 * fonds_field_row_set_remark:
 * @self: a row
 * @remark: what is to be known of the field: that only the staff sees it
 *
 * Says something quietly under the label.
 */
void
fonds_field_row_set_remark (FondsFieldRow *self, const char *remark)
{
  g_return_if_fail (FONDS_IS_FIELD_ROW (self));

  if (!self->remark)
    self->remark = add_label (self, "field-remark");
  gtk_label_set_text (self->remark, remark);
}

/**
 * fonds_field_row_add:
 * @self: a row
 * @value: (transfer floating): a value
 *
 * Adds a value below those that are there.
 */
void
fonds_field_row_add (FondsFieldRow *self, GtkWidget *value)
{
  g_return_if_fail (FONDS_IS_FIELD_ROW (self));

  gtk_box_append (GTK_BOX (self->values), value);
}

/**
 * fonds_field_row_describe:
 * @self: a row
 * @widget: the label that shows one of its values
 *
 * Lets a screen reader say what the value is before it reads it.
 */
void
fonds_field_row_describe (FondsFieldRow *self, GtkWidget *widget)
{
  g_return_if_fail (FONDS_IS_FIELD_ROW (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->label, NULL, -1);
}
