/* sidebar.c - where to look: the sections, the bookmarks and the hierarchy
 *
 * Signals: section-chosen, after the finder was asked for it, or for a place in the hierarchy;
 * record-selected and record-activated, with the id of a record of the hierarchy.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sidebar.h"

#include "ui/bookmarks-list.h"
#include "ui/hierarchy.h"
#include "ui/sections.h"
#include "ui/tab-stop.h"

struct _FondsSidebar
{
  AdwBin parent_instance;

  /* owned by the template */
  FondsSections *sections;
  FondsBookmarksList *bookmarks;
  FondsHierarchy *hierarchy;

  /* state */
  gboolean activate_on_click;
};

G_DEFINE_FINAL_TYPE (FondsSidebar, fonds_sidebar, ADW_TYPE_BIN)

enum
{
  SECTION_CHOSEN,
  RECORD_SELECTED,
  RECORD_ACTIVATED,
  N_SIGNALS,
};

enum
{
  PROP_0,
  PROP_ACTIVATE_ON_CLICK,
  N_PROPS,
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

static void
section_chosen_cb (FondsSidebar *self)
{
  g_signal_emit (self, signals[SECTION_CHOSEN], 0);
}

static void
record_selected_cb (FondsSidebar *self, gint64 id)
{
  g_signal_emit (self, signals[RECORD_SELECTED], 0, id);
}

static void
record_activated_cb (FondsSidebar *self, gint64 id)
{
  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, id);
}

static void
fonds_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVATE_ON_CLICK:
      g_value_set_boolean (value, fonds_sidebar_get_activate_on_click (FONDS_SIDEBAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVATE_ON_CLICK:
      fonds_sidebar_set_activate_on_click (FONDS_SIDEBAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_SIDEBAR);

  G_OBJECT_CLASS (fonds_sidebar_parent_class)->dispose (object);
}

static void
fonds_sidebar_class_init (FondsSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = fonds_sidebar_get_property;
  object_class->set_property = fonds_sidebar_set_property;
  object_class->dispose = fonds_sidebar_dispose;

  properties[PROP_ACTIVATE_ON_CLICK] =
      g_param_spec_boolean ("activate-on-click", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SECTION_CHOSEN] =
      g_signal_new ("section-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RECORD_SELECTED] = g_signal_new ("record-selected", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (FONDS_TYPE_SECTIONS);
  g_type_ensure (FONDS_TYPE_BOOKMARKS_LIST);
  g_type_ensure (FONDS_TYPE_TAB_STOP);
  g_type_ensure (FONDS_TYPE_HIERARCHY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsSidebar, sections);
  gtk_widget_class_bind_template_child (widget_class, FondsSidebar, bookmarks);
  gtk_widget_class_bind_template_child (widget_class, FondsSidebar, hierarchy);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
}

static void
fonds_sidebar_init (FondsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_sidebar_new:
 *
 * Makes an empty sidebar.
 *
 * Returns: (transfer floating): the sidebar
 */
FondsSidebar *
fonds_sidebar_new (void)
{
  return g_object_new (FONDS_TYPE_SIDEBAR, NULL);
}

/**
 * fonds_sidebar_set_finder:
 * @self: a sidebar
 * @finder: who is asked
 *
 * Fills the sidebar for a catalogue.
 */
void
fonds_sidebar_set_finder (FondsSidebar *self, FondsFinder *finder)
{
  g_return_if_fail (FONDS_IS_SIDEBAR (self));

  fonds_sections_set_finder (self->sections, finder);
  fonds_hierarchy_set_finder (self->hierarchy, finder);
}

/**
 * fonds_sidebar_set_bookmarks:
 * @self: a sidebar
 * @catalogue: where their records are
 * @bookmarks: the person's bookmarks
 *
 * Lists the bookmarks between the sections and the hierarchy.
 */
void
fonds_sidebar_set_bookmarks (FondsSidebar *self,
                             FondsCatalogue *catalogue,
                             FondsBookmarks *bookmarks)
{
  g_return_if_fail (FONDS_IS_SIDEBAR (self));

  fonds_bookmarks_list_set_bookmarks (self->bookmarks, catalogue, bookmarks);
}

/**
 * fonds_sidebar_reveal:
 * @self: a sidebar
 * @id: a record of the hierarchy
 *
 * Shows where a record lies in the hierarchy.
 */
void
fonds_sidebar_reveal (FondsSidebar *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_SIDEBAR (self));

  fonds_hierarchy_reveal (self->hierarchy, id);
}

/**
 * fonds_sidebar_get_activate_on_click:
 * @self: a sidebar
 *
 * Says whether one click in the hierarchy opens a record.
 *
 * Returns: %TRUE where the record isn't beside the sidebar
 */
gboolean
fonds_sidebar_get_activate_on_click (FondsSidebar *self)
{
  g_return_val_if_fail (FONDS_IS_SIDEBAR (self), FALSE);

  return self->activate_on_click;
}

/**
 * fonds_sidebar_set_activate_on_click:
 * @self: a sidebar
 * @activate: whether one click in the hierarchy opens a record
 *
 * Chooses between selecting, which shows a record beside the sidebar, and opening, which goes to
 * it.
 */
void
fonds_sidebar_set_activate_on_click (FondsSidebar *self, gboolean activate)
{
  g_return_if_fail (FONDS_IS_SIDEBAR (self));

  if (activate == self->activate_on_click)
    return;
  self->activate_on_click = activate;
  fonds_hierarchy_set_activate_on_click (self->hierarchy, activate);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVATE_ON_CLICK]);
}
