/* error-words.h - what went wrong, in the words of the person at the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *fonds_error_title (const GError *error);
gboolean fonds_error_may_pass (const GError *error);
char *fonds_error_advice (const GError *error, const char *path);

G_END_DECLS
