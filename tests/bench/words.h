/* words.h - made-up vocabularies of four languages, and chance that can be repeated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LANGUAGE_EN,
  LANGUAGE_RU,
  LANGUAGE_AZ,
  LANGUAGE_HE,
  N_LANGUAGES,
} Language;

/**
 * Chance:
 * @state: where the sequence is
 *
 * A sequence of numbers that look random (splitmix64); the same start gives the same numbers on
 * every machine, which neither rand() nor floating point promises.
 */
typedef struct
{
  guint64 state;
} Chance;

guint64 chance_next (Chance *self);
guint chance_below (Chance *self, guint n);

typedef struct _Words Words;

Words *words_new (void);
void words_free (Words *self);

void words_append (Words *self, Language language, guint n, Chance *chance, GString *text);
guint words_rank (Words *self, guint n, Chance *chance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

G_END_DECLS
