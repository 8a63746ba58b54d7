/* csv-dialect.c - how a table of text separates its cells and lines
 *
 * Reads the first records once with each separator and takes the one under which they agree best
 * with one another. A separator that cuts the header and the rows into equally many cells is far
 * more probable than one that happens to stand in a few texts; many cells are more probable than
 * two; and a separator that leaves quotes in the middle of cells is the wrong one.
 * Thread: any; nothing is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-dialect.h"

#include "data/exchange/csv-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define TRIAL_RECORDS 100

/* Column names are short; a longer cell is a text. */
#define NAME_MAX_BYTES 200

static const char separators[] = { ',', ';', '\t', '|' };

/* What reading with one separator came to. */
typedef struct
{
  guint n_cells[TRIAL_RECORDS];
  guint n_records;
  guint n_faults;
} Trial;

/* A line "sep=;" before the header tells Excel the separator; other programs write it, too. */
static gboolean
find_hint (FondsCsvDialect *dialect, const char *sample, gsize length)
{
  if (length < 6 || g_ascii_strncasecmp (sample, "sep=", 4) != 0 ||
      (sample[5] != '\n' && sample[5] != '\r') || strchr (",;\t|:", sample[4]) == NULL)
    return FALSE;
  if (dialect->separator == '\0')
    dialect->separator = sample[4];
  return TRUE;
}

/* The first line end outside quotes; a doubled quote closes and opens, which does no harm. */
static FondsCsvLineEnd
guess_line_end (const char *sample, gsize length)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    if (sample[i] == '"')
      quoted = !quoted;
    else if (!quoted && sample[i] == '\n')
      return FONDS_CSV_LINE_END_LF;
    else if (!quoted && sample[i] == '\r')
      return i + 1 < length && sample[i + 1] == '\n' ? FONDS_CSV_LINE_END_CRLF
                                                     : FONDS_CSV_LINE_END_CR;
  return FONDS_CSV_LINE_END_LF;
}

static void
count_fault (guint64 line, guint64 column, const char *what, gpointer data)
{
  Trial *trial = data;

  trial->n_faults++;
}

static FondsCsvReader *
read_sample (const FondsCsvDialect *dialect, const char *sample, gsize length, Trial *trial)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data (sample, (gssize) length, NULL);
  FondsCsvOptions options = {
    .encoding = "UTF-8",
    .dialect = *dialect,
    .lax = TRUE,
    .notice = count_fault,
    .notice_data = trial,
  };

  options.dialect.header = FONDS_CSV_HEADER_ABSENT;
  return fonds_csv_reader_new (stream, &options, NULL);
}

/* The last record of a sample may be cut off, and is then not asked. */
static void
try_separator (const FondsCsvDialect *dialect,
               const char *sample,
               gsize length,
               gboolean whole,
               Trial *trial)
{
  g_autoptr (FondsCsvReader) reader = read_sample (dialect, sample, length, trial);
  g_autoptr (GError) error = NULL;

  while (trial->n_records < TRIAL_RECORDS && fonds_csv_reader_next (reader, &error))
    if (fonds_csv_reader_n_cells (reader) > 0)
      trial->n_cells[trial->n_records++] = fonds_csv_reader_n_cells (reader);
  if (error != NULL)
    trial->n_faults++;
  else if (!whole && trial->n_records > 1 && trial->n_records < TRIAL_RECORDS)
    trial->n_records--;
}

static guint
count_equal (const Trial *trial, guint n_cells)
{
  guint n = 0;

  for (guint i = 0; i < trial->n_records; i++)
    n += trial->n_cells[i] == n_cells;
  return n;
}

/* Zero when no record was cut at all. */
static double
score (const Trial *trial)
{
  guint usual = 0;
  guint n_usual = 0;
  double share;

  for (guint i = 0; i < trial->n_records; i++)
    if (count_equal (trial, trial->n_cells[i]) > n_usual)
      {
        usual = trial->n_cells[i];
        n_usual = count_equal (trial, usual);
      }
  if (usual < 2)
    return 0;

  share = (double) n_usual / trial->n_records;
  if (trial->n_cells[0] != usual)
    share /= 2;
  return share * share * log2 (usual) / (1 + trial->n_faults);
}

static char
guess_separator (const FondsCsvDialect *dialect, const char *sample, gsize length, gboolean whole)
{
  FondsCsvDialect attempt = *dialect;
  char best = separators[0];
  double best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      Trial trial = { .n_records = 0 };
      double this_score;

      attempt.separator = separators[i];
      try_separator (&attempt, sample, length, whole, &trial);
      this_score = score (&trial);
      if (this_score > best_score)
        {
          best_score = this_score;
          best = separators[i];
        }
    }
  return best;
}

/* Numbers and dates in figures are values, never the names of columns. */
static gboolean
is_name (const char *cell, gsize length)
{
  return length <= NAME_MAX_BYTES && strspn (cell, "0123456789.,:;/-+% ") < length;
}

static gboolean
has_names (FondsCsvReader *reader)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_empty = 0;

  for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
    {
      gsize length;
      const char *cell = fonds_csv_reader_cell (reader, i, &length);

      if (length == 0)
        n_empty++;
      else if (!is_name (cell, length) || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }
  return n_empty * 2 <= fonds_csv_reader_n_cells (reader);
}

static FondsCsvHeader
guess_header (const FondsCsvDialect *dialect, const char *sample, gsize length)
{
  Trial trial = { .n_records = 0 };
  g_autoptr (FondsCsvReader) reader = read_sample (dialect, sample, length, &trial);

  while (fonds_csv_reader_next (reader, NULL))
    if (fonds_csv_reader_n_cells (reader) > 0)
      return has_names (reader) ? FONDS_CSV_HEADER_PRESENT : FONDS_CSV_HEADER_ABSENT;
  return FONDS_CSV_HEADER_ABSENT;
}

/**
 * fonds_csv_dialect_guess:
 * @dialect: (inout): what is known already is kept, the rest is guessed
 * @sample: (array length=length): the beginning of the file in UTF-8
 * @length: its bytes
 * @whole: whether that is all of the file
 *
 * Guesses how a table is written. A table of one column has no separator to find; the comma stands
 * for it.
 */
void
fonds_csv_dialect_guess (FondsCsvDialect *dialect, const char *sample, gsize length, gboolean whole)
{
  dialect->hint = find_hint (dialect, sample, length);
  if (dialect->line_end == FONDS_CSV_LINE_END_GUESS)
    dialect->line_end = guess_line_end (sample, length);
  if (dialect->separator == '\0')
    dialect->separator = guess_separator (dialect, sample, length, whole);
  if (dialect->header == FONDS_CSV_HEADER_GUESS)
    dialect->header = guess_header (dialect, sample, length);
}

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case ',':
      return _ ("commas between the cells");
    case ';':
      return _ ("semicolons between the cells");
    case '\t':
      return _ ("tabs between the cells");
    case '|':
      return _ ("vertical bars between the cells");
    default:
      return NULL;
    }
}

static const char *
name_line_end (FondsCsvLineEnd line_end)
{
  switch (line_end)
    {
    case FONDS_CSV_LINE_END_CRLF:
      return _ ("lines end as on Windows (CR LF)");
    case FONDS_CSV_LINE_END_CR:
      return _ ("lines end as on old Macintoshes (CR)");
    case FONDS_CSV_LINE_END_LF:
    case FONDS_CSV_LINE_END_GUESS:
    default:
      return _ ("lines end in LF");
    }
}

/**
 * fonds_csv_dialect_describe:
 * @dialect: a dialect
 *
 * Says in words how a table is written, for a person who must judge whether the guess is right.
 *
 * Returns: (transfer full): a phrase without a full stop, translated
 */
char *
fonds_csv_dialect_describe (const FondsCsvDialect *dialect)
{
  const char *known = name_separator (dialect->separator);
  g_autofree char *other =
      known == NULL ? g_strdup_printf (_ ("“%c” between the cells"), dialect->separator) : NULL;
  const char *header = dialect->header == FONDS_CSV_HEADER_ABSENT
                           ? _ ("there are no column names")
                           : _ ("the first record has the column names");

  return g_strdup_printf ("%s; %s; %s", known != NULL ? known : other,
                          name_line_end (dialect->line_end), header);
}
