/* query.c - what a person types into the search bar, understood
 *
 * Words are all wanted; the last one may go on while it is being typed. "Phrases", -not, OR (which
 * binds less than standing side by side), brackets, field:value. Reading is lenient where a person
 * is still typing: what is open at the end is taken as closed there, and a word before a colon that
 * names no field is a word. A permanent link, or a uid, is the record that it leads to.
 * Thread: a query never changes; any. Ownership: the tree is owned by the query.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/query-private.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/uid.h"
#include "data/search/error.h"
#include "data/text/tokenizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What no person types. FTS5's own parser has room for some sixteen brackets inside one another. */
#define LONGEST 10000
#define DEEPEST 12

typedef struct
{
  const char *text; /* the whole query */
  const char *at;
  guint depth;
  gboolean negated; /* what is ruled out is never more than what was typed so far */
  char *complaint;
  const char *where; /* what the complaint is about */
} Parser;

static FondsNode *parse_or (Parser *self);

FondsNode *
_fonds_node_new (FondsNodeType type)
{
  FondsNode *node = g_new0 (FondsNode, 1);

  node->type = type;
  if (type <= FONDS_NODE_NOT)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) _fonds_node_free);
  return node;
}

void
_fonds_node_free (FondsNode *node)
{
  if (node == NULL)
    return;
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node->field);
  g_free (node->text);
  g_free (node);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsNode, _fonds_node_free)

/* The first complaint is the one that is told. */
static void
complain (Parser *self, const char *where, char *complaint)
{
  if (self->complaint != NULL)
    {
      g_free (complaint);
      return;
    }
  self->complaint = complaint;
  self->where = where;
}

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

static void
skip_spaces (Parser *self)
{
  while (*self->at != '\0' && is_space (self->at))
    self->at = g_utf8_next_char (self->at);
}

static gboolean
is_quote (const char *p)
{
  switch (g_utf8_get_char (p))
    {
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where words end: a bracket only closes what was opened. */
static gboolean
is_end (const Parser *self, const char *p)
{
  return *p == '\0' || is_space (p) || (*p == ')' && self->depth > 0);
}

/* A quote inside a word is a letter of it (צה"ל), so only one before an end closes. */
static gboolean
closes_quote (const Parser *self, const char *p)
{
  const char *next = g_utf8_next_char (p);

  return is_quote (p) && (*next == '*' || *next == ')' || is_end (self, next));
}

static char *
read_quoted (Parser *self, gboolean *prefix)
{
  const char *start = g_utf8_next_char (self->at);
  const char *p = start;
  char *text;

  while (*p != '\0' && !closes_quote (self, p))
    p = g_utf8_next_char (p);
  text = g_strndup (start, p - start);
  *prefix = *p == '\0' && !self->negated;
  if (*p != '\0')
    p = g_utf8_next_char (p);
  if (*p == '*')
    {
      *prefix = TRUE;
      p++;
    }
  self->at = p;
  return text;
}

static char *
read_word (Parser *self, gboolean *prefix)
{
  const char *start = self->at;
  const char *p = start;
  const char *end;

  while (!is_end (self, p))
    p = g_utf8_next_char (p);
  end = p;
  *prefix = *p == '\0' && !self->negated;
  for (; end > start + 1 && end[-1] == '*'; end--)
    *prefix = TRUE;
  self->at = p;
  return g_strndup (start, end - start);
}

static int
note_token (gpointer data, gboolean colocated, const char *token, int length, int start, int end)
{
  return 1;
}

static FondsNode *
make_words (char *text, gboolean quoted, gboolean prefix)
{
  FondsNode *node = _fonds_node_new (FONDS_NODE_WORDS);

  node->text = text;
  node->quoted = quoted;
  node->prefix = prefix;
  node->blank = fonds_tokenize (text, -1, FONDS_TOKENIZE_QUERY, note_token, NULL) == 0;
  return node;
}

static FondsNode *
read_value (Parser *self)
{
  gboolean prefix, quoted = is_quote (self->at);
  char *text = quoted ? read_quoted (self, &prefix) : read_word (self, &prefix);

  return make_words (text, quoted, prefix);
}

/* Returns the length of "name:" at the parser's place, or 0. */
static gsize
field_length (const Parser *self)
{
  const char *p = self->at;

  while (g_ascii_isalnum (*p) || *p == '-' || *p == '_')
    p++;
  return p > self->at && *p == ':' ? (gsize) (p - self->at + 1) : 0;
}

static FondsNode *
parse_filter (Parser *self, char *field, FondsCriterion criterion, const char *where)
{
  g_autoptr (FondsNode) node = read_value (self);
  char *complaint = NULL;

  node->type = FONDS_NODE_FILTER;
  node->field = field;
  node->criterion = criterion;
  if (_fonds_node_resolve_filter (node, &complaint))
    return g_steal_pointer (&node);
  complain (self, where, complaint);
  return NULL;
}

/* Reads field:value. *took is FALSE where there is none and the words are words. */
static FondsNode *
parse_field (Parser *self, gboolean *took)
{
  gsize length = field_length (self);
  const char *where = self->at;
  g_autofree char *field = NULL;
  FondsCriterion criterion;
  FondsNode *node;
  guint columns;
  gboolean filter;

  *took = FALSE;
  if (length == 0)
    return NULL;
  field = g_strndup (self->at, length - 1);
  filter = _fonds_criterion_from_id (field, &criterion);
  columns = filter ? 0 : _fonds_query_columns_of (field);
  if ((!filter && columns == 0) || (self->at[length] != '\0' && is_end (self, self->at + length)))
    return NULL;

  *took = TRUE;
  self->at += length;
  if (*self->at == '\0')
    return NULL;
  if (filter)
    return parse_filter (self, g_steal_pointer (&field), criterion, where + length);
  node = read_value (self);
  node->field = g_steal_pointer (&field);
  node->columns = columns;
  return node;
}

static FondsNode *
parse_group (Parser *self)
{
  g_autoptr (FondsNode) node = NULL;
  const char *where = self->at;

  if (self->depth == DEEPEST)
    {
      complain (self, where, g_strdup (_ ("Use fewer brackets inside one another.")));
      return NULL;
    }
  self->depth++;
  self->at++;
  node = parse_or (self);
  skip_spaces (self);
  if (*self->at == ')')
    self->at++;
  self->depth--;
  return g_steal_pointer (&node);
}

static FondsNode *
negate (FondsNode *inner)
{
  FondsNode *node;

  if (inner == NULL)
    return NULL;
  node = _fonds_node_new (FONDS_NODE_NOT);
  g_ptr_array_add (node->children, inner);
  return node;
}

/* A word that is a permanent link or a uid is no word, in whichever case somebody wrote it down. */
static FondsNode *
read_word_or_record (Parser *self)
{
  FondsNode *node = read_value (self);
  g_autofree char *lower = g_ascii_strdown (node->text, -1);

  if (node->quoted || (fonds_citation_uid (lower) == NULL && !fonds_uid_is_valid (lower)))
    return node;
  node->type = FONDS_NODE_RECORD;
  node->prefix = FALSE;
  g_free (node->text);
  node->text = g_steal_pointer (&lower);
  return node;
}

static FondsNode *
parse_positive (Parser *self)
{
  FondsNode *node;
  gboolean took;

  if (*self->at == '(')
    return parse_group (self);
  node = parse_field (self, &took);
  return took ? node : read_word_or_record (self);
}

static FondsNode *
parse_factor (Parser *self)
{
  self->negated = *self->at == '-' && !is_end (self, self->at + 1);
  if (!self->negated)
    return parse_positive (self);
  self->at++;
  return negate (parse_positive (self));
}

static gboolean
at_or (const Parser *self)
{
  return g_str_has_prefix (self->at, "OR") && is_end (self, self->at + 2);
}

/* One child needs no parent, and none makes none. */
static FondsNode *
simplify (FondsNode *node)
{
  FondsNode *only;

  if (node->children->len > 1)
    return node;
  only = node->children->len == 1 ? g_ptr_array_steal_index (node->children, 0) : NULL;
  _fonds_node_free (node);
  return only;
}

static FondsNode *
parse_and (Parser *self)
{
  FondsNode *node = _fonds_node_new (FONDS_NODE_AND);

  skip_spaces (self);
  while (self->complaint == NULL && *self->at != '\0' && !at_or (self) &&
         !(*self->at == ')' && self->depth > 0))
    {
      FondsNode *child = parse_factor (self);

      if (child != NULL)
        g_ptr_array_add (node->children, child);
      skip_spaces (self);
    }
  return simplify (node);
}

static FondsNode *
parse_or (Parser *self)
{
  FondsNode *node = _fonds_node_new (FONDS_NODE_OR);
  const char *where = NULL;

  while (self->complaint == NULL)
    {
      FondsNode *child = parse_and (self);

      if (child != NULL)
        g_ptr_array_add (node->children, child);
      else if (at_or (self) || (where != NULL && *self->at == ')'))
        complain (self, where != NULL ? where : self->at,
                  g_strdup (_ ("OR stands between two things that may be found. Write what is "
                               "missing beside it, or put “OR” in quotes to look for it.")));
      if (!at_or (self))
        break;
      where = self->at;
      self->at += 2;
    }
  return simplify (node);
}

/**
 * fonds_query_parse:
 * @text: the query as it was typed
 * @position: (out) (optional): where an error lies, in characters from 0
 * @error: return location for %FONDS_SEARCH_ERROR_SYNTAX, with a sentence that says what to do
 *
 * Understands a query. Any thread.
 *
 * Returns: (transfer full) (nullable): the query
 */
FondsQuery *
fonds_query_parse (const char *text, guint *position, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  Parser parser = { .text = valid, .at = valid, .where = valid };
  g_autoptr (FondsNode) root = NULL;
  FondsQuery *self;

  if (strlen (valid) > LONGEST)
    complain (&parser, valid, g_strdup (_ ("The query is too long. Use fewer words.")));
  else
    root = parse_or (&parser);
  if (parser.complaint != NULL)
    {
      if (position != NULL)
        *position = (guint) g_utf8_pointer_to_offset (valid, parser.where);
      g_set_error_literal (error, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_SYNTAX, parser.complaint);
      g_free (parser.complaint);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (FondsQuery);
  self->root = g_steal_pointer (&root);
  return self;
}

/**
 * fonds_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): @self
 */
FondsQuery *
fonds_query_ref (FondsQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  _fonds_node_free (((FondsQuery *) data)->root);
}

/**
 * fonds_query_unref:
 * @self: (transfer full): a query
 *
 * Lets a query go.
 */
void
fonds_query_unref (FondsQuery *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * fonds_query_is_empty:
 * @self: a query
 *
 * Returns: whether it asks for everything
 */
gboolean
fonds_query_is_empty (const FondsQuery *self)
{
  return self->root == NULL;
}

/**
 * fonds_query_to_string:
 * @self: a query
 *
 * Writes a query so that it is understood the same when it is read again.
 *
 * Returns: (transfer full): the text
 */
char *
fonds_query_to_string (const FondsQuery *self)
{
  GString *out = g_string_new (NULL);

  if (self->root != NULL)
    _fonds_query_print (self->root, out);
  return g_string_free (out, FALSE);
}
