/* watch.h - times of one thing that is done again and again, as percentiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Watch:
 * @processor: milliseconds of the processor, of all threads of the process
 * @wall: milliseconds of the clock on the wall
 *
 * What was measured so far.
 */
typedef struct
{
  GArray *processor;
  GArray *wall;
  double processor_began;
  double wall_began;
} Watch;

void watch_init (Watch *watch);
void watch_clear (Watch *watch);
void watch_begin (Watch *watch);
void watch_end (Watch *watch);
void watch_tell (Watch *watch, const char *what, const char *class, double hits);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Watch, watch_clear)

G_END_DECLS
