/* search-fixture.h - a small catalogue in a temporary folder, for the tests of the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/batch.h"
#include "data/catalogue/writer.h"
#include "data/search/search.h"
#include "data/store/database.h"
#include "data/store/statement.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  FondsCatalogue *catalogue;
  FondsSearch *search;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fonds-search-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.fonds", NULL);
  fixture->catalogue =
      fonds_catalogue_open (fixture->path, TRUE, fonds_search_projectors (), &error);
  g_assert_no_error (error);
  fixture->search = fonds_search_new (fixture->catalogue);
}

static inline void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  /* A reading in the background holds the search, and may let it go last, in its own thread. */
  g_object_add_weak_pointer (G_OBJECT (fixture->search), (gpointer *) &fixture->search);
  g_object_unref (fixture->search);
  while (g_atomic_pointer_get (&fixture->search) != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  fixture_settle ();
  fonds_catalogue_close (fixture->catalogue);
  g_assert_finalize_object (fixture->catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A body from pairs "field", "text", NULL; "field=" gives a reference to a uid, "dates" an EDTF. */
static inline FondsBody *
fixture_body (FondsKind kind, ...)
{
  FondsBody *body = fonds_body_new (kind);
  const char *field;
  va_list pairs;

  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const char *text = va_arg (pairs, const char *);
      g_autofree char *name = g_strdup (field);

      if (g_str_has_suffix (name, "="))
        {
          name[strlen (name) - 1] = '\0';
          fonds_body_add_ref (body, name, text);
        }
      else if (g_str_equal (name, "dates"))
        fonds_body_set (body, fonds_body_add (body, name), FONDS_ATTR_EDTF, text);
      else
        fonds_body_add_text (body, name, text, NULL);
    }
  va_end (pairs);
  return body;
}

typedef struct
{
  FondsBody *body;
  gint64 id;
  gint64 rev;
} FixtureWrite;

static inline gboolean
fixture_create_cb (FondsWriter *writer, gpointer data, GError **error)
{
  FixtureWrite *write = data;

  return fonds_writer_create (writer, write->body, 0, &write->id, error);
}

/* Takes the body; returns its id. */
static inline gint64
fixture_create (Fixture *fixture, FondsBody *body)
{
  g_autoptr (GError) error = NULL;
  FixtureWrite write = { body, 0, 0 };

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, fixture_create_cb, &write, NULL,
                         &error);
  g_assert_no_error (error);
  fonds_body_free (body);
  return write.id;
}

static inline gboolean
fixture_change_cb (FondsWriter *writer, gpointer data, GError **error)
{
  FixtureWrite *write = data;

  return fonds_writer_change (writer, write->id, write->body, write->rev, NULL, error);
}

/* Takes the body. */
static inline void
fixture_change (Fixture *fixture, gint64 id, gint64 rev, FondsBody *body)
{
  g_autoptr (GError) error = NULL;
  FixtureWrite write = { body, id, rev };

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, fixture_change_cb, &write, NULL,
                         &error);
  g_assert_no_error (error);
  fonds_body_free (body);
}

/* The titles of what was found, in order, joined by ", ". */
static inline char *
titles_of (Fixture *fixture, const FondsAnswer *answer)
{
  GString *titles = g_string_new (NULL);
  g_autoptr (FondsDb) db =
      fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);

  for (guint i = 0; i < answer->n; i++)
    {
      g_autoptr (FondsStmt) s = fonds_db_statement (db, "SELECT title FROM record WHERE id = :id");

      fonds_stmt_bind_int (s, ":id", answer->ids[i]);
      g_assert_true (fonds_stmt_step (s, NULL));
      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", fonds_stmt_text (s, 0));
    }
  return g_string_free (titles, FALSE);
}

static inline FondsAnswer *
run (Fixture *fixture, const FondsRequest *request)
{
  g_autoptr (GError) error = NULL;
  FondsAnswer *answer = fonds_search_run (fixture->search, request, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static inline void
assert_sorted (Fixture *fixture,
               const char *query,
               FondsSort sort,
               gboolean descending,
               const char *expected)
{
  g_autoptr (FondsRequest) request = fonds_request_new (query);
  g_autoptr (FondsAnswer) answer = NULL;
  g_autofree char *titles = NULL;

  request->sort = sort;
  request->descending = descending;
  answer = run (fixture, request);
  titles = titles_of (fixture, answer);
  g_assert_cmpstr (titles, ==, expected);
}

static inline void
assert_found (Fixture *fixture, const char *query, const char *expected)
{
  assert_sorted (fixture, query, FONDS_SORT_TITLE, FALSE, expected);
}

static inline gint64
create_unit (Fixture *fixture, const char *title)
{
  return fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", title, NULL));
}

/* A fonds with two series and items, and a place outside. */
static inline gint64
fixture_fill_hierarchy (Fixture *fixture, char **institution, char **fonds, char **series)
{
  FondsBody *body = fixture_body (FONDS_KIND_INSTITUTION, "name", "State Archive", NULL);
  gint64 top;

  fonds_body_set_uid (body, "018f0000-0000-7000-8000-000000000001");
  *institution = g_strdup (fonds_body_uid (body));
  fixture_create (fixture, body);

  body = fixture_body (FONDS_KIND_UNIT, "title", "Fonds", "level", "fonds", "referenceCode", "F1",
                       "repository=", *institution, "access", "staff", NULL);
  fonds_body_set_uid (body, "018f0000-0000-7000-8000-000000000002");
  *fonds = g_strdup (fonds_body_uid (body));
  top = fixture_create (fixture, body);

  body = fixture_body (FONDS_KIND_UNIT, "title", "Series", "level", "series", "referenceCode", "10",
                       "parent=", *fonds, NULL);
  fonds_body_set_uid (body, "018f0000-0000-7000-8000-000000000003");
  *series = g_strdup (fonds_body_uid (body));
  fixture_create (fixture, body);

  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Item B", "level", "item",
                                         "position", "b", "parent=", *series, NULL));
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Item A", "level", "item",
                                         "position", "a", "parent=", *series, NULL));
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Open series", "level", "series",
                                         "referenceCode", "9", "parent=", *fonds, "access",
                                         "public", "accessReason", "printed long ago", NULL));
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Loose leaf", NULL));
  return top;
}
