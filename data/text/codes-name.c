/* codes-name.c - what languages, scripts and countries are called
 *
 * ICU's names, and our own where it has none or, as for the Soviet Union, gives the successor's.
 * Where a language of the window has no name for something, the English one is shown.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/codes.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define NAME_UNITS 200

typedef int32_t (*IcuName) (const char *, const char *, UChar *, int32_t, UErrorCode *);

enum
{
  EN,
  AZ,
  FR,
  HE,
  RU,
  N_LOCALES
};

static const char LOCALES[N_LOCALES][3] = { "en", "az", "fr", "he", "ru" };

typedef struct
{
  char code[4];
  const char *names[N_LOCALES];
} OwnName;

static const OwnName LANGUAGES[] = {
  { "azb",
    { "South Azerbaijani", "cənubi azərbaycan", "azéri du Sud", "אזרית דרומית",
      "южноазербайджанский" } },
  { "bhh", { "Bukhori", "buxara yəhudi dili", "boukhori", "בוכרית", "бухарско-еврейский" } },
  { "jdt", { "Juhuri", "cuhuri", "juhuri", "ג׳והורי", "горско-еврейский" } },
  { "jge",
    { "Judeo-Georgian", "yəhudi-gürcü dili", "judéo-géorgien", "גאורגית־יהודית",
      "еврейско-грузинский" } },
  { "kjj", { "Khinalug", "xınalıq", "khinalug", "חינלוגית", "хиналугский" } },
  { "lbe", { "Lak", "lak", "lak", "לאקית", "лакский" } },
  { "mis",
    { "Uncoded language", "kodsuz dil", "langue sans code", "שפה ללא קוד", "язык без кода" } },
  { "rut", { "Rutul", "rutul", "routoul", "רוטולית", "рутульский" } },
  { "tab", { "Tabasaran", "tabasaran", "tabassaran", "טבסרנית", "табасаранский" } },
  { "ttt", { "Muslim Tat", "tat", "tat musulman", "טאטית", "татский" } },
  { "udi", { "Udi", "udi", "oudi", "אודית", "удинский" } },
};

static const OwnName COUNTRIES[] = {
  { "CS", { "Czechoslovakia", "Çexoslovakiya", "Tchécoslovaquie", "צ׳כוסלובקיה", "Чехословакия" } },
  { "DD",
    { "German Democratic Republic", "Almaniya Demokratik Respublikası",
      "République démocratique allemande", "הרפובליקה הדמוקרטית הגרמנית",
      "Германская Демократическая Республика" } },
  { "SU",
    { "Soviet Union", "Sovet İttifaqı", "Union soviétique", "ברית המועצות", "Советский Союз" } },
  { "YU", { "Yugoslavia", "Yuqoslaviya", "Yougoslavie", "יוגוסלביה", "Югославия" } },
};

static const OwnName *
find_own (const OwnName *names, gsize count, const char *code)
{
  for (gsize i = 0; i < count; i++)
    if (g_ascii_strcasecmp (names[i].code, code) == 0)
      return &names[i];

  return NULL;
}

static const char *
own_name (const OwnName *name, const char *display_locale)
{
  for (guint i = 0; i < N_LOCALES; i++)
    if (g_ascii_strncasecmp (display_locale, LOCALES[i], 2) == 0 &&
        !g_ascii_isalpha (display_locale[2]))
      return name->names[i];

  return name->names[EN];
}

/* ICU's name of the part of @locale that @function names, in that language or in English. */
static char *
icu_name (IcuName function, const char *locale, const char *display_locale)
{
  const char *displays[] = { display_locale, "en" };

  for (guint i = 0; i < G_N_ELEMENTS (displays); i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar units[NAME_UNITS];
      char bytes[NAME_UNITS * 3 + 1];
      int32_t length = function (locale, displays[i], units, NAME_UNITS, &status);

      if (U_FAILURE (status) || status == U_USING_DEFAULT_WARNING || length == 0)
        continue;
      u_strToUTF8 (bytes, sizeof bytes, NULL, units, length, &status);
      if (U_SUCCESS (status))
        return g_strdup (bytes);
    }

  return NULL;
}

static const char *
locale_or_english (const char *display_locale)
{
  return display_locale && display_locale[0] ? display_locale : "en";
}

static char *
primary_name (const char *language, const char *display_locale)
{
  const OwnName *own = find_own (LANGUAGES, G_N_ELEMENTS (LANGUAGES), language);
  char *name;

  if (own)
    return g_strdup (own_name (own, display_locale));
  name = icu_name (uloc_getDisplayLanguage, language, display_locale);

  return name ? name : g_strdup (language);
}

/* The name of what follows the language in a tag: a script, a country, or the subtag itself. */
static char *
subtag_name (const char *subtag, const char *display_locale)
{
  if (fonds_script_is_known (subtag))
    return fonds_script_name (subtag, display_locale);
  if (strlen (subtag) == 2 || (strlen (subtag) == 3 && g_ascii_isdigit (subtag[0])))
    return fonds_country_name (subtag, display_locale);

  return g_strdup (subtag);
}

/**
 * fonds_language_name:
 * @tag: a language tag
 * @display_locale: (nullable): the language to name it in, as a BCP 47 tag or a POSIX locale;
 *   English if %NULL
 *
 * Names a language for people: "Azerbaijani (Cyrillic)". Any thread.
 *
 * Returns: (transfer full): the name; @tag itself if it is no language tag or has no name
 */
char *
fonds_language_name (const char *tag, const char *display_locale)
{
  const char *locale = locale_or_english (display_locale);
  g_autofree char *canonical = fonds_language_canonical (tag);
  g_autoptr (GString) name = NULL;
  g_auto (GStrv) subtags = NULL;
  g_autofree char *primary = NULL;

  if (canonical == NULL || g_str_has_prefix (canonical, "x-"))
    return g_strdup (tag);

  subtags = g_strsplit (canonical, "-", -1);
  primary = primary_name (subtags[0], locale);
  name = g_string_new (primary);
  for (guint i = 1; subtags[i] && strlen (subtags[i]) > 1; i++)
    {
      g_autofree char *part = subtag_name (subtags[i], locale);

      g_string_append (name, i == 1 ? " (" : ", ");
      g_string_append (name, part);
    }
  if (subtags[1] && strlen (subtags[1]) > 1)
    g_string_append_c (name, ')');

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * fonds_script_name:
 * @code: a code of ISO 15924
 * @display_locale: (nullable): the language to name it in; English if %NULL
 *
 * Names a script for people. Any thread.
 *
 * Returns: (transfer full): the name, or @code itself if it has none
 */
char *
fonds_script_name (const char *code, const char *display_locale)
{
  g_autofree char *locale = NULL;
  char *name;

  if (!fonds_script_is_known (code))
    return g_strdup (code);
  locale = g_strconcat ("und_", code, NULL);
  name = icu_name (uloc_getDisplayScript, locale, locale_or_english (display_locale));

  return name ? name : g_strdup (code);
}

/**
 * fonds_country_is_known:
 * @code: (nullable): a code of ISO 3166-1 alpha-2 in any case
 *
 * Tells whether a country is known: those of today and the Soviet Union, Yugoslavia,
 * Czechoslovakia and the German Democratic Republic. Any thread.
 *
 * Returns: whether it is
 */
gboolean
fonds_country_is_known (const char *code)
{
  const char *const *countries = uloc_getISOCountries ();

  if (code == NULL)
    return FALSE;
  for (guint i = 0; countries[i]; i++)
    if (g_ascii_strcasecmp (countries[i], code) == 0)
      return TRUE;

  return find_own (COUNTRIES, G_N_ELEMENTS (COUNTRIES), code) != NULL;
}

/**
 * fonds_country_name:
 * @code: a code of ISO 3166-1 alpha-2, or of the regions of UN M49
 * @display_locale: (nullable): the language to name it in; English if %NULL
 *
 * Names a country for people. Any thread.
 *
 * Returns: (transfer full): the name, or @code itself if it has none
 */
char *
fonds_country_name (const char *code, const char *display_locale)
{
  const char *shown_in = locale_or_english (display_locale);
  const OwnName *own;
  g_autofree char *locale = NULL;
  char *name;

  if (code == NULL)
    return NULL;
  own = find_own (COUNTRIES, G_N_ELEMENTS (COUNTRIES), code);
  if (own)
    return g_strdup (own_name (own, shown_in));

  locale = g_strconcat ("und_", code, NULL);
  name = icu_name (uloc_getDisplayCountry, locale, shown_in);

  return name ? name : g_strdup (code);
}
