/* identifier-address.c - the addresses to which identifiers lead
 *
 * An identifier that doesn't pass its own check leads nowhere: it would be somebody else's.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/identifier-address.h"

#include "data/catalogue/codes-list.h"
#include "data/text/codes.h"

/* The schemes whose identifiers check themselves. */
static const struct
{
  const char *id;
  FondsIdentifierScheme scheme;
} checked[] = {
  { "orcid", FONDS_IDENTIFIER_ORCID },
  { "isni", FONDS_IDENTIFIER_ISNI },
  { "ror", FONDS_IDENTIFIER_ROR },
};

/**
 * fonds_text_is_address:
 * @text: (nullable): what a field says
 *
 * Returns: whether that is an address of the web
 */
gboolean
fonds_text_is_address (const char *text)
{
  return text && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

/* As the address wants it: checked, and without the spaces for the eye. */
static char *
spell (const char *scheme, const char *identifier)
{
  g_auto (GStrv) parts = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (checked); i++)
    if (g_str_equal (checked[i].id, scheme))
      {
        g_autofree char *canonical = fonds_identifier_canonical (checked[i].scheme, identifier);

        parts = canonical ? g_strsplit (canonical, " ", -1) : NULL;
        return parts ? g_strjoinv ("", parts) : NULL;
      }
  return g_strdup (identifier);
}

/**
 * fonds_identifier_address:
 * @scheme: (nullable): the id of the scheme of an identifier
 * @identifier: (nullable): the identifier
 *
 * Finds where an identifier leads.
 *
 * Returns: (transfer full) (nullable): the address; %NULL where the scheme has none, or where the
 *   identifier is wrong
 */
char *
fonds_identifier_address (const char *scheme, const char *identifier)
{
  const FondsCode *code = scheme ? fonds_code_find ("identifier-scheme", scheme) : NULL;
  g_autofree char *spelt = NULL;
  g_autofree char *escaped = NULL;

  if (!identifier || fonds_text_is_address (identifier))
    return g_strdup (identifier);
  /* Some schemes only have an address for the scheme itself. */
  if (!code || !fonds_text_is_address (code->term) || !g_str_has_suffix (code->term, "/"))
    return NULL;
  spelt = spell (scheme, identifier);
  if (!spelt)
    return NULL;
  escaped = g_uri_escape_string (spelt, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  return g_strconcat (code->term, escaped, NULL);
}
