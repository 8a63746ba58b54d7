/* export-outlook.c - what an export would write, leave out and lose
 *
 * A few rows that are filled by a dry run: how many records of which kinds, how many stay in the house
 * and why, and what the format has no room for, one row for each field and reason.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/export-outlook.h"

#include "data/catalogue/field.h"
#include "ui/error-words.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

/* So many are listed; more is not read by anybody. */
#define LOSSES_MAX 200

struct _FondsExportOutlook
{
  AdwPreferencesGroup parent_instance;

  /* owned by the template */
  AdwActionRow *written;
  GtkSpinner *spinner;
  AdwActionRow *withheld;
  AdwExpanderRow *losses;

  /* owned */
  GPtrArray *rows; /* of GtkWidget: those inside losses, which own them */
};

G_DEFINE_FINAL_TYPE (FondsExportOutlook, fonds_export_outlook, ADW_TYPE_PREFERENCES_GROUP)

static void
set_row (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle ? subtitle : "");
}

static void
clear_losses (FondsExportOutlook *self)
{
  guint i;

  for (i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->losses, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
set_looking (FondsExportOutlook *self, gboolean looking)
{
  gtk_spinner_set_spinning (self->spinner, looking);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), looking);
  if (!looking)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->withheld), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), FALSE);
}

static char *
list_kinds (const FondsExportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int kind;

  for (kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      g_autofree char *count = fonds_format_count ((gint64) report->n[kind]);

      if (report->n[kind] == 0)
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "",
                              _ (fonds_kind_label_plural (kind)), count);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_written (FondsExportOutlook *self, const FondsExportReport *report)
{
  guint64 n = fonds_export_report_total (report);
  g_autofree char *title = fonds_format_records ((gint64) n);
  g_autofree char *kinds = list_kinds (report);

  set_row (self->written, title,
           n > 0 ? kinds : _ ("Nothing here fits these choices. Choose other records."));
}

static void
show_withheld (FondsExportOutlook *self, const FondsExportReport *report)
{
  g_autofree char *count = fonds_format_count ((gint64) report->n_withheld);
  g_autofree char *title =
      g_strdup_printf (ngettext ("%s record is held back", "%s records are held back",
                                 (gulong) report->n_withheld),
                       count);

  set_row (self->withheld, title,
           _ ("They are restricted, for staff or private, or lie under a record that is. Fields "
              "that "
              "are not meant for publication stay here too."));
  gtk_widget_set_visible (GTK_WIDGET (self->withheld), report->n_withheld > 0);
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  const FondsExportLoss *one = *(const FondsExportLoss *const *) a;
  const FondsExportLoss *other = *(const FondsExportLoss *const *) b;

  return one->n < other->n ? 1 : one->n > other->n ? -1 : 0;
}

static char *
name_loss (const FondsExportLoss *loss)
{
  const FondsField *field = loss->field ? fonds_field_find (loss->kind, loss->field) : NULL;
  const char *kind = _ (fonds_kind_label_plural (loss->kind));

  if (!loss->field)
    return g_strdup (kind);
  /* Translators: a kind of record and one of its fields */
  return g_strdup_printf (_ ("%s: %s"), kind, field ? _ (field->label) : loss->field);
}

static void
add_loss (FondsExportOutlook *self, const FondsExportLoss *loss)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_label_new (NULL);
  g_autofree char *count = fonds_format_count ((gint64) loss->n);
  g_autofree char *title = name_loss (loss);
  g_autofree char *subtitle =
      loss->example ? g_strdup_printf (_ ("%s, such as “\u2068%s\u2069”"), loss->why, loss->example)
                    : g_strdup (loss->why);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  set_row (ADW_ACTION_ROW (row), title, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_label_set_text (GTK_LABEL (number), count);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_expander_row_add_row (self->losses, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_losses (FondsExportOutlook *self, const FondsExportReport *report)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autofree char *title = NULL;
  guint i;

  clear_losses (self);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), fonds_export_report_total (report) > 0);
  for (i = 0; i < report->losses->len; i++)
    g_ptr_array_add (sorted, report->losses->pdata[i]);
  g_ptr_array_sort (sorted, by_number);
  for (i = 0; i < MIN (sorted->len, LOSSES_MAX); i++)
    add_loss (self, sorted->pdata[i]);
  title = sorted->len > 0
              ? g_strdup_printf (ngettext ("%u thing that the format can’t carry",
                                           "%u things that the format can’t carry", sorted->len),
                                 sorted->len)
              : g_strdup (_ ("Nothing is lost"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->losses), title);
  adw_expander_row_set_subtitle (self->losses,
                                 sorted->len > 0
                                     ? _ ("It stays in the catalogue, but is not in the files.")
                                     : _ ("The format has room for every value."));
  adw_expander_row_set_enable_expansion (self->losses, sorted->len > 0);
  adw_expander_row_set_expanded (self->losses, FALSE);
}

static void
fonds_export_outlook_dispose (GObject *object)
{
  FondsExportOutlook *self = FONDS_EXPORT_OUTLOOK (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_EXPORT_OUTLOOK);

  G_OBJECT_CLASS (fonds_export_outlook_parent_class)->dispose (object);
}

static void
fonds_export_outlook_class_init (FondsExportOutlookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_export_outlook_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/export-outlook.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsExportOutlook, written);
  gtk_widget_class_bind_template_child (widget_class, FondsExportOutlook, spinner);
  gtk_widget_class_bind_template_child (widget_class, FondsExportOutlook, withheld);
  gtk_widget_class_bind_template_child (widget_class, FondsExportOutlook, losses);
}

static void
fonds_export_outlook_init (FondsExportOutlook *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_export_outlook_look:
 * @self: an outlook
 * @n: how far the looking is
 *
 * Says that somebody is looking.
 */
void
fonds_export_outlook_look (FondsExportOutlook *self, guint64 n)
{
  g_autofree char *count = fonds_format_count ((gint64) n);
  g_autofree char *text = n > 0 ? g_strdup_printf (_ ("%s so far"), count) : NULL;

  g_return_if_fail (FONDS_IS_EXPORT_OUTLOOK (self));

  set_looking (self, TRUE);
  set_row (self->written, _ ("Looking through the records…"), text);
}

/**
 * fonds_export_outlook_show:
 * @self: an outlook
 * @report: what a dry run says
 *
 * Shows what would be written and lost.
 */
void
fonds_export_outlook_show (FondsExportOutlook *self, const FondsExportReport *report)
{
  g_return_if_fail (FONDS_IS_EXPORT_OUTLOOK (self));

  set_looking (self, FALSE);
  show_written (self, report);
  show_withheld (self, report);
  show_losses (self, report);
}

/**
 * fonds_export_outlook_fail:
 * @self: an outlook
 * @error: why nobody knows
 *
 * Says what went wrong.
 */
void
fonds_export_outlook_fail (FondsExportOutlook *self, const GError *error)
{
  g_return_if_fail (FONDS_IS_EXPORT_OUTLOOK (self));

  set_looking (self, TRUE);
  set_looking (self, FALSE);
  set_row (self->written, fonds_error_title (error), error->message);
}
