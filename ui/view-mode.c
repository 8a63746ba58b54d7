/* view-mode.c - the ways to see the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/view-mode.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *label;
  const char *icon;
} modes[FONDS_N_VIEWS] = {
  [FONDS_VIEW_LIST] = { "list", N_ ("List"), "view-list-symbolic" },
  [FONDS_VIEW_TABLE] = { "table", N_ ("Table"), "fonds-table-symbolic" },
  [FONDS_VIEW_GRID] = { "grid", N_ ("Pictures"), "view-grid-symbolic" },
};

/**
 * fonds_view_mode_id:
 * @mode: a way to see the results
 *
 * Returns: (transfer none): what settings and actions call it
 */
const char *
fonds_view_mode_id (FondsViewMode mode)
{
  g_return_val_if_fail (mode < FONDS_N_VIEWS, NULL);

  return modes[mode].id;
}

/**
 * fonds_view_mode_label:
 * @mode: a way to see the results
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
fonds_view_mode_label (FondsViewMode mode)
{
  g_return_val_if_fail (mode < FONDS_N_VIEWS, NULL);

  return _ (modes[mode].label);
}

/**
 * fonds_view_mode_icon:
 * @mode: a way to see the results
 *
 * Returns: (transfer none): the name of a symbolic icon
 */
const char *
fonds_view_mode_icon (FondsViewMode mode)
{
  g_return_val_if_fail (mode < FONDS_N_VIEWS, NULL);

  return modes[mode].icon;
}

/**
 * fonds_view_mode_from_id:
 * @id: (nullable): a word
 *
 * Returns: the mode that is called so; %FONDS_N_VIEWS for none
 */
FondsViewMode
fonds_view_mode_from_id (const char *id)
{
  FondsViewMode mode;

  for (mode = 0; mode < FONDS_N_VIEWS; mode++)
    {
      if (g_strcmp0 (modes[mode].id, id) == 0)
        break;
    }
  return mode;
}
