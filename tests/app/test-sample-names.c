/* test-sample-names.c - whom and what the sample catalogue names, and in which scripts
 *
 * The table comes from the facts, not from the text files: what is not found was lost on the way, and
 * who is too much was invented.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/sample-fixture.h"

#include "data/catalogue/stats-table.h"

#include <string.h>

/* One form of a name, and the record that it leads to. */
typedef struct
{
  FondsKind kind;
  const char *title;
  const char *form;
  const char *language;
} Form;

static const Form forms[] = {
  { FONDS_KIND_INSTITUTION, "Centre for the Study of Sephardic and Eastern Jewry",
    "Centre for the Study of Sephardic and Eastern Jewry", "en" },
  { FONDS_KIND_INSTITUTION, "Bar-Ilan University", "Bar-Ilan University", "en" },
  { FONDS_KIND_INSTITUTION, "Bar-Ilan University", "אוניברסיטת בר-אילן", "he" },
  { FONDS_KIND_INSTITUTION, "Bar-Ilan University", "Университет имени Бар-Илана", "ru" },
  { FONDS_KIND_INSTITUTION, "Bar-Ilan University", "Bar-İlan Universiteti", "az-Latn" },
  { FONDS_KIND_INSTITUTION, "Ashkelon Academic College", "Ashkelon Academic College", "en" },
  { FONDS_KIND_INSTITUTION, "Ashkelon Academic College", "המכללה האקדמית אשקלון", "he" },
  { FONDS_KIND_INSTITUTION, "Ashkelon Academic College", "Aşkelon Akademik Kolleci", "az-Latn" },
  { FONDS_KIND_INSTITUTION, "Baku International Centre for Multiculturalism",
    "Bakı Beynəlxalq Multikulturalizm Mərkəzi", "az-Latn" },
  { FONDS_KIND_INSTITUTION, "Baku International Centre for Multiculturalism",
    "Бакинский международный центр мультикультурализма", "ru" },
  { FONDS_KIND_INSTITUTION, "Azerbaijan University of Languages", "Azərbaycan Dillər Universiteti",
    "az-Latn" },
  { FONDS_KIND_INSTITUTION, "Azerbaijan University of Languages",
    "Азербайджанский университет языков", "ru" },
  { FONDS_KIND_INSTITUTION, "Azerbaijan Institute of Theology", "Azərbaycan İlahiyyat İnstitutu",
    "az-Latn" },
  { FONDS_KIND_INSTITUTION, "Azerbaijan Institute of Theology", "Азербайджанский институт теологии",
    "ru" },
  { FONDS_KIND_INSTITUTION, "STMEGI International Charitable Foundation for Mountain Jews",
    "Международный благотворительный фонд горских евреев СТМЭГИ", "ru" },
  { FONDS_KIND_INSTITUTION, "STMEGI Media Group", "STMEGI Media Group", "en" },
  { FONDS_KIND_INSTITUTION, "Technion", "Technion", "en" },
  { FONDS_KIND_INSTITUTION, "Parliament of Azerbaijan", "Parliament of Azerbaijan", "en" },
  { FONDS_KIND_INSTITUTION, "SpecialEurasia", "SpecialEurasia", "en" },

  { FONDS_KIND_PERSON, "Shimon Ohayon", "שמעון אוחיון", "he" },
  { FONDS_KIND_PERSON, "Kamal Abdulla", "Kamal Abdullayev", "az-Latn" },
  { FONDS_KIND_PERSON, "Kamal Abdulla", "Кямал Абдулла", "ru" },
  { FONDS_KIND_PERSON, "Ravan Hasanov", "Rəvan Həsənov", "az-Latn" },
  { FONDS_KIND_PERSON, "Ravan Hasanov", "Раван Гасанов", "ru" },
  { FONDS_KIND_PERSON, "Melih Yevdayev", "Милих Евдаев", "ru" },
  { FONDS_KIND_PERSON, "Melih Yevdayev", "Milikh Yevdayev", "en" },
  { FONDS_KIND_PERSON, "Melih Yevdayev", "Milix Yevdayev", "az-Latn" },
  { FONDS_KIND_PERSON, "Giuliano Bifolchi", "Giuliano Bifolchi", "en" },
  { FONDS_KIND_PERSON, "Silvia Boltuc", "Silvia Boltuc", "en" },
  { FONDS_KIND_PERSON, "Peleg Levy", "Peleg Levy", "en" },
  { FONDS_KIND_PERSON, "Benny Gantz", "בני גנץ", "he" },
  { FONDS_KIND_PERSON, "Benny Gantz", "Бени Ганц", "ru" },
  { FONDS_KIND_PERSON, "Eli Cohen", "אלי כהן", "he" },
  { FONDS_KIND_PERSON, "Eli Cohen", "Эли Коэн", "ru" },

  { FONDS_KIND_PLACE, "Baku", "Bakı", "az-Latn" },
  { FONDS_KIND_PLACE, "Baku", "Баку", "ru" },
  { FONDS_KIND_PLACE, "Baku", "באקו", "he" },
  { FONDS_KIND_PLACE, "Azerbaijan", "Azərbaycan", "az-Latn" },
  { FONDS_KIND_PLACE, "Azerbaijan", "Азербайджан", "ru" },
  { FONDS_KIND_PLACE, "Azerbaijan", "אזרבייג'ן", "he" },
  { FONDS_KIND_PLACE, "Israel", "İsrail", "az-Latn" },
  { FONDS_KIND_PLACE, "Israel", "Израиль", "ru" },
  { FONDS_KIND_PLACE, "Israel", "ישראל", "he" },
  { FONDS_KIND_PLACE, "Ashkelon", "אשקלון", "he" },
  { FONDS_KIND_PLACE, "Ashkelon", "Ашкелон", "ru" },
  { FONDS_KIND_PLACE, "Ashkelon", "Aşkelon", "az-Latn" },
  { FONDS_KIND_PLACE, "Nagorno-Karabakh", "Dağlıq Qarabağ", "az-Latn" },
  { FONDS_KIND_PLACE, "Nagorno-Karabakh", "Нагорный Карабах", "ru" },
  { FONDS_KIND_PLACE, "Nagorno-Karabakh", "נגורנו קרבאך", "he" },
  { FONDS_KIND_PLACE, "Republic of Nagorno-Karabakh/Artsakh", "Արցախ", "hy" },
  { FONDS_KIND_PLACE, "Republic of Nagorno-Karabakh/Artsakh", "Арцах", "ru" },
  { FONDS_KIND_PLACE, "Lachin Corridor", "Laçın dəhlizi", "az-Latn" },
  { FONDS_KIND_PLACE, "Lachin Corridor", "Лачинский коридор", "ru" },
  { FONDS_KIND_PLACE, "Quba", "Куба", "ru" },
  { FONDS_KIND_PLACE, "Quba", "Губа", "ru" },
  { FONDS_KIND_PLACE, "Quba", "קובה", "he" },
  { FONDS_KIND_PLACE, "Qırmızı Qəsəbə", "Красная Слобода", "ru" },

  { FONDS_KIND_SUBJECT, "Caucasian Jews", "Caucasian Jews", "en" },
  { FONDS_KIND_SUBJECT, "Mountain Jews", "Dağ yəhudiləri", "az-Latn" },
  { FONDS_KIND_SUBJECT, "Mountain Jews", "горские евреи", "ru" },
  { FONDS_KIND_SUBJECT, "Mountain Jews", "יהודי ההרים", "he" },
  { FONDS_KIND_SUBJECT, "Mountain Jews", "Juhuro", "jdt-Latn" },
  { FONDS_KIND_SUBJECT, "Mountain Jews", "Cuhuro", "jdt-Latn" },
  { FONDS_KIND_SUBJECT, "Mountain Jews", "джуһур", "jdt-Cyrl" },
  { FONDS_KIND_SUBJECT, "Georgian Jews", "Georgian Jews", "en" },
  { FONDS_KIND_SUBJECT, "Ashkenazi Jews", "Ashkenazi Jews", "en" },
  { FONDS_KIND_SUBJECT, "Multiculturalism", "Multiculturalism", "en" },
  { FONDS_KIND_SUBJECT, "Cultural diplomacy", "Cultural diplomacy", "en" },
  { FONDS_KIND_SUBJECT, "Judeo-Tat / Juhuri", "Judeo-Tat", "en" },
  { FONDS_KIND_SUBJECT, "Judeo-Tat / Juhuri", "Juhuri", "jdt-Latn" },
  { FONDS_KIND_SUBJECT, "Judeo-Tat / Juhuri", "горско-еврейский язык", "ru" },
  { FONDS_KIND_SUBJECT, "Judeo-Tat / Juhuri", "джуури", "ru" },
  { FONDS_KIND_SUBJECT, "Judeo-Tat / Juhuri", "ג'והורי", "he" },
  { FONDS_KIND_SUBJECT, "Judeo-Tat / Juhuri", "жугьури", "jdt-Cyrl" },
};

static void
test_names (Sample *sample, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids =
          fonds_name_find (sample->db, forms[i].form, FONDS_KIND_BIT (forms[i].kind), &error);
      g_autoptr (FondsRecord) record = NULL;
      const FondsValue *value;

      g_test_message ("%s", forms[i].form);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 1);
      record = load_id (sample, g_array_index (ids, gint64, 0));
      g_assert_cmpstr (record->title, ==, forms[i].title);
      value = find_value (record, "name", forms[i].form);
      g_assert_nonnull (value);
      g_assert_cmpstr (value->attr[FONDS_ATTR_LANGUAGE], ==, forms[i].language);
    }
}

/* Asserts that a search finds a record of that title, and not everything. */
static void
assert_finds (Sample *sample, FondsSearch *search, const char *query, const char *title)
{
  g_autoptr (FondsRequest) request = fonds_request_new (query);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAnswer) answer = fonds_search_run (search, request, NULL, &error);
  gboolean found = FALSE;

  g_test_message ("%s", query);
  g_assert_no_error (error);
  g_assert_cmpuint (answer->n, <, 40);
  for (guint i = 0; i < answer->n && !found; i++)
    {
      g_autoptr (FondsRecord) record = load_id (sample, answer->ids[i]);

      found = strcmp (record->title, title) == 0;
    }
  g_assert_true (found);
}

static void
test_search (Sample *sample, gconstpointer data)
{
  g_autoptr (FondsSearch) search = fonds_search_new (sample->catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_finds (sample, search, forms[i].form, forms[i].title);
  assert_finds (sample, search, "qirmizi qesebe", "Qırmızı Qəsəbə");
  assert_finds (sample, search, "QUBA", "Quba");
  assert_finds (sample, search, "azerbaycan diller", "Azerbaijan University of Languages");
  assert_finds (sample, search, "bifolchi kind:source",
                "Jewish Heritage Preservation in the Caucasus: Azerbaijan's Cultural Diplomacy to "
                "Strengthen Relations with Israel");
  assert_finds (sample, search, "date:2023-08",
                "Heritage and Culture of the Jews of the North and East Caucasus");
}

static gboolean
is_person_of_the_facts (const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == FONDS_KIND_PERSON && strcmp (forms[i].title, title) == 0)
      return TRUE;
  return FALSE;
}

static void
test_nobody_invented (Sample *sample, gconstpointer data)
{
  g_autoptr (FondsSearch) search = fonds_search_new (sample->catalogue);
  g_autoptr (FondsRequest) request = fonds_request_new ("kind:person");
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAnswer) answer = fonds_search_run (search, request, NULL, &error);
  FondsStats stats = { { 0 } };

  g_assert_no_error (error);
  g_assert_cmpuint (answer->n, ==, 9);
  for (guint i = 0; i < answer->n; i++)
    {
      g_autoptr (FondsRecord) record = load_id (sample, answer->ids[i]);

      g_test_message ("%s", record->title);
      g_assert_true (is_person_of_the_facts (record->title));
    }

  g_assert_true (fonds_stats_load (sample->db, &stats, &error));
  g_assert_cmpint (stats.documents[FONDS_KIND_PERSON], ==, 9);
  g_assert_cmpint (stats.documents[FONDS_KIND_INSTITUTION], ==, 11);
  g_assert_cmpint (stats.documents[FONDS_KIND_PLACE], ==, 9);
  g_assert_cmpint (stats.documents[FONDS_KIND_SOURCE], ==, 2);
  g_assert_cmpint (stats.documents[FONDS_KIND_CONFERENCE], ==, 1);
  g_assert_cmpint (stats.documents[FONDS_KIND_UNIT], ==, 5);
  g_assert_cmpint (stats.documents[FONDS_KIND_FAMILY], ==, 0);
  g_assert_cmpint (stats.documents[FONDS_KIND_PARTICIPATION], ==, 0);
  g_assert_cmpint (stats.documents[FONDS_KIND_CONTACT], ==, 0);
  g_assert_cmpint (stats.documents[FONDS_KIND_CLAIM], ==, 0);
  g_assert_cmpint (stats.documents[FONDS_KIND_CUSTOM_FIELD], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-form-of-every-name-leads-to-its-record-and-no-other", test_names);
  ADD ("every-form-of-every-name-is-found-by-search", test_search);
  ADD ("nobody-and-nothing-is-there-that-the-facts-do-not-name", test_nobody_invented);

  return g_test_run ();
}
