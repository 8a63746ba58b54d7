/* query-print.c - writes a query as a person would type it
 *
 * Invariant: what is printed is read back as the same tree.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/query-private.h"

#include <string.h>

static void
print_leaf (const FondsNode *node, GString *out)
{
  if (node->field != NULL)
    g_string_append_printf (out, "%s:", node->field);
  g_string_append_printf (out, node->quoted ? "\"%s\"" : "%s", node->text);
  if (node->prefix && node->type == FONDS_NODE_WORDS)
    g_string_append_c (out, '*');
}

/* Side by side binds more than OR, a minus more than either; what was in brackets stays there. */
static gboolean
needs_brackets (const FondsNode *node, const FondsNode *above)
{
  if (above == NULL || node->children == NULL)
    return FALSE;
  if (node->type == FONDS_NODE_NOT || above->type == FONDS_NODE_NOT)
    return above->type == FONDS_NODE_NOT;
  return node->type >= above->type;
}

static void
print (const FondsNode *node, const FondsNode *above, GString *out)
{
  gboolean brackets = needs_brackets (node, above);

  if (node->children == NULL)
    {
      print_leaf (node, out);
      return;
    }
  if (brackets)
    g_string_append_c (out, '(');
  if (node->type == FONDS_NODE_NOT)
    g_string_append_c (out, '-');
  for (guint i = 0; i < node->children->len; i++)
    {
      if (i > 0)
        g_string_append (out, node->type == FONDS_NODE_OR ? " OR " : " ");
      print (g_ptr_array_index (node->children, i), node, out);
    }
  if (brackets)
    g_string_append_c (out, ')');
}

/* Returns the word that is printed last and would go on by itself, if only typed so far; NULL where
 * that is a bracket, or a word that is ruled out, which never goes on by itself, or one that would read as OR. */
static const FondsNode *
last_open_word (const FondsNode *node)
{
  const FondsNode *above = NULL;

  while (node->children != NULL && !needs_brackets (node, above))
    {
      above = node;
      node = g_ptr_array_index (node->children, node->children->len - 1);
    }
  if (node->type != FONDS_NODE_WORDS || node->quoted ||
      (node->field == NULL && strcmp (node->text, "OR") == 0))
    return NULL;
  return above == NULL || above->type != FONDS_NODE_NOT ? node : NULL;
}

/* The last word goes on without an asterisk; one that does not go on has a space behind it. */
void
_fonds_query_print (const FondsNode *node, GString *out)
{
  const FondsNode *last = last_open_word (node);

  print (node, NULL, out);
  if (last != NULL && last->prefix)
    g_string_truncate (out, out->len - 1);
  else if (last != NULL)
    g_string_append_c (out, ' ');
}
