/* typing.h - queries as people type them, made of the words of a catalogue's own records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"
#include "tests/bench/words.h"

G_BEGIN_DECLS

/**
 * TypingClass:
 *
 * Sorts of queries that cost differently. A prefix is what has been typed of a word so far.
 */
typedef enum
{
  TYPING_PREFIX_1,
  TYPING_PREFIX_2,
  TYPING_PREFIX_3,
  TYPING_PREFIX_4,
  TYPING_PREFIX_5,
  TYPING_PREFIX_6,
  TYPING_TWO_WORDS,
  TYPING_THREE_WORDS,
  TYPING_RARE,
  TYPING_COMMON,
  TYPING_PHRASE,
  TYPING_FIELD,
  TYPING_DATES,
  TYPING_EVERYTHING,
  N_TYPING_CLASSES,
} TypingClass;

const char *typing_class_label (TypingClass class);

typedef struct _Typing Typing;

Typing *typing_new (FondsDb *db, const guint32 *ids, guint n, guint64 seed, GError **error);
void typing_free (Typing *self);
char *typing_query (Typing *self, TypingClass class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Typing, typing_free)

G_END_DECLS
