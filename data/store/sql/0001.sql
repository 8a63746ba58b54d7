-- 0001: the catalogue as first laid down
--
-- `document` is the truth: one JSON body a row. Everything under "Shadows" is written from bodies by
-- the registered projectors in the same transaction, and could be thrown away and written again.
-- Immutable once released: a change is a new step.

------------------------------------------------------------------------ The catalogue itself

-- Facts about the file: its name, its uid, the media folder's relative name, the next sequence.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value
) WITHOUT ROWID;

------------------------------------------------------------------------ Truth

-- One import, or another great change, that is brought in piece by piece and shown at once.
-- state: 0 hidden (being brought in, or left behind by a crash), 1 shown, 2 taken back.
-- owner names the process that brings it in; a hidden batch whose owner is gone is swept.
-- Its documents' ids lie between first_id and last_id; others may lie there too.
CREATE TABLE batch (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  state    INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
  owner    TEXT NOT NULL,
  label    TEXT NOT NULL,
  started  INTEGER NOT NULL,
  first_id INTEGER,
  last_id  INTEGER
);

CREATE TABLE document (
  id    INTEGER PRIMARY KEY AUTOINCREMENT, -- dense and never reused: the docid of every index
  uid   TEXT NOT NULL UNIQUE,
  kind  INTEGER NOT NULL,                  -- FondsKind
  rev   INTEGER NOT NULL,                  -- the generation: 1 at creation, +1 a saved change
  batch INTEGER NOT NULL DEFAULT 0,        -- the import that made it; 0: made by hand
  body  TEXT NOT NULL
);

-- The definitions of custom fields: few among many, and asked for with every record that has one.
CREATE INDEX document_custom ON document (kind) WHERE kind = 17;

-- What a hidden batch will do to documents that were there before; done when it is shown.
CREATE TABLE staged (
  batch    INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
  document INTEGER NOT NULL,
  rev      INTEGER NOT NULL, -- the generation it was worked out from
  body     TEXT NOT NULL,
  PRIMARY KEY (batch, document)
) WITHOUT ROWID;

-- Every change on this desk, in order: one entry a user action.
-- verb: 'edit', 'import', 'undo', 'redo'. An undo names what it undoes; what was undone names by what.
CREATE TABLE journal (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL, -- microseconds since 1970, UTC
  who       TEXT NOT NULL,
  verb      TEXT NOT NULL,
  label     TEXT NOT NULL,
  batch     INTEGER REFERENCES batch (id), -- what an import made: its creations have no rows below
  created   INTEGER NOT NULL DEFAULT 0,
  changed   INTEGER NOT NULL DEFAULT 0,
  undoes    INTEGER REFERENCES journal (id),
  undone_by INTEGER REFERENCES journal (id)
);

-- What an entry did to a document: the fields that differ, as they were and as they became.
-- before is NULL for a creation.
CREATE TABLE journal_change (
  entry    INTEGER NOT NULL REFERENCES journal (id),
  document INTEGER NOT NULL,
  before   TEXT,
  after    TEXT,
  PRIMARY KEY (entry, document)
) WITHOUT ROWID;

CREATE INDEX journal_change_document ON journal_change (document);

------------------------------------------------------------------------ Shadows

-- What lists, sorts and filters need of a record. parent is NULL at the top and while the parent
-- is not here yet. position orders siblings, then id. Days are Julian Day Numbers (from/to as they
-- stand; search_* with their margins); NULL: undated. sequence rises with every transaction.
CREATE TABLE record (
  id          INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  kind        INTEGER NOT NULL,
  batch       INTEGER NOT NULL,
  parent      INTEGER,
  position    TEXT NOT NULL,
  level       TEXT,
  ref         TEXT,
  title       TEXT NOT NULL,
  language    TEXT,    -- of the title
  sort        BLOB,    -- the title's collation key
  dates       TEXT,
  from_day    INTEGER,
  to_day      INTEGER,
  search_from INTEGER,
  search_to   INTEGER,
  access      INTEGER NOT NULL, -- FondsAccess, the record's own
  has_media   INTEGER NOT NULL DEFAULT 0,
  changed     INTEGER NOT NULL, -- seconds since 1970, UTC
  sequence    INTEGER NOT NULL
);

CREATE INDEX record_child ON record (kind, parent, position);
CREATE INDEX record_ref ON record (ref) WHERE ref IS NOT NULL;
CREATE INDEX record_sequence ON record (sequence);

-- Every form of every authority's name. key is the comparison key of the form.
CREATE TABLE name (
  record   INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  ordinal  INTEGER NOT NULL,
  form     TEXT NOT NULL,
  key      TEXT NOT NULL,
  role     TEXT,
  language TEXT,
  PRIMARY KEY (record, ordinal)
) WITHOUT ROWID;

CREATE INDEX name_key ON name (key);

-- Every reference from one document to another. While the target is not here yet its uid waits in
-- target_uid and target is NULL.
CREATE TABLE reference (
  source     INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  field      TEXT NOT NULL,
  ordinal    INTEGER NOT NULL,
  target     INTEGER,
  target_uid TEXT,
  type       TEXT,
  PRIMARY KEY (source, field, ordinal)
) WITHOUT ROWID;

CREATE INDEX reference_target ON reference (target, field) WHERE target IS NOT NULL;
CREATE INDEX reference_missing ON reference (target_uid) WHERE target IS NULL;

-- Where records came from: (source name, legacyId) is kept for ever.
CREATE TABLE origin (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE identity (
  origin   INTEGER NOT NULL REFERENCES origin (id),
  kind     INTEGER NOT NULL,
  legacy   TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  PRIMARY KEY (origin, kind, legacy, document)
) WITHOUT ROWID;

CREATE INDEX identity_document ON identity (document);

-- The few codes of a record that are counted, or that bear on what is under it: field is 'language'
-- (what is described is in this language) or 'override' (its access is an exception, with a reason).
CREATE TABLE record_code (
  record INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  field  TEXT NOT NULL,
  code   TEXT NOT NULL,
  PRIMARY KEY (record, field, code)
) WITHOUT ROWID;

-- The words of a record, a column a search field; the content table of the full-text index.
CREATE TABLE record_text (
  id         INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  title      TEXT,
  name       TEXT,
  ref        TEXT,
  dates      TEXT,
  creator    TEXT,
  scope      TEXT,
  history    TEXT,
  extent     TEXT,
  subject    TEXT,
  place      TEXT,
  agent      TEXT,
  language   TEXT,
  conditions TEXT,
  related    TEXT,
  notes      TEXT,
  control    TEXT,
  custom     TEXT
);

CREATE VIRTUAL TABLE record_fts USING fts5 (
  title, name, ref, dates, creator, scope, history, extent, subject, place, agent, language,
  conditions, related, notes, control, custom,
  content = 'record_text', content_rowid = 'id', tokenize = 'fonds'
);

INSERT INTO record_fts (record_fts, rank) VALUES ('hashsize', 16777216);
