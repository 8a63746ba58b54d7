/* codes-identifier.c - identifiers of people and institutions that check themselves
 *
 * Each is accepted as people paste it (as an address, with spaces or without hyphens) and given
 * back in the one form that is stored and compared.
 * Thread: any. Ownership: results belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/codes.h"

#include <string.h>

#define NAME_DIGITS 16 /* of an ISNI or ORCID, the last a check character */
#define ROR_LENGTH 9

/* What follows the host in an address of @host, or the value itself. */
static const char *
skip_address (const char *value, const char *host)
{
  const char *rest = value;

  if (g_ascii_strncasecmp (rest, "https://", 8) == 0)
    rest += 8;
  else if (g_ascii_strncasecmp (rest, "http://", 7) == 0)
    rest += 7;
  if (g_ascii_strncasecmp (rest, "www.", 4) == 0)
    rest += 4;
  if (g_ascii_strncasecmp (rest, host, strlen (host)) == 0)
    return rest + strlen (host);

  return value;
}

/* The check character of ISO 7064 MOD 11-2 for 15 digits. */
static char
check_character (const char *digits)
{
  int total = 0, check;

  for (int i = 0; i < NAME_DIGITS - 1; i++)
    total = (total + (digits[i] - '0')) * 2;
  check = (12 - total % 11) % 11;

  return check == 10 ? 'X' : (char) ('0' + check);
}

/* Writes the sixteen characters of an ISO 27729 identifier; spaces and hyphens may part them. */
static gboolean
read_name_digits (const char *value, char digits[NAME_DIGITS + 1])
{
  int count = 0;

  for (; *value; value++)
    {
      if (*value == ' ' || *value == '-')
        continue;
      if (count == NAME_DIGITS)
        return FALSE;
      if (!g_ascii_isdigit (*value) &&
          !(count == NAME_DIGITS - 1 && g_ascii_toupper (*value) == 'X'))
        return FALSE;
      digits[count++] = g_ascii_toupper (*value);
    }
  digits[count] = '\0';

  return count == NAME_DIGITS && digits[NAME_DIGITS - 1] == check_character (digits);
}

static char *
name_identifier (const char *value, const char *host, char between)
{
  char digits[NAME_DIGITS + 1];

  if (!read_name_digits (skip_address (value, host), digits))
    return NULL;

  return g_strdup_printf ("%.4s%c%.4s%c%.4s%c%.4s", digits, between, digits + 4, between,
                          digits + 8, between, digits + 12);
}

/* ISO 15511: a prefix (a country code, or one, three or four letters of an agency), a hyphen, and
 * up to eleven letters, digits, /, : and -. Case counts. */
static char *
isil (const char *value)
{
  const char *hyphen = strchr (value, '-');
  gsize prefix = hyphen ? (gsize) (hyphen - value) : 0, unit = hyphen ? strlen (hyphen + 1) : 0;

  if (prefix < 1 || prefix > 4 || unit < 1 || unit > 11)
    return NULL;
  for (gsize i = 0; i < prefix; i++)
    if (!g_ascii_isalpha (value[i]) || (prefix == 2 && !g_ascii_isupper (value[i])))
      return NULL;
  for (gsize i = 0; i < unit; i++)
    if (!g_ascii_isalnum (hyphen[1 + i]) && strchr ("/:-", hyphen[1 + i]) == NULL)
      return NULL;

  return g_strdup (value);
}

/* A zero, six characters of Crockford's base 32 (no i, l, o, u) and two check digits: 98 less the
 * number times 100, modulo 97. */
static char *
ror (const char *value)
{
  static const char BASE_32[] = "0123456789abcdefghjkmnpqrstvwxyz";
  g_autofree char *id = g_ascii_strdown (skip_address (value, "ror.org/"), -1);
  guint64 number = 0;
  guint check;

  if (strlen (id) != ROR_LENGTH || id[0] != '0')
    return NULL;
  for (int i = 0; i < ROR_LENGTH - 2; i++)
    {
      const char *found = strchr (BASE_32, id[i]);

      if (found == NULL)
        return NULL;
      number = number * 32 + (found - BASE_32);
    }
  if (!g_ascii_isdigit (id[7]) || !g_ascii_isdigit (id[8]))
    return NULL;

  check = 98 - (guint) (number * 100 % 97);

  return check == (guint) ((id[7] - '0') * 10 + (id[8] - '0')) ? g_steal_pointer (&id) : NULL;
}

/**
 * fonds_identifier_canonical:
 * @scheme: what it should be
 * @value: (nullable): the identifier, or its address
 *
 * Checks the form and check digits of an identifier and spells it as its agency does: ORCID
 * "0000-0002-1694-233X", ISNI "0000 0001 2146 438X", ROR "05dxps055"; an ISIL stays as it is. Any
 * thread.
 *
 * Returns: (transfer full) (nullable): the identifier, or %NULL if it is wrong
 */
char *
fonds_identifier_canonical (FondsIdentifierScheme scheme, const char *value)
{
  g_autofree char *trimmed = value ? g_strstrip (g_strdup (value)) : NULL;

  if (trimmed == NULL)
    return NULL;

  switch (scheme)
    {
    case FONDS_IDENTIFIER_ORCID:
      return name_identifier (trimmed, "orcid.org/", '-');
    case FONDS_IDENTIFIER_ISNI:
      return name_identifier (trimmed, "isni.org/isni/", ' ');
    case FONDS_IDENTIFIER_ISIL:
      return isil (trimmed);
    case FONDS_IDENTIFIER_ROR:
      return ror (trimmed);
    default:
      g_return_val_if_reached (NULL);
    }
}
