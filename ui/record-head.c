/* record-head.c - what a record's page opens with
 *
 * Where it lies, what it is called, and the facts by which one tells it from others; that it is not
 * for everybody is said in words and with an icon.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-head.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/level.h"
#include "data/text/direction.h"
#include "ui/field-words.h"
#include "ui/label.h"
#include "ui/record-link.h"

#include <glib/gi18n-lib.h>

/* A breadcrumb is a way back, not a text to read: a long title is cut. */
#define CRUMB_CHARS 32

static GtkWidget *
make_crumb (const FondsRecordView *view, const FondsLink *ancestor)
{
  GtkWidget *link = fonds_record_link_new (view, ancestor->title, ancestor->id);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)));

  gtk_label_set_wrap (label, FALSE);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, CRUMB_CHARS);
  gtk_widget_set_tooltip_text (link, ancestor->title);
  return link;
}

static GtkWidget *
make_arrow (void)
{
  GtkWidget *arrow = fonds_decoration_new ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_add_css_class (arrow, "crumb-arrow");
  return arrow;
}


static void
build_breadcrumb (const FondsRecordView *view, GtkBox *page)
{
  GPtrArray *ancestors = view->record->ancestors;
  GtkWidget *crumbs;
  guint i;

  if (ancestors->len == 0)
    return;
  crumbs = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  fonds_widget_set_accessible_name (crumbs, _ ("Where it lies"));
  gtk_widget_add_css_class (crumbs, "breadcrumb");
  for (i = 0; i < ancestors->len; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (crumbs), make_arrow ());
      gtk_box_append (GTK_BOX (crumbs), make_crumb (view, g_ptr_array_index (ancestors, i)));
    }
  gtk_box_append (page, crumbs);
}

static void
build_title (const FondsRecordView *view, GtkBox *page)
{
  const char *title = view->record->title;
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

  fonds_label_set_value (GTK_LABEL (label), title && *title ? title : _ ("Untitled"));
  fonds_label_highlight (GTK_LABEL (label), view->matcher, "title");
  gtk_widget_add_css_class (label, "title-1");
  gtk_widget_add_css_class (label, "record-title");
  gtk_box_append (page, label);
}

static const char *
name_sort (const FondsRecord *record)
{
  const char *level =
      record->kind == FONDS_KIND_UNIT ? fonds_body_text (record->body, "level") : NULL;

  return level && *level ? _ (fonds_level_label (level)) : _ (fonds_kind_label (record->kind));
}

/* The dates that tell one record from another: of the material, of a life, of an event. */
static void
add_dates (GString *facts, const FondsRecord *record)
{
  static const char *const fields[] = { "dates", "datesOfExistence", "date", "acquisitionDate",
                                        "start" };
  g_autoptr (GString) dates = g_string_new (NULL);
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (fields) && dates->len == 0; i++)
    {
      for (j = 0; j < fonds_body_n_values (record->body, fields[i]); j++)
        {
          const FondsValue *value = fonds_body_value (record->body, fields[i], j);
          const char *text = value->attr[FONDS_ATTR_TEXT];
          g_autofree char *reading = text ? NULL : fonds_field_words_date (value);

          if (text || reading)
            g_string_append_printf (dates, "%s%s", dates->len > 0 ? "; " : "",
                                    text ? text : reading);
        }
    }
  fonds_hint_add (facts, dates->str);
}

static void
build_facts (const FondsRecordView *view, GtkBox *page)
{
  const FondsRecord *record = view->record;
  const char *icon = record->kind == FONDS_KIND_UNIT
                         ? (record->n_children > 0 ? "folder-symbolic" : "text-x-generic-symbolic")
                         : fonds_kind_icon (record->kind);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = fonds_decoration_new (icon);
  g_autoptr (GString) facts = g_string_new (NULL);
  GtkWidget *label;

  fonds_hint_add (facts, name_sort (record));
  fonds_hint_add (facts, record->reference_code);
  add_dates (facts, record);
  label = g_object_new (GTK_TYPE_LABEL, "label", facts->str, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE, NULL);
  fonds_label_highlight (GTK_LABEL (label), view->matcher, "ref");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "record-facts");
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (page, line);
}

static char *
say_access (const FondsRecord *record)
{
  FondsAccess own = fonds_access_of_body (record->body);
  const char *until = fonds_body_text (record->body, "restrictedUntil");
  const char *label = _ (fonds_code_label ("access", fonds_access_id (record->access)));

  if (record->access == FONDS_ACCESS_RESTRICTED && own == record->access && until)
    {
      g_autofree char *date = fonds_text_isolate (until);

      return g_strdup_printf (_ ("Staff only until %s"), date);
    }
  if (own < record->access)
    /* Translators: %s says who may see a record: "Staff only", "Private". */
    return g_strdup_printf (_ ("%s, as is what it lies in"), label);
  return g_strdup (label);
}

static void
build_access (const FondsRecordView *view, GtkBox *page)
{
  GtkWidget *line;
  g_autofree char *text = NULL;

  if (view->record->access == FONDS_ACCESS_PUBLIC)
    return;
  text = say_access (view->record);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (line, "record-facts");
  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (line), fonds_decoration_new ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (line),
                  g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, NULL));
  gtk_box_append (page, line);
}

static void
build_children (const FondsRecordView *view, GtkBox *page)
{
  g_autofree char *count = fonds_format_count (view->record->n_children);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (view->record->n_children == 0)
    return;
  /* Translators: so many records lie directly in this one. */
  label = g_strdup_printf (ngettext ("Show %s record inside", "Show %s records inside",
                                     (gulong) view->record->n_children),
                           count);
  button = g_object_new (GTK_TYPE_BUTTON, "label", label, "halign", GTK_ALIGN_START, "action-name",
                         "win.show-under", "action-target", g_variant_new_int64 (view->record->id),
                         NULL);
  gtk_widget_add_css_class (button, "record-children");
  gtk_box_append (page, button);
}

/**
 * fonds_record_head_build:
 * @view: the record that is read
 * @page: what the head is appended to
 *
 * Shows where a record lies, what it is called and the essential facts.
 */
void
fonds_record_head_build (const FondsRecordView *view, GtkBox *page)
{
  build_breadcrumb (view, page);
  build_title (view, page);
  build_facts (view, page);
  build_access (view, page);
  build_children (view, page);
}
