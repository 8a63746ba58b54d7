/* atom.c - the CSV templates of AtoM, as mappings
 *
 * A file is known by the columns that only its template has. Its mapping is made from the field table:
 * most columns are a field's own; those that hold one value together are listed here. Columns that
 * AtoM does not know become fields of the archive's own, as in any other file.
 * Checked against the templates and the import code of AtoM 2.9.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/atom.h"

#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS_MAX 8

#define UNIT FONDS_KIND_BIT (FONDS_KIND_UNIT)
#define ACCESSION FONDS_KIND_BIT (FONDS_KIND_ACCESSION)
#define RELATION FONDS_KIND_BIT (FONDS_KIND_RELATION)
#define EVENTS (UNIT | ACCESSION)

/* Columns that make one value, place by place. */
typedef struct
{
  guint32 kinds;
  const char *field;
  const char *type;
  const char *columns[COLUMNS_MAX + 1];
  FondsPart parts[COLUMNS_MAX];
} Together;

static const Together together[] = {
  { UNIT,
    "event",
    NULL,
    { "eventDates", "eventTypes", "eventStartDates", "eventEndDates", "eventActors",
      "eventActorHistories", "eventDescriptions", "eventPlaces" },
    { FONDS_PART_TEXT, FONDS_PART_TYPE, FONDS_PART_START, FONDS_PART_END, FONDS_PART_ACTOR,
      FONDS_PART_HISTORY, FONDS_PART_NOTE, FONDS_PART_PLACE } },
  { ACCESSION,
    "event",
    NULL,
    { "creators", "eventTypes", "eventDates", "eventStartDates", "eventEndDates",
      "eventActorHistories", "eventDescriptions", "eventPlaces" },
    { FONDS_PART_ACTOR, FONDS_PART_TYPE, FONDS_PART_TEXT, FONDS_PART_START, FONDS_PART_END,
      FONDS_PART_HISTORY, FONDS_PART_NOTE, FONDS_PART_PLACE } },
  { UNIT,
    "event",
    "Creation",
    { "creators", "creatorHistories", "creatorDates", "creatorDatesStart", "creatorDatesEnd",
      "creatorDateNotes" },
    { FONDS_PART_ACTOR, FONDS_PART_HISTORY, FONDS_PART_TEXT, FONDS_PART_START, FONDS_PART_END,
      FONDS_PART_NOTE } },
  { EVENTS,
    "event",
    "Creation",
    { "creationDates", "creationDatesStart", "creationDatesEnd", "creationDateNotes",
      "creationDatesType" },
    { FONDS_PART_TEXT, FONDS_PART_START, FONDS_PART_END, FONDS_PART_NOTE, FONDS_PART_TYPE } },
  { ACCESSION,
    "accessionEvent",
    NULL,
    { "accessionEventTypes", "accessionEventDates", "accessionEventAgents", "accessionEventNotes" },
    { FONDS_PART_TYPE, FONDS_PART_TEXT, FONDS_PART_ACTOR, FONDS_PART_NOTE } },
  { UNIT,
    "alternativeReferenceCode",
    NULL,
    { "alternativeIdentifiers", "alternativeIdentifierLabels" },
    { FONDS_PART_TEXT, FONDS_PART_TYPE } },
  { ACCESSION,
    "alternativeIdentifier",
    NULL,
    { "alternativeIdentifiers", "alternativeIdentifierTypes", "alternativeIdentifierNotes" },
    { FONDS_PART_TEXT, FONDS_PART_TYPE, FONDS_PART_NOTE } },
  { EVENTS,
    "container",
    NULL,
    { "physicalObjectName", "physicalObjectLocation", "physicalObjectType" },
    { FONDS_PART_TEXT, FONDS_PART_LOCATION, FONDS_PART_TYPE } },
  { FONDS_KINDS_AGENT,
    "occupation",
    NULL,
    { "actorOccupations", "actorOccupationNotes" },
    { FONDS_PART_TEXT, FONDS_PART_NOTE } },
  { RELATION,
    "dates",
    NULL,
    { "date", "startDate", "endDate" },
    { FONDS_PART_TEXT, FONDS_PART_START, FONDS_PART_END } },
};

/* Columns whose cells hold several values, and a role where they are forms of a name. */
static const struct
{
  const char *column;
  const char *type;
} multiple[] = {
  { "accessionNumber", NULL },
  { "language", NULL },
  { "script", NULL },
  { "publicationNote", NULL },
  { "generalNote", NULL },
  { "archivistNote", NULL },
  { "subjectAccessPoints", NULL },
  { "placeAccessPoints", NULL },
  { "nameAccessPoints", NULL },
  { "genreAccessPoints", NULL },
  { "languageOfDescription", NULL },
  { "scriptOfDescription", NULL },
  { "radGeneralMaterialDesignation", NULL },
  { "types", NULL },
  { "geographicSubregions", NULL },
  { "thematicAreas", NULL },
  { "parallelFormsOfName", "parallel" },
  { "standardizedFormsOfName", "standardised" },
  { "otherFormsOfName", "other" },
};

static const struct
{
  const char *label;
  FondsKind kind;
  const char *columns[3]; /* by which it is known; all must be there */
} templates[FONDS_N_ATOM_TEMPLATES] = {
  [FONDS_ATOM_RELATIONSHIPS] = { N_ ("AtoM relationships between authority records"),
                                 FONDS_KIND_RELATION,
                                 { "subjectAuthorizedFormOfName", "objectAuthorizedFormOfName" } },
  [FONDS_ATOM_AUTHORITIES] = { N_ ("AtoM authority records"),
                               FONDS_KIND_PERSON,
                               { "authorizedFormOfName", "typeOfEntity" } },
  [FONDS_ATOM_REPOSITORIES] = { N_ ("AtoM archival institutions"),
                                FONDS_KIND_INSTITUTION,
                                { "authorizedFormOfName" } },
  [FONDS_ATOM_DEACCESSIONS] = { N_ ("AtoM deaccessions"),
                                FONDS_KIND_ACCESSION,
                                { "accessionNumber", "deaccessionNumber" } },
  [FONDS_ATOM_DESCRIPTIONS] = { N_ ("AtoM archival descriptions"),
                                FONDS_KIND_UNIT,
                                { "title", "levelOfDescription" } },
  [FONDS_ATOM_ACCESSIONS] = { N_ ("AtoM accessions"),
                              FONDS_KIND_ACCESSION,
                              { "accessionNumber", "acquisitionDate" } },
  [FONDS_ATOM_EVENTS] = { N_ ("AtoM events"), FONDS_KIND_UNIT, { "legacyId", "eventActorName" } },
  [FONDS_ATOM_CONTAINERS] = { N_ ("AtoM physical storage"),
                              FONDS_KIND_CONTAINER,
                              { "name", "type", "location" } },
};

/* From the most particular header to the least. */
static const FondsAtomTemplate asked[] = {
  FONDS_ATOM_RELATIONSHIPS, FONDS_ATOM_AUTHORITIES, FONDS_ATOM_REPOSITORIES,
  FONDS_ATOM_DEACCESSIONS,  FONDS_ATOM_EVENTS,      FONDS_ATOM_DESCRIPTIONS,
  FONDS_ATOM_ACCESSIONS,    FONDS_ATOM_CONTAINERS,
};

/* A table cut down to a few columns often lacks the language, or the level; AtoM's own name for the key
 * beside another of its names for units still tells it. */
static gboolean
is_plain_description (const char *const *header)
{
  static const char *const tell[] = { "parentId", "levelOfDescription", "identifier", "culture",
                                      "qubitParentSlug" };

  for (guint i = 0; i < G_N_ELEMENTS (tell); i++)
    if (g_strv_contains (header, tell[i]))
      return g_strv_contains (header, "legacyId") && g_strv_contains (header, "title");
  return FALSE;
}

/**
 * fonds_atom_recognise:
 * @header: (array zero-terminated=1): the names of a file's columns
 *
 * Returns: which of AtoM's templates it is, or %FONDS_ATOM_NONE
 */
FondsAtomTemplate
fonds_atom_recognise (const char *const *header)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const char *const *columns = templates[asked[i]].columns;
      gboolean all = TRUE;

      for (guint j = 0; j < 3 && columns[j] != NULL; j++)
        all = all && g_strv_contains (header, columns[j]);
      if (all && fonds_atom_language_column (header) != NULL)
        return asked[i];
    }
  return is_plain_description (header) ? FONDS_ATOM_DESCRIPTIONS : FONDS_ATOM_NONE;
}

/**
 * fonds_atom_describe:
 * @template: a template
 *
 * Returns: what it is called, translated
 */
const char *
fonds_atom_describe (FondsAtomTemplate template)
{
  return _ (templates[template].label);
}

/**
 * fonds_atom_kind:
 * @template: a template
 *
 * Returns: what its rows are, where no column says it
 */
FondsKind
fonds_atom_kind (FondsAtomTemplate template)
{
  return templates[template].kind;
}

/**
 * fonds_atom_is_multiple:
 * @column: a column
 *
 * Returns: whether its cells hold several values, set apart by |
 */
gboolean
fonds_atom_is_multiple (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (multiple); i++)
    if (strcmp (multiple[i].column, column) == 0)
      return TRUE;
  return FALSE;
}

/**
 * fonds_atom_language_column:
 * @header: (array zero-terminated=1): the names of a file's columns
 *
 * Returns: (nullable): the column with each row's language
 */
const char *
fonds_atom_language_column (const char *const *header)
{
  return g_strv_contains (header, "culture") ? "culture" : NULL;
}

static void
add_together (FondsMapping *self, const Together *group, const char *const *header)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  FondsInstruction *instruction;
  guint n = 0;

  for (guint i = 0; group->columns[i] != NULL; i++)
    n += g_strv_contains (header, group->columns[i]) &&
         !fonds_mapping_reads (self, group->columns[i]);
  if (n == 0)
    return;
  instruction = fonds_mapping_add (self, group->field);
  instruction->parts = g_new0 (FondsPart, n);
  n = 0;
  for (guint i = 0; group->columns[i] != NULL; i++)
    if (g_strv_contains (header, group->columns[i]) &&
        !fonds_mapping_reads (self, group->columns[i]))
      {
        g_strv_builder_add (columns, group->columns[i]);
        instruction->parts[n++] = group->parts[i];
      }
  g_strfreev (instruction->columns);
  instruction->columns = g_strv_builder_end (columns);
  instruction->type = g_strdup (group->type);
  instruction->split = g_strdup (self->kind != FONDS_KIND_RELATION ? "|" : NULL);
}

static FondsInstruction *
add_single (FondsMapping *self, const char *field, const char *column)
{
  FondsInstruction *instruction = fonds_mapping_add (self, field);

  g_strfreev (instruction->columns);
  instruction->columns = g_strdupv ((char *[]){ (char *) column, NULL });
  return instruction;
}

static void
add_own (FondsMapping *self, const char *column)
{
  const FondsField *field = fonds_field_find_by_atom (self->kind, column);
  FondsInstruction *instruction;

  if (field == NULL || fonds_mapping_reads (self, column))
    return;
  instruction = add_single (self, field->id, column);
  if (fonds_atom_column_is_rad (column))
    instruction->type = g_strdup (column);
  if (strcmp (column, "authorizedFormOfName") == 0)
    instruction->type = g_strdup ("authorised");
  for (guint i = 0; i < G_N_ELEMENTS (multiple); i++)
    if (strcmp (multiple[i].column, column) == 0)
      {
        instruction->split = g_strdup ("|");
        if (multiple[i].type != NULL)
          instruction->type = g_strdup (multiple[i].type);
      }
}

static void
set_keys (FondsMapping *self, FondsAtomTemplate template, const char *const *header)
{
  const char *key = template == FONDS_ATOM_ACCESSIONS || template == FONDS_ATOM_DEACCESSIONS
                        ? "accessionNumber"
                        : "legacyId";

  if (g_strv_contains (header, key))
    {
      g_strfreev (self->keys);
      self->keys = g_strdupv ((char *[]){ (char *) key, NULL });
    }
  if (template == FONDS_ATOM_ACCESSIONS)
    add_single (self, "accessionNumber", "accessionNumber");
}

/* These files only add to records that are there. */
static void
map_addition (FondsMapping *self, FondsAtomTemplate template)
{
  static const char *const columns[] = {
    "deaccessionNumber", "date", "scope", "description", "extent", "reason", NULL
  };
  static const FondsPart parts[] = { FONDS_PART_NUMBER, FONDS_PART_TEXT,   FONDS_PART_TYPE,
                                     FONDS_PART_NOTE,   FONDS_PART_EXTENT, FONDS_PART_REASON };
  FondsInstruction *instruction =
      fonds_mapping_add (self, template == FONDS_ATOM_EVENTS ? "event" : "deaccession");

  self->adds = TRUE;
  g_strfreev (instruction->columns);
  if (template == FONDS_ATOM_EVENTS)
    {
      instruction->columns = g_strdupv ((char *[]){ "eventActorName", "eventType", NULL });
      instruction->parts = g_new0 (FondsPart, 2);
      instruction->parts[0] = FONDS_PART_ACTOR;
      instruction->parts[1] = FONDS_PART_TYPE;
      return;
    }
  instruction->columns = g_strdupv ((char **) columns);
  instruction->parts = g_memdup2 (parts, sizeof parts);
}

/**
 * fonds_atom_mapping:
 * @template: which template the file is
 * @kind: which kind of row the mapping is for: an authority file has three
 * @header: (array zero-terminated=1): the names of the file's columns
 *
 * Says what the columns of one of AtoM's files mean.
 *
 * Returns: (transfer full): the mapping
 */
FondsMapping *
fonds_atom_mapping (FondsAtomTemplate template, FondsKind kind, const char *const *header)
{
  FondsMapping *self = fonds_mapping_new ();

  self->name = g_strdup (fonds_atom_describe (template));
  self->kind = kind;
  self->nulls = TRUE;
  self->language_column = g_strdup (fonds_atom_language_column (header));
  if (template == FONDS_ATOM_AUTHORITIES)
    self->kind_column = g_strdup ("typeOfEntity");
  if (template == FONDS_ATOM_DESCRIPTIONS && g_strv_contains (header, "parentId"))
    self->parent = g_strdup ("parentId");
  if (template == FONDS_ATOM_DESCRIPTIONS && g_strv_contains (header, "qubitParentSlug"))
    self->parent_slug = g_strdup ("qubitParentSlug");
  set_keys (self, template, header);
  if (g_strv_contains (header, "referenceCode"))
    add_single (self, NULL, "referenceCode");
  if (template == FONDS_ATOM_EVENTS || template == FONDS_ATOM_DEACCESSIONS)
    {
      map_addition (self, template);
      return self;
    }
  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    if (together[i].kinds & FONDS_KIND_BIT (kind))
      add_together (self, &together[i], header);
  for (guint i = 0; header[i] != NULL; i++)
    add_own (self, header[i]);
  return self;
}
