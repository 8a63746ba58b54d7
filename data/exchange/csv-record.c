/* csv-record.c - the cells of one record, and where each stood in the file
 *
 * One buffer, used again for the next record. Places are not kept while reading, which would cost
 * every file a third of its speed: every record begins in column 1, so the place of any character
 * follows from the cells before it.
 * Invariant: there is always room for the NUL behind the cell that is being read.
 * Thread: belongs to the reader.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-record.h"

#include <string.h>

#define FIRST_ROOM 4096
#define FIRST_CELLS 64

/* Goes on over text as it stood in the file: inside quotes, each quote stood there twice. */
static void
walk (const FondsCsvRecord *self,
      const char *text,
      gsize length,
      gboolean quoted,
      FondsCsvPlace *place)
{
  for (gsize i = 0; i < length; i++)
    {
      gboolean lone_cr = text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n');

      if (text[i] == '\n' || (lone_cr && quoted && self->cr_ends))
        {
          place->line++;
          place->column = 1;
        }
      else if ((text[i] & 0xC0) != 0x80)
        place->column += text[i] == '"' && quoted ? 2 : 1;
    }
}

static void
ensure_room (FondsCsvRecord *self, gsize length)
{
  if (self->length + length + 1 <= self->room)
    return;
  self->room = MAX (MAX (self->length + length + 1, self->room * 2), FIRST_ROOM);
  self->text = g_realloc (self->text, self->room);
}

/**
 * fonds_csv_record_start:
 * @self: a record
 * @line: the line in which it begins
 *
 * Forgets the record before and begins the first cell of the next.
 */
void
fonds_csv_record_start (FondsCsvRecord *self, guint64 line)
{
  self->line = line;
  self->length = 0;
  self->n_cells = 0;
  self->known = 0;
  self->known_place = (FondsCsvPlace){ line, 1 };
  fonds_csv_record_start_cell (self);
}

/**
 * fonds_csv_record_start_cell:
 * @self: a record
 *
 * Begins the next cell.
 */
void
fonds_csv_record_start_cell (FondsCsvRecord *self)
{
  ensure_room (self, 0);
  self->cell_start = self->length;
  self->part = FONDS_CSV_PART_PLAIN;
}

/**
 * fonds_csv_record_append:
 * @self: a record
 * @text: (array length=length): some bytes
 * @length: how many
 *
 * Adds to the cell that is being read.
 */
void
fonds_csv_record_append (FondsCsvRecord *self, const char *text, gsize length)
{
  ensure_room (self, length);
  memcpy (self->text + self->length, text, length);
  self->length += length;
}

/**
 * fonds_csv_record_end_cell:
 * @self: a record
 *
 * Completes the cell that is being read.
 */
void
fonds_csv_record_end_cell (FondsCsvRecord *self)
{
  FondsCsvCell *cell;

  if (self->n_cells == self->cells_room)
    {
      self->cells_room = MAX (FIRST_CELLS, self->cells_room * 2);
      self->cells = g_renew (FondsCsvCell, self->cells, self->cells_room);
    }
  cell = &self->cells[self->n_cells++];
  cell->start = (guint32) self->cell_start;
  cell->length = (guint32) (self->length - self->cell_start) & 0x7FFFFFFF;
  cell->quoted = self->part != FONDS_CSV_PART_PLAIN;
  self->text[self->length++] = '\0';
}

/**
 * fonds_csv_record_clear:
 * @self: a record
 *
 * Frees what the record holds, not the record.
 */
void
fonds_csv_record_clear (FondsCsvRecord *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->cells, g_free);
}

/**
 * fonds_csv_record_open_length:
 * @self: a record
 *
 * Returns: how many bytes of the cell that is being read are there
 */
gsize
fonds_csv_record_open_length (const FondsCsvRecord *self)
{
  return self->length - self->cell_start;
}

/**
 * fonds_csv_record_last_line:
 * @self: a record whose cells are complete
 *
 * Counts lines by the same rule as places, so that the two agree.
 *
 * Returns: the line in which the record ends
 */
guint64
fonds_csv_record_last_line (const FondsCsvRecord *self)
{
  FondsCsvPlace place = { self->line, 1 };

  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].quoted)
      walk (self, self->text + self->cells[i].start, self->cells[i].length, TRUE, &place);
  return place.line;
}

/**
 * fonds_csv_record_place_of_cell:
 * @self: a record
 * @i: which cell; the number of complete cells stands for the one that is being read
 *
 * Returns: where the cell begins, its opening quote included
 */
FondsCsvPlace
fonds_csv_record_place_of_cell (FondsCsvRecord *self, guint i)
{
  if (i < self->known)
    {
      self->known = 0;
      self->known_place = (FondsCsvPlace){ self->line, 1 };
    }
  for (; self->known < i; self->known++)
    {
      const FondsCsvCell *cell = &self->cells[self->known];

      self->known_place.column += cell->quoted;
      walk (self, self->text + cell->start, cell->length, cell->quoted, &self->known_place);
      self->known_place.column += 1 + cell->quoted;
    }
  return self->known_place;
}

/**
 * fonds_csv_record_place_of_now:
 * @self: a record
 *
 * Returns: where the next character stands, behind what was read of the open cell
 */
FondsCsvPlace
fonds_csv_record_place_of_now (FondsCsvRecord *self)
{
  FondsCsvPlace place = fonds_csv_record_place_of_cell (self, self->n_cells);
  gboolean quoted = self->part != FONDS_CSV_PART_PLAIN;

  place.column += (guint) quoted;
  walk (self, self->text + self->cell_start, self->length - self->cell_start, quoted, &place);
  place.column += self->part == FONDS_CSV_PART_CLOSED;
  return place;
}
