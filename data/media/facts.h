/* facts.h - what a file says about itself: sort, size, pages, damage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/types.h"

G_BEGIN_DECLS

/**
 * FondsMediaSort:
 * @FONDS_MEDIA_SORT_OTHER: a file that is only kept: opened by another program
 * @FONDS_MEDIA_SORT_PICTURE: one that thumbnails and tiles are made of; may have several pages
 * @FONDS_MEDIA_SORT_DOCUMENT: a PDF: pages are pictures too
 * @FONDS_MEDIA_SORT_SOUND: a recording
 * @FONDS_MEDIA_SORT_FILM: a moving picture
 *
 * How a file is shown.
 */
typedef enum
{
  FONDS_MEDIA_SORT_OTHER,
  FONDS_MEDIA_SORT_PICTURE,
  FONDS_MEDIA_SORT_DOCUMENT,
  FONDS_MEDIA_SORT_SOUND,
  FONDS_MEDIA_SORT_FILM,
} FondsMediaSort;

/**
 * FondsMediaFacts:
 * @hash: the SHA-256 of its bytes, 64 hexadecimal digits
 * @type: its media type, by its content where that tells
 * @sort: how it is shown
 * @bytes: how long it is
 * @width: of the first page as it is shown (pixels; points of a PDF); 0 where it has no picture
 * @height: as @width
 * @orientation: how the picture is stored, as EXIF numbers it; 1: as it is shown
 * @pages: how many pages it has; 0 where it has no picture
 * @problem: (nullable): a sentence on what is wrong with it: missing, damaged, locked
 *
 * Counted references; never changes.
 */
struct _FondsMediaFacts
{
  char *hash;
  char *type;
  FondsMediaSort sort;
  gint64 bytes;
  int width;
  int height;
  int orientation;
  guint pages;
  char *problem;
};

FondsMediaFacts *fonds_media_facts_ref (FondsMediaFacts *self);
void fonds_media_facts_unref (FondsMediaFacts *self);

FondsMediaSort fonds_media_sort_of_type (const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsMediaFacts, fonds_media_facts_unref)

G_END_DECLS
