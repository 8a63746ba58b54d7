/* row-words.c - what a list says of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/row-words.h"

#include "data/catalogue/field-words.h"
#include "data/catalogue/level.h"
#include "data/text/direction.h"

#include <glib/gi18n-lib.h>

static void
append (GString *line, const char *part, const char *between)
{
  if (!part || !*part)
    return;
  if (line->len > 0)
    g_string_append (line, between);
  g_string_append (line, part);
}

/* Isolated, so that a code doesn't get mixed up with a name of another direction. */
static void
append_isolated (GString *line, const char *part)
{
  g_autofree char *isolated = part && *part ? fonds_text_isolate (part) : NULL;

  append (line, isolated, " · ");
}

/**
 * fonds_row_title:
 * @row: a row that is loaded
 *
 * Says what a record is called.
 *
 * Returns: (transfer none): its title, or a word that says that it has none
 */
const char *
fonds_row_title (const FondsRow *row)
{
  return row->title && *row->title ? row->title : _ ("Untitled");
}

/**
 * fonds_row_sort:
 * @row: a row that is loaded
 *
 * Says what a record is: its level, else its kind.
 *
 * Returns: (transfer none): a word
 */
const char *
fonds_row_sort (const FondsRow *row)
{
  return row->level && *row->level ? _ (fonds_level_label (row->level))
                                   : _ (fonds_kind_label (row->kind));
}

/**
 * fonds_row_icon:
 * @row: a row that is loaded
 *
 * Says what a record looks like: a unit as a folder where it holds others or is of a level that
 * does, an empty series too; others as their kind.
 *
 * Returns: (transfer none): the name of a symbolic icon
 */
const char *
fonds_row_icon (const FondsRow *row)
{
  int rank;

  if (row->kind != FONDS_KIND_UNIT)
    return fonds_kind_icon (row->kind);
  rank = fonds_level_rank (row->level);
  return row->has_children || (rank > 0 && rank < fonds_level_rank ("file"))
             ? "folder-symbolic"
             : "text-x-generic-symbolic";
}

/**
 * fonds_row_dup_second_line:
 * @row: a row that is loaded
 *
 * Says what a person wants to know after the title: reference, level, creators. Creators come last,
 * since it is their names that can be long enough to be cut off.
 *
 * Returns: (transfer full): one line
 */
char *
fonds_row_dup_second_line (const FondsRow *row)
{
  GString *line = g_string_new (NULL);

  append_isolated (line, row->ref);
  append_isolated (line, fonds_row_sort (row));
  append_isolated (line, row->creators);
  return g_string_free (line, FALSE);
}

/**
 * fonds_row_dup_spoken:
 * @row: a row that is loaded
 *
 * Says all of a row in one breath, as a screen reader does.
 *
 * Returns: (transfer full): the row's accessible name
 */
char *
fonds_row_dup_spoken (const FondsRow *row)
{
  g_autofree char *dates = fonds_field_words_moment (row->dates);
  GString *line = g_string_new (fonds_row_title (row));

  append (line, fonds_row_sort (row), ", ");
  append (line, row->ref, ", ");
  append (line, row->creators, ", ");
  append (line, dates, ", ");
  return g_string_free (line, FALSE);
}
