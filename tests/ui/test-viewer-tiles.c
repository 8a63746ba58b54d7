/* test-viewer-tiles.c - looking at a picture of any size: what is seen, which tiles that takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/tile-board.h"
#include "tests/ui/wait.h"
#include "ui/tile-cache.h"
#include "ui/tile-loader.h"
#include "ui/tile-plan.h"
#include "ui/tile-view.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH 12000
#define HEIGHT 8400

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 0.01)

static FondsTileCamera
camera (void)
{
  FondsTileCamera self = { 0 };

  fonds_tile_camera_set_picture (&self, WIDTH, HEIGHT);
  fonds_tile_camera_set_view (&self, 1200, 800);
  return self;
}

static void
test_fit (void)
{
  FondsTileCamera self = camera ();
  graphene_rect_t visible = fonds_tile_camera_visible (&self);

  assert_near (self.scale, 800.0 / HEIGHT);
  assert_near (visible.size.width, WIDTH);
  assert_near (visible.size.height, HEIGHT);
  fonds_tile_camera_set_view (&self, 300, 800);
  assert_near (self.scale, 300.0 / WIDTH);
  fonds_tile_camera_set_picture (&self, 32, 16);
  assert_near (self.scale, 1);
}

static void
test_zoom_stays (void)
{
  FondsTileCamera self = camera ();
  graphene_rect_t spot = GRAPHENE_RECT_INIT (7000, 3000, 0, 0);
  graphene_rect_t before, after;
  int turns;

  for (turns = 0; turns < 4; turns++)
    {
      fonds_tile_camera_fit (&self);
      fonds_tile_camera_turn (&self, 1);
      fonds_tile_camera_zoom (&self, 0.5, 600, 400);
      before = fonds_tile_camera_to_view (&self, &spot);
      fonds_tile_camera_zoom (&self, 2, before.origin.x, before.origin.y);
      after = fonds_tile_camera_to_view (&self, &spot);
      g_assert_cmpfloat_with_epsilon (after.origin.x, before.origin.x, 0.5);
      g_assert_cmpfloat_with_epsilon (after.origin.y, before.origin.y, 0.5);
    }
}

static void
test_limits (void)
{
  FondsTileCamera self = camera ();

  fonds_tile_camera_zoom (&self, 1e9, 600, 400);
  assert_near (self.scale, fonds_tile_camera_max_scale (&self));
  g_assert_false (self.fitted);
  fonds_tile_camera_zoom (&self, 0, 600, 400);
  assert_near (self.scale, fonds_tile_camera_fit_scale (&self));
  g_assert_true (self.fitted);
}

static void
test_edges (void)
{
  FondsTileCamera self = camera ();
  graphene_rect_t visible;

  g_assert_false (fonds_tile_camera_pan (&self, 100, 100));
  fonds_tile_camera_zoom (&self, 1, 600, 400);
  g_assert_true (fonds_tile_camera_pan (&self, 1e6, 1e6));
  visible = fonds_tile_camera_visible (&self);
  assert_near (visible.origin.x, 0);
  assert_near (visible.origin.y, 0);
  assert_near (visible.size.width, 1200);
  assert_near (visible.size.height, 800);
  g_assert_false (fonds_tile_camera_pan (&self, 1, 0));
  g_assert_true (fonds_tile_camera_pan (&self, -1, 0));
}

static void
test_turn (void)
{
  FondsTileCamera self = camera ();
  graphene_rect_t corner = GRAPHENE_RECT_INIT (0, 0, 600, 600);
  graphene_rect_t seen;

  fonds_tile_camera_turn (&self, 1);
  assert_near (self.scale, 800.0 / WIDTH);
  seen = fonds_tile_camera_to_view (&self, &corner);
  /* What was at the upper left is at the upper right now. */
  g_assert_cmpfloat_with_epsilon (seen.origin.x + seen.size.width, 600 + HEIGHT * self.scale / 2,
                                  0.1);
  g_assert_cmpfloat_with_epsilon (seen.origin.y, 0, 0.1);
  fonds_tile_camera_turn (&self, -1);
  seen = fonds_tile_camera_to_view (&self, &corner);
  g_assert_cmpfloat_with_epsilon (seen.origin.x, 600 - WIDTH * self.scale / 2, 0.1);
}

static void
test_levels (void)
{
  FondsTileShape shape;

  fonds_tile_shape_fill (&shape, WIDTH, HEIGHT, 256);
  g_assert_cmpuint (shape.n_levels, ==, 7);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 8, 1.15), ==, 0);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 1, 1.15), ==, 0);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 0.5, 1.15), ==, 1);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 0.26, 1.15), ==, 2);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 0.001, 1.15), ==, 6);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 0.6, 1.15), ==, 0);
  g_assert_cmpuint (fonds_tile_plan_level (&shape, 0.6, 1.5), ==, 1);
}

/* Every dot that is seen lies in a tile of the plan, and no tile of it lies quite outside. */
static void
test_plan (void)
{
  FondsTileShape shape;
  graphene_rect_t visible = GRAPHENE_RECT_INIT (1000, 500, 1200, 800);
  g_autoptr (GArray) tiles = NULL;
  double covered = 0;
  guint i;

  fonds_tile_shape_fill (&shape, WIDTH, HEIGHT, 256);
  tiles = fonds_tile_plan_seen (&shape, 0, &visible);
  for (i = 0; i < tiles->len; i++)
    {
      graphene_rect_t place = fonds_tile_shape_rect (&shape, g_array_index (tiles, FondsTileId, i));
      graphene_rect_t common;

      g_assert_true (graphene_rect_intersection (&place, &visible, &common));
      covered += (double) common.size.width * common.size.height;
    }
  assert_near (covered, 1200 * 800);
  g_assert_cmpuint (g_array_index (tiles, FondsTileId, 0).column, ==, 6);
  g_assert_cmpuint (g_array_index (tiles, FondsTileId, 0).row, ==, 3);
}

static void
test_odd_sizes (void)
{
  const int sizes[][2] = { { 1, 1 }, { 257, 1 }, { 3, 70000 }, { 1023, 513 } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      FondsTileShape shape;
      graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) sizes[i][0], (float) sizes[i][1]);
      guint level;

      fonds_tile_shape_fill (&shape, sizes[i][0], sizes[i][1], 256);
      for (level = 0; level < shape.n_levels; level++)
        {
          g_autoptr (GArray) tiles = fonds_tile_plan_seen (&shape, level, &all);
          guint columns = (guint) (shape.level[level].width + 255) / 256;
          guint rows = (guint) (shape.level[level].height + 255) / 256;

          g_assert_cmpuint (tiles->len, ==, columns * rows);
        }
    }
}

static GdkTexture *
square (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (16 * 16 * 4), 16 * 16 * 4);

  return gdk_memory_texture_new (16, 16, GDK_MEMORY_DEFAULT, bytes, 64);
}

static void
test_cache (void)
{
  g_autoptr (FondsTileCache) cache = fonds_tile_cache_new (4 * 16 * 16 * 4);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (FondsTileId));
  g_autoptr (GdkTexture) texture = square ();
  guint i;

  for (i = 0; i < 10; i++)
    fonds_tile_cache_add (cache, (FondsTileId){ 0, i, 0 }, texture);
  for (i = 0; i < 6; i++)
    g_array_append_val (wanted, ((FondsTileId){ 0, i, 0 }));
  fonds_tile_cache_trim (cache, wanted);
  g_assert_cmpuint (fonds_tile_cache_get_n_tiles (cache), ==, 6);
  g_assert_nonnull (fonds_tile_cache_find (cache, (FondsTileId){ 0, 0, 0 }));
  g_array_set_size (wanted, 0);
  fonds_tile_cache_trim (cache, wanted);
  g_assert_cmpuint (fonds_tile_cache_get_n_tiles (cache), ==, 4);
  g_assert_nonnull (fonds_tile_cache_find (cache, (FondsTileId){ 0, 0, 0 }));
}

typedef struct
{
  TileBoard *board;
  FondsTileView *view;
  GtkWidget *window;
} Fixture;

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (((Fixture *) data)->view)) > 0;
}

static gboolean
is_sharp (gpointer data)
{
  return fonds_tile_view_is_sharp (((Fixture *) data)->view);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->board = tile_board_new (WIDTH, HEIGHT);
  fixture->view = FONDS_TILE_VIEW (fonds_tile_view_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (is_shown, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->board);
}

/* The colour that is drawn at a point of the view. */
static guint32
colour_at (Fixture *fixture, int x, int y)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 dot = 0;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)),
                                         node, &GRAPHENE_RECT_INIT ((float) x, (float) y, 1, 1));
  gdk_texture_download (texture, (guchar *) &dot, 4);
  return dot;
}

static void
show (Fixture *fixture)
{
  fonds_tile_view_set_source (fixture->view, FONDS_TILE_SOURCE (fixture->board));
  wait_until (is_sharp, fixture);
}

static void
test_draws (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->view));

  g_assert_false (fonds_tile_view_has_picture (fixture->view));
  show (fixture);
  g_assert_cmphex (colour_at (fixture, width / 4, height / 2), ==, 0xffff0000);
  g_assert_cmphex (colour_at (fixture, width * 3 / 4, height / 2), ==, 0xff0000ff);
  fonds_tile_view_turn (fixture->view, 2);
  wait_until (is_sharp, fixture);
  g_assert_cmphex (colour_at (fixture, width / 4, height / 2), ==, 0xff0000ff);
  fonds_tile_view_turn (fixture->view, -1);
  wait_until (is_sharp, fixture);
  g_assert_cmphex (colour_at (fixture, width / 2, height / 4), ==, 0xffff0000);
  g_assert_cmphex (colour_at (fixture, width / 2, height * 3 / 4), ==, 0xff0000ff);
}

/* Row by row, each dot of the picture is opaque: no background shines through between tiles. */
static void
test_seamless (Fixture *fixture, gconstpointer data)
{
  int width, i;

  show (fixture);
  width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  fonds_tile_view_zoom_at (fixture->view, 0.37, 100, 100);
  wait_until (is_sharp, fixture);
  for (i = 0; i < width; i += 7)
    g_assert_cmphex (colour_at (fixture, i, 300) >> 24, ==, 0xff);
}

static void
test_few_tiles (Fixture *fixture, gconstpointer data)
{
  guint before;

  show (fixture);
  before = tile_board_get_n_asked (fixture->board);
  g_assert_cmpuint (before, <, 60);
  fonds_tile_view_show_actual (fixture->view);
  wait_until (is_sharp, fixture);
  g_assert_cmpuint (tile_board_get_n_asked (fixture->board) - before, <, 40);
  g_assert_cmpuint (tile_board_get_most (fixture->board), <=, 4);
  before = tile_board_get_n_asked (fixture->board);
  fonds_tile_view_fit (fixture->view);
  wait_until (is_sharp, fixture);
  g_assert_cmpuint (tile_board_get_n_asked (fixture->board), ==, before);
}

static void
test_stands_in (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  tile_board_hold (fixture->board, TRUE);
  fonds_tile_view_zoom_at (fixture->view, 1, 100, 300);
  g_assert_false (fonds_tile_view_is_sharp (fixture->view));
  g_assert_cmphex (colour_at (fixture, 100, 300), ==, 0xffff0000);
  tile_board_hold (fixture->board, FALSE);
  wait_until (is_sharp, fixture);
}

static void
test_leaves_off (Fixture *fixture, gconstpointer data)
{
  int i;

  show (fixture);
  tile_board_hold (fixture->board, TRUE);
  for (i = 0; i < 20; i++)
    {
      fonds_tile_view_zoom_at (fixture->view, 1, 10, 10);
      fonds_tile_view_pan (fixture->view, -400, -300);
    }
  g_assert_cmpuint (tile_board_get_most (fixture->board), <=, 4);
  tile_board_hold (fixture->board, FALSE);
  wait_until (is_sharp, fixture);
}

static void
count_error_cb (guint *n_errors, const GError *error)
{
  *n_errors += error != NULL;
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  guint n_errors = 0;

  g_signal_connect_swapped (fixture->view, "loaded", G_CALLBACK (count_error_cb), &n_errors);
  tile_board_break_level (fixture->board, 0);
  show (fixture);
  fonds_tile_view_zoom_at (fixture->view, 1, 100, 300);
  wait_until (is_sharp, fixture);
  g_assert_cmpuint (n_errors, ==, 1);
  g_assert_cmphex (colour_at (fixture, 100, 300), ==, 0xffff0000);
  g_signal_handlers_disconnect_by_func (fixture->view, count_error_cb, &n_errors);
}

static void
test_gone_while_loading (Fixture *fixture, gconstpointer data)
{
  tile_board_hold (fixture->board, TRUE);
  fonds_tile_view_set_source (fixture->view, FONDS_TILE_SOURCE (fixture->board));
  fonds_tile_view_set_source (fixture->view, NULL);
  tile_board_hold (fixture->board, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (fonds_tile_view_has_picture (fixture->view));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/tiles/a-picture-is-fitted-and-a-small-one-not-blown-up", test_fit);
  g_test_add_func ("/tiles/what-lies-under-the-pointer-stays-there", test_zoom_stays);
  g_test_add_func ("/tiles/nearness-has-limits", test_limits);
  g_test_add_func ("/tiles/nobody-looks-past-the-edge", test_edges);
  g_test_add_func ("/tiles/a-quarter-turn-brings-the-left-corner-to-the-right", test_turn);
  g_test_add_func ("/tiles/the-coarsest-level-that-is-sharp-is-drawn", test_levels);
  g_test_add_func ("/tiles/the-plan-covers-what-is-seen-and-nothing-else", test_plan);
  g_test_add_func ("/tiles/a-picture-of-any-size-is-covered-at-every-level", test_odd_sizes);
  g_test_add_func ("/tiles/the-oldest-goes-first-but-never-what-is-wanted", test_cache);
  add ("/tiles/a-picture-is-drawn-and-turned", test_draws);
  add ("/tiles/no-seam-is-seen-between-tiles", test_seamless);
  add ("/tiles/a-screenful-is-asked-for-and-kept", test_few_tiles);
  add ("/tiles/a-coarse-tile-stands-in-for-a-fine-one", test_stands_in);
  add ("/tiles/what-is-passed-over-is-not-loaded", test_leaves_off);
  add ("/tiles/a-damaged-part-is-told-once", test_damaged);
  add ("/tiles/a-picture-may-go-while-it-loads", test_gone_while_loading);

  return g_test_run ();
}
