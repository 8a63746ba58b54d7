/* record-names.c - what else a record is called
 *
 * Name forms and titles beside the one that heads the page, each under the name of its language and
 * script. A form that somebody marked as less sure says so.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-names.h"

#include "data/catalogue/codes-list.h"
#include "data/text/codes.h"
#include "ui/field-view.h"
#include "ui/record-section.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* "Juhuri, Cyrillic": the script is named where the tag doesn't carry it. */
static char *
name_language (const FondsValue *value)
{
  const char *locale = g_get_language_names ()[0];
  const char *tag = value->attr[FONDS_ATTR_LANGUAGE];
  const char *code = value->attr[FONDS_ATTR_SCRIPT];
  g_autofree char *language = tag ? fonds_language_name (tag, locale) : NULL;
  g_autofree char *script = NULL;

  if (!code || (tag && strstr (tag, code)))
    return g_steal_pointer (&language);
  script = fonds_script_name (code, locale);
  if (!language)
    return g_steal_pointer (&script);
  /* Translators: a language and the script it is written in. */
  return g_strdup_printf (_ ("%s, %s"), language, script);
}

static const char *
name_role (const FondsRecordView *view, const FondsField *field, const FondsValue *value)
{
  const char *type = value->attr[FONDS_ATTR_TYPE];

  if (type)
    return _ (fonds_code_label ("name-role", type));
  if (!g_str_equal (field->id, view->title_field))
    return _ (field->label);
  return NULL;
}

/* That a form in another language is a parallel one goes without saying. */
static char *
make_hint (const FondsRecordView *view,
           const FondsField *field,
           const FondsValue *value,
           gboolean language_is_named)
{
  g_autoptr (GString) hint = g_string_new (NULL);
  const char *type = value->attr[FONDS_ATTR_TYPE];

  if (language_is_named && g_strcmp0 (type, "parallel") != 0)
    fonds_hint_add (hint, name_role (view, field, value));
  fonds_hint_add (hint, value->attr[FONDS_ATTR_ROMANISATION]);
  fonds_hint_add (hint, value->attr[FONDS_ATTR_NOTE]);
  return hint->len > 0 ? g_string_free (g_steal_pointer (&hint), FALSE) : NULL;
}

static GtkWidget *
make_row (const FondsRecordView *view, const FondsField *field, const FondsValue *value)
{
  g_autofree char *language = name_language (value);
  const char *role = name_role (view, field, value);
  g_autofree char *hint = make_hint (view, field, value, language != NULL);
  const FondsFieldWords words = { .text = (char *) value->attr[FONDS_ATTR_TEXT], .hint = hint };
  FondsFieldRow *row = fonds_field_row_new (language ? language : (role ? role : _ (field->label)));

  fonds_field_view_add (row, view, field, &words);
  return GTK_WIDGET (row);
}

static void
add_field (const FondsRecordView *view, const char *id, FondsRecordSection **section)
{
  const FondsField *field = fonds_field_find (view->record->kind, id);
  guint i;

  if (!field || field->datatype == FONDS_TYPE_REFERENCE)
    return;
  for (i = 0; i < fonds_body_n_values (view->record->body, id); i++)
    {
      const FondsValue *value = fonds_body_value (view->record->body, id, i);

      if (value == view->title || !value->attr[FONDS_ATTR_TEXT] || !*value->attr[FONDS_ATTR_TEXT])
        continue;
      if (!*section)
        *section =
            fonds_record_section_new (view, "names",
                                      field->datatype == FONDS_TYPE_NAME ? _ ("Other names")
                                                                         : _ ("Other titles"));
      fonds_record_section_add (*section, make_row (view, field, value));
    }
}

/**
 * fonds_record_names_build:
 * @view: the record that is read
 * @page: what the names are appended to
 *
 * Lists the forms of a name or of a title (ISAAR(CPF) 5.1.2 to 5.1.5).
 */
void
fonds_record_names_build (const FondsRecordView *view, GtkBox *page)
{
  FondsRecordSection *section = NULL;

  add_field (view, view->title_field, &section);
  add_field (view, "alternateTitle", &section);
  if (section)
    gtk_box_append (page, GTK_WIDGET (section));
}
