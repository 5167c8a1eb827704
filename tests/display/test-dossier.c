/* test-dossier.c: the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-controles-section.h"
#include "dossier/pv-dossier-liste.h"
#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossier-store.h"
#include "dossier/pv-historique-section.h"
#include "financement/pv-plan-section.h"
#include "pv-display.h"
#include "pv-statement.h"
#include "widget/pv-choice.h"
#include "widget/pv-field.h"
#include "widget/pv-links.h"

/* The real window on the demonstration, and the page of one of its dossiers. */
typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  PvDossierPage *page;
} Fixture;

static void
open_dossier (Fixture *self, gint64 id)
{
  self->page = pv_dossier_page_new (self->context, id);
  pv_window_push (self->window, PV_PAGE (self->page));
  pv_display_settle (self->context);
}

static gint64
find_dossier (Fixture *self, const char *numero)
{
  gint64 id = PV_INT_NULL;

  pv_dossier_store_find (pv_context_get_reader (self->context),
                         pv_context_get_appel (self->context), numero, &id, NULL);
  g_assert_cmpint (id, >, 0);

  return id;
}

static gboolean
set_dates (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db,
      "UPDATE financement SET vote_le = '2026-02-12' WHERE vote_cents IS NOT NULL;"
      "UPDATE financement SET vote_le = '2026-02-05', notifie_le = '2026-02-20'"
      " WHERE notifie_cents IS NOT NULL;"
      "UPDATE versement SET verse_le = '2026-03-06'",
      error);
}

/* @data: whether votes and payments are dated. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  if (data != NULL)
    {
      g_autoptr (PvContext) context = pv_display_open (self->path);

      g_assert_true (pv_context_act (context, "dossier-edit", NULL, set_dates, NULL, NULL));
      pv_context_close (context);
    }
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  open_dossier (self, find_dossier (self, "0412"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  pv_display_close (GTK_WINDOW (self->window));
  g_assert_null (page);
  pv_display_remove (self->path);
}

/* --- helpers -------------------------------------------------------------------------- */

static GtkWidget *
find (Fixture *self, const char *id)
{
  GtkWidget *found = pv_display_find (GTK_WIDGET (self->page), G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

/* Types in a field, as keys would, and leaves it or not. */
static void
type (Fixture *self, const char *id, const char *text)
{
  PvField *field = PV_FIELD (find (self, id));
  GtkWidget *input = pv_display_find (GTK_WIDGET (field), GTK_TYPE_ENTRY, NULL, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (field));
  if (input != NULL)
    gtk_editable_set_text (GTK_EDITABLE (input), text);
  else
    {
      input = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW, NULL, NULL);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), text, -1);
    }
}

static void
leave (Fixture *self)
{
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  pv_display_settle (self->context);
}

static char *
get_text (Fixture *self, const char *id)
{
  GtkWidget *entry = pv_display_find (find (self, id), GTK_TYPE_ENTRY, NULL, NULL);

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static PvDossier *
read_dossier (Fixture *self)
{
  PvDossier *dossier = pv_dossier_store_get (pv_context_get_reader (self->context),
                                             pv_dossier_page_get_dossier_id (self->page), NULL);

  g_assert_nonnull (dossier);

  return dossier;
}

static void
undo (Fixture *self)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "win.undo", NULL);
}

/* --- tests ---------------------------------------------------------------------------- */

static void
test_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) before = read_dossier (self);
  g_autoptr (PvDossier) after = NULL;
  g_autoptr (PvDossier) undone = NULL;
  gint64 groups = pv_display_query (self->context, "SELECT MAX(id) FROM historique_groupe");

  type (self, "intitule", "  Un   titre\tneuf \u202e😀 ");
  g_assert_true (pv_field_commit (PV_FIELD (find (self, "intitule"))));
  type (self, "debut", "1er mars 2026");
  leave (self);
  type (self, "resume", "Deux\nlignes");
  leave (self);
  type (self, "beneficiaires_femmes", "1 250");
  leave (self);
  type (self, "beneficiaires_qpv_bp", "62,5");
  leave (self);

  after = read_dossier (self);
  g_assert_true (g_str_has_prefix (after->intitule, "Un titre neuf"));
  g_assert_cmpstr (after->debut, ==, "2026-03-01");
  g_assert_cmpstr (after->resume, ==, "Deux\nlignes");
  g_assert_cmpint (after->beneficiaires_femmes, ==, 1250);
  g_assert_cmpint (after->beneficiaires_qpv_bp, ==, 6250);
  g_assert_cmpint (pv_display_query (self->context, "SELECT MAX(id) FROM historique_groupe"), ==,
                   groups + 5);

  for (int i = 0; i < 5; i++)
    undo (self);
  undone = read_dossier (self);
  g_assert_true (pv_champs_equal (pv_dossier_champs, before, undone));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const char *const dates[] = { "31/02/2026", "n’importe quoi", "32/13/2026" };
  gint64 groups = pv_display_query (self->context, "SELECT MAX(id) FROM historique_groupe");
  g_autofree char *kept = NULL;
  g_autofree char *restored = NULL;
  PvField *debut = PV_FIELD (find (self, "debut"));
  g_autofree char *saved = get_text (self, "debut");

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      type (self, "debut", dates[i]);
      g_assert_nonnull (pv_field_get_problem (debut));
    }
  leave (self);
  kept = get_text (self, "debut");
  g_assert_cmpstr (kept, ==, "32/13/2026");
  /* nobody leaves the dossier with it */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "dossier.back", NULL));
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->page)));
  pv_field_restore (debut);
  restored = get_text (self, "debut");
  g_assert_cmpstr (restored, ==, saved);
  g_assert_null (pv_field_get_problem (debut));

  type (self, "intitule", "   ");
  leave (self);
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (find (self, "intitule"))));
  pv_field_restore (PV_FIELD (find (self, "intitule")));
  type (self, "numero", "0448"); /* of another dossier of the call */
  leave (self);
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (find (self, "numero"))));
  pv_field_restore (PV_FIELD (find (self, "numero")));
  type (self, "beneficiaires_hommes", "-3");
  leave (self);
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (find (self, "beneficiaires_hommes"))));
  pv_field_restore (PV_FIELD (find (self, "beneficiaires_hommes")));
  type (self, "beneficiaires_qpv_bp", "120 %");
  leave (self);
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (find (self, "beneficiaires_qpv_bp"))));
  pv_field_restore (PV_FIELD (find (self, "beneficiaires_qpv_bp")));
  g_assert_cmpint (pv_display_query (self->context, "SELECT MAX(id) FROM historique_groupe"), ==,
                   groups);
}

static void
test_long_text (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PvDossier) dossier = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, i % 80 == 79 ? "\n" : i % 7 == 6 ? " " : "é");
  type (self, "resume", text->str);
  leave (self);
  dossier = read_dossier (self);
  g_assert_cmpint (g_utf8_strlen (dossier->resume, -1), >, 90000);
}

static gboolean
write_title (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, *(gint64 *)user_data, error);
  gboolean changed = FALSE;

  g_assert_nonnull (dossier);
  pv_champ_set_text (&dossier->intitule, "Changé ailleurs");
  pv_champ_set_text (&dossier->commentaire, "Un commentaire");

  return pv_dossier_store_update (db, dossier, &changed, error);
}

/* A change of elsewhere shows in the other fields, not in the one being typed. */
static void
test_external_change (Fixture *self, gconstpointer data)
{
  gint64 id = pv_dossier_page_get_dossier_id (self->page);
  g_autofree char *typed = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;

  type (self, "intitule", "En train d’être tapé");
  g_assert_true (pv_context_act (self->context, "dossier-edit", NULL, write_title, &id, &error));
  pv_display_settle (self->context);
  typed = get_text (self, "intitule");
  g_assert_cmpstr (typed, ==, "En train d’être tapé");
  g_assert_cmpstr (pv_field_get_value (PV_FIELD (find (self, "commentaire"))), ==,
                   "Un commentaire");
  pv_field_restore (PV_FIELD (find (self, "intitule")));
  restored = get_text (self, "intitule");
  g_assert_cmpstr (restored, ==, "Changé ailleurs");
}

static void
choose (Fixture *self, PvChoice *choice, const char *text)
{
  /* a popover is placed from what is on screen */
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_choice_open (choice);
  pv_display_settle (self->context);
  pv_choice_search (choice, text);
  g_assert_true (pv_choice_choose (choice, 0) || pv_choice_choose (choice, 1));
  pv_display_settle (self->context);
}

static void
test_choices (Fixture *self, gconstpointer data)
{
  gint64 id = pv_dossier_page_get_dossier_id (self->page);
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM dossier_noeud");
  g_autoptr (PvDossier) dossier = NULL;
  PvChoice *add;

  choose (self, PV_CHOICE (find (self, "referent_id")), "Jeanne Martin");
  choose (self, PV_CHOICE (find (self, "porteur_id")), "Tissons");
  dossier = read_dossier (self);
  g_assert_cmpint (
      dossier->referent_id, ==,
      pv_display_query (self->context, "SELECT id FROM agent WHERE nom = 'Jeanne Martin'"));
  g_assert_cmpint (
      dossier->porteur_id, ==,
      pv_display_query (self->context,
                        "SELECT id FROM organisme WHERE nom_plie = 'tissons des liens'"));

  add = pv_links_get_choice (PV_LINKS (find (self, "noeuds")));
  choose (self, add, "Mobilité");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier_noeud"), ==,
                   before + 1);
  choose (self, pv_links_get_choice (PV_LINKS (find (self, "operateur"))),
          "Une Nouvelle Structure");
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT(*) FROM dossier_organisme x JOIN organisme o"
                                     " ON o.id = x.organisme_id WHERE x.role = 'operateur'"
                                     " AND o.nom = 'Une Nouvelle Structure'"),
                   ==, 1);
  for (int i = 0; i < 4; i++)
    undo (self);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM agent"), ==, 0);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier_organisme"), ==,
                   0);
  g_assert_cmpint (pv_dossier_page_get_dossier_id (self->page), ==, id);
}

static void
test_statut (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) dossier = NULL;

  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.statut",
                  g_variant_new_string ("programme"));
  dossier = read_dossier (self);
  g_assert_cmpint (dossier->statut, ==, PV_DOSSIER_STATUT_PROGRAMME);
  undo (self);
}

static gint64
sum_shares (Fixture *self)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT SUM(part_bp) FROM dossier_territoire WHERE dossier_id = %" G_GINT64_FORMAT,
      pv_dossier_page_get_dossier_id (self->page));

  return pv_display_query (self->context, sql);
}

static void
test_territoires (Fixture *self, gconstpointer data)
{
  GtkWidget *share = find (self, "share_button");
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM dossier_territoire");

  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("publics"));
  choose (self, PV_CHOICE (find (self, "add_choice")), "Wattrelos");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier_territoire"), ==,
                   before + 1);
  gtk_widget_activate (share);
  pv_display_settle (self->context);
  g_assert_cmpint (sum_shares (self), ==, 10000);
  pv_dossier_page_show_field (self->page, "dossier", 1, "dossier_territoire");
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                         find (self, "places")));
}

static void
test_show_field (Fixture *self, gconstpointer data)
{
  gint64 id = pv_dossier_page_get_dossier_id (self->page);

  pv_dossier_page_show_field (self->page, "dossier", id, "fin");
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                         find (self, "fin")));
  pv_dossier_page_show_field (self->page, "dossier", id, "beneficiaires_hommes");
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                         find (self, "beneficiaires_hommes")));
}

/* Previous and next, in the list the dossier was opened from. */
static void
test_suite (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossierListe) liste = pv_dossier_liste_new (self->context);
  gint64 first, second;

  pv_dossier_liste_refresh (liste);
  pv_display_settle (self->context);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (liste)), >, 2);
  first = pv_dossier_liste_get_id (liste, 0);
  second = pv_dossier_liste_get_id (liste, 1);
  pv_context_set_suite (self->context, G_LIST_MODEL (liste));
  pv_dossier_page_set_dossier_id (self->page, first);
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_visible (find (self, "suite_box")));
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.next", NULL);
  g_assert_cmpint (pv_dossier_page_get_dossier_id (self->page), ==, second);
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.previous", NULL);
  g_assert_cmpint (pv_dossier_page_get_dossier_id (self->page), ==, first);
  pv_context_set_suite (self->context, NULL);
}

/* A second window reads: nothing can be typed, all can be selected. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  PvWindow *reader = pv_display_show_programme (self->path);
  PvContext *context = pv_window_get_context (reader);
  PvDossierPage *page = pv_dossier_page_new (context, pv_dossier_page_get_dossier_id (self->page));
  GtkWidget *field;
  gboolean editable = TRUE;

  g_assert_false (pv_context_can_edit (context));
  pv_window_push (reader, PV_PAGE (page));
  pv_display_settle (context);
  field = pv_display_find (GTK_WIDGET (page), PV_TYPE_FIELD, "intitule", NULL);
  g_object_get (field, "editable", &editable, NULL);
  g_assert_false (editable);
  g_assert_nonnull (pv_field_get_value (PV_FIELD (field)));
  field = pv_display_find (GTK_WIDGET (page), PV_TYPE_CHOICE, "porteur_id", NULL);
  g_object_get (field, "editable", &editable, NULL);
  g_assert_false (editable);
  pv_display_close (GTK_WINDOW (reader));
}

static void
test_presentation (Fixture *self, gconstpointer data)
{
  pv_display_check_names (GTK_WIDGET (self->page));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-presentation");
}

static void
test_publics (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("publics"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-publics");
}

static void
test_plan (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("plan"));
  pv_display_check_names (GTK_WIDGET (self->page));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-plan");
}

static void
test_controles (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("controles"));
  pv_display_check_names (GTK_WIDGET (self->page));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-controles");
}

static void
test_porteur (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("porteur"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-porteur");
}

static void
test_historique (Fixture *self, gconstpointer data)
{
  type (self, "intitule", "En route vers l’emploi durable");
  leave (self);
  type (self, "fin", "30/11/2026");
  leave (self);
  type (self, "beneficiaires_hommes", "52");
  leave (self);
  undo (self);
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("historique"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-historique");
}

/* --- dialogs --------------------------------------------------------------------------- */

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static void
respond (Fixture *self, const char *response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  pv_display_check_names (dialog);
  g_object_ref (dialog);
  /* as its buttons do */
  gtk_widget_set_visible (dialog, FALSE);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  pv_display_settle (self->context);
}

static GtkWidget *
find_button (GtkWidget *root, const char *label, guint *skip)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0 &&
      (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Presses the @i-th button of that label in a section. */
static void
press_button (Fixture *self, GType section, const char *label, guint i)
{
  GtkWidget *root = pv_display_find (GTK_WIDGET (self->page), section, NULL, NULL);
  GtkWidget *button = find_button (root, label, &i);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  pv_display_settle (self->context);
}

#define UNTIL "Annuler _jusqu’ici…"

static void
test_undo_until (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) before = read_dossier (self);
  g_autoptr (PvDossier) after = NULL;

  type (self, "intitule", "Un autre intitulé");
  leave (self);
  type (self, "fin", "30/11/2026");
  leave (self);
  type (self, "beneficiaires_hommes", "52");
  leave (self);
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("historique"));

  /* the second row, of "fin": the title stays */
  press_button (self, PV_TYPE_HISTORIQUE_SECTION, UNTIL, 0);
  pv_display_picture (GTK_WINDOW (find_dialog ()), self->context, "dossier-annuler");
  respond (self, "cancel");
  press_button (self, PV_TYPE_HISTORIQUE_SECTION, UNTIL, 0);
  respond (self, "undo");
  after = read_dossier (self);
  g_assert_cmpstr (after->fin, ==, before->fin);
  g_assert_cmpint (after->beneficiaires_hommes, ==, before->beneficiaires_hommes);
  g_assert_cmpstr (after->intitule, ==, "Un autre intitulé");
}

static gboolean
reject_two (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db, "UPDATE dossier SET fin = '2026-10-31' WHERE numero IN ('0412', '0448')", error);
}

static gboolean
change_other (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db, "UPDATE dossier SET fin = '2026-10-30' WHERE numero = '0448'", error);
}

/* What another dossier has since keeps the oldest from being undone: it is said. */
static void
test_undo_until_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) before = read_dossier (self);
  g_autoptr (PvDossier) after = NULL;
  GtkWidget *dialog;

  g_assert_true (pv_context_act (self->context, "dossier-edit", NULL, reject_two, NULL, NULL));
  g_assert_true (pv_context_act (self->context, "dossier-edit", NULL, change_other, NULL, NULL));
  pv_display_settle (self->context);
  type (self, "intitule", "Un autre intitulé");
  leave (self);

  press_button (self, PV_TYPE_HISTORIQUE_SECTION, UNTIL, 0);
  respond (self, "undo");
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Tout n’a pas été annulé");
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Annulé auparavant"));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "dossier-annuler-refus");
  respond (self, "close");
  after = read_dossier (self);
  g_assert_cmpstr (after->intitule, ==, before->intitule);
  g_assert_cmpstr (after->fin, ==, "2026-10-31");
}

/* A refusal is told to the porteur: its reason is asked. */
static void
test_statut_reason (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) dossier = NULL;
  GtkWidget *entry;

  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.statut",
                  g_variant_new_string ("refuse"));
  respond (self, "cancel");
  dossier = read_dossier (self);
  g_assert_cmpint (dossier->statut, ==, PV_DOSSIER_STATUT_PROPOSE);
  g_clear_pointer (&dossier, pv_dossier_free);

  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.statut",
                  g_variant_new_string ("refuse"));
  entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (find_dialog ()));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (find_dialog ()), "move"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Hors du périmètre");
  g_assert_true (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (find_dialog ()), "move"));
  respond (self, "move");
  dossier = read_dossier (self);
  g_assert_cmpint (dossier->statut, ==, PV_DOSSIER_STATUT_REFUSE);
  g_assert_cmpstr (dossier->statut_motif, ==, "Hors du périmètre");
}

/* From a control to its field; passing it asks for a reason, and is taken back. */
static void
test_controle_rows (Fixture *self, gconstpointer data)
{
  GtkWidget *section =
      pv_display_find (GTK_WIDGET (self->page), PV_TYPE_CONTROLES_SECTION, NULL, NULL);
  GtkWidget *list = pv_display_find (section, GTK_TYPE_LIST_BOX, NULL, NULL);
  GtkListBoxRow *row;
  GtkWidget *entry;

  pv_dossier_page_show_field (self->page, "dossier", pv_dossier_page_get_dossier_id (self->page),
                              "intitule");
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                   "Taux d’aide publique") == 0)
      break;
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_is_ancestor (
      gtk_window_get_focus (GTK_WINDOW (self->window)),
      pv_display_find (GTK_WIDGET (self->page), PV_TYPE_PLAN_SECTION, NULL, NULL)));

  press_button (self, PV_TYPE_CONTROLES_SECTION, "_Lever…", 0);
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (find_dialog ()), "pass"));
  entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (find_dialog ()));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Vu avec la préfecture");
  respond (self, "pass");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM derogation"), ==, 1);
  undo (self);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM derogation"), ==, 0);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM dossier");

  /* one that was paid stays */
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.delete", NULL);
  respond (self, "delete");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"), ==, before);

  pv_dossier_page_set_dossier_id (self->page, find_dossier (self, "0452"));
  pv_display_settle (self->context);
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.delete", NULL);
  respond (self, "cancel");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"), ==, before);
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.delete", NULL);
  respond (self, "delete");
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"), ==,
                   before - 1);
  open_dossier (self, find_dossier (self, "0412"));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add ("/dossier/presentation", Fixture, NULL, set_up, test_presentation, tear_down);
  g_test_add ("/dossier/publics", Fixture, NULL, set_up, test_publics, tear_down);
  g_test_add ("/dossier/plan", Fixture, "dates", set_up, test_plan, tear_down);
  g_test_add ("/dossier/controles", Fixture, NULL, set_up, test_controles, tear_down);
  g_test_add ("/dossier/porteur", Fixture, NULL, set_up, test_porteur, tear_down);
  g_test_add ("/dossier/historique", Fixture, NULL, set_up, test_historique, tear_down);
  g_test_add ("/dossier/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/dossier/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/dossier/long-text", Fixture, NULL, set_up, test_long_text, tear_down);
  g_test_add ("/dossier/external-change", Fixture, NULL, set_up, test_external_change, tear_down);
  g_test_add ("/dossier/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/dossier/statut", Fixture, NULL, set_up, test_statut, tear_down);
  g_test_add ("/dossier/territoires", Fixture, NULL, set_up, test_territoires, tear_down);
  g_test_add ("/dossier/show-field", Fixture, NULL, set_up, test_show_field, tear_down);
  g_test_add ("/dossier/undo-until", Fixture, NULL, set_up, test_undo_until, tear_down);
  g_test_add ("/dossier/undo-until-conflict", Fixture, NULL, set_up, test_undo_until_conflict,
              tear_down);
  g_test_add ("/dossier/statut-reason", Fixture, NULL, set_up, test_statut_reason, tear_down);
  g_test_add ("/dossier/controle-rows", Fixture, NULL, set_up, test_controle_rows, tear_down);
  g_test_add ("/dossier/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/dossier/suite", Fixture, NULL, set_up, test_suite, tear_down);
  g_test_add ("/dossier/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
