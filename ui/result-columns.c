/* result-columns.c - how the table of results is arranged
 *
 * Which columns are there, in which order, how wide, and what a click on a heading asks for. The rows
 * are ordered by the search, never here: each column's sorter only marks it, and GTK 4.8, which
 * can't be asked which column is the first, is found out by letting it compare two things.
 * Signals: sort, with an order and whether it is turned round, when a heading is clicked; arranged,
 * when the columns are others, elsewhere or of another width.
 * Thread: main context. Ownership: the table is known, and keeps this alive by its user's hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-columns.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define USUAL_DPI 96
#define NARROWEST 40
#define WIDEST 2000

struct _FondsResultColumns
{
  GObject parent_instance;

  /* borrowed */
  GtkColumnView *table;

  /* owned */
  GtkColumnViewColumn *columns[FONDS_N_COLUMNS];
  GSimpleActionGroup *actions;
  char *first; /* (nullable): how the table is at first; NULL for the columns' own facts */

  /* state */
  double scale;      /* how large text is; widths are remembered as for text of its usual size */
  gboolean matching; /* words were asked for, so that there are matches to show */
  int asked;         /* the column that was asked to compare first; -1 for none */
  gboolean quiet;    /* the program arranges or sorts, not a person */
};

G_DEFINE_FINAL_TYPE (FondsResultColumns, fonds_result_columns, G_TYPE_OBJECT)

enum
{
  SORT,
  ARRANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
find_column (FondsResultColumns *self, GtkColumnViewColumn *column)
{
  int i;

  for (i = 0; i < FONDS_N_COLUMNS; i++)
    {
      if (self->columns[i] == column)
        return i;
    }
  return -1;
}

static void
set_width (FondsResultColumns *self, FondsColumn column, int width)
{
  gtk_column_view_column_set_fixed_width (self->columns[column], (int) (width * self->scale));
}

static int
get_width (FondsResultColumns *self, FondsColumn column)
{
  double width = gtk_column_view_column_get_fixed_width (self->columns[column]);

  return (int) (width / self->scale + 0.5);
}

/* How much larger than usual a person wants text to be. */
static double
measure_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = -1;

  if (settings)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (USUAL_DPI * 1024.0) : 1;
}

static void
arranged (FondsResultColumns *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[ARRANGED], 0);
}

typedef struct
{
  FondsResultColumns *columns;
  FondsColumn column;
} Marker;

static int
mark (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Marker *marker = user_data;

  if (marker->columns->asked < 0)
    marker->columns->asked = (int) marker->column;
  return -1;
}

static GtkSorter *
make_marker (FondsResultColumns *self, FondsColumn column)
{
  Marker *marker = g_new0 (Marker, 1);

  marker->columns = self;
  marker->column = column;
  return GTK_SORTER (gtk_custom_sorter_new (mark, marker, g_free));
}

/* The first column says "smaller"; what comes back is "larger" where it is turned round. */
static void
sorter_changed_cb (FondsResultColumns *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  GtkOrdering ordering;

  if (self->quiet)
    return;
  self->asked = -1;
  ordering = gtk_sorter_compare (sorter, self, self->table);
  if (self->asked >= 0)
    g_signal_emit (self, signals[SORT], 0, (int) fonds_column_facts (self->asked)->sort,
                   ordering == GTK_ORDERING_LARGER);
}

static GtkWidget *
make_cell (gpointer data)
{
  return fonds_column_cell_new (GPOINTER_TO_UINT (data));
}

static GSimpleAction *
action_of (FondsResultColumns *self, FondsColumn column)
{
  return G_SIMPLE_ACTION (
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), fonds_column_facts (column)->id));
}

/* Whether a person wants a column, which isn't there all the time. */
static gboolean
is_wanted (FondsResultColumns *self, FondsColumn column)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action_of (self, column)));

  return g_variant_get_boolean (state);
}

static void
set_visible (FondsResultColumns *self, FondsColumn column, gboolean wanted)
{
  g_simple_action_set_state (action_of (self, column), g_variant_new_boolean (wanted));
  gtk_column_view_column_set_visible (self->columns[column],
                                      wanted && (column != FONDS_COLUMN_MATCH || self->matching));
}

static void
change_visible_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  FondsResultColumns *self = user_data;

  set_visible (self, fonds_column_from_id (g_action_get_name (G_ACTION (action))),
               g_variant_get_boolean (state));
  arranged (self);
}

/* Where a column stands among all, those that aren't shown too. */
static guint
position_of (FondsResultColumns *self, GtkColumnViewColumn *column)
{
  GListModel *all = gtk_column_view_get_columns (self->table);
  guint n = g_list_model_get_n_items (all);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (all, i);

      if (other == column)
        return i;
    }
  return n;
}

/* Past the next column that is shown, in a direction. */
static void
move (FondsResultColumns *self, FondsColumn column, int step)
{
  GListModel *all = gtk_column_view_get_columns (self->table);
  int n = (int) g_list_model_get_n_items (all);
  int i = (int) position_of (self, self->columns[column]) + step;

  for (; i >= 0 && i < n; i += step)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (all, (guint) i);

      if (!gtk_column_view_column_get_visible (other))
        continue;
      gtk_column_view_insert_column (self->table, (guint) i, self->columns[column]);
      arranged (self);
      return;
    }
}

static void
move_earlier_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, fonds_column_from_id (g_variant_get_string (parameter, NULL)), -1);
}

static void
move_later_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, fonds_column_from_id (g_variant_get_string (parameter, NULL)), 1);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsResultColumns *self = user_data;
  g_autofree char *first = g_strdup (self->first);

  fonds_result_columns_arrange (self, first, NULL);
  arranged (self);
}

static GMenuModel *
make_menu (FondsColumn column)
{
  const char *id = fonds_column_facts (column)->id;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autofree char *earlier = g_strdup_printf ("columns.move-earlier::%s", id);
  g_autofree char *later = g_strdup_printf ("columns.move-later::%s", id);
  FondsColumn other;

  g_menu_append (moves, _ ("Move earlier"), earlier);
  g_menu_append (moves, _ ("Move later"), later);
  for (other = 0; other < FONDS_N_COLUMNS; other++)
    {
      g_autofree char *action = g_strdup_printf ("columns.%s", fonds_column_facts (other)->id);

      g_menu_append (shown, _ (fonds_column_facts (other)->label), action);
    }
  g_menu_append (all, _ ("As at first"), "columns.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, _ ("Columns"), G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

static void
add_column (FondsResultColumns *self, FondsColumn column)
{
  const FondsColumnFacts *facts = fonds_column_facts (column);
  g_autoptr (GMenuModel) menu = make_menu (column);
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful (facts->id, NULL, g_variant_new_boolean (facts->shown));
  GtkColumnViewColumn *made =
      gtk_column_view_column_new (_ (facts->label),
                                  fonds_result_cell_factory_new (make_cell,
                                                                 GUINT_TO_POINTER (column)));

  self->columns[column] = made;
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == FONDS_COLUMN_TITLE);
  set_width (self, column, facts->width);
  gtk_column_view_column_set_visible (made, facts->shown && column != FONDS_COLUMN_MATCH);
  gtk_column_view_column_set_header_menu (made, menu);
  if (facts->sort != FONDS_N_SORTS)
    {
      g_autoptr (GtkSorter) marker = make_marker (self, column);

      gtk_column_view_column_set_sorter (made, marker);
    }
  gtk_column_view_append_column (self->table, made);
  g_signal_connect_object (made, "notify::fixed-width", G_CALLBACK (arranged), self,
                           G_CONNECT_SWAPPED);
  /* A record without its title is nothing that one can find again. */
  g_simple_action_set_enabled (action, column != FONDS_COLUMN_TITLE);
  g_signal_connect_object (action, "change-state", G_CALLBACK (change_visible_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
fonds_result_columns_finalize (GObject *object)
{
  FondsResultColumns *self = FONDS_RESULT_COLUMNS (object);
  guint i;

  for (i = 0; i < FONDS_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->actions);
  g_free (self->first);

  G_OBJECT_CLASS (fonds_result_columns_parent_class)->finalize (object);
}

static void
fonds_result_columns_class_init (FondsResultColumnsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fonds_result_columns_finalize;

  signals[SORT] = g_signal_new ("sort", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[ARRANGED] =
      g_signal_new ("arranged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_result_columns_init (FondsResultColumns *self)
{
  self->actions = g_simple_action_group_new ();
}

/**
 * fonds_result_columns_new:
 * @table: a table without columns
 *
 * Gives a table its columns, and their menus.
 *
 * Returns: (transfer full): the arrangement, to be kept as long as the table
 */
FondsResultColumns *
fonds_result_columns_new (GtkColumnView *table)
{
  static const GActionEntry entries[] = {
    { "move-earlier", move_earlier_cb, "s" },
    { "move-later", move_later_cb, "s" },
    { "reset", reset_cb },
  };
  FondsResultColumns *self = g_object_new (FONDS_TYPE_RESULT_COLUMNS, NULL);
  FondsColumn column;

  self->table = table;
  self->scale = measure_text ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  for (column = 0; column < FONDS_N_COLUMNS; column++)
    add_column (self, column);
  gtk_widget_insert_action_group (GTK_WIDGET (table), "columns", G_ACTION_GROUP (self->actions));
  gtk_column_view_set_reorderable (table, TRUE);
  g_signal_connect_object (gtk_column_view_get_sorter (table), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (table), "items-changed",
                           G_CALLBACK (arranged), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * fonds_result_columns_dup_arrangement:
 * @self: an arrangement
 *
 * Writes down which columns are shown, in their order, with their widths.
 *
 * Returns: (transfer full): such as "title:260 dates:120"
 */
char *
fonds_result_columns_dup_arrangement (FondsResultColumns *self)
{
  GString *arrangement = g_string_new (NULL);
  GListModel *all;
  guint i;

  g_return_val_if_fail (FONDS_IS_RESULT_COLUMNS (self), NULL);

  all = gtk_column_view_get_columns (self->table);
  for (i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) made = g_list_model_get_item (all, i);
      int column = find_column (self, made);

      if (column < 0 || !is_wanted (self, (FondsColumn) column))
        continue;
      g_string_append_printf (arrangement, "%s%s:%d", arrangement->len > 0 ? " " : "",
                              fonds_column_facts (column)->id,
                              get_width (self, (FondsColumn) column));
    }
  return g_string_free (arrangement, FALSE);
}

static char *
dup_first (FondsResultColumns *self)
{
  GString *arrangement = g_string_new (self->first);
  FondsColumn column;

  if (self->first)
    return g_string_free (arrangement, FALSE);
  for (column = 0; column < FONDS_N_COLUMNS; column++)
    {
      const FondsColumnFacts *facts = fonds_column_facts (column);

      if (facts->shown)
        g_string_append_printf (arrangement, "%s:%d ", facts->id, facts->width);
    }
  return g_string_free (arrangement, FALSE);
}

static void
place (FondsResultColumns *self, const char *word, guint *placed, guint *position)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 2);
  FondsColumn column = fonds_column_from_id (parts[0]);
  int width = parts[0] && parts[1] ? atoi (parts[1]) : 0;

  if (column == FONDS_N_COLUMNS || *placed & 1u << column)
    return;
  *placed |= 1u << column;
  set_visible (self, column, TRUE);
  gtk_column_view_insert_column (self->table, *position, self->columns[column]);
  if (width > 0)
    set_width (self, column, CLAMP (width, NARROWEST, WIDEST));
  (*position)++;
}

/**
 * fonds_result_columns_arrange:
 * @self: an arrangement
 * @first: (nullable): how it is at first, and again when a person asks for that; %NULL for what the
 *   columns' own facts say
 * @arrangement: (nullable): what fonds_result_columns_dup_arrangement() wrote down; %NULL for how it is
 *   at first
 *
 * Arranges the table. Words that mean nothing here are passed over, and the title is always there.
 */
void
fonds_result_columns_arrange (FondsResultColumns *self, const char *first, const char *arrangement)
{
  g_autofree char *used = NULL;
  g_auto (GStrv) words = NULL;
  guint placed = 0;
  guint position = 0;
  guint i;

  g_return_if_fail (FONDS_IS_RESULT_COLUMNS (self));

  g_free (self->first);
  self->first = g_strdup (first);
  used = arrangement ? g_strdup (arrangement) : dup_first (self);
  words = g_strsplit (used, " ", -1);
  self->quiet = TRUE;
  for (i = 0; i < FONDS_N_COLUMNS; i++)
    set_visible (self, i, i == FONDS_COLUMN_TITLE);
  for (i = 0; words[i]; i++)
    place (self, words[i], &placed, &position);
  self->quiet = FALSE;
}

/**
 * fonds_result_columns_set_matching:
 * @self: an arrangement
 * @matching: whether words were asked for
 *
 * Shows where the words were found beside the titles, where a person wants that column; without words
 * it would stand there empty.
 */
void
fonds_result_columns_set_matching (FondsResultColumns *self, gboolean matching)
{
  g_return_if_fail (FONDS_IS_RESULT_COLUMNS (self));

  if (matching == self->matching)
    return;
  self->matching = matching;
  set_visible (self, FONDS_COLUMN_MATCH, is_wanted (self, FONDS_COLUMN_MATCH));
}

/**
 * fonds_result_columns_show_sort:
 * @self: an arrangement
 * @sort: an order
 * @descending: whether it is turned round
 *
 * Marks the column by which the results are ordered; none, where they are ordered by something that no
 * column says.
 */
void
fonds_result_columns_show_sort (FondsResultColumns *self, FondsSort sort, gboolean descending)
{
  GtkColumnViewColumn *by = NULL;
  FondsColumn column;

  g_return_if_fail (FONDS_IS_RESULT_COLUMNS (self));

  for (column = 0; column < FONDS_N_COLUMNS; column++)
    {
      if (fonds_column_facts (column)->sort == sort && sort != FONDS_N_SORTS)
        by = self->columns[column];
    }
  self->quiet = TRUE;
  gtk_column_view_sort_by_column (self->table, by,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->quiet = FALSE;
}
