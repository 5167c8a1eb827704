/* test-documents.c: letters of dossiers, and the templates they are made from
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "document/pv-champs-list.h"
#include "document/pv-document-apercu.h"
#include "document/pv-document-gabarit.h"
#include "document/pv-lettres-dialog.h"
#include "document/pv-modeles-editor.h"
#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossiers-page.h"
#include "export/pv-export.h"
#include "modele/pv-document-lecture-store.h"
#include "pv-display.h"
#include "pv-statement.h"

typedef struct
{
  char *path;
  char *folder;
  PvWindow *window;
  PvContext *context;
} Fixture;

static gboolean
run_sql (PvDb *db, gpointer data, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, data, error);

  return statement != NULL && pv_statement_run (statement, error);
}

static void
execute (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (f->context, "organisme-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
}

static void
begin (Fixture *f)
{
  f->path = pv_display_copy_demonstration ();
  f->folder = g_path_get_dirname (f->path);
  f->window = pv_display_show_programme (f->path);
  f->context = pv_window_get_context (f->window);
  execute (f, "UPDATE organisme SET adresse = NULL WHERE nom = 'Toit et Lien'");
}

static void
end (Fixture *f)
{
  pv_display_close (GTK_WINDOW (f->window));
  g_free (f->folder);
  pv_display_remove (f->path);
}

static gint64
find (Fixture *f, const char *numero)
{
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (GArray) ids =
      pv_document_find_dossiers (pv_context_get_reader (f->context), &filtre, numero, NULL);

  g_assert_cmpuint (ids->len, >=, 1);
  return g_array_index (ids, gint64, 0);
}

static GArray *
list (Fixture *f, const char *const *numeros)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; numeros[i] != NULL; i++)
    {
      gint64 id = find (f, numeros[i]);

      g_array_append_val (ids, id);
    }

  return ids;
}

static gboolean
is_idle (gpointer data)
{
  return !pv_lettres_dialog_is_busy (data);
}

static PvDocumentApercu *
get_apercu (PvLettresDialog *dialog)
{
  return PV_DOCUMENT_APERCU (
      pv_display_find (GTK_WIDGET (dialog), PV_TYPE_DOCUMENT_APERCU, NULL, NULL));
}

static void
close_dialog (Fixture *f, PvLettresDialog *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pv_display_settle (f->context);
  g_assert_null (dialog);
}

static PvLettresDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PV_IS_LETTRES_DIALOG (l->data))
      return l->data;

  return NULL;
}

static void
test_one_file (void)
{
  static const char *const numeros[] = { "0305", "0302", "0374", "0409", NULL };
  Fixture f = { NULL };
  PvLettresDialog *dialog = NULL;
  g_autofree char *out = NULL;
  g_autofree char *content = NULL;
  gsize length = 0;

  begin (&f);
  dialog = pv_lettres_dialog_present_dossiers (GTK_WIDGET (f.window), f.context,
                                               PV_DOCUMENT_GENRE_NOTIFICATION, list (&f, numeros));
  pv_display_settle (f.context);
  g_assert_cmpuint (pv_document_apercu_get_n_pages (get_apercu (dialog)), >=, 1);
  pv_display_check_names (GTK_WIDGET (dialog));
  pv_display_picture (GTK_WINDOW (dialog), f.context, "lettres");

  out = g_build_filename (f.folder, "lettres.pdf", NULL);
  pv_lettres_dialog_write_to (dialog, out);
  pv_display_wait (is_idle, dialog);
  pv_display_settle (f.context);
  g_assert_true (g_file_get_contents (out, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  /* 0302 has no address, 0409 is refused */
  g_assert_nonnull (pv_display_find (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, NULL, NULL));
  pv_display_check_names (GTK_WIDGET (dialog));
  pv_display_picture (GTK_WINDOW (dialog), f.context, "lettres-faites");
  close_dialog (&f, dialog);
  end (&f);
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
test_folder (void)
{
  static const char *const numeros[] = { "0305", "0374", NULL };
  Fixture f = { NULL };
  PvLettresDialog *dialog = NULL;
  g_autofree char *out = NULL;

  begin (&f);
  dialog = pv_lettres_dialog_present_dossiers (GTK_WIDGET (f.window), f.context,
                                               PV_DOCUMENT_GENRE_FICHE, list (&f, numeros));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (pv_display_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "forme_row", NULL)),
      1);
  pv_display_settle (f.context);
  out = g_build_filename (f.folder, "fiches", NULL);
  pv_lettres_dialog_write_to (dialog, out);
  pv_display_wait (is_idle, dialog);
  pv_display_settle (f.context);
  g_assert_cmpuint (count_files (out), ==, 2);
  pv_display_picture (GTK_WINDOW (dialog), f.context, "lettres-fiche");
  close_dialog (&f, dialog);
  end (&f);
}

/* Cancelled: neither the folder nor a part of it is left. */
static void
test_cancel (void)
{
  Fixture f = { NULL };
  PvLettresDialog *dialog = NULL;
  g_autofree char *out = NULL;
  guint before = 0;

  begin (&f);
  pv_display_act (GTK_WIDGET (f.window), f.context, "win.goto",
                  g_variant_new ("(ss)", "dossiers", ""));
  pv_display_act (GTK_WIDGET (pv_window_get_page (f.window, "dossiers")), f.context,
                  "dossiers.lettres", NULL);
  dialog = find_dialog ();
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (pv_display_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "modele_row", NULL)),
      PV_DOCUMENT_GENRE_FICHE);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (pv_display_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "forme_row", NULL)),
      1);
  pv_display_settle (f.context);
  before = count_files (f.folder);
  out = g_build_filename (f.folder, "annule", NULL);
  pv_lettres_dialog_write_to (dialog, out);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "lettres.cancel", NULL);
  pv_display_wait (is_idle, dialog);
  pv_display_settle (f.context);
  g_assert_cmpuint (count_files (f.folder), ==, before);
  close_dialog (&f, dialog);
  end (&f);
}

/* The page of exports offers them of a whole appel, the page of a dossier of this one. */
static void
test_doors (void)
{
  Fixture f = { NULL };
  GtkWidget *page = NULL;
  GtkWidget *kinds = NULL;
  guint n = 0;

  begin (&f);
  pv_display_act (GTK_WIDGET (f.window), f.context, "win.goto",
                  g_variant_new ("(ss)", "exports", ""));
  page = GTK_WIDGET (pv_window_get_page (f.window, "exports"));
  kinds = pv_display_find (page, ADW_TYPE_COMBO_ROW, "kind_row", NULL);
  for (n = 0; n < pv_export_get_n_kinds (); n++)
    if (g_str_equal (pv_export_kind_get_id (pv_export_get_kind (n)), "lettres"))
      break;
  adw_combo_row_set_selected (ADW_COMBO_ROW (kinds), n);
  pv_display_settle (f.context);
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (f.window), f.context, "exports-lettres");
  pv_display_act (page, f.context, "exports.choose", NULL);
  g_assert_nonnull (find_dialog ());
  close_dialog (&f, find_dialog ());

  pv_display_act (GTK_WIDGET (f.window), f.context, "win.open-dossier",
                  g_variant_new_int64 (find (&f, "0409")));
  pv_display_act (pv_display_find (GTK_WIDGET (f.window), PV_TYPE_DOSSIER_PAGE, NULL, NULL),
                  f.context, "dossier.lettres", NULL);
  g_assert_nonnull (find_dialog ());
  pv_display_picture (GTK_WINDOW (find_dialog ()), f.context, "lettres-refus");
  close_dialog (&f, find_dialog ());
  end (&f);
}

static GtkTextBuffer *
get_buffer (GtkWidget *editor)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (pv_display_find (editor, GTK_TYPE_TEXT_VIEW, "texte", NULL)));
}

static gint64
count_rows (Fixture *f)
{
  return pv_display_query (f->context, "SELECT COUNT(*) FROM modele_document");
}

/* Waits for the pauses after typing. */
static gboolean
is_saved (gpointer data)
{
  return count_rows (data) > 0;
}

static gboolean
has_pages (gpointer data)
{
  return pv_document_apercu_get_n_pages (data) > 0;
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static void
insert_field (GtkWidget *editor, const char *searched)
{
  GtkWidget *champs = pv_display_find (editor, PV_TYPE_CHAMPS_LIST, NULL, NULL);
  GtkWidget *search = pv_display_find (champs, GTK_TYPE_SEARCH_ENTRY, "recherche", NULL);
  GtkWidget *row = NULL;

  gtk_editable_set_text (GTK_EDITABLE (search), searched);
  g_signal_emit_by_name (search, "search-changed");
  for (row =
           gtk_widget_get_first_child (pv_display_find (champs, GTK_TYPE_LIST_BOX, "liste", NULL));
       row != NULL && !gtk_widget_get_child_visible (row); row = gtk_widget_get_next_sibling (row))
    continue;
  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

static gboolean
has_sentence (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (data), "sentence") == 0;
}

/* The example is found beside the keys: what is shown stays until it is. */
static void
test_exemple (void)
{
  Fixture f = { NULL };
  GtkWidget *editor, *apercu, *stack, *liste;

  begin (&f);
  pv_display_act (GTK_WIDGET (f.window), f.context, "win.goto",
                  g_variant_new ("(ss)", "parametres", "modele"));
  editor = pv_display_find (GTK_WIDGET (f.window), PV_TYPE_MODELES_EDITOR, NULL, NULL);
  apercu = pv_display_find (editor, PV_TYPE_DOCUMENT_APERCU, NULL, NULL);
  stack = pv_display_find (apercu, GTK_TYPE_STACK, NULL, NULL);
  liste = pv_display_find (editor, GTK_TYPE_LIST_BOX, "liste", NULL);
  pv_display_wait (has_pages, apercu);
  pv_display_settle (f.context);

  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (editor, G_TYPE_NONE, "numero", NULL)),
                         "no such number");
  gtk_list_box_select_row (GTK_LIST_BOX (liste),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (liste), 1));
  g_assert_true (has_pages (apercu));
  g_assert_false (has_sentence (stack));
  pv_display_wait (has_sentence, stack);
  g_assert_false (has_pages (apercu));
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (editor, G_TYPE_NONE, "numero", NULL)), "");
  pv_display_wait (has_pages, apercu);
  g_assert_false (has_sentence (stack));
  pv_display_settle (f.context);
  end (&f);
}

static void
test_editor (void)
{
  Fixture f = { NULL };
  GtkWidget *editor = NULL;
  GtkWidget *apercu = NULL;
  GtkWidget *problemes = NULL;
  GtkStack *stack = NULL;
  g_autofree char *texte = NULL;
  GtkTextIter start, end_iter;

  begin (&f);
  pv_display_act (GTK_WIDGET (f.window), f.context, "win.goto",
                  g_variant_new ("(ss)", "parametres", "modele"));
  editor = pv_display_find (GTK_WIDGET (f.window), PV_TYPE_MODELES_EDITOR, NULL, NULL);
  g_assert_nonnull (editor);
  apercu = pv_display_find (editor, PV_TYPE_DOCUMENT_APERCU, NULL, NULL);
  problemes = pv_display_find (editor, GTK_TYPE_SCROLLED_WINDOW, "problemes_box", NULL);
  pv_display_wait (has_pages, apercu);
  pv_display_check_names (editor);
  pv_display_picture (GTK_WINDOW (f.window), f.context, "modeles");

  /* typed, a field that is not: told, and saved all the same */
  gtk_text_buffer_insert_at_cursor (get_buffer (editor), "{{porteur.non}}\n", -1);
  pv_display_wait (is_shown, problemes);
  pv_display_wait (is_saved, &f);
  pv_display_settle (f.context);
  pv_display_check_names (editor);
  pv_display_picture (GTK_WINDOW (f.window), f.context, "modeles-probleme");

  /* undone: the text is the one shipped again */
  pv_display_act (GTK_WIDGET (f.window), f.context, "win.undo", NULL);
  g_assert_cmpint (count_rows (&f), ==, 0);
  gtk_text_buffer_get_bounds (get_buffer (editor), &start, &end_iter);
  texte = gtk_text_buffer_get_text (get_buffer (editor), &start, &end_iter, TRUE);
  g_assert_null (strstr (texte, "porteur.non"));
  g_assert_false (gtk_widget_get_visible (problemes));

  /* one of ours: a copy, with a field from the list */
  pv_display_act (editor, f.context, "modeles.duplicate", NULL);
  g_assert_cmpint (count_rows (&f), ==, 1);
  stack = GTK_STACK (pv_display_find (editor, GTK_TYPE_STACK, "stack", NULL));
  gtk_stack_set_visible_child_name (stack, "champs");
  pv_display_settle (f.context);
  insert_field (editor, "siret");
  pv_modeles_editor_settle (PV_MODELES_EDITOR (editor));
  pv_display_settle (f.context);
  g_assert_cmpint (pv_display_query (f.context, "SELECT COUNT(*) FROM modele_document WHERE texte"
                                                " LIKE '%{{porteur.siret}}%'"),
                   ==, 1);
  pv_display_check_names (editor);
  pv_display_picture (GTK_WINDOW (f.window), f.context, "modeles-champs");
  pv_display_act (editor, f.context, "modeles.reset", NULL);
  g_assert_cmpint (count_rows (&f), ==, 0);
  end (&f);
}

static void
inserted_cb (PvChampsList *list, const char *texte, gboolean ligne, GString *tout)
{
  if (g_str_has_prefix (texte, "{{"))
    g_string_append_printf (tout, "%s\n", texte);
}

/* What the list offers for a genre, a template of that genre takes. */
static void
test_champs (void)
{
  for (PvDocumentGenre genre = 0; genre < PV_N_DOCUMENT_GENRES; genre++)
    {
      PvChampsList *list = g_object_ref_sink (g_object_new (PV_TYPE_CHAMPS_LIST, NULL));
      g_autoptr (GString) tout = g_string_new (NULL);
      g_autoptr (PvDocumentGabarit) gabarit = NULL;
      g_autoptr (GError) error = NULL;
      GtkListBox *liste =
          GTK_LIST_BOX (pv_display_find (GTK_WIDGET (list), GTK_TYPE_LIST_BOX, "liste", NULL));
      GtkListBoxRow *row;

      pv_champs_list_set_genre (list, genre);
      g_signal_connect (list, "insert", G_CALLBACK (inserted_cb), tout);
      for (int i = 0; (row = gtk_list_box_get_row_at_index (liste, i)) != NULL; i++)
        g_signal_emit_by_name (liste, "row-activated", row);
      g_assert_nonnull (strstr (tout->str, "{{si "));
      gabarit = pv_document_gabarit_read (genre, tout->str);
      pv_document_gabarit_check (gabarit, "champs", &error);
      g_assert_no_error (error);
      g_assert_finalize_object (list);
    }
}

int
main (int argc, char *argv[])
{
  pv_display_init (&argc, &argv);

  g_test_add_func ("/display/documents/one-file", test_one_file);
  g_test_add_func ("/display/documents/folder", test_folder);
  g_test_add_func ("/display/documents/cancel", test_cancel);

  g_test_add_func ("/display/documents/champs", test_champs);
  g_test_add_func ("/display/documents/doors", test_doors);
  g_test_add_func ("/display/documents/editor", test_editor);
  g_test_add_func ("/display/documents/example", test_exemple);

  return g_test_run ();
}
