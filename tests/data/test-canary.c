/* test-canary.c - nothing that must stay in the house is found in what is handed out to the public
 *
 * Every field of every kind gets a word of its own; what comes out is searched for those that must not.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/access.h"
#include "data/catalogue/field.h"
#include "data/exchange/error.h"
#include "data/store/schema.h"
#include "tests/data/exchange-fixture.h"

#define SECRET_TITLE "canary-of-a-secret-title"
#define SECRET_KEY "canary-of-a-secret-key"
#define SECRET_CUSTOM "canary-of-a-custom-field"
#define SECRET_LABEL "canary-of-a-custom-label"
#define OPEN_CUSTOM "canary-of-a-ticked-field"
#define OPEN_LABEL "canary-of-a-ticked-label"
#define CLOSED_CUSTOM "canary-of-a-field-that-is-ticked-no"
#define SECRET_FILE "canary-of-a-file-name"
#define SECRET_HASH "sha256:canary-of-a-secret-file"

typedef ExchangeFixture Fixture;

static char *
canary (FondsKind kind, const char *field)
{
  return g_strdup_printf ("canary-%s-%s-end", fonds_kind_id (kind), field);
}

static FondsBody *
make_secret (FondsKind kind)
{
  FondsBody *body = fonds_body_new (kind);
  FondsValue *identity = fonds_body_add_text (body, "identity", SECRET_KEY, NULL);

  fonds_body_set (body, identity, FONDS_ATTR_SOURCE, SECRET_KEY);
  fonds_body_add_text (body, fonds_field_find (kind, "title") != NULL ? "title" : "name",
                       SECRET_TITLE, "en");
  fonds_body_add_text (body, "access", "staff", NULL);
  fonds_body_set (body, fonds_body_add_text (body, "digitalObjectFile", SECRET_TITLE, NULL),
                  FONDS_ATTR_SOURCE, SECRET_HASH);
  return body;
}

static FondsBody *
make_public (FondsKind kind, const char *secret)
{
  FondsBody *body = fonds_body_new (kind);
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = canary (kind, fields[i].id);
      FondsValue *value;

      if (strcmp (fields[i].id, "access") == 0)
        continue;
      if (fields[i].datatype == FONDS_TYPE_REFERENCE)
        fonds_body_add_ref (body, fields[i].id, secret);
      value = fonds_body_add_text (body, fields[i].id, text, NULL);
      fonds_body_set (body, value, FONDS_ATTR_SOURCE, text);
      if (fields[i].datatype == FONDS_TYPE_FILE)
        fonds_body_set (body, value, FONDS_ATTR_NOTE, SECRET_FILE);
    }
  fonds_body_add_text (body, "access", "public", NULL);
  fonds_body_add_text (body, "x-secret", SECRET_CUSTOM, NULL);
  fonds_body_add_text (body, "x-open", OPEN_CUSTOM, NULL);
  fonds_body_add_text (body, "x-closed", CLOSED_CUSTOM, NULL);
  fonds_body_add_text (body, "x-undefined", SECRET_CUSTOM, NULL);
  return body;
}

static void
define (Fixture *fixture, const char *id, const char *label, const char *is_public)
{
  g_autoptr (FondsBody) definition = fonds_body_new (FONDS_KIND_CUSTOM_FIELD);

  fonds_body_add_text (definition, "fieldId", id, NULL);
  fonds_body_add_text (definition, "label", label, NULL);
  if (is_public != NULL)
    fonds_body_add_text (definition, "public", is_public, NULL);
  catalogue_fixture_create (&fixture->base, definition);
}

static void
fill (Fixture *fixture, char **secret_uid)
{
  g_autoptr (FondsBody) secret = make_secret (FONDS_KIND_UNIT);

  define (fixture, "x-secret", SECRET_LABEL, NULL);
  define (fixture, "x-closed", SECRET_LABEL, "no");
  define (fixture, "x-open", OPEN_LABEL, "yes");
  catalogue_fixture_create (&fixture->base, secret);
  *secret_uid = g_strdup (fonds_body_uid (secret));
  for (FondsKind kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      g_autoptr (FondsBody) body = make_public (kind, *secret_uid);

      if (kind != FONDS_KIND_CUSTOM_FIELD)
        catalogue_fixture_create (&fixture->base, body);
    }
}

static void
export_public (Fixture *fixture, FondsExportFormat format, FondsKind kind, GArray *ids, char *path)
{
  FondsExportOptions options = { .format = format, .path = path, .kind = kind, .ids = ids };
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsExportReport) report = NULL;

  options.audience = FONDS_AUDIENCE_PUBLIC;
  report = fonds_export_run (fixture->base.catalogue, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
append_folder (GString *all, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *text = read_text (folder, name);

      g_string_append (all, text);
    }
}

/* All that comes out in every format, of all kinds. */
static GString *
gather (Fixture *fixture, GArray *ids)
{
  GString *all = g_string_new (NULL);
  g_autofree char *folder = g_build_filename (fixture->base.folder, "out", NULL);
  g_autofree char *json = g_build_filename (folder, "all.json", NULL);

  export_public (fixture, FONDS_EXPORT_ATOM, FONDS_KIND_NONE, ids, folder);
  export_public (fixture, FONDS_EXPORT_JSON, FONDS_KIND_NONE, ids, json);
  for (FondsKind kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      g_autofree char *path = g_build_filename (folder, fonds_kind_id (kind), NULL);

      export_public (fixture, FONDS_EXPORT_CSV, kind, ids, path);
    }
  append_folder (all, folder);
  remove_folder (folder);
  return all;
}

static void
assert_silent (const GString *all, const char *secret_uid)
{
  const char *const secrets[] = { SECRET_TITLE, SECRET_KEY,  SECRET_CUSTOM, SECRET_LABEL,
                                  SECRET_FILE,  SECRET_HASH, CLOSED_CUSTOM, secret_uid };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (strstr (all->str, secrets[i]) != NULL)
      g_error ("“%s” was handed out", secrets[i]);
  for (FondsKind kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      guint n;
      const FondsField *fields = fonds_fields (kind, &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = canary (kind, fields[i].id);

          if ((fonds_kind_is_private (kind) || (fields[i].flags & FONDS_FIELD_PUBLIC) == 0) &&
              strstr (all->str, text) != NULL)
            g_error ("“%s” was handed out", text);
        }
    }
}

static void
no_field_or_name_goes_out_that_is_not_public (Fixture *fixture, gconstpointer data)
{
  g_autofree char *secret = NULL;
  GString *all;

  fill (fixture, &secret);
  all = gather (fixture, NULL);
  assert_silent (all, secret);
  g_assert_nonnull (strstr (all->str, "canary-unit-title-end"));
  g_assert_nonnull (strstr (all->str, "canary-person-name-end"));
  g_assert_nonnull (strstr (all->str, OPEN_CUSTOM));
  g_assert_nonnull (strstr (all->str, OPEN_LABEL));
  g_string_free (all, TRUE);
}

static void
nor_of_chosen_records (Fixture *fixture, gconstpointer data)
{
  g_autofree char *secret = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  GString *all;

  fill (fixture, &secret);
  for (guint32 id = 1; id < 4 + FONDS_N_KINDS - 2; id++)
    g_array_append_val (ids, id);
  all = gather (fixture, ids);
  assert_silent (all, secret);
  g_assert_nonnull (strstr (all->str, "canary-unit-title-end"));
  g_string_free (all, TRUE);
}

/* A chain whose top is for the staff. */
static void
fill_deep (Fixture *fixture, guint depth)
{
  g_autofree char *parent = NULL;

  for (guint i = 0; i < depth; i++)
    {
      g_autoptr (FondsBody) unit = catalogue_fixture_unit ("u", "canary-deep", parent);

      fonds_body_add_text (unit, "access", i == 0 ? "staff" : "public", NULL);
      catalogue_fixture_create (&fixture->base, unit);
      g_free (parent);
      parent = g_strdup (fonds_body_uid (unit));
    }
}

static void
what_lies_deep_below_a_closed_fonds_stays_closed (Fixture *fixture, gconstpointer data)
{
  GString *all;

  fill_deep (fixture, 70);
  all = gather (fixture, NULL);
  g_assert_null (strstr (all->str, "canary-deep"));
  g_string_free (all, TRUE);
}

static void
records_of_any_depth_are_handed_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "deep.csv", NULL);
  g_autoptr (GString) rows = g_string_new ("legacyId,parentId,title,culture\n1,,Top,en\n");
  g_autoptr (FondsImportReport) in = NULL;
  g_autoptr (FondsExportReport) out = NULL;

  for (guint i = 2; i <= 1200; i++)
    g_string_append_printf (rows, "%u,%u,Below,en\n", i, i - 1);
  in = exchange_import (fixture, "in.csv", rows->str);
  assert_counts (in, 1200, 0, 0, 0);
  out = exchange_export (fixture, FONDS_EXPORT_CSV, path);
  g_assert_cmpuint (out->n[FONDS_KIND_UNIT], ==, 1200);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
an_export_that_is_stopped_leaves_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->base.folder, "out", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const FondsExportFormat formats[] = { FONDS_EXPORT_ATOM, FONDS_EXPORT_CSV, FONDS_EXPORT_JSON };

  g_mkdir (folder, 0700);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (FondsBody) unit = catalogue_fixture_unit ("u", "A unit", NULL);

      catalogue_fixture_create (&fixture->base, unit);
    }
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *file = g_build_filename (folder, "file", NULL);
      FondsExportOptions options = { .format = formats[i],
                                     .path = formats[i] == FONDS_EXPORT_ATOM ? folder : file };
      g_autoptr (GError) error = NULL;

      g_assert_null (fonds_export_run (fixture->base.catalogue, &options, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
  remove_folder (folder);
}

static void
an_export_does_not_overwrite_a_catalogue (Fixture *fixture, gconstpointer data)
{
  const FondsExportFormat formats[] = { FONDS_EXPORT_CSV, FONDS_EXPORT_JSON };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      FondsExportOptions options = { .format = formats[i], .path = fixture->base.path };
      g_autoptr (GError) error = NULL;

      g_assert_null (fonds_export_run (fixture->base.catalogue, &options, NULL, &error));
      g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE);
      g_assert_true (fonds_schema_check_header (fixture->base.path, NULL));
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, exchange_fixture_set_up, test, exchange_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/canary/no-field-or-name-goes-out-that-is-not-public",
       no_field_or_name_goes_out_that_is_not_public);
  add ("/canary/nor-of-chosen-records", nor_of_chosen_records);
  add ("/bug/what-lies-deep-below-a-closed-fonds-stays-closed",
       what_lies_deep_below_a_closed_fonds_stays_closed);
  add ("/bug/records-of-any-depth-are-handed-out", records_of_any_depth_are_handed_out);
  add ("/bug/an-export-that-is-stopped-leaves-no-file", an_export_that_is_stopped_leaves_no_file);
  add ("/bug/an-export-does-not-overwrite-a-catalogue", an_export_does_not_overwrite_a_catalogue);
  return g_test_run ();
}
