/* test-assistant.c: a new programme, step by step
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "appel/pv-appel-store.h"
#include "cadre/pv-cadre-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-dispositif-store.h"
#include "financeur/pv-financeur-store.h"
#include "parametres/pv-saisie-row.h"
#include "programme/pv-assistant-cadre.h"
#include "programme/pv-contrat-store.h"
#include "programme/pv-programme-assistant.h"
#include "programme/pv-programme.h"
#include "pv-display.h"
#include "widget/pv-amount-entry.h"

static char *folder;

static GtkWidget *
find_row (gpointer root, const char *title)
{
  GtkWidget *control = pv_display_find (root, GTK_TYPE_ENTRY, NULL, title);

  g_assert_nonnull (control);

  return gtk_widget_get_ancestor (control, PV_TYPE_SAISIE_ROW);
}

static void
type (gpointer root, const char *title, const char *text)
{
  GtkWidget *control = pv_saisie_row_get_control (PV_SAISIE_ROW (find_row (root, title)));

  gtk_editable_set_text (GTK_EDITABLE (control), text);
  g_signal_emit_by_name (control, "activate");
}

static const char *
get_problem (gpointer root, const char *title)
{
  GtkWidget *row = find_row (root, title);

  return gtk_widget_has_css_class (row, "problem")
             ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row))
             : NULL;
}

static const char *
get_step (gpointer window)
{
  return adw_window_title_get_subtitle (
      ADW_WINDOW_TITLE (pv_display_find (window, ADW_TYPE_WINDOW_TITLE, NULL, NULL)));
}

/* The contrat of that name. */
static void
choose (gpointer window, const char *title)
{
  GtkListBox *list = GTK_LIST_BOX (pv_display_find (window, GTK_TYPE_LIST_BOX, "list", NULL));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      {
        gtk_list_box_select_row (list, row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

static void
created_cb (PvProgrammeAssistant *assistant, GFile *file, gpointer user_data)
{
  g_set_object ((GFile **)user_data, file);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *)data == NULL;
}

static GtkWindow *
show_assistant (gpointer *gone)
{
  GtkWindow *window = pv_programme_assistant_new (NULL);

  *gone = window;
  g_object_add_weak_pointer (G_OBJECT (window), gone);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

static void
next (GtkWindow *window)
{
  pv_display_act (GTK_WIDGET (window), NULL, "assistant.next", NULL);
}

static void
uncheck (GtkWindow *window, const char *label)
{
  GtkWidget *check = pv_display_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, NULL, label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
}

static void
assert_file (const char *path)
{
  g_autoptr (PvContext) context = pv_display_open (path);
  PvDb *db = pv_context_get_reader (context);
  g_autoptr (GPtrArray) contrats = pv_contrat_store_list (db, NULL);
  g_autoptr (GPtrArray) appels = pv_appel_store_list (db, NULL);
  g_autoptr (GPtrArray) enveloppes = pv_enveloppe_store_list (db, 2027, NULL);
  g_autoptr (PvCadre) cadre = NULL;
  PvContrat *contrat = contrats->pdata[0];
  PvAppel *appel = appels->pdata[0];
  gint64 id;

  g_assert_cmpstr (contrat->code, ==, "CN05911M");
  g_assert_cmpstr (appel->libelle, ==, "Programmation 2027");
  g_assert_cmpint (appel->exercice, ==, 2027);
  g_assert_cmpint (appel->contrat_id, ==, contrat->id);
  g_assert_cmpstr (appel->depot_fin, ==, "2026-11-30");
  g_assert_true (pv_cadre_store_find_principal (db, &id, NULL));
  cadre = pv_cadre_store_get (db, id, NULL);
  g_assert_cmpstr (cadre->code, ==, "mel_2024");
  g_assert_true (pv_financeur_store_find_by_nom (db, "ANRU", &id, NULL));
  g_assert_cmpint (id, ==, PV_INT_NULL);
  g_assert_true (pv_financeur_store_find_by_nom (db, "État", &id, NULL));
  g_assert_cmpint (id, !=, PV_INT_NULL);
  g_assert_true (pv_dispositif_store_find_by_code (db, "etat_cpo", &id, NULL));
  g_assert_cmpint (id, ==, PV_INT_NULL);
  g_assert_cmpuint (enveloppes->len, ==, 1);
  g_assert_cmpint (((PvEnveloppe *)enveloppes->pdata[0])->montant_cents, ==, 125000000);
}

static void
test_whole (void)
{
  gpointer gone = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWindow *window = show_assistant (&gone);
  GtkWidget *entry;

  g_signal_connect (window, "created", G_CALLBACK (created_cb), &file);
  pv_display_check_names (GTK_WIDGET (window));
  g_assert_cmpstr (get_step (window), ==, "Étape 1 sur 5");

  /* nothing chosen: told, and the step stays */
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 1 sur 5");

  choose (window, "Métropole Européenne de Lille");
  type (window, "Exercice", "vingt");
  g_assert_nonnull (get_problem (window, "Exercice"));
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 1 sur 5");
  type (window, "Exercice", "2027");
  g_assert_null (get_problem (window, "Exercice"));
  pv_display_picture (window, NULL, "assistant-1");

  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 2 sur 5");
  g_assert_cmpstr (pv_assistant_cadre_get_code (PV_ASSISTANT_CADRE (
                       pv_display_find (GTK_WIDGET (window), PV_TYPE_ASSISTANT_CADRE, NULL, NULL))),
                   ==, "mel_2024");
  pv_display_picture (window, NULL, "assistant-2");

  next (window);
  type (window, "Nom de l’appel", "");
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 3 sur 5");
  g_assert_nonnull (get_problem (window, "Nom de l’appel"));
  type (window, "Nom de l’appel", "Programmation 2027");
  type (window, "Dépôts jusqu’au", "30/11/2026");
  uncheck (window, "ANRU");
  uncheck (window, "Convention pluriannuelle d’objectifs (CPO)");
  pv_display_check_names (GTK_WIDGET (window));
  pv_display_picture (window, NULL, "assistant-3");

  next (window);
  entry = pv_display_find (GTK_WIDGET (window), PV_TYPE_AMOUNT_ENTRY, NULL,
                           "Programme 147, Fonctionnement");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "beaucoup");
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 4 sur 5");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1 250 000");
  pv_display_check_names (GTK_WIDGET (window));
  pv_display_picture (window, NULL, "assistant-4");

  /* back and forth keeps what was said */
  pv_display_act (GTK_WIDGET (window), NULL, "assistant.back", NULL);
  next (window);
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 5 sur 5");
  pv_display_picture (window, NULL, "assistant-5");
  next (window);
  pv_display_wait (is_set, &file);
  pv_display_wait (is_null, &gone);
  assert_file (g_file_peek_path (file));
}

/* A contrat that nothing is known of; the file must not be there. */
static void
test_free (void)
{
  gpointer gone = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = g_build_filename (folder, "Deux Rives 2027.progville", NULL);
  GtkWindow *window = show_assistant (&gone);

  g_signal_connect (window, "created", G_CALLBACK (created_cb), &file);
  choose (window, "Un autre contrat…");
  next (window);
  g_assert_nonnull (get_problem (window, "Nom du contrat"));
  type (window, "Nom du contrat", "Deux Rives");
  type (window, "Code national", "XX12");
  g_assert_nonnull (get_problem (window, "Code national"));
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 1 sur 5");
  type (window, "Code national", "");
  type (window, "Exercice", "2027");
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 1 sur 5");
  g_assert_nonnull (get_problem (window, "Nom du fichier"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  for (int i = 0; i < 5; i++)
    next (window);
  pv_display_wait (is_set, &file);
  pv_display_wait (is_null, &gone);
  g_assert_cmpstr (g_file_peek_path (file), ==, path);
}

static void
test_cancel (void)
{
  gpointer gone = NULL;
  g_autofree char *path = g_build_filename (folder, "Fourmies 2027.progville", NULL);
  GtkWindow *window = show_assistant (&gone);

  choose (window, "Fourmies");
  type (window, "Exercice", "2027");
  for (int i = 0; i < 4; i++)
    next (window);
  g_assert_cmpstr (get_step (window), ==, "Étape 5 sur 5");
  gtk_window_close (window);
  pv_display_wait (is_null, &gone);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  int status;

  folder = g_dir_make_tmp ("progville-XXXXXX", NULL);
  g_setenv ("HOME", folder, TRUE);
  pv_display_init (&argc, &argv);
  g_test_add_func ("/assistant/whole", test_whole);
  g_test_add_func ("/assistant/free", test_free);
  g_test_add_func ("/assistant/cancel", test_cancel);
  status = g_test_run ();
  pv_display_remove (g_build_filename (folder, "x", NULL));
  g_free (folder);

  return status;
}
