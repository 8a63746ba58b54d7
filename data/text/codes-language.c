/* codes-language.c - language tags: their form, their canonical spelling, whether they are known
 *
 * Follows BCP 47 (RFC 5646 sections 2.1 and 4.5). The languages are ICU's list with the codes of
 * ISO 639-2, and those of the Caucasus and its Jews that it lacks; they are gathered once.
 * Thread: any; the gathered table is made under g_once_init_enter() and only read afterwards.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/codes.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

/* A code and the one that is used today. */
static const struct
{
  char code[4];
  char canonical[4];
} CODES[] = {
  /* ISO 639-1, withdrawn */
  { "iw", "he" },
  { "in", "id" },
  { "ji", "yi" },
  { "jw", "jv" },
  { "mo", "ro" },
  { "mol", "ro" },
  /* ISO 639-2, bibliographic */
  { "alb", "sq" },
  { "arm", "hy" },
  { "baq", "eu" },
  { "bur", "my" },
  { "chi", "zh" },
  { "cze", "cs" },
  { "dut", "nl" },
  { "fre", "fr" },
  { "geo", "ka" },
  { "ger", "de" },
  { "gre", "el" },
  { "ice", "is" },
  { "mac", "mk" },
  { "mao", "mi" },
  { "may", "ms" },
  { "per", "fa" },
  { "rum", "ro" },
  { "slo", "sk" },
  { "tib", "bo" },
  { "wel", "cy" },
  /* ISO 639-3, not in ICU's list */
  { "aii", "aii" },
  { "azb", "azb" },
  { "azj", "azj" },
  { "bhh", "bhh" },
  { "jdt", "jdt" },
  { "jge", "jge" },
  { "kap", "kap" },
  { "kjj", "kjj" },
  { "lbe", "lbe" },
  { "orv", "orv" },
  { "rut", "rut" },
  { "tab", "tab" },
  { "udi", "udi" },
  { "ydd", "ydd" },
  { "yhd", "yhd" },
};

static GHashTable *
gather_languages (void)
{
  GHashTable *languages = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const *codes = uloc_getISOLanguages ();

  for (guint i = 0; codes[i]; i++)
    {
      const char *three = uloc_getISO3Language (codes[i]);

      g_hash_table_insert (languages, (gpointer) codes[i], (gpointer) codes[i]);
      if (three[0] != '\0' && strlen (codes[i]) == 2)
        g_hash_table_insert (languages, (gpointer) three, (gpointer) codes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++)
    g_hash_table_insert (languages, (gpointer) CODES[i].code, (gpointer) CODES[i].canonical);

  return languages;
}

/* The code used today for a lower-case code, or NULL if it is not known. */
static const char *
find_language (const char *code)
{
  static gsize languages = 0;

  if (g_once_init_enter (&languages))
    g_once_init_leave (&languages, (gsize) gather_languages ());

  return g_hash_table_lookup ((GHashTable *) languages, code);
}

static gboolean
consists_of (const char *subtag, gboolean (*test) (char), gsize least, gsize most)
{
  gsize length = strlen (subtag);

  if (length < least || length > most)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!test (subtag[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_letter (char byte)
{
  return g_ascii_isalpha (byte);
}

static gboolean
is_digit (char byte)
{
  return g_ascii_isdigit (byte);
}

static gboolean
is_alphanumeric (char byte)
{
  return g_ascii_isalnum (byte);
}

static gboolean
is_region (const char *subtag)
{
  return consists_of (subtag, is_letter, 2, 2) || consists_of (subtag, is_digit, 3, 3);
}

static gboolean
is_variant (const char *subtag)
{
  return consists_of (subtag, is_alphanumeric, 5, 8) ||
         (g_ascii_isdigit (subtag[0]) && consists_of (subtag, is_alphanumeric, 4, 4));
}

/* Extensions and private use, from *@at to the end: a single letter or digit, then subtags. */
static gboolean
take_extensions (char **subtags, guint *at)
{
  while (subtags[*at])
    {
      gboolean private = g_str_equal (subtags[*at], "x");
      guint first;

      if (!consists_of (subtags[*at], is_alphanumeric, 1, 1))
        return FALSE;
      first = ++*at;
      while (subtags[*at] && consists_of (subtags[*at], is_alphanumeric, private ? 1 : 2, 8))
        ++*at;
      if (*at == first || (private && subtags[*at]))
        return FALSE;
    }

  return TRUE;
}

/* Gives lower-case subtags their canonical case; FALSE if they are no language tag. */
static gboolean
arrange (char **subtags)
{
  guint at = 0;

  if (!subtags[0] || (g_str_equal (subtags[0], "x") && !subtags[1]))
    return FALSE;
  if (g_str_equal (subtags[0], "x"))
    return take_extensions (subtags, &at);
  if (!consists_of (subtags[0], is_letter, 2, 3))
    return FALSE;

  at = 1;
  if (subtags[at] && consists_of (subtags[at], is_letter, 4, 4))
    {
      subtags[at][0] = g_ascii_toupper (subtags[at][0]);
      at++;
    }
  if (subtags[at] && is_region (subtags[at]))
    {
      for (char *byte = subtags[at]; *byte; byte++)
        *byte = g_ascii_toupper (*byte);
      at++;
    }
  for (guint first = at; subtags[at] && is_variant (subtags[at]); at++)
    for (guint i = first; i < at; i++)
      if (g_str_equal (subtags[i], subtags[at]))
        return FALSE;

  return take_extensions (subtags, &at);
}

/**
 * fonds_language_canonical:
 * @tag: (nullable): a language tag in any case, with - or _ between its parts, or a code of
 *   ISO 639-1, 639-2 (both kinds) or 639-3
 *
 * Spells a tag as BCP 47 section 4.5 and 2.1.1 want it: az-cyrl is az-Cyrl, iw is he, rus is ru,
 * ger is de. A language that is not known keeps its code. Any thread.
 *
 * Returns: (transfer full) (nullable): the tag, or %NULL if it does not have the form of one
 */
char *
fonds_language_canonical (const char *tag)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) subtags = NULL;
  const char *language;

  if (tag == NULL)
    return NULL;

  lower = g_strdelimit (g_ascii_strdown (tag, -1), "_", '-');
  subtags = g_strsplit (lower, "-", -1);
  if (!arrange (subtags))
    return NULL;

  language = find_language (subtags[0]);
  if (language)
    {
      g_free (subtags[0]);
      subtags[0] = g_strdup (language);
    }

  return g_strjoinv ("-", subtags);
}

/**
 * fonds_language_is_known:
 * @tag: (nullable): a language tag
 *
 * Tells whether a tag is well formed and its language, script and country are known. Any thread.
 *
 * Returns: whether it is
 */
gboolean
fonds_language_is_known (const char *tag)
{
  g_autofree char *canonical = fonds_language_canonical (tag);
  g_auto (GStrv) subtags = NULL;

  if (canonical == NULL)
    return FALSE;

  subtags = g_strsplit (canonical, "-", -1);
  if (!find_language (subtags[0]))
    return FALSE;

  for (guint i = 1; subtags[i] && strlen (subtags[i]) > 1; i++)
    {
      if (i == 1 && consists_of (subtags[i], is_letter, 4, 4) &&
          !fonds_script_is_known (subtags[i]))
        return FALSE;
      if (consists_of (subtags[i], is_letter, 2, 2) && !fonds_country_is_known (subtags[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * fonds_script_is_known:
 * @code: (nullable): a code of ISO 15924 in any case, such as Hebr
 *
 * Tells whether a script is known. Any thread.
 *
 * Returns: whether it is
 */
gboolean
fonds_script_is_known (const char *code)
{
  return code && consists_of (code, is_letter, 4, 4) &&
         u_getPropertyValueEnum (UCHAR_SCRIPT, code) != UCHAR_INVALID_CODE;
}
