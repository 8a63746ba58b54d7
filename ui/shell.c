/* shell.c - three panes that fit every width
 *
 * Sidebar, results and record stand side by side where there is room, and one at a time where there
 * isn't. Two leaflets, one inside the other, do it; nobody outside knows, so that a newer
 * libadwaita's navigation views can take their place. How much room a pane needs grows with the
 * text: at twice the size, a window that held three of them holds two.
 * Invariant: what is folded is told by the three properties, which all change through update().
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/shell.h"

#include "ui/shell-handle.h"
#include "ui/shell-pane.h"

/* What a pane needs beside another, in pixels at the usual size of text; as in the template. */
#define SIDEBAR_WIDTH 270
#define RESULTS_WIDTH 340
#define RECORD_WIDTH 340

/* How much of what the sidebar leaves goes to columns and pictures, unless a person drew it otherwise. */
#define WIDE_SHARE 0.6

/* How high the usual text is: 11 points at 96 dots an inch. */
#define USUAL_TEXT (11.0 * 96 / 72)

struct _FondsShell
{
  AdwBin parent_instance;

  /* owned by the template */
  AdwLeaflet *outer; /* sidebar | inner */
  AdwLeaflet *inner; /* results | record */
  FondsShellPane *sidebar;
  FondsShellPane *results;
  FondsShellPane *record;
  GtkWidget *separator;

  /* state */
  gboolean sidebar_wanted; /* in a window that is wide enough for it */
  gboolean results_wide;   /* columns or pictures, not a list */
  int results_width[2];    /* of a list, and wide, as a person drew it; 0 for the usual */
};

G_DEFINE_FINAL_TYPE (FondsShell, fonds_shell, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SIDEBAR, /* the panes, in the order of FondsPane */
  PROP_RESULTS,
  PROP_RECORD,
  PROP_SHOWN, /* from here on: what changes with the width */
  PROP_SIDEBAR_FOLDED,
  PROP_RECORD_FOLDED,
  PROP_SIDEBAR_HIDDEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static AdwBin *
bin_of (FondsShell *self, FondsPane pane)
{
  FondsShellPane *const panes[] = { self->sidebar, self->results, self->record };

  return ADW_BIN (panes[pane]);
}

static void
update (FondsShell *self)
{
  gboolean visible = self->sidebar_wanted || adw_leaflet_get_folded (self->outer);
  guint i;

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), visible);
  gtk_widget_set_visible (self->separator, visible);
  for (i = PROP_SHOWN; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
leaflet_changed_cb (FondsShell *self)
{
  update (self);
}

/* How many times larger the text is than usual. */
static double
text_scale (FondsShell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return CLAMP (size / USUAL_TEXT, 1, 4);
}

/* How wide the results would like to be where @rest is left for them and the record. */
static int
wanted_results_width (FondsShell *self, int rest)
{
  int drawn = self->results_width[self->results_wide];

  return drawn == 0 && self->results_wide ? (int) (rest * WIDE_SHARE) : drawn;
}

/* Forbids the panes to stand beside one another where they would be too narrow for their text. The
 * leaflets themselves know only how narrow a pane can be. */
static void
fit (FondsShell *self, int width)
{
  double scale = text_scale (self);
  int sidebar = (int) (SIDEBAR_WIDTH * scale);
  int results = (int) (RESULTS_WIDTH * scale);
  int record = (int) (RECORD_WIDTH * scale);
  gboolean beside = width > sidebar + results;
  int rest = beside && self->sidebar_wanted ? width - sidebar - 1 : width;

  fonds_shell_pane_set_width (self->sidebar, sidebar);
  fonds_shell_pane_set_width (self->results, MAX (results, wanted_results_width (self, rest)));
  adw_leaflet_set_can_unfold (self->outer, beside);
  adw_leaflet_set_can_unfold (self->inner, rest > results + record);
}

static void
fonds_shell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FondsShell *self = FONDS_SHELL (widget);

  fit (self, width);
  gtk_widget_allocate (GTK_WIDGET (self->outer), width, height, baseline, NULL);
}

static void
fonds_shell_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (FONDS_SHELL (widget)->outer), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

static void
dragged_cb (FondsShell *self, double distance)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->results)) + (int) distance;
  int most = width + gtk_widget_get_width (GTK_WIDGET (self->record)) - (int) distance -
             (int) (RECORD_WIDTH * text_scale (self));

  fonds_shell_set_results_width (self, self->results_wide, MAX (MIN (width, most), 1));
}

static void
reset_cb (FondsShell *self)
{
  fonds_shell_set_results_width (self, self->results_wide, 0);
}

static void
fonds_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsShell *self = FONDS_SHELL (object);

  switch (id)
    {
    case PROP_SIDEBAR:
    case PROP_RESULTS:
    case PROP_RECORD:
      g_value_set_object (value, fonds_shell_get_pane (self, id - PROP_SIDEBAR));
      break;
    case PROP_SHOWN:
      g_value_set_int (value, fonds_shell_get_shown (self));
      break;
    case PROP_SIDEBAR_FOLDED:
      g_value_set_boolean (value, fonds_shell_get_sidebar_folded (self));
      break;
    case PROP_RECORD_FOLDED:
      g_value_set_boolean (value, fonds_shell_get_record_folded (self));
      break;
    case PROP_SIDEBAR_HIDDEN:
      g_value_set_boolean (value, fonds_shell_get_sidebar_hidden (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_shell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIDEBAR:
    case PROP_RESULTS:
    case PROP_RECORD:
      fonds_shell_set_pane (FONDS_SHELL (object), id - PROP_SIDEBAR, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_shell_dispose (GObject *object)
{
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_SHELL);

  G_OBJECT_CLASS (fonds_shell_parent_class)->dispose (object);
}

static void
fonds_shell_class_init (FondsShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const panes[] = { "sidebar", "results", "record" };
  guint i;

  object_class->dispose = fonds_shell_dispose;
  object_class->get_property = fonds_shell_get_property;
  object_class->set_property = fonds_shell_set_property;
  widget_class->measure = fonds_shell_measure;
  widget_class->size_allocate = fonds_shell_size_allocate;

  for (i = 0; i < G_N_ELEMENTS (panes); i++)
    properties[PROP_SIDEBAR + i] =
        g_param_spec_object (panes[i], NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOWN] = g_param_spec_int ("shown", NULL, NULL, FONDS_PANE_SIDEBAR,
                                             FONDS_PANE_RECORD, FONDS_PANE_SIDEBAR, flags);
  properties[PROP_SIDEBAR_FOLDED] =
      g_param_spec_boolean ("sidebar-folded", NULL, NULL, FALSE, flags);
  properties[PROP_RECORD_FOLDED] = g_param_spec_boolean ("record-folded", NULL, NULL, FALSE, flags);
  properties[PROP_SIDEBAR_HIDDEN] =
      g_param_spec_boolean ("sidebar-hidden", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (FONDS_TYPE_SHELL_HANDLE);
  g_type_ensure (FONDS_TYPE_SHELL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/shell.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsShell, outer);
  gtk_widget_class_bind_template_child (widget_class, FondsShell, inner);
  gtk_widget_class_bind_template_child (widget_class, FondsShell, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FondsShell, results);
  gtk_widget_class_bind_template_child (widget_class, FondsShell, record);
  gtk_widget_class_bind_template_child (widget_class, FondsShell, separator);
  gtk_widget_class_bind_template_callback (widget_class, dragged_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
fonds_shell_init (FondsShell *self)
{
  static const char *const signals[] = { "notify::folded", "notify::visible-child" };
  guint i;

  self->sidebar_wanted = TRUE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* the class lays out */
  gtk_widget_init_template (GTK_WIDGET (self));
  for (i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_signal_connect_object (self->outer, signals[i], G_CALLBACK (leaflet_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->inner, signals[i], G_CALLBACK (leaflet_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * fonds_shell_new:
 *
 * Makes a shell with three empty panes.
 *
 * Returns: (transfer floating): the shell
 */
FondsShell *
fonds_shell_new (void)
{
  return g_object_new (FONDS_TYPE_SHELL, NULL);
}

/**
 * fonds_shell_get_pane:
 * @self: a shell
 * @pane: which pane
 *
 * Says what stands in a pane.
 *
 * Returns: (transfer none) (nullable): the pane's child
 */
GtkWidget *
fonds_shell_get_pane (FondsShell *self, FondsPane pane)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), NULL);

  return adw_bin_get_child (bin_of (self, pane));
}

/**
 * fonds_shell_set_pane:
 * @self: a shell
 * @pane: which pane
 * @child: (nullable): what stands in it
 *
 * Fills a pane.
 */
void
fonds_shell_set_pane (FondsShell *self, FondsPane pane, GtkWidget *child)
{
  g_return_if_fail (FONDS_IS_SHELL (self));

  if (child == fonds_shell_get_pane (self, pane))
    return;
  adw_bin_set_child (bin_of (self, pane), child);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR + pane]);
}

/**
 * fonds_shell_get_shown:
 * @self: a shell
 *
 * Says which pane is in front. In a wide window the others stand beside it.
 *
 * Returns: the pane that was navigated to
 */
FondsPane
fonds_shell_get_shown (FondsShell *self)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), FONDS_PANE_SIDEBAR);

  if (adw_leaflet_get_visible_child (self->outer) == GTK_WIDGET (self->sidebar))
    return FONDS_PANE_SIDEBAR;
  return adw_leaflet_get_visible_child (self->inner) == GTK_WIDGET (self->record)
             ? FONDS_PANE_RECORD
             : FONDS_PANE_RESULTS;
}

/**
 * fonds_shell_show_pane:
 * @self: a shell
 * @pane: which pane
 *
 * Brings a pane to the front where not all of them fit.
 */
void
fonds_shell_show_pane (FondsShell *self, FondsPane pane)
{
  g_return_if_fail (FONDS_IS_SHELL (self));

  if (pane == FONDS_PANE_SIDEBAR)
    {
      adw_leaflet_set_visible_child (self->outer, GTK_WIDGET (self->sidebar));
      return;
    }
  adw_leaflet_set_visible_child (self->inner,
                                 GTK_WIDGET (pane == FONDS_PANE_RECORD ? self->record
                                                                       : self->results));
  adw_leaflet_set_visible_child (self->outer, GTK_WIDGET (self->inner));
}

/**
 * fonds_shell_can_go_back:
 * @self: a shell
 *
 * Says whether a pane is hidden behind the one in front.
 *
 * Returns: %TRUE if fonds_shell_go_back() would do something
 */
gboolean
fonds_shell_can_go_back (FondsShell *self)
{
  FondsPane shown = fonds_shell_get_shown (self);

  if (shown == FONDS_PANE_RECORD)
    return fonds_shell_get_record_folded (self) || fonds_shell_get_sidebar_folded (self);
  return shown == FONDS_PANE_RESULTS && fonds_shell_get_sidebar_folded (self);
}

/**
 * fonds_shell_go_back:
 * @self: a shell
 *
 * Uncovers the pane behind the one in front, as the back button of a pane does.
 *
 * Returns: %TRUE if there was one
 */
gboolean
fonds_shell_go_back (FondsShell *self)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), FALSE);

  if (!fonds_shell_can_go_back (self))
    return FALSE;
  if (fonds_shell_get_shown (self) == FONDS_PANE_RECORD && fonds_shell_get_record_folded (self))
    fonds_shell_show_pane (self, FONDS_PANE_RESULTS);
  else
    fonds_shell_show_pane (self, FONDS_PANE_SIDEBAR);
  return TRUE;
}

/**
 * fonds_shell_get_sidebar_folded:
 * @self: a shell
 *
 * Says whether the sidebar and the rest take turns.
 *
 * Returns: %TRUE in a narrow window
 */
gboolean
fonds_shell_get_sidebar_folded (FondsShell *self)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), FALSE);

  return adw_leaflet_get_folded (self->outer);
}

/**
 * fonds_shell_get_record_folded:
 * @self: a shell
 *
 * Says whether results and record take turns.
 *
 * Returns: %TRUE in a narrow or middling window
 */
gboolean
fonds_shell_get_record_folded (FondsShell *self)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), FALSE);

  /* The inner leaflet doesn't know its width while the sidebar covers it; where the outer one has to
   * fold, it has to fold all the more. */
  return adw_leaflet_get_folded (self->inner) || adw_leaflet_get_folded (self->outer);
}

/**
 * fonds_shell_get_sidebar_hidden:
 * @self: a shell
 *
 * Says whether the results' pane is the outermost that can be seen: it then carries the window's
 * buttons and the menu that the sidebar carries otherwise.
 *
 * Returns: %TRUE where the sidebar isn't beside the results
 */
gboolean
fonds_shell_get_sidebar_hidden (FondsShell *self)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), FALSE);

  return adw_leaflet_get_folded (self->outer) || !self->sidebar_wanted;
}

/**
 * fonds_shell_toggle_sidebar:
 * @self: a shell
 *
 * Shows or hides the sidebar; in a narrow window, goes to it or away from it.
 */
void
fonds_shell_toggle_sidebar (FondsShell *self)
{
  g_return_if_fail (FONDS_IS_SHELL (self));

  if (adw_leaflet_get_folded (self->outer))
    {
      fonds_shell_show_pane (self, fonds_shell_get_shown (self) == FONDS_PANE_SIDEBAR
                                       ? FONDS_PANE_RESULTS
                                       : FONDS_PANE_SIDEBAR);
      return;
    }
  fonds_shell_set_sidebar_wanted (self, !self->sidebar_wanted);
}

/**
 * fonds_shell_get_sidebar_wanted:
 * @self: a shell
 *
 * Says whether a wide window shows the sidebar.
 *
 * Returns: what fonds_shell_set_sidebar_wanted() said last
 */
gboolean
fonds_shell_get_sidebar_wanted (FondsShell *self)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), FALSE);

  return self->sidebar_wanted;
}

/**
 * fonds_shell_set_sidebar_wanted:
 * @self: a shell
 * @wanted: whether a wide window shows the sidebar
 *
 * Shows or hides the sidebar where it stands beside the results.
 */
void
fonds_shell_set_sidebar_wanted (FondsShell *self, gboolean wanted)
{
  g_return_if_fail (FONDS_IS_SHELL (self));

  if (wanted == self->sidebar_wanted)
    return;
  self->sidebar_wanted = wanted;
  update (self);
}

/**
 * fonds_shell_set_results_wide:
 * @self: a shell
 * @wide: whether the results are columns or pictures, not a list
 *
 * Gives the results more room than the record, or as little as a list needs. Each has a width of its
 * own, if a person drew one.
 */
void
fonds_shell_set_results_wide (FondsShell *self, gboolean wide)
{
  g_return_if_fail (FONDS_IS_SHELL (self));

  wide = wide != FALSE;
  if (wide == self->results_wide)
    return;
  self->results_wide = wide;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fonds_shell_get_results_width:
 * @self: a shell
 * @wide: whether of columns and pictures, not of a list
 *
 * Says how wide a person drew the results.
 *
 * Returns: pixels; 0 where nobody did
 */
int
fonds_shell_get_results_width (FondsShell *self, gboolean wide)
{
  g_return_val_if_fail (FONDS_IS_SHELL (self), 0);

  return self->results_width[wide != FALSE];
}

/**
 * fonds_shell_set_results_width:
 * @self: a shell
 * @wide: whether of columns and pictures, not of a list
 * @width: pixels; 0 for the usual
 *
 * Gives the results a width. In a window too small for it, they take what there is.
 */
void
fonds_shell_set_results_width (FondsShell *self, gboolean wide, int width)
{
  g_return_if_fail (FONDS_IS_SHELL (self));

  if (width != 0)
    width = MAX (width, RESULTS_WIDTH);
  if (!wide && width == RESULTS_WIDTH)
    width = 0; /* the usual, however large the text */
  if (width == self->results_width[wide != FALSE])
    return;
  self->results_width[wide != FALSE] = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update (self);
}
