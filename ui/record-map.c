/* record-map.c - where a record's place lies
 *
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-map.h"

#include "ui/map-view.h"
#include "data/text/coordinates.h"

/* Degrees of latitude that a map is high: a town in its surroundings, a country as a whole. */
#define SPAN_OF_PLACE 9
#define SPAN_OF_STATE 20

static double
choose_span (const FondsRecord *record)
{
  const char *type =
      record->kind == FONDS_KIND_PLACE ? fonds_body_text (record->body, "type") : NULL;

  return g_strcmp0 (type, "state") == 0 ? SPAN_OF_STATE : SPAN_OF_PLACE;
}

/**
 * fonds_record_map_build:
 * @view: the record that is read
 * @page: what the map is appended to
 *
 * Shows a small map, if the record has coordinates.
 */
void
fonds_record_map_build (const FondsRecordView *view, GtkBox *page)
{
  double latitude, longitude;
  GtkWidget *map;

  if (!fonds_coordinates_parse (fonds_body_text (view->record->body, "coordinates"), &latitude,
                                &longitude))
    return;
  map = fonds_map_view_new (latitude, longitude, choose_span (view->record));
  gtk_widget_add_css_class (map, "record-map");
  gtk_box_append (page, map);
}
