/* mapping-shipped.c - mappings that come with the program
 *
 * Compiled in, and installed as files that an archivist can copy and edit.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping-shipped.h"

#include "mapping-resources.h"

#define FOLDER "/org/fonds/mappings"
#define ENDING ".mapping"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/**
 * fonds_mapping_list_shipped:
 *
 * Returns: (transfer full): the names of the mappings, in order
 */
char **
fonds_mapping_list_shipped (void)
{
  char **files = g_resource_enumerate_children (fonds_mappings_get_resource (), FOLDER,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; files[i] != NULL; i++)
    files[i][strlen (files[i]) - strlen (ENDING)] = '\0';
  qsort (files, g_strv_length (files), sizeof *files, compare_names);
  return files;
}

/**
 * fonds_mapping_load_shipped:
 * @name: a name of the list
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the mapping
 */
FondsMapping *
fonds_mapping_load_shipped (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, ENDING, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (fonds_mappings_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return fonds_mapping_parse (text, name, error);
}

/**
 * fonds_mapping_find_shipped:
 * @header: (array zero-terminated=1): the names of a file's columns
 *
 * Returns: (transfer full) (nullable): the first mapping that fits the file
 */
FondsMapping *
fonds_mapping_find_shipped (const char *const *header)
{
  g_auto (GStrv) names = fonds_mapping_list_shipped ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (FondsMapping) mapping = fonds_mapping_load_shipped (names[i], NULL);

      if (mapping != NULL && fonds_mapping_fits (mapping, header))
        return g_steal_pointer (&mapping);
    }
  return NULL;
}
