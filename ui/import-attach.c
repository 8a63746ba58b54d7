/* import-attach.c - whether an import also brings the files that its rows name
 *
 * A row that is seen only where rows name files, and says how many of them lie beside the table.
 * Nothing is brought unasked: files may be large.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-attach.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsImportAttach
{
  AdwBin parent_instance;

  /* owned by the template */
  AdwActionRow *row;
  GtkSwitch *active;
};

G_DEFINE_FINAL_TYPE (FondsImportAttach, fonds_import_attach, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
active_changed_cb (FondsImportAttach *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static char *
describe (const FondsImportFilesCount *count)
{
  g_autofree char *found = fonds_format_count ((gint64) count->n_found);
  g_autofree char *named = fonds_format_count ((gint64) count->n_named);

  if (count->n_found == count->n_named)
    return g_strdup_printf (ngettext ("%s found beside the table", "%s found beside the table",
                                      (gulong) count->n_found),
                            found);
  if (count->n_found > 0)
    return g_strdup_printf (_ ("%s of %s found beside the table"), found, named);
  return g_strdup_printf (ngettext ("The %s named is not beside the table",
                                    "None of the %s named is beside the table",
                                    (gulong) count->n_named),
                          named);
}

static void
fonds_import_attach_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, fonds_import_attach_get_active (FONDS_IMPORT_ATTACH (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_import_attach_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    fonds_import_attach_set_active (FONDS_IMPORT_ATTACH (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_import_attach_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_ATTACH);

  G_OBJECT_CLASS (fonds_import_attach_parent_class)->dispose (object);
}

static void
fonds_import_attach_class_init (FondsImportAttachClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fonds_import_attach_get_property;
  object_class->set_property = fonds_import_attach_set_property;
  object_class->dispose = fonds_import_attach_dispose;

  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-attach.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportAttach, row);
  gtk_widget_class_bind_template_child (widget_class, FondsImportAttach, active);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
}

static void
fonds_import_attach_init (FondsImportAttach *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_import_attach_new:
 *
 * Makes a row for an import that names no files.
 *
 * Returns: (transfer floating): the row
 */
FondsImportAttach *
fonds_import_attach_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_ATTACH, NULL);
}

/**
 * fonds_import_attach_set_count:
 * @self: a row
 * @count: what a dry run has found of files
 *
 * Says how many files there are. Where there are none, there is nothing to be asked.
 */
void
fonds_import_attach_set_count (FondsImportAttach *self, const FondsImportFilesCount *count)
{
  g_autofree char *subtitle = describe (count);

  g_return_if_fail (FONDS_IS_IMPORT_ATTACH (self));

  adw_action_row_set_subtitle (self->row, subtitle);
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), count->n_found > 0);
  if (count->n_found == 0)
    gtk_switch_set_active (self->active, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), count->n_named > 0);
}

/**
 * fonds_import_attach_set_active:
 * @self: a row
 * @active: whether the files are wanted
 *
 * Says what is wanted, as the switch does.
 */
void
fonds_import_attach_set_active (FondsImportAttach *self, gboolean active)
{
  g_return_if_fail (FONDS_IS_IMPORT_ATTACH (self));

  gtk_switch_set_active (self->active, active);
}

/**
 * fonds_import_attach_get_active:
 * @self: a row
 *
 * Returns: whether the files are wanted
 */
gboolean
fonds_import_attach_get_active (FondsImportAttach *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_ATTACH (self), FALSE);

  return gtk_switch_get_active (self->active);
}
