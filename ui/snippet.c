/* snippet.c - a piece of text with what matched in it
 *
 * The search marks matches with control characters, since the text is somebody's own and may hold
 * anything else; here the marks become attributes of a line.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/snippet.h"

#include "data/search/matcher.h"
#include "ui/label.h"

static void
emphasise (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  /* Bold alone can't be told from regular in every script's fallback font. */
  weight->start_index = underline->start_index = (guint) start;
  weight->end_index = underline->end_index = (guint) end;
  pango_attr_list_insert (attributes, weight);
  pango_attr_list_insert (attributes, underline);
}

/**
 * fonds_inscription_set_snippet:
 * @inscription: a line of a list
 * @snippet: (nullable): a text in which what matched stands between marks
 *
 * Shows a snippet in its own direction, on one line, what matched emphasised.
 */
void
fonds_inscription_set_snippet (GtkInscription *inscription, const char *snippet)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = 0;
  const char *p;

  for (p = snippet ? snippet : ""; *p; p++)
    {
      if (*p == *FONDS_SNIPPET_OPEN)
        start = text->len;
      else if (*p == *FONDS_SNIPPET_CLOSE)
        emphasise (attributes, start, text->len);
      else
        g_string_append_c (text, *p == '\n' || *p == '\r' || *p == '\t' ? ' ' : *p);
    }
  fonds_inscription_set_value (inscription, text->str);
  gtk_inscription_set_attributes (inscription, attributes);
}
