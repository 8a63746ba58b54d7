/* field-languages.c - a field whose text is there in several languages, one of which is read
 *
 * A switch names the languages, each in its own words; which one is read first is the reader's
 * choice of before. Where the search matched a text, that text is the one that is seen.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/field-languages.h"

#include "data/text/codes.h"
#include "ui/field-view.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

static guint
count (const FondsRecordView *view, const FondsField *field, const char *language)
{
  guint n = 0, i;

  for (i = 0; i < fonds_body_n_values (view->record->body, field->id); i++)
    if (g_strcmp0 (fonds_body_value (view->record->body, field->id, i)->attr[FONDS_ATTR_LANGUAGE],
                   language) == 0)
      n++;
  return n;
}

/* Three notes in one language and one in another aren't versions of one another. */
static gboolean
are_versions (const FondsRecordView *view, const FondsField *field, GPtrArray *languages)
{
  guint i, n;

  if (languages->len < 2)
    return FALSE;
  n = count (view, field, g_ptr_array_index (languages, 0));
  for (i = 1; i < languages->len; i++)
    if (count (view, field, g_ptr_array_index (languages, i)) != n)
      return FALSE;
  return TRUE;
}

/**
 * fonds_field_languages:
 * @view: the record that is read
 * @field: a field
 *
 * Finds the languages of a field whose values say the same in each of them.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the languages, borrowed from the body;
 *   %NULL where there is nothing to switch
 */
GPtrArray *
fonds_field_languages (const FondsRecordView *view, const FondsField *field)
{
  g_autoptr (GPtrArray) languages = NULL;
  guint n = fonds_body_n_values (view->record->body, field->id), i;

  if (n < 2 || !view->reading || !(field->flags & FONDS_FIELD_TRANSLATABLE))
    return NULL;
  languages = g_ptr_array_new ();
  for (i = 0; i < n; i++)
    {
      const FondsValue *value = fonds_body_value (view->record->body, field->id, i);
      const char *language = value->attr[FONDS_ATTR_LANGUAGE];

      if (!language)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
        g_ptr_array_add (languages, (gpointer) language);
    }
  return are_versions (view, field, languages) ? g_steal_pointer (&languages) : NULL;
}

static gboolean
is_matched (const FondsRecordView *view, const FondsField *field, const char *language)
{
  guint i;

  for (i = 0; i < fonds_body_n_values (view->record->body, field->id); i++)
    {
      const FondsValue *value = fonds_body_value (view->record->body, field->id, i);

      if (g_strcmp0 (value->attr[FONDS_ATTR_LANGUAGE], language) == 0 &&
          fonds_record_view_matches (view, field, value->attr[FONDS_ATTR_TEXT]))
        return TRUE;
    }
  return FALSE;
}

static guint
choose (const FondsRecordView *view, const FondsField *field, GPtrArray *languages)
{
  guint best = 0, best_rank = G_MAXUINT, i;

  for (i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      guint rank = fonds_reading_rank (view->reading, language, view->language);

      if (is_matched (view, field, language))
        return i;
      if (rank < best_rank)
        {
          best_rank = rank;
          best = i;
        }
    }
  return best;
}

static GtkWidget *
make_version (FondsFieldRow *row,
              const FondsRecordView *view,
              const FondsField *field,
              const char *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint i;

  for (i = 0; i < fonds_body_n_values (view->record->body, field->id); i++)
    {
      const FondsValue *value = fonds_body_value (view->record->body, field->id, i);
      g_autoptr (FondsFieldWords) words = NULL;

      if (g_strcmp0 (value->attr[FONDS_ATTR_LANGUAGE], language) != 0)
        continue;
      /* The switch names the language; the words needn't. */
      words = fonds_field_words_new (view->record, language, field, value);
      if (words)
        gtk_box_append (GTK_BOX (box), fonds_field_view_value (row, view, field, words));
    }
  return box;
}

/* What a button of the switch needs in order to remember that it was chosen. */
typedef struct
{
  FondsReading *reading;
  char *language;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->reading);
  g_free (choice->language);
  g_free (choice);
}

static void
toggled_cb (GtkToggleButton *button, gpointer data)
{
  Choice *choice = data;

  if (gtk_toggle_button_get_active (button))
    fonds_reading_prefer (choice->reading, choice->language);
}

static GtkWidget *
make_button (const FondsRecordView *view, const char *language, GtkWidget *version, gboolean chosen)
{
  g_autofree char *own = fonds_language_name (language, language);
  g_autofree char *name = fonds_language_name (language, g_get_language_names ()[0]);
  GtkWidget *button = gtk_toggle_button_new_with_label (own);
  Choice *choice = g_new0 (Choice, 1);

  choice->reading = g_object_ref (view->reading);
  choice->language = g_strdup (language);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen);
  g_object_bind_property (button, "active", version, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_data (button, "toggled", G_CALLBACK (toggled_cb), choice, free_choice, 0);
  return button;
}

/**
 * fonds_field_languages_add:
 * @row: the row of the field
 * @view: the record that is read; it has a reader
 * @field: the field
 * @languages: (element-type utf8): what fonds_field_languages() found
 *
 * Shows the field in one language, with a switch to the others.
 */
void
fonds_field_languages_add (FondsFieldRow *row,
                           const FondsRecordView *view,
                           const FondsField *field,
                           GPtrArray *languages)
{
  GtkWidget *buttons = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                     "spacing", 2, "halign", GTK_ALIGN_START, NULL);
  guint chosen = choose (view, field, languages), i;
  GtkToggleButton *first = NULL;

  fonds_widget_set_accessible_name (buttons, _ ("Language"));
  gtk_widget_add_css_class (buttons, "language-switch");
  fonds_field_row_add (row, buttons);
  for (i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      GtkWidget *version = make_version (row, view, field, language);
      GtkWidget *button = make_button (view, language, version, i == chosen);

      if (first)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      else
        first = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (GTK_BOX (buttons), button);
      fonds_field_row_add (row, version);
    }
}
