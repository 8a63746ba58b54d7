/* attach-files.c - bringing files from this computer to a record
 *
 * Several files on a unit may be its pages or items of their own: that is asked once. Progress is
 * seen when it takes longer than a moment; cancelled, nothing has changed. What came of it is said
 * with a way back, and each file that was refused is named.
 * Thread: main context. Ownership: an errand lives from the first question to the last answer.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/attach-files.h"

#include "data/catalogue/level.h"
#include "data/media/attach.h"
#include "ui/attach-progress.h"
#include "ui/error-words.h"
#include "ui/file-chooser.h"
#include "ui/label.h"
#include "ui/media-outside.h"
#include "ui/window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* So many refused files are named; the rest is a number. */
#define NAMED 12

typedef struct
{
  GtkWidget *window; /* what showed the record may have made room for another by the end */
  FondsMedia *media;
  FondsRecord *record;
  GPtrArray *files;                    /* of GFile */
  FondsAttachProgressDialog *progress; /* (nullable) */
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_pointer (&errand->progress, fonds_attach_progress_dialog_end);
  g_object_unref (errand->window);
  g_object_unref (errand->media);
  fonds_record_unref (errand->record);
  g_ptr_array_unref (errand->files);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
tell_refused (Errand *errand, GPtrArray *refused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *heading =
      g_strdup_printf (ngettext ("%u file could not be added", "%u files could not be added",
                                 refused->len),
                       refused->len);
  GtkWidget *dialog;
  guint i;

  for (i = 0; i < MIN (refused->len, NAMED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (refused, i));
  if (refused->len > NAMED)
    g_string_append_printf (text, _ ("\nand %u more"), refused->len - NAMED);
  dialog = adw_message_dialog_new (GTK_WINDOW (errand->window), heading, text->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell_attached (Errand *errand, const FondsAttached *attached)
{
  g_autofree char *count = fonds_format_count (attached->n_attached);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s file added", "%s files added", attached->n_attached), count);

  if (attached->n_attached > 0)
    fonds_say (errand->window, text, _ ("Undo"), "win.undo");
  if (attached->refused->len > 0)
    tell_refused (errand, attached->refused);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAttached) attached = fonds_attach_finish (FONDS_MEDIA (source), result, &error);

  g_clear_pointer (&errand->progress, fonds_attach_progress_dialog_end);
  if (attached)
    tell_attached (errand, attached);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fonds_say (errand->window, _ ("Nothing was added"), NULL, NULL);
  else
    fonds_say (errand->window,
               error->domain == FONDS_MEDIA_ERROR ? error->message : fonds_error_title (error),
               NULL, NULL);
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Errand *errand = user_data;

  if (errand->progress)
    fonds_attach_progress_dialog_update (errand->progress, done, total);
}

static void
attach (Errand *errand, FondsAttachAs as)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  errand->progress = fonds_attach_progress_dialog_begin (GTK_WINDOW (errand->window),
                                                         errand->files->len, cancellable);
  fonds_attach_async (errand->media, errand->record->id, as, errand->files,
                      fonds_window_who (errand->window), progress_cb, errand, cancellable,
                      attached_cb, errand);
}

static void
asked_cb (AdwMessageDialog *dialog, const char *response, Errand *errand)
{
  if (g_str_equal (response, "items"))
    attach (errand, FONDS_ATTACH_AS_ITEMS);
  else if (g_str_equal (response, "pages"))
    attach (errand, FONDS_ATTACH_AS_PAGES);
  else
    errand_free (errand);
}

/* A file under a unit can be an item of its own, where the level of the unit holds items. */
static gboolean
may_be_items (const FondsRecord *record)
{
  return record->kind == FONDS_KIND_UNIT &&
         fonds_level_may_hold (fonds_body_text (record->body, "level"), "item");
}

static void
ask (Errand *errand)
{
  g_autofree char *count = fonds_format_count (errand->files->len);
  g_autofree char *heading = g_strdup_printf (_ ("Add %s files"), count);
  g_autofree char *as_items = g_strdup_printf (_ ("As %s _items"), count);
  g_autofree char *as_pages = g_strdup_printf (_ ("As %s _pages of this record"), count);
  g_autofree char *title =
      g_strdup_printf ("\u2068%s\u2069",
                       errand->record->title ? errand->record->title : _ ("Untitled"));
  g_autofree char *body =
      g_strdup_printf (_ ("Each file can become an item of its own in “%s”, named after the file; "
                          "or "
                          "all become pages of the record itself. They are taken in the order of "
                          "the numbers in their names."),
                       title);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (errand->window), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "items",
                                    as_items, "pages", as_pages, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "pages");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (asked_cb), errand);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * fonds_attach_files:
 * @widget: what shows the record, in a window
 * @media: the media of the record's catalogue
 * @record: the record
 * @files: (element-type GFile): files of this computer
 *
 * Adds files to a record, in the natural order of their names.
 */
void
fonds_attach_files (GtkWidget *widget, FondsMedia *media, FondsRecord *record, GPtrArray *files)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Errand *errand;

  if (files->len == 0 || !GTK_IS_WINDOW (root))
    return;
  errand = g_new0 (Errand, 1);
  errand->window = g_object_ref (GTK_WIDGET (root));
  errand->media = g_object_ref (media);
  errand->record = fonds_record_ref (record);
  errand->files = g_ptr_array_ref (files);
  fonds_attach_sort (files);
  if (files->len > 1 && may_be_items (record))
    ask (errand);
  else
    attach (errand, FONDS_ATTACH_AS_PAGES);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Errand *errand)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) list = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      guint i;

      for (i = 0; i < g_list_model_get_n_items (list); i++)
        g_ptr_array_add (errand->files, g_list_model_get_item (list, i));
      fonds_attach_files (errand->window, errand->media, errand->record, errand->files);
    }
  errand_free (errand);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/**
 * fonds_attach_choose:
 * @widget: what shows the record, in a window
 * @media: the media of the record's catalogue
 * @record: the record
 *
 * Asks for files, and adds them to a record.
 */
void
fonds_attach_choose (GtkWidget *widget, FondsMedia *media, FondsRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Add pictures or files"), GTK_WINDOW (root),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  Errand *errand = g_new0 (Errand, 1);

  errand->window = g_object_ref (GTK_WIDGET (root));
  errand->media = g_object_ref (media);
  errand->record = fonds_record_ref (record);
  errand->files = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), errand);
  fonds_chooser_show (chooser, GTK_WINDOW (root));
}
