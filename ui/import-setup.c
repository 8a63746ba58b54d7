/* import-setup.c - how files are to be read that are to be imported
 *
 * What was found out about each file, what the person said instead, and which file is looked at. The
 * pages of the dialog show it and change it; none of them knows the others.
 * Invariant: one file is looked into at a time; an answer to older settings is dropped.
 * Thread: main context; files are looked into by a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-setup.h"

typedef struct
{
  char *path;
  FondsPeek *peek;   /* (nullable) */
  GError *error;     /* (nullable): why there is none */
  FondsMapping *own; /* (nullable): what the person says that the columns mean */
} File;

struct _FondsImportSetup
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  GPtrArray *files;      /* of File */
  char *encoding;        /* (nullable): of all files; NULL: found out */
  char *source;          /* (nullable) */
  GPtrArray *taken;      /* of FondsMapping, borrowed: as the options have them */
  GCancellable *looking; /* (nullable) */

  /* state */
  guint file;
  char separator; /* of all files; 0: found out */
  gboolean link_names;
  gboolean changed;
};

G_DEFINE_FINAL_TYPE (FondsImportSetup, fonds_import_setup, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHANGED,
  N_PROPS,
};

enum
{
  PEEKED,
  MAPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void look (FondsImportSetup *self);

static void
free_file (gpointer data)
{
  File *file = data;

  g_free (file->path);
  fonds_peek_free (file->peek);
  g_clear_error (&file->error);
  fonds_mapping_free (file->own);
  g_free (file);
}

static File *
current (FondsImportSetup *self)
{
  return self->file < self->files->len ? g_ptr_array_index (self->files, self->file) : NULL;
}

static void
set_changed (FondsImportSetup *self, gboolean changed)
{
  self->changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

typedef struct
{
  char *path;
  char *encoding;
  char separator;
  guint file;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job->encoding);
  g_free (job);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const FondsSourceOptions options = { .encoding = job->encoding, .separator = job->separator };
  GError *error = NULL;
  FondsPeek *peek = fonds_peek_new (job->path, &options, &error);

  if (peek)
    g_task_return_pointer (task, peek, (GDestroyNotify) fonds_peek_free);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportSetup *self = FONDS_IMPORT_SETUP (source);
  guint number = ((Job *) g_task_get_task_data (G_TASK (result)))->file;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsPeek) peek = g_task_propagate_pointer (G_TASK (result), &error);
  File *file;

  if (self->looking != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->looking);
  file = g_ptr_array_index (self->files, number);
  file->peek = g_steal_pointer (&peek);
  file->error = g_steal_pointer (&error);
  if (number == self->file)
    g_signal_emit (self, signals[PEEKED], 0);
}

/* Looks into the current file, unless that was done. */
static void
look (FondsImportSetup *self)
{
  File *file = current (self);
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (!file || file->peek || file->error)
    return;
  self->looking = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->path = g_strdup (file->path);
  job->encoding = g_strdup (self->encoding);
  job->separator = self->separator;
  job->file = self->file;
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, look_thread);
}

/* What was seen was read another way than it would be now. */
static void
look_anew (FondsImportSetup *self)
{
  guint i;

  for (i = 0; i < self->files->len; i++)
    {
      File *file = g_ptr_array_index (self->files, i);

      g_clear_pointer (&file->peek, fonds_peek_free);
      g_clear_error (&file->error);
    }
  set_changed (self, TRUE);
  look (self);
}

static void
fonds_import_setup_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHANGED)
    g_value_set_boolean (value, FONDS_IMPORT_SETUP (object)->changed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_import_setup_finalize (GObject *object)
{
  FondsImportSetup *self = FONDS_IMPORT_SETUP (object);

  g_clear_object (&self->looking);
  g_clear_object (&self->catalogue);
  g_ptr_array_unref (self->taken);
  g_ptr_array_unref (self->files);
  g_free (self->encoding);
  g_free (self->source);

  G_OBJECT_CLASS (fonds_import_setup_parent_class)->finalize (object);
}

static void
fonds_import_setup_class_init (FondsImportSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fonds_import_setup_get_property;
  object_class->finalize = fonds_import_setup_finalize;

  properties[PROP_CHANGED] =
      g_param_spec_boolean ("changed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * FondsImportSetup::peeked:
   *
   * Another file is looked at, or more is known of it.
   */
  signals[PEEKED] = g_signal_new ("peeked", FONDS_TYPE_IMPORT_SETUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  /**
   * FondsImportSetup::mapped:
   *
   * The columns of the file that is looked at mean something else.
   */
  signals[MAPPED] = g_signal_new ("mapped", FONDS_TYPE_IMPORT_SETUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_import_setup_init (FondsImportSetup *self)
{
  self->files = g_ptr_array_new_with_free_func (free_file);
  self->taken = g_ptr_array_new ();
}

/**
 * fonds_import_setup_new:
 * @catalogue: where records go
 *
 * Makes a setup without files, by which everything is found out.
 *
 * Returns: (transfer full): the setup
 */
FondsImportSetup *
fonds_import_setup_new (FondsCatalogue *catalogue)
{
  FondsImportSetup *self = g_object_new (FONDS_TYPE_IMPORT_SETUP, NULL);

  self->catalogue = g_object_ref (catalogue);
  return self;
}

/**
 * fonds_import_setup_get_catalogue:
 * @self: a setup
 *
 * Returns: (transfer none): where records go
 */
FondsCatalogue *
fonds_import_setup_get_catalogue (FondsImportSetup *self)
{
  return self->catalogue;
}

/**
 * fonds_import_setup_set_paths:
 * @self: a setup
 * @paths: (array zero-terminated=1): the files
 *
 * Begins with other files, of which everything is found out.
 */
void
fonds_import_setup_set_paths (FondsImportSetup *self, const char *const *paths)
{
  g_ptr_array_set_size (self->files, 0);
  for (; *paths; paths++)
    {
      File *file = g_new0 (File, 1);

      file->path = g_strdup (*paths);
      g_ptr_array_add (self->files, file);
    }
  self->file = 0;
  g_clear_pointer (&self->encoding, g_free);
  self->separator = '\0';
  set_changed (self, FALSE);
  g_signal_emit (self, signals[PEEKED], 0);
  look (self);
}

/**
 * fonds_import_setup_get_n_files:
 * @self: a setup
 *
 * Returns: how many files there are
 */
guint
fonds_import_setup_get_n_files (FondsImportSetup *self)
{
  return self->files->len;
}

/**
 * fonds_import_setup_dup_name:
 * @self: a setup
 * @file: the number of a file
 *
 * Returns: (transfer full): the file's name
 */
char *
fonds_import_setup_dup_name (FondsImportSetup *self, guint file)
{
  return g_filename_display_basename (((File *) g_ptr_array_index (self->files, file))->path);
}

/**
 * fonds_import_setup_get_file:
 * @self: a setup
 *
 * Returns: the number of the file that is looked at
 */
guint
fonds_import_setup_get_file (FondsImportSetup *self)
{
  return self->file;
}

/**
 * fonds_import_setup_set_file:
 * @self: a setup
 * @file: the number of a file
 *
 * Looks at another file.
 */
void
fonds_import_setup_set_file (FondsImportSetup *self, guint file)
{
  if (file == self->file || file >= self->files->len)
    return;
  self->file = file;
  g_signal_emit (self, signals[PEEKED], 0);
  look (self);
}

/**
 * fonds_import_setup_get_peek:
 * @self: a setup
 *
 * Returns: (transfer none) (nullable): what there is to see of the file; %NULL until it is known
 */
const FondsPeek *
fonds_import_setup_get_peek (FondsImportSetup *self)
{
  return current (self) ? current (self)->peek : NULL;
}

/**
 * fonds_import_setup_get_error:
 * @self: a setup
 *
 * Returns: (transfer none) (nullable): why the file can't be looked into
 */
const GError *
fonds_import_setup_get_error (FondsImportSetup *self)
{
  return current (self) ? current (self)->error : NULL;
}

/**
 * fonds_import_setup_get_mapping:
 * @self: a setup
 *
 * Returns: (transfer none) (nullable): what the columns of the file mean
 */
const FondsMapping *
fonds_import_setup_get_mapping (FondsImportSetup *self)
{
  File *file = current (self);

  if (!file)
    return NULL;
  if (file->own)
    return file->own;
  return file->peek ? file->peek->mapping : NULL;
}

/**
 * fonds_import_setup_is_own:
 * @self: a setup
 *
 * Returns: whether the person has said what the columns mean
 */
gboolean
fonds_import_setup_is_own (FondsImportSetup *self)
{
  return current (self) && current (self)->own;
}

/**
 * fonds_import_setup_set_mapping:
 * @self: a setup
 * @mapping: (transfer full) (nullable): what the columns mean; %NULL: what was found out
 *
 * Says what the columns of the file mean.
 */
void
fonds_import_setup_set_mapping (FondsImportSetup *self, FondsMapping *mapping)
{
  File *file = current (self);

  if (!file)
    {
      fonds_mapping_free (mapping);
      return;
    }
  fonds_mapping_free (file->own);
  file->own = mapping;
  set_changed (self, TRUE);
  g_signal_emit (self, signals[MAPPED], 0);
}

/**
 * fonds_import_setup_get_encoding:
 * @self: a setup
 *
 * Returns: (nullable): the encoding that was said; %NULL where it is found out
 */
const char *
fonds_import_setup_get_encoding (FondsImportSetup *self)
{
  return self->encoding;
}

/**
 * fonds_import_setup_set_encoding:
 * @self: a setup
 * @encoding: (nullable): in which files are read; %NULL: found out
 *
 * Says how characters are written.
 */
void
fonds_import_setup_set_encoding (FondsImportSetup *self, const char *encoding)
{
  if (g_strcmp0 (encoding, self->encoding) == 0)
    return;
  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
  look_anew (self);
}

/**
 * fonds_import_setup_get_separator:
 * @self: a setup
 *
 * Returns: the separator that was said; 0 where it is found out
 */
char
fonds_import_setup_get_separator (FondsImportSetup *self)
{
  return self->separator;
}

/**
 * fonds_import_setup_set_separator:
 * @self: a setup
 * @separator: what stands between cells; 0: found out
 *
 * Says how cells are parted.
 */
void
fonds_import_setup_set_separator (FondsImportSetup *self, char separator)
{
  if (separator == self->separator)
    return;
  self->separator = separator;
  look_anew (self);
}

/**
 * fonds_import_setup_set_source:
 * @self: a setup
 * @source: the name of the source that keys belong to; "": found out
 *
 * Says whose the keys are.
 */
void
fonds_import_setup_set_source (FondsImportSetup *self, const char *source)
{
  g_free (self->source);
  self->source = *source ? g_strdup (source) : NULL;
  set_changed (self, TRUE);
}

/**
 * fonds_import_setup_set_link_names:
 * @self: a setup
 * @link_names: whether names that are in the catalogue already are meant
 *
 * Says what known names mean.
 */
void
fonds_import_setup_set_link_names (FondsImportSetup *self, gboolean link_names)
{
  self->link_names = link_names;
  set_changed (self, TRUE);
}

/**
 * fonds_import_setup_get_changed:
 * @self: a setup
 *
 * Returns: whether files would be read another way than when the options were last taken
 */
gboolean
fonds_import_setup_get_changed (FondsImportSetup *self)
{
  return self->changed;
}

/**
 * fonds_import_setup_take_options:
 * @self: a setup
 * @options: what is filled in; the setup keeps what it points at until something changes
 *
 * Says how files are to be read.
 */
void
fonds_import_setup_take_options (FondsImportSetup *self, FondsImportOptions *options)
{
  guint i;

  g_ptr_array_set_size (self->taken, 0);
  for (i = 0; i < self->files->len; i++)
    g_ptr_array_add (self->taken, ((File *) g_ptr_array_index (self->files, i))->own);
  options->mappings = (FondsMapping *const *) self->taken->pdata;
  options->encoding = self->encoding;
  options->separator = self->separator;
  options->source = self->source;
  options->link_names = self->link_names;
  set_changed (self, FALSE);
}

/**
 * fonds_import_setup_source_options:
 * @self: a setup
 *
 * Returns: how the file that is looked at is read; points into the setup
 */
FondsSourceOptions
fonds_import_setup_source_options (FondsImportSetup *self)
{
  FondsSourceOptions options = { .encoding = self->encoding, .separator = self->separator };

  options.mapping = current (self) ? current (self)->own : NULL;
  return options;
}
