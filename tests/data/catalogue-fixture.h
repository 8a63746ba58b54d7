/* catalogue-fixture.h - an empty catalogue in a folder of its own, for one test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/catalogue/writer.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  FondsCatalogue *catalogue;
} CatalogueFixture;

static inline void
catalogue_fixture_open (CatalogueFixture *fixture, gboolean create)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = fonds_catalogue_open (fixture->path, create, NULL, &error);
  g_assert_no_error (error);
}

static inline void
catalogue_fixture_set_up (CatalogueFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("fonds-catalogue-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.fonds", NULL);
  catalogue_fixture_open (fixture, TRUE);
}

static inline void
catalogue_fixture_tear_down (CatalogueFixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (fixture->catalogue != NULL)
    fonds_catalogue_close (fixture->catalogue);
  g_clear_object (&fixture->catalogue);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What one test writes: made here, handed to the writer's thread, and its id read back. */
typedef struct
{
  FondsBody *body;
  gint64 id;
  gint64 rev;
  gboolean change;
} CatalogueFixtureWrite;

static inline gboolean
catalogue_fixture_write_cb (FondsWriter *writer, gpointer data, GError **error)
{
  CatalogueFixtureWrite *write = data;

  if (write->change)
    return fonds_writer_change (writer, write->id, write->body, write->rev, NULL, error);
  return fonds_writer_create (writer, write->body, 0, &write->id, error);
}

static inline gint64
catalogue_fixture_create (CatalogueFixture *fixture, FondsBody *body)
{
  g_autoptr (GError) error = NULL;
  CatalogueFixtureWrite write = { .body = body };

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, catalogue_fixture_write_cb, &write,
                         NULL, &error);
  g_assert_no_error (error);
  return write.id;
}

static inline FondsBody *
catalogue_fixture_unit (const char *ref, const char *title, const char *parent)
{
  FondsBody *body = fonds_body_new (FONDS_KIND_UNIT);

  fonds_body_add_text (body, "referenceCode", ref, NULL);
  fonds_body_add_text (body, "title", title, "en");
  if (parent != NULL)
    fonds_body_add_ref (body, "parent", parent);
  return body;
}
