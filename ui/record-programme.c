/* record-programme.c - the programme of a conference or of a session
 *
 * When and where in one column, what and who in the other; contributions stand under their session.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-programme.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/programme-table.h"
#include "data/text/date-reading.h"
#include "data/text/edtf.h"
#include "ui/field-view.h"
#include "ui/label.h"
#include "ui/record-link.h"
#include "ui/record-section.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* An hour is an hour; of a date with its hour in EDTF, "2023-08-30T10:00", the hour is wanted. */
static char *
say_time (const char *time)
{
  const char *hour = time ? strchr (time, 'T') : NULL;

  if (hour && g_ascii_isdigit (hour[1]) && strlen (hour) >= 6)
    return g_strndup (hour + 1, 5);
  return time ? fonds_date_reading (time, FONDS_CALENDAR_UNKNOWN) : NULL;
}

static char *
say_when (const FondsProgrammeItem *item)
{
  g_autofree char *start = say_time (item->start);
  g_autofree char *end = say_time (item->end);

  if (!start || !end || g_str_equal (start, end))
    return g_steal_pointer (&start);
  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

static void
add_role (const FondsLink *person, GString *hint)
{
  const char *type = person->type;

  if (g_strcmp0 (type, "chair") == 0)
    fonds_hint_add (hint, _ ("Chair"));
  else if (type && !g_str_equal (type, "speaker"))
    fonds_hint_add (hint, _ (fonds_code_label ("contribution-role", type)));
}

static GtkWidget *
make_person (const FondsRecordView *view, const FondsLink *person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr (GString) hint = g_string_new (NULL);

  gtk_box_append (GTK_BOX (box), fonds_record_link_new (view, person->title, person->id));
  add_role (person, hint);
  if (hint->len > 0)
    gtk_box_append (GTK_BOX (box), fonds_hint_label_new (hint->str));
  return box;
}

static GtkWidget *
make_item (const FondsRecordView *view, const FondsProgrammeItem *item)
{
  g_autofree char *when = say_when (item);
  g_autoptr (GString) label = g_string_new (NULL);
  FondsFieldRow *row;
  GtkWidget *title;
  guint i;

  fonds_hint_add (label, when);
  fonds_hint_add (label, item->room);
  row = fonds_field_row_new (label->str);
  title = fonds_record_link_new (view, item->record->title, item->record->id);
  if (item->record->kind == FONDS_KIND_SESSION)
    gtk_widget_add_css_class (title, "programme-session");
  fonds_field_row_add (row, title);
  for (i = 0; i < item->people->len; i++)
    fonds_field_row_add (row, make_person (view, g_ptr_array_index (item->people, i)));
  if (item->within)
    gtk_widget_add_css_class (GTK_WIDGET (row), "programme-within");
  fonds_widget_set_accessible_name (GTK_WIDGET (row), item->record->title);
  return GTK_WIDGET (row);
}

/* The day is said once, above what begins on it. */
static void
add_day (FondsRecordSection *section, const FondsProgrammeItem *item, char **day)
{
  const char *hour = item->start ? strchr (item->start, 'T') : NULL;
  g_autofree char *own = hour ? g_strndup (item->start, (gsize) (hour - item->start)) : NULL;
  g_autofree char *reading = NULL;
  GtkWidget *label;

  if (!own || g_strcmp0 (own, *day) == 0)
    return;
  reading = fonds_date_reading (own, FONDS_CALENDAR_UNKNOWN);
  label = fonds_hint_label_new (reading);
  gtk_widget_add_css_class (label, "programme-day");
  fonds_record_section_add (section, label);
  g_free (*day);
  *day = g_steal_pointer (&own);
}

/**
 * fonds_record_programme_build:
 * @view: the record that is read
 * @page: what the programme is appended to
 *
 * Shows the programme of a conference, or the contributions of a session.
 */
void
fonds_record_programme_build (const FondsRecordView *view, GtkBox *page)
{
  GPtrArray *programme = view->record->programme;
  g_autofree char *day = NULL;
  FondsRecordSection *section;
  guint i;

  if (programme->len == 0)
    return;
  section = fonds_record_section_new (view, "programme-list",
                                      view->record->kind == FONDS_KIND_SESSION ? _ ("Contributions")
                                                                               : _ ("Programme"));
  for (i = 0; i < programme->len; i++)
    {
      add_day (section, g_ptr_array_index (programme, i), &day);
      fonds_record_section_add (section, make_item (view, g_ptr_array_index (programme, i)));
    }
  gtk_box_append (page, GTK_WIDGET (section));
}

/**
 * fonds_record_programme_has:
 * @record: a record
 * @link: somebody who refers to it
 *
 * Returns: whether the programme shows them already
 */
gboolean
fonds_record_programme_has (const FondsRecord *record, const FondsLink *link)
{
  guint i;

  for (i = 0; i < record->programme->len; i++)
    if (((const FondsProgrammeItem *) g_ptr_array_index (record->programme, i))->record->id ==
        link->id)
      return TRUE;
  return FALSE;
}
