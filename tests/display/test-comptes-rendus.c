/* test-comptes-rendus.c: the list of comptes rendus, and the section of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilans-page.h"
#include "bilan/pv-compte-rendu-budget.h"
#include "bilan/pv-compte-rendu-ligne.h"
#include "bilan/pv-compte-rendu-memoire.h"
#include "bilan/pv-compte-rendu-recuperer.h"
#include "bilan/pv-compte-rendu-reglage.h"
#include "bilan/pv-compte-rendu-relances.h"
#include "bilan/pv-compte-rendu-section.h"
#include "bilan/pv-comptes-rendus-vue.h"
#include "pv-display-fixture.h"
#include "pv-test-folder.h"
#include "widget/pv-amount-entry.h"

/* Nothing after the decision. */
static const char nothing[] =
    "DELETE FROM versement; DELETE FROM bilan; DELETE FROM bilan_relance;"
    "UPDATE dossier SET statut = 'programme' WHERE statut IN ('bilan-recu', 'solde');"
    "UPDATE budget_ligne SET realise_cents = NULL WHERE realise_cents IS NOT NULL;"
    "DELETE FROM dossier_age WHERE moment = 'realise';"
    "UPDATE financement SET notifie_cents = NULL WHERE notifie_cents IS NOT NULL";

/* Dossiers of past years, notified, partly paid; some with a compte rendu. */
static const char past[] =
    "CREATE TEMP TABLE passe AS SELECT id FROM dossier WHERE chapeau = 0 AND exercice = 2026"
    "    AND id IN (SELECT dossier_id FROM financement WHERE sollicite_cents > 0) AND id % 3 = 0;"
    "UPDATE dossier SET exercice = 2025 - id % 2, fin = NULL, statut = 'notifie' WHERE id IN passe;"
    "UPDATE financement SET notifie_cents = sollicite_cents"
    "  WHERE sollicite_cents > 0 AND dossier_id IN passe;"
    "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents)"
    "  SELECT lower (hex (randomblob (16))), id, '2025-05-02', 'acompte', notifie_cents * 8 / 10"
    "    FROM financement WHERE notifie_cents > 0 AND id % 2 = 0;"
    "UPDATE budget_ligne SET realise_cents = prevu_cents * 7 / 10 WHERE prevu_cents IS NOT NULL"
    "   AND dossier_id IN passe AND dossier_id % 4 = 0;"
    "INSERT INTO bilan (uuid, dossier_id, crf_recu_le, crf_valide_le, realisation,"
    "    beneficiaires_femmes, beneficiaires_hommes, a_recuperer_cents)"
    "  SELECT lower (hex (randomblob (16))), id, '2026-05-12',"
    "         CASE WHEN id % 8 = 0 THEN '2026-06-02' END, 'partielle', 42, 31,"
    "         CASE WHEN id % 16 = 0 THEN 125000 END FROM passe WHERE id % 4 = 0;"
    "INSERT INTO bilan_relance (uuid, dossier_id, relance_le, moyen)"
    "  SELECT lower (hex (randomblob (16))), id, '2026-07-15', 'courriel'"
    "    FROM passe WHERE id % 5 = 0; DROP TABLE passe";

static GtkWidget *
show_vue (PvDisplayFixture *self)
{
  GtkWidget *vue;

  pv_display_fixture_goto (self, "bilans", "comptes-rendus");
  vue = pv_display_fixture_find (self, PV_TYPE_COMPTES_RENDUS_VUE, NULL);
  pv_display_settle (self->context);

  return vue;
}

static GListModel *
get_rows (GtkWidget *vue)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (pv_display_find (vue, GTK_TYPE_COLUMN_VIEW, "view", NULL));

  return G_LIST_MODEL (gtk_column_view_get_model (view));
}

static void
select_rows (GtkWidget *vue, guint n)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (get_rows (vue)), 0, n, TRUE);
}

static void
test_empty (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *vue;

  pv_display_fixture_change (self, nothing);
  vue = show_vue (self);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (vue)), ==, 0);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "comptes-rendus-vide");
  pv_display_check_names (vue);
}

/* A button that a key presses is seen so for a while. */
static gboolean
is_answered (gpointer data)
{
  return pv_display_fixture_find_question () == NULL;
}

static void
test_list (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *vue, *field, *entry;
  AdwMessageDialog *dialog;
  gint64 expected, received, n;
  guint awaited;

  pv_display_fixture_change (self, nothing);
  pv_display_fixture_change (self, past);
  expected =
      pv_display_fixture_query (self, "SELECT COUNT(*) FROM total_dossier WHERE notifie_cents > 0");
  received = pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan");
  g_assert_cmpint (received, >, 1);
  vue = show_vue (self);
  awaited = g_list_model_get_n_items (get_rows (vue));
  g_assert_cmpint (awaited, ==, expected - received);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "comptes-rendus");
  pv_display_check_names (vue);

  pv_display_act (vue, self->context, "crf.filtre", g_variant_new_string ("tous"));
  g_assert_cmpint (g_list_model_get_n_items (get_rows (vue)), ==, expected);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "comptes-rendus-tous");
  pv_display_act (vue, self->context, "crf.filtre", g_variant_new_string ("recuperer"));
  g_assert_cmpint (g_list_model_get_n_items (get_rows (vue)), <, expected);
  pv_display_act (vue, self->context, "crf.filtre", g_variant_new_string ("retard"));

  /* one reminder for each dossier selected */
  n = pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan_relance");
  select_rows (vue, 3);
  pv_display_act (vue, self->context, "crf.relancer", g_variant_new_string ("courrier"));
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan_relance"), ==,
                   n + 3);
  pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan_relance"), ==, n);

  /* received, on a day that is asked */
  select_rows (vue, 2);
  pv_display_act (vue, self->context, "crf.recevoir", NULL);
  dialog = pv_display_fixture_find_question ();
  g_assert_nonnull (dialog);
  pv_display_check_names (GTK_WIDGET (dialog));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "comptes-rendus-recus");
  field = adw_message_dialog_get_extra_child (dialog);
  entry = pv_display_find (field, GTK_TYPE_TEXT, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31/12/2126");
  pv_display_settle (self->context);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "received"));
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (field)));
  pv_display_picture (GTK_WINDOW (dialog), self->context, "comptes-rendus-recus-futur");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (pv_display_fixture_find_question ());
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan"), ==, received);
  /* Enter in the field confirms */
  pv_display_act (vue, self->context, "crf.recevoir", NULL);
  dialog = pv_display_fixture_find_question ();
  field = adw_message_dialog_get_extra_child (dialog);
  entry = pv_display_find (field, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31/12/2126");
  g_assert_true (pv_display_press (entry, GDK_KEY_Return));
  g_assert_true (pv_display_fixture_find_question () == dialog);
  gtk_editable_set_text (GTK_EDITABLE (entry), "20/07/2026");
  g_assert_false (pv_display_press (entry, GDK_KEY_Return));
  g_signal_emit_by_name (pv_display_find (entry, GTK_TYPE_TEXT, NULL, NULL), "activate");
  pv_display_wait (is_answered, NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT COUNT(*) FROM bilan WHERE crf_recu_le = '2026-07-20'"),
                   ==, 2);
  g_assert_cmpint (
      pv_display_fixture_query (self, "SELECT COUNT(*) FROM dossier WHERE statut = 'bilan-recu'"),
      ==, 2);

  /* then validated */
  pv_display_act (vue, self->context, "crf.filtre", g_variant_new_string ("recus"));
  n = g_list_model_get_n_items (get_rows (vue));
  select_rows (vue, 1);
  pv_display_act (vue, self->context, "crf.valider", NULL);
  g_assert_cmpint (g_list_model_get_n_items (get_rows (vue)), ==, n - 1);
}

static void
test_by_porteur (PvDisplayFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-crf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "relances.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *vue;
  gint64 porteurs;

  pv_display_fixture_change (self, nothing);
  pv_display_fixture_change (self, past);
  porteurs = pv_display_fixture_query (
      self, "SELECT COUNT (DISTINCT porteur_id) FROM dossier d JOIN total_dossier t"
            " ON t.id = d.id WHERE t.notifie_cents > 0"
            " AND NOT EXISTS (SELECT 1 FROM bilan b WHERE b.dossier_id = d.id)");
  vue = show_vue (self);
  pv_display_act (vue, self->context, "crf.porteurs", NULL);
  g_assert_cmpint (g_list_model_get_n_items (get_rows (vue)), ==, porteurs);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "comptes-rendus-porteurs");

  pv_display_act (vue, self->context, "crf.copier", NULL);
  pv_display_act (vue, self->context, "crf.adresses", NULL);
  pv_comptes_rendus_vue_export_to (PV_COMPTES_RENDUS_VUE (vue), file);
  /* in a worker */
  g_assert_true (pv_context_is_pending (self->context));
  pv_display_settle (self->context);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  pv_test_folder_remove (folder);

  /* a search, a year */
  pv_comptes_rendus_vue_search (PV_COMPTES_RENDUS_VUE (vue), "zzz");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (vue)), ==, 0);
  pv_comptes_rendus_vue_search (PV_COMPTES_RENDUS_VUE (vue), "");
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (pv_display_find (vue, GTK_TYPE_DROP_DOWN, "exercice_choice", NULL)), 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (vue)), <, (guint)porteurs);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (pv_display_find (vue, GTK_TYPE_DROP_DOWN, "financeur_choice", NULL)), 1);
  pv_display_settle (self->context);
}

/* --- the section of a dossier ------------------------------------------------------------- */

/* Numbers begin again with each appel. */
#define LUI "numero = '0412' AND appel_id = (SELECT MAX (id) FROM appel WHERE exercice = 2026)"

static const char notified[] =
    "UPDATE dossier SET exercice = 2025, fin = NULL, statut = 'notifie' WHERE " LUI ";"
    "UPDATE financement SET notifie_cents = sollicite_cents"
    "  WHERE sollicite_cents > 0 AND dossier_id = (SELECT id FROM dossier WHERE " LUI ");"
    "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents)"
    "  SELECT lower (hex (randomblob (16))), id, '2025-05-02', 'acompte', notifie_cents"
    "    FROM financement WHERE notifie_cents > 0"
    "     AND dossier_id = (SELECT id FROM dossier WHERE " LUI ")";

static GtkWidget *
show_section (PvDisplayFixture *self)
{
  gint64 id = pv_display_fixture_query (self, "SELECT id FROM dossier WHERE " LUI "");
  GtkWidget *section;

  pv_display_fixture_act (self, "win.open-dossier", g_variant_new_int64 (id));
  section = pv_display_fixture_find (self, PV_TYPE_COMPTE_RENDU_SECTION, NULL);
  pv_display_act (section, self->context, "dossier.section", g_variant_new_string ("bilan"));

  return section;
}

static PvCompteRenduLigne *
find_ligne (GtkWidget *root, gint64 compte_id)
{
  if (PV_IS_COMPTE_RENDU_LIGNE (root) &&
      pv_compte_row_get_compte (PV_COMPTE_ROW (root)) == compte_id)
    return PV_COMPTE_RENDU_LIGNE (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PvCompteRenduLigne *found = find_ligne (child, compte_id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_realise (PvDisplayFixture *self, GtkWidget *section, const char *code, const char *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM compte WHERE code = '%s'", code);
  PvCompteRenduLigne *ligne = find_ligne (section, pv_display_fixture_query (self, sql));
  PvAmountEntry *entry = pv_compte_row_get_entry (PV_COMPTE_ROW (ligne));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  pv_display_settle (self->context);
}

static GtkWidget *
find_titled (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (PV_IS_FIELD (root))
    {
      g_autofree char *of = NULL;

      g_object_get (root, "title", &of, NULL);

      return g_strcmp0 (of, title) == 0 ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);

  return found;
}

static const char *
type (PvDisplayFixture *self,
      GtkWidget *section,
      const char *id,
      const char *label,
      const char *text)
{
  PvField *field = PV_FIELD (label != NULL ? find_titled (section, label)
                                           : pv_display_find (section, PV_TYPE_FIELD, id, NULL));
  GtkWidget *control;

  g_assert_nonnull (field);
  control = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT, NULL, NULL);
  if (control != NULL)
    gtk_editable_set_text (GTK_EDITABLE (control), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (pv_display_find (
                                  GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW, NULL, NULL))),
                              text, -1);
  pv_field_commit (field);
  pv_display_settle (self->context);

  return pv_field_get_problem (field);
}

static void
scroll_to (PvDisplayFixture *self, GtkWidget *section, GtkWidget *card)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (section, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (card, scrolled, &GRAPHENE_POINT_INIT (0, 0), &point));
  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + (double)point.y - 12);
  pv_display_settle (self->context);
}

#define BILAN(column) "SELECT " column " FROM bilan b JOIN dossier d ON d.id = b.dossier_id"

static void
test_section_empty (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *section;

  pv_display_fixture_change (self, nothing);
  section = show_section (self);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-dossier-vide");
  pv_display_check_names (section);
  pv_display_act (section, self->context, "bilan.saisir", NULL);
  g_assert_null (type (self, section, "crf_recu_le", NULL, "02/07/2026"));
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan"), ==, 1);
}

static void
test_section (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *section;
  PvAmountEntry *recuperer;
  gint64 charges, propose;

  pv_display_fixture_change (self, nothing);
  pv_display_fixture_change (self, notified);
  section = show_section (self);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-dossier-attendu");
  pv_display_check_names (section);

  /* the realised budget: copied, then one line less */
  pv_display_act (pv_display_find (section, PV_TYPE_COMPTE_RENDU_BUDGET, NULL, NULL), self->context,
                  "realise.copier", NULL);
  charges = pv_display_fixture_query (
      self, "SELECT SUM (realise_cents) FROM budget_ligne b JOIN compte c ON c.id = b.compte_id"
            " WHERE c.cote = 'charge' AND c.groupe <> 'volontaire' AND b.dossier_id ="
            " (SELECT id FROM dossier WHERE " LUI ")");
  g_assert_cmpint (charges, ==, 8000000);
  type_realise (self, section, "61", "1000");
  scroll_to (self, section, pv_display_find (section, PV_TYPE_COMPTE_RENDU_BUDGET, NULL, NULL));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-dossier-budget");
  pv_display_fixture_act (self, "win.undo", NULL);
  type_realise (self, section, "61", "1000");

  /* what it makes to recover, confirmed by hand */
  pv_display_act (pv_display_find (section, PV_TYPE_COMPTE_RENDU_RECUPERER, NULL, NULL),
                  self->context, "recuperer.confirmer", NULL);
  propose = pv_display_fixture_query (self, BILAN ("a_recuperer_cents"));
  g_assert_cmpint (propose, >, 0);

  /* one that cannot be saved leaves it, with its reason beside what was typed */
  pv_display_fixture_change (self,
                             "CREATE TRIGGER refus BEFORE UPDATE OF a_recuperer_cents ON bilan"
                             " BEGIN SELECT RAISE (ABORT, 'refus'); END");
  recuperer = PV_AMOUNT_ENTRY (
      pv_display_find (pv_display_find (section, PV_TYPE_COMPTE_RENDU_RECUPERER, NULL, NULL),
                       PV_TYPE_AMOUNT_ENTRY, "entry", NULL));
  gtk_widget_grab_focus (GTK_WIDGET (recuperer));
  gtk_editable_set_text (GTK_EDITABLE (recuperer), "12");
  pv_amount_entry_commit (recuperer);
  g_assert_nonnull (pv_amount_entry_get_problem (recuperer));
  g_assert_cmpint (pv_amount_entry_get_cents (recuperer), ==, propose);
  pv_amount_entry_revert (recuperer);
  pv_display_fixture_change (self, "DROP TRIGGER refus");

  /* fields: saved one by one, refused with a reason */
  g_assert_nonnull (type (self, section, "crf_valide_le", NULL, "02/07/2026"));
  pv_field_restore (PV_FIELD (pv_display_find (section, PV_TYPE_FIELD, "crf_valide_le", NULL)));
  g_assert_null (type (self, section, "crf_recu_le", NULL, "02/07/2026"));
  g_assert_cmpint (
      pv_display_fixture_query (self, "SELECT statut = 'bilan-recu' FROM dossier WHERE " LUI ""),
      ==, 1);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (pv_display_find (section, GTK_TYPE_DROP_DOWN, "realisation", NULL)), 2);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_fixture_query (self, BILAN ("realisation = 'partielle'")), ==, 1);
  g_assert_null (type (self, section, NULL, "Femmes", "40"));
  g_assert_null (type (self, section, NULL, "Hommes", "25"));
  g_assert_null (type (self, section, NULL, "6 à 15 ans", "60"));
  g_assert_cmpint (pv_display_fixture_query (self, BILAN ("b.beneficiaires_femmes")), ==, 40);
  g_assert_cmpint (
      pv_display_fixture_query (self, "SELECT nombre FROM dossier_age WHERE moment = 'realise'"),
      ==, 60);
  g_assert_null (type (self, section, NULL, "Observations sur le compte rendu financier",
                       "Un atelier sur quatre n’a pas eu lieu."));
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan_reponse"), ==, 1);
  g_assert_null (type (self, section, NULL, "Rapport d’activité de l’exercice", "03/07/2026"));
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM piece p JOIN piece_type t"
                                                   " ON t.id = p.piece_type_id"
                                                   " WHERE t.code = 'crf_rapport_activite'"),
                   ==, 1);
  pv_display_act (section, self->context, "bilan.valider", NULL);
  g_assert_cmpint (pv_display_fixture_query (self, BILAN ("crf_valide_le IS NOT NULL")), ==, 1);
  pv_display_act (section, self->context, "dossier.section", g_variant_new_string ("bilan"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-dossier-complet");
  scroll_to (self, section, pv_display_find (section, PV_TYPE_COMPTE_RENDU_RECUPERER, NULL, NULL));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-dossier-suite");
  pv_display_check_names (section);

  /* settled by hand, once nothing is to recover */
  pv_display_fixture_change (self, "UPDATE bilan SET a_recuperer_cents = 0");
  pv_display_act (section, self->context, "bilan.solder", NULL);
  g_assert_cmpint (
      pv_display_fixture_query (self, "SELECT statut = 'solde' FROM dossier WHERE " LUI ""), ==, 1);
}

static void
test_section_reminders (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *section;
  GtkWidget *card;

  pv_display_fixture_change (self, nothing);
  pv_display_fixture_change (self, notified);
  section = show_section (self);
  card = pv_display_find (section, PV_TYPE_COMPTE_RENDU_RELANCES, NULL, NULL);
  pv_display_act (card, self->context, "relance.noter", g_variant_new_string ("courriel"));
  pv_display_act (card, self->context, "relance.noter", g_variant_new_string ("telephone"));
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan_relance"), ==, 2);
  pv_display_check_names (card);
  pv_display_act (
      card, self->context, "relance.supprimer",
      g_variant_new_int64 (pv_display_fixture_query (self, "SELECT MAX (id) FROM bilan_relance")));
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM bilan_relance"), ==, 1);
}

/* A porteur that owes a bilan is told; a setting keeps from granting it more. */
static void
test_memory_and_setting (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *card;
  gint64 porteur;

  pv_display_fixture_change (self, nothing);
  pv_display_fixture_change (self, notified);
  porteur = pv_display_fixture_query (self, "SELECT porteur_id FROM dossier WHERE " LUI);
  pv_display_fixture_act (self, "win.open-organisme", g_variant_new_int64 (porteur));
  card = pv_display_fixture_find (self, PV_TYPE_COMPTE_RENDU_MEMOIRE, NULL);
  g_assert_true (gtk_widget_get_visible (card));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-porteur");

  pv_display_fixture_goto (self, "parametres", "seuil");
  card = pv_display_fixture_find (self, PV_TYPE_COMPTE_RENDU_REGLAGE, NULL);
  pv_display_check_names (card);
  gtk_switch_set_active (GTK_SWITCH (pv_display_find (card, GTK_TYPE_SWITCH, "bloquer", NULL)),
                         TRUE);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT valeur = 'bloquer' FROM reglage WHERE cle = 'bilan_n_1'"),
                   ==, 1);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilan-reglage");
  pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_false (gtk_switch_get_active (
      GTK_SWITCH (pv_display_find (card, GTK_TYPE_SWITCH, "bloquer", NULL))));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add (path, PvDisplayFixture, NULL, pv_display_fixture_set_up, func,                       \
              pv_display_fixture_tear_down)
  ADD ("/comptes-rendus/empty", test_empty);
  ADD ("/comptes-rendus/list", test_list);
  ADD ("/comptes-rendus/by-porteur", test_by_porteur);
  ADD ("/comptes-rendus/section-empty", test_section_empty);
  ADD ("/comptes-rendus/section", test_section);
  ADD ("/comptes-rendus/section-reminders", test_section_reminders);
  ADD ("/comptes-rendus/memory-and-setting", test_memory_and_setting);
#undef ADD

  return g_test_run ();
}
