/* session.c - an open catalogue with what all its windows share
 *
 * The search keeps a picture of every record in memory, so that windows on one catalogue share one.
 * Who lets go of a session last has the catalogue closed, on another thread.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/session.h"

#include "ui/closing.h"

struct _FondsSession
{
  GObject parent_instance;

  /* owned */
  GApplication *application;
  FondsCatalogue *catalogue;
  FondsSearch *search;
  FondsState *state;
  FondsBookmarks *bookmarks;
  FondsBackupKeeper *keeper;
  char *path;
};

G_DEFINE_FINAL_TYPE (FondsSession, fonds_session, G_TYPE_OBJECT)

static void
fonds_session_dispose (GObject *object)
{
  FondsSession *self = FONDS_SESSION (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->bookmarks);
  g_clear_object (&self->search);
  if (self->state)
    fonds_state_flush (self->state);
  g_clear_object (&self->state);
  if (self->catalogue)
    fonds_close_when_unused (g_steal_pointer (&self->catalogue), self->application);
  g_clear_object (&self->application);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (fonds_session_parent_class)->dispose (object);
}

static void
fonds_session_class_init (FondsSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_session_dispose;
}

static void
fonds_session_init (FondsSession *self)
{
}

/**
 * fonds_session_new:
 * @application: the program, kept alive until the catalogue is closed
 * @settings: (nullable): what a person chose
 * @catalogue: an open catalogue
 * @state: what was remembered of it
 *
 * Begins a session, which closes the catalogue at its end.
 *
 * Returns: (transfer full): the session
 */
FondsSession *
fonds_session_new (GApplication *application,
                   GSettings *settings,
                   FondsCatalogue *catalogue,
                   FondsState *state)
{
  FondsSession *self = g_object_new (FONDS_TYPE_SESSION, NULL);

  self->application = g_object_ref (application);
  self->catalogue = g_object_ref (catalogue);
  self->search = fonds_search_new (catalogue);
  self->state = g_object_ref (state);
  self->bookmarks = fonds_bookmarks_new (state);
  self->keeper = fonds_backup_keeper_new (catalogue, settings);
  self->path = g_strdup (fonds_catalogue_get_path (catalogue));
  return self;
}

/**
 * fonds_session_get_catalogue:
 * @self: a session
 *
 * Returns: (transfer none): the catalogue, which stays open as long as the session
 */
FondsCatalogue *
fonds_session_get_catalogue (FondsSession *self)
{
  g_return_val_if_fail (FONDS_IS_SESSION (self), NULL);

  return self->catalogue;
}

/**
 * fonds_session_get_search:
 * @self: a session
 *
 * Returns: (transfer none): the catalogue's search
 */
FondsSearch *
fonds_session_get_search (FondsSession *self)
{
  g_return_val_if_fail (FONDS_IS_SESSION (self), NULL);

  return self->search;
}

/**
 * fonds_session_get_state:
 * @self: a session
 *
 * Returns: (transfer none): what the windows of this catalogue remember
 */
FondsState *
fonds_session_get_state (FondsSession *self)
{
  g_return_val_if_fail (FONDS_IS_SESSION (self), NULL);

  return self->state;
}

/**
 * fonds_session_get_bookmarks:
 * @self: a session
 *
 * Returns: (transfer none): the person's bookmarks in the catalogue
 */
FondsBookmarks *
fonds_session_get_bookmarks (FondsSession *self)
{
  g_return_val_if_fail (FONDS_IS_SESSION (self), NULL);

  return self->bookmarks;
}

/**
 * fonds_session_get_keeper:
 * @self: a session
 *
 * Returns: (transfer none): who looks after the catalogue's backups
 */
FondsBackupKeeper *
fonds_session_get_keeper (FondsSession *self)
{
  g_return_val_if_fail (FONDS_IS_SESSION (self), NULL);

  return self->keeper;
}

/**
 * fonds_session_get_path:
 * @self: a session
 *
 * Returns: (transfer none): the catalogue's file
 */
const char *
fonds_session_get_path (FondsSession *self)
{
  g_return_val_if_fail (FONDS_IS_SESSION (self), NULL);

  return self->path;
}
