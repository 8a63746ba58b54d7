/* record-areas.c - the fields of a record in the areas of its standard
 *
 * Led by the field table, whose rows stand in the order of a page. Empty fields take no room. What
 * the head of the page says already is left out here; so are fields that are machinery. Fields that
 * the table does not have, an archive's own among them, come last: nothing is kept from the reader.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-areas.h"

#include "data/catalogue/field.h"
#include "ui/field-view.h"
#include "ui/record-facts.h"
#include "ui/record-section.h"

#include <glib/gi18n-lib.h>

static gboolean
is_in_head (const FondsRecordView *view, const FondsField *field)
{
  return (g_str_equal (field->id, view->title_field) && field->datatype != FONDS_TYPE_REFERENCE) ||
         g_str_equal (field->id, "alternateTitle") || fonds_record_facts_say (view, field);
}

/* Pictures and files are seen above the areas, with their captions. */
static gboolean
is_in_strip (const FondsField *field)
{
  return field->datatype == FONDS_TYPE_FILE;
}

/* What the search matched must not stay folded away. */
static gboolean
is_matched (const FondsRecordView *view, const FondsField *field)
{
  guint i;

  for (i = 0; view->matcher && i < fonds_body_n_values (view->record->body, field->id); i++)
    if (fonds_record_view_matches (view, field,
                                   fonds_body_value (view->record->body, field->id, i)
                                       ->attr[FONDS_ATTR_TEXT]))
      return TRUE;
  return FALSE;
}

static void
add_own_field (const FondsRecordView *view, const char *id, FondsRecordSection *section)
{
  const FondsField *known = fonds_record_custom (view->record, id);
  g_autofree char *label = fonds_record_own_label (view->record, id);
  FondsField field = { .search = FONDS_SEARCH_CUSTOM };
  FondsFieldRow *row;

  if (known)
    field = *known;
  field.id = id;
  field.label = label;
  row = fonds_field_view_new (view, &field);
  if (row)
    fonds_record_section_add (section, GTK_WIDGET (row));
}

static void
build_own_fields (const FondsRecordView *view, GtkBox *page)
{
  FondsRecordSection *section = NULL;
  guint i;

  for (i = 0; i < fonds_body_n_fields (view->record->body); i++)
    {
      const char *id = fonds_body_field_id (view->record->body, i);

      if (fonds_field_find (view->record->kind, id))
        continue;
      if (!section)
        section = fonds_record_section_new (view, "other-fields", _ ("Other fields"));
      add_own_field (view, id, section);
    }
  if (section)
    gtk_box_append (page, GTK_WIDGET (section));
}

/**
 * fonds_record_areas_build:
 * @view: the record that is read
 * @page: what the areas are appended to
 *
 * Shows all that is recorded, area by area (ISAD(G) 3, ISAAR(CPF) 5, ISDIAH 5).
 */
void
fonds_record_areas_build (const FondsRecordView *view, GtkBox *page)
{
  guint n, i;
  const FondsField *fields = fonds_fields (view->record->kind, &n);
  FondsRecordSection *section = NULL;
  FondsArea area = FONDS_N_AREAS;

  for (i = 0; i < n; i++)
    {
      FondsFieldRow *row = NULL;

      if (!(fields[i].flags & FONDS_FIELD_HIDDEN) && !is_in_head (view, &fields[i]) &&
          !is_in_strip (&fields[i]))
        row = fonds_field_view_new (view, &fields[i]);
      if (!row)
        continue;
      if (fields[i].area != area)
        {
          area = fields[i].area;
          section =
              fonds_record_section_new (view, fonds_area_id (area), _ (fonds_area_label (area)));
          gtk_box_append (page, GTK_WIDGET (section));
        }
      fonds_record_section_add (section, GTK_WIDGET (row));
      if (is_matched (view, &fields[i]))
        fonds_record_section_unfold (section);
    }
  build_own_fields (view, page);
}
