/* preferences.c - what a person can choose about the program
 *
 * Each choice is bound to its setting and takes effect at once; nothing is asked for agreement.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/preferences.h"

#include <glib/gi18n-lib.h>

/* The record's page adds to it what is chosen there. */
#define LANGUAGES "reading-languages"

struct _FondsPreferences
{
  AdwPreferencesWindow parent_instance;

  /* owned by the template */
  AdwEntryRow *user_name;
  AdwComboRow *start_page;
  GtkSpinButton *text_size;
  GtkSwitch *compact;
  AdwEntryRow *languages;
  GtkSwitch *backups;
  GtkWidget *backup_days_row;
  GtkSpinButton *backup_days;

  /* owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (FondsPreferences, fonds_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the template's list. */
static const char *const start_pages[] = { "last-place", "everything", "welcome" };

static gboolean
get_page (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (start_pages); i++)
    if (g_str_equal (start_pages[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_page (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint i = g_value_get_uint (value);

  return i < G_N_ELEMENTS (start_pages) ? g_variant_new_string (start_pages[i]) : NULL;
}

static gboolean
show_percent_cb (GtkSpinButton *button)
{
  /* Translators: a size, in percent. */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), gtk_spin_button_get_value_as_int (button));

  gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
show_languages (FondsPreferences *self)
{
  g_auto (GStrv) tags = g_settings_get_strv (self->settings, LANGUAGES);
  g_autofree char *text = g_strjoinv (", ", tags);

  gtk_editable_set_text (GTK_EDITABLE (self->languages), text);
}

/* As they were typed; (nullable): where a word isn't a tag of a language. */
static char **
read_languages (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",; ", -1);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!g_regex_match_simple ("^[a-z]{2,3}(-[a-z0-9]{2,8})*$", words[i], G_REGEX_CASELESS, 0))
        return NULL;
      g_strv_builder_add (tags, words[i]);
    }
  return g_strv_builder_end (tags);
}

static void
languages_applied_cb (FondsPreferences *self)
{
  g_auto (GStrv) tags = read_languages (gtk_editable_get_text (GTK_EDITABLE (self->languages)));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->languages), GTK_ACCESSIBLE_STATE_INVALID,
                               tags ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (!tags)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->languages), "error");
      adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                        adw_toast_new (
                                            _ ("Languages are written as codes: he, ru, az-Latn")));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->languages), "error");
  g_settings_set_strv (self->settings, LANGUAGES, (const char *const *) tags);
  show_languages (self);
}

static void
fonds_preferences_dispose (GObject *object)
{
  g_clear_object (&FONDS_PREFERENCES (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_PREFERENCES);

  G_OBJECT_CLASS (fonds_preferences_parent_class)->dispose (object);
}

static void
fonds_preferences_class_init (FondsPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, user_name);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, start_page);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, compact);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, languages);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, backups);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, backup_days_row);
  gtk_widget_class_bind_template_child (widget_class, FondsPreferences, backup_days);
  gtk_widget_class_bind_template_callback (widget_class, show_percent_cb);
  gtk_widget_class_bind_template_callback (widget_class, languages_applied_cb);
}

static void
fonds_preferences_init (FondsPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->backups, "active", self->backup_days_row, "sensitive",
                          G_BINDING_SYNC_CREATE);
}

static void
bind (FondsPreferences *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT;

  g_settings_bind (self->settings, "user-name", self->user_name, "text", flags);
  g_settings_bind_with_mapping (self->settings, "start-page", self->start_page, "selected", flags,
                                get_page, set_page, NULL, NULL);
  g_settings_bind (self->settings, "text-size", gtk_spin_button_get_adjustment (self->text_size),
                   "value", flags);
  g_settings_bind (self->settings, "compact", self->compact, "active", flags);
  g_settings_bind (self->settings, "backups", self->backups, "active", flags);
  g_settings_bind (self->settings, "backup-days",
                   gtk_spin_button_get_adjustment (self->backup_days), "value", flags);
}

/**
 * fonds_preferences_present:
 * @parent: (nullable): the window that asks
 * @settings: what is chosen
 *
 * Shows what can be chosen.
 *
 * Returns: (transfer none): the window, owned by GTK
 */
FondsPreferences *
fonds_preferences_present (GtkWindow *parent, GSettings *settings)
{
  FondsPreferences *self = g_object_new (FONDS_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->settings = g_object_ref (settings);
  bind (self);
  show_languages (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
