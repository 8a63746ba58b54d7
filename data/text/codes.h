/* codes.h - codes of languages, scripts, countries, and identifiers that check themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* BCP 47 tags */
char *fonds_language_canonical (const char *tag);
gboolean fonds_language_is_known (const char *tag);
char *fonds_language_name (const char *tag, const char *display_locale);

/* ISO 15924 */
gboolean fonds_script_is_known (const char *code);
char *fonds_script_name (const char *code, const char *display_locale);

/* ISO 3166-1 alpha-2, and the four of states that are no more */
gboolean fonds_country_is_known (const char *code);
char *fonds_country_name (const char *code, const char *display_locale);

typedef enum
{
  FONDS_IDENTIFIER_ORCID, /* ISO 27729 block with MOD 11-2 */
  FONDS_IDENTIFIER_ISNI,  /* ISO 27729 */
  FONDS_IDENTIFIER_ISIL,  /* ISO 15511, form only: it has no check digit */
  FONDS_IDENTIFIER_ROR    /* base 32 with MOD 97-10 */
} FondsIdentifierScheme;

char *fonds_identifier_canonical (FondsIdentifierScheme scheme, const char *value);

G_END_DECLS
