/* test-record-kinds.c - what is particular to the pages of the kinds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/page-fixture.h"
#include "ui/map-outline.h"
#include "ui/map-view.h"
#include "data/text/coordinates.h"

/* Lines of tests/fixtures/records/kinds.tsv. */
#define CONFERENCE 101
#define SESSION 103
#define CONTRIBUTION 104
#define TOWN 121
#define SUBJECT 131
#define BOX 141
#define ACCESSION 150
#define UNIT 160
#define SOURCE 170

/* The first mapped widget of a type; NULL where there is none. */
static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *child, *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* How far down the page a link or a label stands. */
static double
top_of (Fixture *fixture, const char *text)
{
  GtkWidget *widget = label (fixture, text);
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (widget, fixture->window, &bounds));
  return bounds.origin.y;
}

static void
test_programme (Fixture *fixture, gconstpointer data)
{
  show (fixture, CONFERENCE);
  expect (fixture, "Programme");
  g_assert_nonnull (label (fixture, "2 May 2024"));
  g_assert_nonnull (label (fixture, "\u206809:30 – 10:00\u2069 · \u2068Hall\u2069"));
  g_assert_cmpfloat (top_of (fixture, "Opening"), <, top_of (fixture, "What a letter cost"));
  g_assert_cmpfloat (top_of (fixture, "What a letter cost"), <, top_of (fixture, "מכתבים בלי בול"));
  g_assert_cmpfloat (top_of (fixture, "מכתבים בלי בול"), <,
                     top_of (fixture, "Stamps of three empires"));
  g_assert_cmpfloat (top_of (fixture, "Stamps of three empires"), <,
                     top_of (fixture, "A poster without a session"));
}

static void
test_programme_once (Fixture *fixture, gconstpointer data)
{
  show (fixture, CONFERENCE);
  expect (fixture, "Programme");
  g_assert_null (label (fixture, "Relations"));
}

static void
test_session (Fixture *fixture, gconstpointer data)
{
  show (fixture, SESSION);
  expect (fixture, "Contributions");
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "Letters and Roads"));
  g_assert_nonnull (label (fixture, "\u2068Discussant\u2069"));
  g_assert_nonnull (label (fixture, "\u2068Session\u2069 · \u20682 May 2024, 10:00\u2069"));
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map;

  show (fixture, TOWN);
  expect (fixture, "Upper Town");
  map = find_type (fixture->window, FONDS_TYPE_MAP_VIEW);
  g_assert_nonnull (map);
  gtk_test_accessible_assert_role (map, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (map, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map: 41.4 degrees north, 48.5 degrees east");
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "The mountains"));
  g_assert_nonnull (label (fixture, "Places in it"));
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "Bridge Street"));
}

static void
test_subject (Fixture *fixture, gconstpointer data)
{
  show (fixture, SUBJECT);
  expect (fixture, "Narrower subjects");
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "Communication"));
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "Stamps"));
  g_assert_null (find_type (fixture->window, FONDS_TYPE_MAP_VIEW));
}

static void
test_storage (Fixture *fixture, gconstpointer data)
{
  show (fixture, UNIT);
  expect (fixture, "\u2068Cellar, second room, left\u2069");
  show (fixture, BOX);
  expect (fixture, "Holds");
}

static void
test_accession (Fixture *fixture, gconstpointer data)
{
  show (fixture, ACCESSION);
  expect (fixture, "\u2068Accession\u2069 · \u20682024-07\u2069 · \u20687 May 2024\u2069");
  g_assert_null (label (fixture, "Accession number"));
}

static void
test_identifiers (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link;

  show (fixture, SOURCE);
  expect (fixture, "20.500.12345/678");
  link = find (fixture->window, GTK_TYPE_LINK_BUTTON, "20.500.12345/678");
  g_assert_cmpstr (gtk_link_button_get_uri (GTK_LINK_BUTTON (link)), ==,
                   "https://hdl.handle.net/20.500.12345/678");
}

static void
test_coordinates (void)
{
  double latitude, longitude;
  g_autofree char *south = fonds_coordinates_short (-33.5, -70.25);
  g_autofree char *address = fonds_coordinates_uri (40.5, -0.125);

  g_assert_true (fonds_coordinates_parse ("41.3597, 48.5126", &latitude, &longitude));
  g_assert_cmpfloat_with_epsilon (latitude, 41.3597, 1e-9);
  g_assert_cmpfloat_with_epsilon (longitude, 48.5126, 1e-9);
  g_assert_false (fonds_coordinates_parse ("91,0", &latitude, &longitude));
  g_assert_false (fonds_coordinates_parse ("41.3", &latitude, &longitude));
  g_assert_false (fonds_coordinates_parse ("somewhere", &latitude, &longitude));
  g_assert_false (fonds_coordinates_parse (NULL, &latitude, &longitude));
  g_assert_cmpstr (south, ==, "33°\u202F30′ S, 70°\u202F15′ W");
  g_assert_cmpstr (address, ==, "geo:40.5,-0.125");
}

static gboolean
is_inside (const FondsMapLine *line, int longitude, int latitude)
{
  gboolean inside = FALSE;
  guint i, j;

  for (i = 0, j = line->n_points - 1; i < line->n_points; j = i++)
    {
      const FondsMapPoint *a = &line->points[i], *b = &line->points[j];

      if ((a->latitude > latitude) != (b->latitude > latitude) &&
          longitude < (double) (b->longitude - a->longitude) * (latitude - a->latitude) /
                              (b->latitude - a->latitude) +
                          a->longitude)
        inside = !inside;
    }
  return inside;
}

/* In hundredths of a degree. Shores are even and odd: an island in a lake is land again. */
static gboolean
is_land (int longitude, int latitude)
{
  guint n, i;
  const FondsMapLine *lines = fonds_map_outline (&n);
  gboolean land = FALSE;

  for (i = 0; i < n; i++)
    if (lines[i].layer == FONDS_MAP_LAND && is_inside (&lines[i], longitude, latitude))
      land = !land;
  return land;
}

static void
test_outline (void)
{
  g_assert_true (is_land (4851, 4136));   /* Quba */
  g_assert_true (is_land (3521, 3177));   /* Jerusalem */
  g_assert_false (is_land (5080, 4150));  /* the Caspian Sea */
  g_assert_false (is_land (-3000, 3000)); /* the Atlantic */
}

static void
test_broken_outline (void)
{
  static const guint8 cut[] = { 'F', 'M', 'A', 'P', 1, 200, 1, 4 };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FondsMapPoint));

  g_assert_null (fonds_map_outline_read (cut, sizeof cut, points));
  g_assert_null (fonds_map_outline_read (cut, 2, points));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/record-kinds/a-programme-stands-in-the-order-of-the-day", "kinds.tsv", test_programme);
  add ("/record-kinds/what-the-programme-shows-is-not-repeated", "kinds.tsv", test_programme_once);
  add ("/record-kinds/a-session-shows-its-contributions-with-roles", "kinds.tsv", test_session);
  add ("/record-kinds/a-place-shows-where-it-lies", "kinds.tsv", test_place);
  add ("/record-kinds/a-subject-shows-its-tree", "kinds.tsv", test_subject);
  add ("/record-kinds/a-container-says-where-it-stands", "kinds.tsv", test_storage);
  add ("/record-kinds/an-accession-is-known-by-its-number", "kinds.tsv", test_accession);
  add ("/record-kinds/a-handle-leads-to-its-address", "kinds.tsv", test_identifiers);
  g_test_add_func ("/map/coordinates-are-read-strictly-and-said-in-words", test_coordinates);
  g_test_add_func ("/map/towns-lie-on-land-and-seas-do-not", test_outline);
  g_test_add_func ("/map/a-damaged-outline-is-refused", test_broken_outline);

  return g_test_run ();
}
