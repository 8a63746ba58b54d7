/* record-reading.c - how somebody likes to read records
 *
 * Which areas of a page are folded, and in which order languages are wanted where a text is there in
 * several. Kept in the settings, so that the next page and the next window know it; without
 * installed settings it is kept as long as the object lives.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-reading.h"

#include <string.h>

#define FOLDED "folded-areas"
#define LANGUAGES "reading-languages"

/* Languages that nobody asked for for long are forgotten. */
#define MOST_LANGUAGES 12

struct _FondsReading
{
  GObject parent_instance;

  /* owned */
  GSettings *settings; /* (nullable) */
  GStrv folded;        /* these two only without settings */
  GStrv languages;
};

G_DEFINE_FINAL_TYPE (FondsReading, fonds_reading, G_TYPE_OBJECT)

static GStrv
get (FondsReading *self, const char *key)
{
  if (self->settings)
    return g_settings_get_strv (self->settings, key);
  return g_strdupv (g_str_equal (key, FOLDED) ? self->folded : self->languages);
}

static void
set (FondsReading *self, const char *key, GPtrArray *words)
{
  GStrv *own = g_str_equal (key, FOLDED) ? &self->folded : &self->languages;

  g_ptr_array_add (words, NULL);
  if (self->settings)
    {
      g_settings_set_strv (self->settings, key, (const char *const *) words->pdata);
      return;
    }
  g_strfreev (*own);
  *own = g_strdupv ((GStrv) words->pdata);
}

static void
fonds_reading_finalize (GObject *object)
{
  FondsReading *self = FONDS_READING (object);

  g_clear_object (&self->settings);
  g_strfreev (self->folded);
  g_strfreev (self->languages);

  G_OBJECT_CLASS (fonds_reading_parent_class)->finalize (object);
}

static void
fonds_reading_class_init (FondsReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_reading_finalize;
}

static void
fonds_reading_init (FondsReading *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source ? g_settings_schema_source_lookup (source, FONDS_APP_ID, TRUE) : NULL;

  if (schema)
    self->settings = g_settings_new_full (schema, NULL, NULL);
  self->folded = g_new0 (char *, 1);
  self->languages = g_new0 (char *, 1);
}

/**
 * fonds_reading_new:
 *
 * Returns: (transfer full): what is known of the reader
 */
FondsReading *
fonds_reading_new (void)
{
  return g_object_new (FONDS_TYPE_READING, NULL);
}

/**
 * fonds_reading_is_folded:
 * @self: a reader
 * @area: the id of a part of the page
 *
 * Returns: whether the reader keeps that part folded
 */
gboolean
fonds_reading_is_folded (FondsReading *self, const char *area)
{
  g_auto (GStrv) folded = NULL;

  g_return_val_if_fail (FONDS_IS_READING (self), FALSE);

  folded = get (self, FOLDED);
  return g_strv_contains ((const char *const *) folded, area);
}

/* Those of @words that are not @word; they belong to @words. */
static GPtrArray *
without (GStrv words, const char *word)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; words[i]; i++)
    if (!g_str_equal (words[i], word))
      g_ptr_array_add (others, words[i]);
  return others;
}

/**
 * fonds_reading_set_folded:
 * @self: a reader
 * @area: the id of a part of the page
 * @folded: whether it is to be folded from now on
 *
 * Remembers what a reader folds.
 */
void
fonds_reading_set_folded (FondsReading *self, const char *area, gboolean folded)
{
  g_auto (GStrv) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_return_if_fail (FONDS_IS_READING (self));

  before = get (self, FOLDED);
  after = without (before, area);
  if (folded)
    g_ptr_array_add (after, (gpointer) area);
  set (self, FOLDED, after);
}

/* "az-Latn" and "az" are one language, and so are "he" and "he_IL.UTF-8". */
static gboolean
same_language (const char *a, const char *b)
{
  gsize length = strcspn (a, "-_.@");

  return length == strcspn (b, "-_.@") && g_ascii_strncasecmp (a, b, length) == 0;
}

/**
 * fonds_reading_rank:
 * @self: a reader
 * @language: (nullable): the language of a text
 * @main_language: (nullable): that in which the record is described
 *
 * Says how early a language is wanted: first those that the reader chose, the last choice before the
 * others, then the language of the program, then that of the description.
 *
 * Returns: 0 for the most wanted
 */
guint
fonds_reading_rank (FondsReading *self, const char *language, const char *main_language)
{
  g_auto (GStrv) languages = NULL;
  guint i;

  g_return_val_if_fail (FONDS_IS_READING (self), 0);

  if (!language)
    return G_MAXUINT;
  languages = get (self, LANGUAGES);
  for (i = 0; languages[i]; i++)
    if (g_str_equal (languages[i], language))
      return 2 * i;
  for (i = 0; languages[i]; i++)
    if (same_language (languages[i], language))
      return 2 * i + 1;
  if (same_language (g_get_language_names ()[0], language))
    return 2 * MOST_LANGUAGES;
  return 2 * MOST_LANGUAGES + (g_strcmp0 (language, main_language) == 0 ? 1 : 2);
}

/**
 * fonds_reading_prefer:
 * @self: a reader
 * @language: a language that was chosen
 *
 * Remembers that texts are wanted in that language before any other.
 */
void
fonds_reading_prefer (FondsReading *self, const char *language)
{
  g_auto (GStrv) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_return_if_fail (FONDS_IS_READING (self));

  before = get (self, LANGUAGES);
  after = without (before, language);
  g_ptr_array_insert (after, 0, (gpointer) language);
  if (after->len > MOST_LANGUAGES)
    g_ptr_array_set_size (after, MOST_LANGUAGES);
  set (self, LANGUAGES, after);
}
