/* generate.c - a catalogue of any size that nobody ever wrote, as AtoM's CSV
 *
 * Usage: generate --records N [--seed S] [--shuffle] > FILE.csv
 *
 * Units of description in four levels: every 1,000 rows are a fonds of 9 series of 10 files of 10
 * items. Texts of about 400 bytes a row in English, Russian, Azerbaijani and Hebrew (4 : 3 : 2 : 1)
 * by Zipf's law; dates from 1790 to 1999 as archivists write them; 2,000 creators, 600 subjects, 240
 * places, 12 repositories.
 * A row follows from its number and the seed alone. So the same seed gives the same bytes, a longer
 * file begins with the shorter one, and --shuffle changes nothing but the order (children may then
 * come before their parents).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-writer.h"
#include "tests/bench/words.h"

#include <gio/gunixoutputstream.h>
#include <stdlib.h>
#include <unistd.h>

#define IN_FONDS 1000
#define IN_SERIES 111
#define IN_FILE 11
#define N_CREATORS 2000
#define N_SUBJECTS 600
#define N_PLACES 240
#define FIRST_YEAR 1790
#define LAST_YEAR 1999

typedef enum
{
  LEVEL_FONDS,
  LEVEL_SERIES,
  LEVEL_FILE,
  LEVEL_ITEM,
} Level;

/* The columns that have something in them; the template's others stay empty. */
typedef enum
{
  COLUMN_EMPTY,
  COLUMN_LEGACY_ID,
  COLUMN_PARENT_ID,
  COLUMN_IDENTIFIER,
  COLUMN_TITLE,
  COLUMN_LEVEL,
  COLUMN_EXTENT,
  COLUMN_REPOSITORY,
  COLUMN_HISTORY,
  COLUMN_SCOPE,
  COLUMN_ACCESS,
  COLUMN_LANGUAGE,
  COLUMN_SCRIPT,
  COLUMN_SUBJECTS,
  COLUMN_PLACES,
  COLUMN_STATUS,
  COLUMN_DETAIL,
  COLUMN_PUBLICATION,
  COLUMN_BOX,
  COLUMN_BOX_PLACE,
  COLUMN_BOX_TYPE,
  COLUMN_EVENT_DATES,
  COLUMN_EVENT_TYPES,
  COLUMN_EVENT_STARTS,
  COLUMN_EVENT_ENDS,
  COLUMN_EVENT_ACTORS,
  COLUMN_CULTURE,
  N_COLUMNS,
} Column;

/* The order of AtoM's ISAD template. */
static const struct
{
  const char *name;
  Column column;
} header[] = {
  { "legacyId", COLUMN_LEGACY_ID },
  { "parentId", COLUMN_PARENT_ID },
  { "qubitParentSlug", COLUMN_EMPTY },
  { "accessionNumber", COLUMN_EMPTY },
  { "identifier", COLUMN_IDENTIFIER },
  { "title", COLUMN_TITLE },
  { "levelOfDescription", COLUMN_LEVEL },
  { "extentAndMedium", COLUMN_EXTENT },
  { "repository", COLUMN_REPOSITORY },
  { "archivalHistory", COLUMN_HISTORY },
  { "acquisition", COLUMN_EMPTY },
  { "scopeAndContent", COLUMN_SCOPE },
  { "appraisal", COLUMN_EMPTY },
  { "accruals", COLUMN_EMPTY },
  { "arrangement", COLUMN_EMPTY },
  { "accessConditions", COLUMN_ACCESS },
  { "reproductionConditions", COLUMN_EMPTY },
  { "language", COLUMN_LANGUAGE },
  { "script", COLUMN_SCRIPT },
  { "languageNote", COLUMN_EMPTY },
  { "physicalCharacteristics", COLUMN_EMPTY },
  { "findingAids", COLUMN_EMPTY },
  { "locationOfOriginals", COLUMN_EMPTY },
  { "locationOfCopies", COLUMN_EMPTY },
  { "relatedUnitsOfDescription", COLUMN_EMPTY },
  { "publicationNote", COLUMN_EMPTY },
  { "digitalObjectPath", COLUMN_EMPTY },
  { "digitalObjectURI", COLUMN_EMPTY },
  { "generalNote", COLUMN_EMPTY },
  { "subjectAccessPoints", COLUMN_SUBJECTS },
  { "placeAccessPoints", COLUMN_PLACES },
  { "nameAccessPoints", COLUMN_EMPTY },
  { "genreAccessPoints", COLUMN_EMPTY },
  { "descriptionIdentifier", COLUMN_EMPTY },
  { "institutionIdentifier", COLUMN_EMPTY },
  { "rules", COLUMN_EMPTY },
  { "descriptionStatus", COLUMN_STATUS },
  { "levelOfDetail", COLUMN_DETAIL },
  { "revisionHistory", COLUMN_EMPTY },
  { "languageOfDescription", COLUMN_CULTURE },
  { "scriptOfDescription", COLUMN_SCRIPT },
  { "sources", COLUMN_EMPTY },
  { "archivistNote", COLUMN_EMPTY },
  { "publicationStatus", COLUMN_PUBLICATION },
  { "physicalObjectName", COLUMN_BOX },
  { "physicalObjectLocation", COLUMN_BOX_PLACE },
  { "physicalObjectType", COLUMN_BOX_TYPE },
  { "alternativeIdentifiers", COLUMN_EMPTY },
  { "alternativeIdentifierLabels", COLUMN_EMPTY },
  { "eventDates", COLUMN_EVENT_DATES },
  { "eventTypes", COLUMN_EVENT_TYPES },
  { "eventStartDates", COLUMN_EVENT_STARTS },
  { "eventEndDates", COLUMN_EVENT_ENDS },
  { "eventActors", COLUMN_EVENT_ACTORS },
  { "eventActorHistories", COLUMN_EMPTY },
  { "culture", COLUMN_CULTURE },
};

static const char *const given_names[] = {
  "Abram",  "Asaf",   "Boris",   "Daniil",  "Dina",      "Efim",   "Elza",  "Emma",
  "Esther", "Farida", "Gavriil", "Hava",    "Hizgil",    "Ilya",   "Irina", "Isaak",
  "Leyla",  "Liya",   "Maria",   "Mikhail", "Mordechai", "Nadir",  "Naomi", "Nikolai",
  "Nisim",  "Olga",   "Pinhas",  "Rahel",   "Ruben",     "Samuil", "Sara",  "Sevda",
  "Shaul",  "Simha",  "Sofia",   "Tamara",  "Vera",      "Yakov",  "Zaur",  "Zoya",
};

static const char *const family_stems[] = {
  "Abram",  "Agarun", "Alkhas", "Ashur",   "Bakhsh",  "Dadash", "David",   "Divil",    "Gadil",
  "Gilyad", "Ifraim", "Ilizar", "Khanuk",  "Mardakh", "Matai",  "Migir",   "Nakhshun", "Nisan",
  "Pisakh", "Rafail", "Shalum", "Shamail", "Yusuf",   "Yagud",  "Zarbail",
};

static const char *const family_endings[] = { "ov", "ova" };

static const char *const towns[] = {
  "Quba",      "Qırmızı Qəsəbə", "Oğuz",    "Bakı",      "Gəncə",    "Şamaxı",     "Дербент",
  "Махачкала", "Нальчик",        "Грозный", "Хасавюрт",  "Буйнакск", "Tbilisi",    "Vladikavkaz",
  "ירושלים",   "חדרה",           "Majalis", "Vartashen", "Mücü",     "Yanghikend",
};

static const char *const repositories[] = {
  "State Archive of the Region",
  "Museum of the Mountain Jews",
  "National Archives",
  "Archive of the Community of Quba",
  "Central Archives for the History of the People",
  "Городской архив Дербента",
  "Музей истории города",
  "Dövlət Tarix Arxivi",
  "Milli Elmlər Akademiyası",
  "ארכיון הקהילה",
  "בית התפוצות",
  "University Library",
};

static const char *const cultures[N_LANGUAGES] = { "en", "ru", "az", "he" };
static const char *const scripts[N_LANGUAGES] = { "Latn", "Cyrl", "Latn", "Hebr" };
static const char *const levels[] = { "Fonds", "Series", "File", "Item" };

static const char *const month_names[2][12] = {
  { "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December" },
  { "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря" },
};

typedef struct
{
  Words *words;
  FondsCsvWriter *writer;
  GString *cells[N_COLUMNS]; /* of the row that is being made */
  guint64 seed;
} Generator;

static Level
level_of (guint64 row)
{
  guint64 place = row % IN_FONDS;

  if (place == 0)
    return LEVEL_FONDS;
  if ((place - 1) % IN_SERIES == 0)
    return LEVEL_SERIES;
  return ((place - 1) % IN_SERIES - 1) % IN_FILE == 0 ? LEVEL_FILE : LEVEL_ITEM;
}

/* Meaningless for a fonds. */
static guint64
parent_of (guint64 row)
{
  guint64 fonds = row - row % IN_FONDS;
  guint64 series = row - (row % IN_FONDS - 1) % IN_SERIES;

  switch (level_of (row))
    {
    case LEVEL_ITEM:
      return row - (row - series - 1) % IN_FILE;
    case LEVEL_FILE:
      return series;
    case LEVEL_SERIES:
    case LEVEL_FONDS:
    default:
      return fonds;
    }
}

static Language
choose_language (Chance *chance)
{
  static const Language in_ten[] = { LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN, LANGUAGE_EN,
                                     LANGUAGE_RU, LANGUAGE_RU, LANGUAGE_RU, LANGUAGE_AZ,
                                     LANGUAGE_AZ, LANGUAGE_HE };

  return in_ten[chance_below (chance, G_N_ELEMENTS (in_ten))];
}

static void
say (Generator *self, Column column, Language language, guint n, Chance *chance)
{
  words_append (self->words, language, n, chance, self->cells[column]);
}

static void
add_identity (Generator *self, guint64 row, Language language, Chance *chance)
{
  static const char letters[] = "FSD";
  Level level = level_of (row);
  guint64 number = level == LEVEL_FONDS ? row / IN_FONDS + 1 : row - parent_of (row);
  GString *identifier = self->cells[COLUMN_IDENTIFIER];

  g_string_printf (self->cells[COLUMN_LEGACY_ID], "%" G_GUINT64_FORMAT, row + 1);
  if (level != LEVEL_FONDS)
    g_string_printf (self->cells[COLUMN_PARENT_ID], "%" G_GUINT64_FORMAT, parent_of (row) + 1);
  if (level != LEVEL_ITEM)
    g_string_append_c (identifier, letters[level]);
  g_string_append_printf (identifier, "%" G_GUINT64_FORMAT, number);
  g_string_append (self->cells[COLUMN_LEVEL], levels[level]);
  say (self, COLUMN_TITLE, language, 3 + chance_below (chance, 5), chance);
}

static void
add_texts (Generator *self, Level level, Language language, Chance *chance)
{
  GString *scope = self->cells[COLUMN_SCOPE];

  for (guint n = 1 + chance_below (chance, 3); n > 0; n--)
    {
      say (self, COLUMN_SCOPE, language, 4 + chance_below (chance, 10), chance);
      g_string_append (scope, chance_below (chance, 3) == 0 ? ", " : " ");
      say (self, COLUMN_SCOPE, language, 2 + chance_below (chance, 6), chance);
      g_string_append (scope, n == 1 ? "." : chance_below (chance, 8) == 0 ? ".\n" : ". ");
    }
  if (level != LEVEL_ITEM || chance_below (chance, 4) == 0)
    say (self, COLUMN_HISTORY, language, 6 + chance_below (chance, 10), chance);
  g_string_append_printf (self->cells[COLUMN_EXTENT], "%u %s", 1 + chance_below (chance, 200),
                          level == LEVEL_ITEM ? "leaves" : "folders");
}

/* A day is left out or put in as the form wants it; the machine's form is always ISO 8601. */
static void
add_dates (Generator *self, Language language, Chance *chance)
{
  guint first = FIRST_YEAR + chance_below (chance, LAST_YEAR - FIRST_YEAR);
  guint last = MIN (first + 1 + chance_below (chance, 12), LAST_YEAR);
  guint month = chance_below (chance, 12);
  guint day = 1 + chance_below (chance, 28);
  gboolean russian = language == LANGUAGE_RU;
  GString *text = self->cells[COLUMN_EVENT_DATES];
  GString *from = self->cells[COLUMN_EVENT_STARTS];
  GString *to = self->cells[COLUMN_EVENT_ENDS];

  switch (chance_below (chance, 8))
    {
    case 0:
    case 1:
      g_string_printf (text, "%u-%u", first, last);
      g_string_printf (from, "%u", first);
      g_string_printf (to, "%u", last);
      return;
    case 2:
      g_string_printf (text, russian ? "ок. %u" : "ca. %u", first);
      break;
    case 3:
      g_string_printf (text, "[%u?]", first);
      break;
    case 4:
      g_string_printf (text, russian ? "%u-е гг." : "%us", first -= first % 10);
      g_string_printf (from, "%u", first);
      g_string_printf (to, "%u", first + 9);
      return;
    case 5:
      if (russian)
        g_string_printf (text, "%u %s %u", day, month_names[1][month], first);
      else
        g_string_printf (text, "%s %u, %u", month_names[0][month], day, first);
      g_string_printf (from, "%u-%02u-%02u", first, month + 1, day);
      g_string_assign (to, from->str);
      return;
    case 6:
      g_string_printf (text, "%u-%02u", first, month + 1);
      g_string_assign (from, text->str);
      g_string_assign (to, text->str);
      return;
    default:
      g_string_printf (text, "%u", first);
      break;
    }
  g_string_printf (from, "%u", first);
  g_string_printf (to, "%u", first);
}

static void
add_creator (Generator *self, Chance *chance)
{
  guint n = words_rank (self->words, N_CREATORS, chance);
  guint family = n / G_N_ELEMENTS (given_names);

  g_string_printf (self->cells[COLUMN_EVENT_ACTORS], "%s%s, %s",
                   family_stems[family % G_N_ELEMENTS (family_stems)],
                   family_endings[family / G_N_ELEMENTS (family_stems)],
                   given_names[n % G_N_ELEMENTS (given_names)]);
  g_string_append (self->cells[COLUMN_EVENT_TYPES], "Creation");
}

/* A subject is two words of its number, so that the same number is the same subject. */
static void
add_subjects (Generator *self, Chance *chance)
{
  for (guint n = chance_below (chance, 4); n > 0; n--)
    {
      guint subject = words_rank (self->words, N_SUBJECTS, chance);
      Chance own = { subject };

      if (self->cells[COLUMN_SUBJECTS]->len > 0)
        g_string_append_c (self->cells[COLUMN_SUBJECTS], '|');
      say (self, COLUMN_SUBJECTS, choose_language (&own), 2, &own);
      g_string_append_printf (self->cells[COLUMN_SUBJECTS], " %u", subject + 1);
    }
}

static void
add_place (Generator *self, Chance *chance)
{
  guint place = words_rank (self->words, N_PLACES, chance);
  guint quarter = place / G_N_ELEMENTS (towns);
  GString *places = self->cells[COLUMN_PLACES];

  g_string_append (places, towns[place % G_N_ELEMENTS (towns)]);
  if (quarter > 0)
    g_string_append_printf (places, " %u", quarter);
}

static void
add_control (Generator *self, guint64 row, Level level, Language language, Chance *chance)
{
  gboolean draft = chance_below (chance, 20) == 0;

  g_string_append (self->cells[COLUMN_LANGUAGE], cultures[language]);
  g_string_append (self->cells[COLUMN_CULTURE], cultures[language]);
  g_string_append (self->cells[COLUMN_SCRIPT], scripts[language]);
  g_string_append (self->cells[COLUMN_STATUS], draft ? "Draft" : "Final");
  g_string_append (self->cells[COLUMN_DETAIL], level == LEVEL_ITEM ? "Partial" : "Full");
  g_string_append (self->cells[COLUMN_PUBLICATION], draft ? "Draft" : "Published");
  if (chance_below (chance, 10) == 0)
    g_string_append (self->cells[COLUMN_ACCESS], "Open to readers by appointment.");
  if (level == LEVEL_FILE)
    {
      g_string_printf (self->cells[COLUMN_BOX], "Box %" G_GUINT64_FORMAT, row / 50 + 1);
      g_string_printf (self->cells[COLUMN_BOX_PLACE], "Shelf %" G_GUINT64_FORMAT, row / 1000 + 1);
      g_string_append (self->cells[COLUMN_BOX_TYPE], "Box");
    }
  if (level == LEVEL_FONDS)
    g_string_append (self->cells[COLUMN_REPOSITORY],
                     repositories[chance_below (chance, G_N_ELEMENTS (repositories))]);
}

static gboolean
write_row (Generator *self, guint64 row, GError **error)
{
  Chance chance = { self->seed ^ (row + 1) * G_GUINT64_CONSTANT (0xD1342543DE82EF95) };
  Language language = choose_language (&chance);
  Level level = level_of (row);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_truncate (self->cells[i], 0);
  add_identity (self, row, language, &chance);
  add_texts (self, level, language, &chance);
  add_dates (self, language, &chance);
  add_creator (self, &chance);
  add_subjects (self, &chance);
  add_place (self, &chance);
  add_control (self, row, level, language, &chance);

  for (gsize i = 0; i < G_N_ELEMENTS (header); i++)
    {
      const GString *cell = self->cells[header[i].column];

      fonds_csv_writer_cell (self->writer, cell->str, (gssize) cell->len);
    }
  return fonds_csv_writer_end_record (self->writer, error);
}

/* Fisher and Yates, from the seed. */
static guint32 *
make_order (guint n, gboolean shuffled, guint64 seed)
{
  guint32 *order = g_new (guint32, n);
  Chance chance = { ~seed };

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; shuffled && i > 1; i--)
    {
      guint other = chance_below (&chance, i);
      guint32 kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
  return order;
}

static gboolean
write_all (Generator *self, guint n, gboolean shuffled, GError **error)
{
  g_autofree guint32 *order = make_order (n, shuffled, self->seed);

  for (gsize i = 0; i < G_N_ELEMENTS (header); i++)
    fonds_csv_writer_cell (self->writer, header[i].name, -1);
  if (!fonds_csv_writer_end_record (self->writer, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!write_row (self, order[i], error))
      return FALSE;
  return fonds_csv_writer_finish (self->writer, error);
}

static gboolean
generate (guint n, guint64 seed, gboolean shuffled, GError **error)
{
  g_autoptr (GOutputStream) out = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (out, NULL);
  g_autoptr (Words) words = words_new ();
  Generator self = { .words = words, .writer = writer, .seed = seed };
  gboolean fine;

  for (guint i = 0; i < N_COLUMNS; i++)
    self.cells[i] = g_string_new (NULL);
  fine = write_all (&self, n, shuffled, error);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_free (self.cells[i], TRUE);
  return fine;
}

int
main (int argc, char **argv)
{
  int n = 10000;
  gint64 seed = 1;
  gboolean shuffled = FALSE;
  const GOptionEntry entries[] = {
    { "records", 'n', 0, G_OPTION_ARG_INT, &n, "How many rows (10000)", "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "Where chance begins (1)", "S" },
    { "shuffle", 0, 0, G_OPTION_ARG_NONE, &shuffled, "Put the rows in any order", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- make a catalogue as CSV");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || n < 0 || argc > 1)
    {
      g_printerr ("generate: %s\n", error != NULL ? error->message : "N must be 0 or more");
      return 2;
    }
  if (!generate ((guint) n, (guint64) seed, shuffled, &error))
    {
      g_printerr ("generate: %s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
