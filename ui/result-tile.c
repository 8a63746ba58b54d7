/* result-tile.c - one picture of the results' grid
 *
 * The record's picture, or the icon of its kind on a mount of the same size; below, its title on two
 * lines and where it matched, its dates, or what it is. Every tile has the same height, filled or not.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-tile.h"

#include "data/catalogue/field-words.h"
#include "ui/label.h"
#include "ui/media-thumbnail.h"
#include "ui/row-words.h"
#include "ui/snippet.h"

#include <glib/gi18n-lib.h>

#define MOUNT_HEIGHT 112
#define MOUNT_WIDTH 120
#define FEW_CHARS 8

struct _FondsResultTile
{
  FondsResultCell parent_instance;

  /* owned by its parent */
  FondsThumbnail *picture;
  GtkInscription *title;
  GtkInscription *second;

  /* owned */
  FondsMedia *media;
};

G_DEFINE_FINAL_TYPE (FondsResultTile, fonds_result_tile, FONDS_TYPE_RESULT_CELL)

static void
show_second (FondsResultTile *self, const FondsRow *row, const char *snippet)
{
  g_autofree char *dates = fonds_field_words_moment (row->dates);

  if (snippet && *snippet)
    {
      fonds_inscription_set_snippet (self->second, snippet);
      return;
    }
  gtk_inscription_set_attributes (self->second, NULL);
  fonds_inscription_set_value (self->second, dates && *dates ? dates : fonds_row_sort (row));
}

static void
show_row (FondsResultTile *self, const FondsRow *row, const char *snippet)
{
  g_autofree char *name = fonds_row_dup_spoken (row);
  GtkWidget *line = gtk_widget_get_parent (GTK_WIDGET (self));

  fonds_thumbnail_set (self->picture, self->media, row->picture, 0, fonds_row_icon (row));
  fonds_inscription_set_value (self->title, fonds_row_title (row));
  if (fonds_row_title (row) != row->title)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  show_second (self, row, snippet);
  if (line)
    fonds_widget_set_accessible_name (line, name);
}

static void
fonds_result_tile_show (FondsResultCell *cell, const FondsRow *row, const char *snippet)
{
  FondsResultTile *self = FONDS_RESULT_TILE (cell);

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  if (row && row->id != 0)
    {
      show_row (self, row, snippet);
      return;
    }
  fonds_thumbnail_set (self->picture, NULL, NULL, 0, NULL);
  gtk_inscription_set_text (self->second, NULL);
  fonds_inscription_set_value (self->title, row ? _ ("No longer in the catalogue") : NULL);
  if (row)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
}

static void
fonds_result_tile_finalize (GObject *object)
{
  g_clear_object (&FONDS_RESULT_TILE (object)->media);

  G_OBJECT_CLASS (fonds_result_tile_parent_class)->finalize (object);
}

static void
fonds_result_tile_class_init (FondsResultTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_result_tile_finalize;
  FONDS_RESULT_CELL_CLASS (klass)->show = fonds_result_tile_show;
}

static GtkInscription *
make_text (GtkWidget *box, guint lines)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), FEW_CHARS);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), lines);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (text), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (text), 0);
  gtk_box_append (GTK_BOX (box), text);
  return GTK_INSCRIPTION (text);
}

/* Made by hand, not from a template: a grid keeps some two hundred of these. */
static void
fonds_result_tile_init (FondsResultTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *mount = adw_bin_new ();

  self->picture = FONDS_THUMBNAIL (fonds_thumbnail_new (MOUNT_HEIGHT));
  gtk_widget_set_size_request (mount, MOUNT_WIDTH, MOUNT_HEIGHT);
  gtk_widget_add_css_class (mount, "mount");
  adw_bin_set_child (ADW_BIN (mount), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), mount);
  self->title = make_text (box, 2);
  gtk_widget_set_margin_top (GTK_WIDGET (self->title), 4);
  self->second = make_text (box, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->second), "second");
  gtk_widget_add_css_class (box, "result-tile");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * fonds_result_tile_new:
 * @media: the pictures of the records' catalogue
 *
 * Makes an empty tile.
 *
 * Returns: (transfer floating): the tile
 */
GtkWidget *
fonds_result_tile_new (FondsMedia *media)
{
  FondsResultTile *self = g_object_new (FONDS_TYPE_RESULT_TILE, NULL);

  self->media = g_object_ref (media);
  return GTK_WIDGET (self);
}
