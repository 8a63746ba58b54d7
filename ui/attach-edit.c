/* attach-edit.c - changing how a file hangs on its record
 *
 * Each change is one entry of the journal; what came of it is said with a way back.
 * Thread: main context. Ownership: an errand holds the window, which outlives the record's page.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/attach-edit.h"

#include "data/media/attach.h"
#include "ui/error-words.h"
#include "ui/file-chooser.h"
#include "ui/media-outside.h"
#include "ui/window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *window;
  FondsMedia *media;
  gint64 record;
  char *key;
  char *language;   /* (nullable) */
  const char *said; /* what is said when it is done */
  GtkEditable *entry;
} Errand;

static Errand *
errand_new (GtkWidget *widget, FondsMedia *media, gint64 record, const char *key, const char *said)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  errand->media = g_object_ref (media);
  errand->record = record;
  errand->key = g_strdup (key);
  errand->said = said;
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->window);
  g_object_unref (errand->media);
  g_free (errand->key);
  g_free (errand->language);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (fonds_attach_edit_finish (FONDS_MEDIA (source), result, &error))
    fonds_say (errand->window, errand->said, _ ("Undo"), "win.undo");
  else
    fonds_say (errand->window,
               error->domain == FONDS_MEDIA_ERROR ? error->message : fonds_error_title (error),
               NULL, NULL);
}

static void
caption_cb (AdwMessageDialog *dialog, const char *response, Errand *errand)
{
  if (!g_str_equal (response, "save"))
    {
      errand_free (errand);
      return;
    }
  fonds_attach_caption_async (errand->media, errand->record, errand->key,
                              gtk_editable_get_text (errand->entry), errand->language,
                              fonds_window_who (errand->window), edited_cb, errand);
}

/**
 * fonds_attach_ask_caption:
 * @widget: what shows the record, in a window
 * @media: the media of the record's catalogue
 * @record: the record's id
 * @attachment: one of its files
 * @language: (nullable): the language of a caption that has none yet
 *
 * Asks what stands under a file, and writes it there.
 */
void
fonds_attach_ask_caption (GtkWidget *widget,
                          FondsMedia *media,
                          gint64 record,
                          const FondsAttachment *attachment,
                          const char *language)
{
  Errand *errand = errand_new (widget, media, record, attachment->key, _ ("Caption changed"));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (errand->window), _ ("Caption"), attachment->name);
  GtkWidget *entry = gtk_entry_new ();

  errand->language = g_strdup (attachment->language ? attachment->language : language);
  errand->entry = GTK_EDITABLE (entry);
  gtk_editable_set_text (errand->entry, attachment->caption ? attachment->caption : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Caption"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (caption_cb), errand);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
replacement_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);
  g_autoptr (GFile) file = NULL;

  if (!path)
    return;
  file = g_file_new_for_path (path);
  fonds_attach_replace_async (errand->media, errand->record, errand->key, file,
                              fonds_window_who (errand->window), NULL, edited_cb, errand);
  g_steal_pointer (&errand);
}

/**
 * fonds_attach_ask_replacement:
 * @widget: what shows the record, in a window
 * @media: the media of the record's catalogue
 * @record: the record's id
 * @attachment: one of its files
 *
 * Asks for a better copy of a file, and puts it in its place.
 */
void
fonds_attach_ask_replacement (GtkWidget *widget,
                              FondsMedia *media,
                              gint64 record,
                              const FondsAttachment *attachment)
{
  Errand *errand = errand_new (widget, media, record, attachment->key, _ ("File replaced"));

  fonds_choose_file_async (GTK_WINDOW (errand->window), _ ("Replace the file"), _ ("_Replace"),
                           GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL, replacement_chosen_cb, errand);
}

/**
 * fonds_attach_put:
 * @widget: what shows the record, in a window
 * @media: the media of the record's catalogue
 * @record: the record's id
 * @key: one of its files
 * @position: its new place among them, from 0
 *
 * Changes the order of a record's files.
 */
void
fonds_attach_put (GtkWidget *widget,
                  FondsMedia *media,
                  gint64 record,
                  const char *key,
                  guint position)
{
  fonds_attach_move_async (media, record, key, position, fonds_window_who (widget), edited_cb,
                           errand_new (widget, media, record, key, _ ("Order changed")));
}

/**
 * fonds_attach_take_off:
 * @widget: what shows the record, in a window
 * @media: the media of the record's catalogue
 * @record: the record's id
 * @key: one of its files
 *
 * Removes a file from its record.
 */
void
fonds_attach_take_off (GtkWidget *widget, FondsMedia *media, gint64 record, const char *key)
{
  fonds_attach_remove_async (media, record, key, fonds_window_who (widget), edited_cb,
                             errand_new (widget, media, record, key, _ ("File removed")));
}
