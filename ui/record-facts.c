/* record-facts.c - the facts by which one tells a record from others
 *
 * What it is, its code and its dates in one line; below, each with an icon, how much there is, who
 * holds it and who may see it, in plain words. What is said here needn't be said again in an area.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-facts.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"
#include "data/catalogue/level.h"
#include "data/catalogue/neighbours.h"
#include "data/text/direction.h"
#include "ui/field-view.h"
#include "ui/label.h"
#include "ui/record-link.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The dates that tell one record from another: of the material, of a life, of an event. */
static const char *const date_fields[] = { "dates", "datesOfExistence", "date", "acquisitionDate",
                                           "start" };

static GtkWidget *
add_line (GtkBox *page, const char *icon, GtkWidget *what)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = fonds_decoration_new (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "record-facts");
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), what);
  gtk_box_append (page, line);
  return line;
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE, NULL);
}

/* The field that says more closely than the kind what a record is. */
static const FondsField *
find_type (const FondsRecord *record)
{
  static const char *const ids[] = { "level", "type", "types" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const FondsField *field = fonds_field_find (record->kind, ids[i]);
      const char *code = field && field->codes ? fonds_body_text (record->body, ids[i]) : NULL;

      if (code && *code)
        return field;
    }
  return NULL;
}

static void
add_type (GString *facts, const FondsRecord *record)
{
  const FondsField *field = find_type (record);

  /* That an institution is "National" doesn't say yet that it is one. */
  if (!field || field->area != FONDS_AREA_IDENTITY || g_str_equal (field->id, "types"))
    fonds_hint_add (facts, _ (fonds_kind_label (record->kind)));
  if (field)
    fonds_hint_add (facts,
                    _ (fonds_code_label (field->codes, fonds_body_text (record->body, field->id))));
}

static const char *
find_dates (const FondsRecord *record)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (date_fields); i++)
    if (fonds_body_n_values (record->body, date_fields[i]) > 0)
      return date_fields[i];
  return NULL;
}

static void
add_dates (GString *facts, const FondsRecord *record)
{
  const char *field = find_dates (record);
  g_autoptr (GString) dates = g_string_new (NULL);
  guint i;

  for (i = 0; field && i < fonds_body_n_values (record->body, field); i++)
    {
      const FondsValue *value = fonds_body_value (record->body, field, i);
      const char *text = value->attr[FONDS_ATTR_TEXT];
      g_autofree char *reading = text ? NULL : fonds_field_words_date (value);

      g_autofree char *moment = fonds_field_words_moment (text);

      if (text || reading)
        g_string_append_printf (dates, "%s%s", dates->len > 0 ? "; " : "", text ? moment : reading);
    }
  fonds_hint_add (facts, dates->str);
}

static void
build_main (const FondsRecordView *view, GtkBox *page)
{
  const FondsRecord *record = view->record;
  const char *icon = record->kind == FONDS_KIND_UNIT
                         ? (record->n_children > 0 ? "folder-symbolic" : "text-x-generic-symbolic")
                         : fonds_kind_icon (record->kind);
  g_autoptr (GString) facts = g_string_new (NULL);
  GtkWidget *label;

  add_type (facts, record);
  fonds_hint_add (facts, record->reference_code);
  add_dates (facts, record);
  label = make_label (facts->str);
  fonds_label_highlight (GTK_LABEL (label), view->matcher, "ref");
  add_line (page, icon, label);
}

/* Whether a wording names every year that a date in EDTF does. */
static gboolean
names_years (const char *wording, const char *edtf)
{
  const char *at = edtf;

  while (*at)
    {
      gsize length = strspn (at, "0123456789");
      g_autofree char *year = g_strndup (at, length);

      if (length == 4 && !strstr (wording, year))
        return FALSE;
      at += length > 0 ? length : 1;
    }
  return TRUE;
}

/* What a single date means, where its wording doesn't say it: of another calendar, or unclear. */
static void
build_reading (const FondsRecordView *view, GtkBox *page)
{
  const FondsBody *body = view->record->body;
  const char *field = find_dates (view->record);
  const FondsValue *value =
      field && fonds_body_n_values (body, field) == 1 ? fonds_body_value (body, field, 0) : NULL;
  const char *text = value ? value->attr[FONDS_ATTR_TEXT] : NULL;
  g_autofree char *reading = text ? fonds_field_words_date (value) : NULL;

  if (!reading || !value->attr[FONDS_ATTR_EDTF] ||
      (!value->attr[FONDS_ATTR_CALENDAR] && names_years (text, value->attr[FONDS_ATTR_EDTF])))
    return;
  add_line (page, "x-office-calendar-symbolic", make_label (reading));
}

static void
build_extent (const FondsRecordView *view, GtkBox *page)
{
  const FondsField *field = fonds_field_find (view->record->kind, "extentAndMedium");
  const char *text = field ? fonds_body_text (view->record->body, field->id) : NULL;
  GtkWidget *label;

  if (!field || !text || !fonds_record_facts_say (view, field))
    return;
  label = make_label (NULL);
  fonds_label_set_value (GTK_LABEL (label), text);
  fonds_label_highlight (GTK_LABEL (label), view->matcher, "extent");
  add_line (page, "drive-multidisk-symbolic", label);
}

static void
build_repository (const FondsRecordView *view, GtkBox *page)
{
  const FondsLink *repository = view->record->neighbours->repository;
  GtkWidget *line;

  if (!repository)
    return;
  line = add_line (page, fonds_kind_icon (FONDS_KIND_INSTITUTION),
                   fonds_record_link_new (view, repository->title, repository->id));
  gtk_widget_set_tooltip_text (line, view->record->neighbours->inherited
                                         ? _ ("Held by, as is what it lies in")
                                         : _ ("Held by"));
}

static char *
say_restricted (const FondsRecord *record, const char *until)
{
  g_autofree char *date = fonds_text_isolate (until);

  if (g_strcmp0 (fonds_body_text (record->body, "liftByItself"), "yes") == 0)
    return g_strdup_printf (_ ("Staff only until %s, then open to everybody"), date);
  return g_strdup_printf (_ ("Staff only until %s, then up for review"), date);
}

static char *
say_access (const FondsRecord *record)
{
  FondsAccess own = fonds_access_of_body (record->body);
  const char *until = fonds_body_text (record->body, "restrictedUntil");
  const char *label = _ (fonds_code_label ("access", fonds_access_id (record->access)));

  if (record->access == FONDS_ACCESS_PUBLIC)
    return g_strdup (_ ("Open to everybody"));
  if (record->access == FONDS_ACCESS_RESTRICTED && own == record->access && until)
    return say_restricted (record, until);
  if (own < record->access)
    /* Translators: %s says who may see a record: "Staff only", "Private". */
    return g_strdup_printf (_ ("%s, as is what it lies in"), label);
  return g_strdup (label);
}

static void
build_access (const FondsRecordView *view, GtkBox *page)
{
  g_autofree char *text = say_access (view->record);
  gboolean open = view->record->access == FONDS_ACCESS_PUBLIC;

  add_line (page, open ? "changes-allow-symbolic" : "changes-prevent-symbolic", make_label (text));
}

/**
 * fonds_record_facts_build:
 * @view: the record that is read
 * @page: what the facts are appended to
 *
 * Shows the essential facts (ISAD(G) I.12: code, title, creator, dates, extent, level).
 */
void
fonds_record_facts_build (const FondsRecordView *view, GtkBox *page)
{
  build_main (view, page);
  build_reading (view, page);
  build_extent (view, page);
  build_repository (view, page);
  build_access (view, page);
}

static gboolean
is_said_date (const FondsBody *body, const FondsField *field)
{
  const FondsValue *value = fonds_body_value (body, field->id, 0);
  const char *type = value ? value->attr[FONDS_ATTR_TYPE] : NULL;

  return value && fonds_body_n_values (body, field->id) == 1 && !value->attr[FONDS_ATTR_NOTE] &&
         (!type || g_str_equal (type, "creation"));
}

/**
 * fonds_record_facts_say:
 * @view: the record that is read
 * @field: a field
 *
 * Returns: whether the facts say all that the field would
 */
gboolean
fonds_record_facts_say (const FondsRecordView *view, const FondsField *field)
{
  const FondsBody *body = view->record->body;
  const FondsField *type = find_type (view->record);
  guint n = fonds_body_n_values (body, field->id);

  if (n != 1)
    return FALSE;
  if (type && g_str_equal (field->id, type->id))
    return TRUE;
  if (g_str_equal (field->id, "referenceCode") || g_str_equal (field->id, "access"))
    return TRUE;
  if (view->record->reference_code && !field->codes &&
      g_strcmp0 (fonds_body_text (body, field->id), view->record->reference_code) == 0)
    return TRUE;
  /* The way above the title leads there. */
  if (g_strcmp0 (field->id, fonds_neighbours_field (view->record->kind)) == 0)
    return view->record->neighbours->above->len > 0 && !g_str_equal (field->id, "within");
  if (g_str_equal (field->id, "extentAndMedium"))
    return fonds_body_value (body, field->id, 0)->attr[FONDS_ATTR_NOTE] == NULL;
  if (g_str_equal (field->id, "repository"))
    return view->record->neighbours->repository && !view->record->neighbours->inherited;
  if (field->datatype == FONDS_TYPE_DATE && g_strcmp0 (find_dates (view->record), field->id) == 0)
    return is_said_date (body, field);
  return FALSE;
}
