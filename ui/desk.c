/* desk.c - what all windows of the program share
 *
 * The settings, the catalogues that were open last, and those that are open now, each once.
 * Thread: main context. Ownership: the application owns the desk; sessions are held by windows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/desk.h"

struct _FondsDesk
{
  GObject parent_instance;

  /* owned */
  GSettings *settings; /* (nullable): missing where the schema isn't installed */
  FondsRecent *recent;
  GPtrArray *sessions; /* of FondsSession, which are borrowed and leave by themselves */

  /* borrowed */
  GApplication *application;
};

G_DEFINE_FINAL_TYPE (FondsDesk, fonds_desk, G_TYPE_OBJECT)

static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, FONDS_APP_ID, TRUE);
  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
tell_who (FondsDesk *self, FondsSession *session)
{
  g_autofree char *who =
      self->settings ? g_settings_get_string (self->settings, "user-name") : NULL;

  fonds_catalogue_set_who (fonds_session_get_catalogue (session), who);
}

static void
who_changed_cb (FondsDesk *self)
{
  for (guint i = 0; i < self->sessions->len; i++)
    tell_who (self, g_ptr_array_index (self->sessions, i));
}

static void
session_gone_cb (gpointer user_data, GObject *session)
{
  g_ptr_array_remove_fast (FONDS_DESK (user_data)->sessions, session);
}

static void
fonds_desk_dispose (GObject *object)
{
  FondsDesk *self = FONDS_DESK (object);

  for (guint i = 0; self->sessions && i < self->sessions->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->sessions, i), session_gone_cb, self);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->recent);

  G_OBJECT_CLASS (fonds_desk_parent_class)->dispose (object);
}

static void
fonds_desk_class_init (FondsDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_desk_dispose;
}

static void
fonds_desk_init (FondsDesk *self)
{
  self->sessions = g_ptr_array_new ();
}

/**
 * fonds_desk_new:
 * @application: the program, which owns the desk
 *
 * Makes the desk. The list of what was open last is still to be loaded.
 *
 * Returns: (transfer full): the desk
 */
FondsDesk *
fonds_desk_new (GApplication *application)
{
  FondsDesk *self = g_object_new (FONDS_TYPE_DESK, NULL);

  self->application = application;
  self->recent = fonds_recent_new (application);
  self->settings = find_settings ();
  if (self->settings)
    g_signal_connect_object (self->settings, "changed::user-name", G_CALLBACK (who_changed_cb),
                             self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * fonds_desk_get_settings:
 * @self: a desk
 *
 * Returns: (transfer none) (nullable): what a person chose; %NULL where the schema isn't installed
 */
GSettings *
fonds_desk_get_settings (FondsDesk *self)
{
  g_return_val_if_fail (FONDS_IS_DESK (self), NULL);

  return self->settings;
}

/**
 * fonds_desk_get_recent:
 * @self: a desk
 *
 * Returns: (transfer none): the catalogues that were open last
 */
FondsRecent *
fonds_desk_get_recent (FondsDesk *self)
{
  g_return_val_if_fail (FONDS_IS_DESK (self), NULL);

  return self->recent;
}

/**
 * fonds_desk_find:
 * @self: a desk
 * @path: a catalogue's file
 *
 * Looks whether a catalogue is open.
 *
 * Returns: (transfer none) (nullable): its session
 */
FondsSession *
fonds_desk_find (FondsDesk *self, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  g_return_val_if_fail (FONDS_IS_DESK (self), NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      FondsSession *session = g_ptr_array_index (self->sessions, i);
      g_autofree char *has = g_canonicalize_filename (fonds_session_get_path (session), NULL);

      if (g_str_equal (has, whole))
        return session;
    }
  return NULL;
}

/**
 * fonds_desk_begin:
 * @self: a desk
 * @catalogue: a catalogue that has just been opened
 * @state: what was remembered of it
 *
 * Begins the session of a catalogue, for all windows that will be on it.
 *
 * Returns: (transfer full): the session
 */
FondsSession *
fonds_desk_begin (FondsDesk *self, FondsCatalogue *catalogue, FondsState *state)
{
  FondsSession *session;

  g_return_val_if_fail (FONDS_IS_DESK (self), NULL);

  session = fonds_session_new (self->application, self->settings, catalogue, state);
  g_object_weak_ref (G_OBJECT (session), session_gone_cb, self);
  g_ptr_array_add (self->sessions, session);
  tell_who (self, session);
  return session;
}
