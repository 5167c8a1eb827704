/* test-accueil-echeances.c: what is awaited, the queue, the marks: each opens what it counts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "accueil/pv-echeance.h"
#include "accueil/pv-echeances-card.h"
#include "accueil/pv-marques-card.h"
#include "avis/pv-avis-externes-vue.h"
#include "bilan/pv-comptes-rendus-vue.h"
#include "dossier/pv-dossier-liste-store.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-file.h"
#include "pv-display-fixture.h"
#include "widget/pv-format.h"

/* A séance today, avis and pieces awaited, reserves, comptes rendus late and to come. */
static const char awaited[] =
    "DELETE FROM avis_externe; DELETE FROM piece; DELETE FROM bilan; DELETE FROM seance;"
    "UPDATE dossier SET exercice = 2024, statut = 'notifie', fin = NULL"
    " WHERE id IN (SELECT DISTINCT dossier_id FROM financement WHERE sollicite_cents > 0"
    "  ORDER BY dossier_id LIMIT 9);"
    "UPDATE financement SET notifie_cents = sollicite_cents WHERE sollicite_cents > 0"
    " AND dossier_id IN (SELECT id FROM dossier WHERE exercice = 2024);"
    "UPDATE dossier SET debut = date ('JOUR', '+25 days'), statut = 'programme-sous-reserve'"
    " WHERE statut = 'programme';"
    "INSERT INTO avis_externe (uuid, dossier_id, service, demande_le, echeance_le)"
    " SELECT 'av' || id, id, CASE id % 2 WHEN 0 THEN 'ARS' ELSE 'DRAC' END, '2026-02-01',"
    "        date ('JOUR', '+3 days') FROM dossier"
    "  WHERE statut = 'propose' AND exercice = 2026 ORDER BY id LIMIT 14;"
    "INSERT INTO piece (uuid, piece_type_id, dossier_id, demandee_le, recue_le)"
    " SELECT 'pi' || id, (SELECT MIN (id) FROM piece_type), id, date ('JOUR', '-20 days'),"
    "        CASE WHEN id % 5 = 0 THEN 'JOUR' END FROM dossier WHERE id % 2 = 0;"
    "INSERT INTO piece (uuid, piece_type_id, organisme_id, demandee_le)"
    " SELECT 'po' || porteur_id, (SELECT MIN (id) FROM piece_type), porteur_id, 'JOUR'"
    "   FROM dossier GROUP BY porteur_id HAVING porteur_id % 9 = 0;"
    "INSERT INTO instance (uuid, nom, effet) VALUES ('in1', 'COPIL', 'decision');"
    "INSERT INTO seance (uuid, instance_id, date_le, etat)"
    " SELECT 'se1', MAX (id), 'JOUR', 'preparee' FROM instance;"
    "INSERT INTO seance_dossier (seance_id, dossier_id, ordre)"
    " SELECT (SELECT id FROM seance WHERE uuid = 'se1'), id, id FROM dossier"
    "  WHERE statut = 'propose' ORDER BY id LIMIT 12";

static GtkWidget *
show (PvDisplayFixture *self)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_auto (GStrv) parts = g_strsplit (awaited, "JOUR", -1);
  g_autofree char *sql = g_strjoinv (today, parts);

  pv_display_fixture_change (self, sql);
  pv_display_fixture_goto (self, "accueil", "");
  pv_display_settle (self->context);

  return pv_display_fixture_find (self, PV_TYPE_ECHEANCES_CARD, NULL);
}

static GtkListBox *
get_list (GtkWidget *card)
{
  return GTK_LIST_BOX (pv_display_find (card, GTK_TYPE_LIST_BOX, "list", NULL));
}

/* How many dossiers the list of a target ("dossiers", filter) holds. */
static guint
count_dossiers (PvDisplayFixture *self, GtkWidget *row)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (PvDossierCritere) critere = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  const char *page, *detail;

  g_variant_get (target, "(&s&s)", &page, &detail);
  g_assert_cmpstr (page, ==, "dossiers");
  critere = pv_dossier_critere_parse (detail, &error);
  g_assert_no_error (error);
  ids = pv_dossier_liste_store_ids (pv_context_get_reader (self->context), &filtre, critere,
                                    &(PvDossierOrdre){ 0 }, NULL, &error);
  g_assert_no_error (error);

  return ids->len;
}

static guint
count_rows (PvDisplayFixture *self, GType vue)
{
  GtkWidget *view = pv_display_find (pv_display_fixture_find (self, vue, NULL),
                                     GTK_TYPE_COLUMN_VIEW, "view", NULL);

  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

static void
open_row (PvDisplayFixture *self, GtkWidget *row)
{
  g_assert_true (gtk_widget_activate (row));
  pv_display_settle (self->context);
}

/* What the row opens holds what it counts. */
static void
check_row (PvDisplayFixture *self, GtkWidget *row, const PvEcheance *echeance)
{
  switch (echeance->genre)
    {
    case PV_ECHEANCE_CRF_RETARD:
    case PV_ECHEANCE_CRF:
      open_row (self, row);
      g_assert_cmpint (count_rows (self, PV_TYPE_COMPTES_RENDUS_VUE), ==, echeance->n);
      break;
    case PV_ECHEANCE_AVIS:
      open_row (self, row);
      g_assert_cmpint (count_rows (self, PV_TYPE_AVIS_EXTERNES_VUE), ==, echeance->n);
      break;
    case PV_ECHEANCE_SEANCE:
      g_assert_cmpint (echeance->n, ==,
                       pv_display_fixture_query (self, "SELECT COUNT (*) FROM seance_dossier"));
      open_row (self, row);
      pv_display_fixture_act (self, "win.back", NULL);
      break;
    case PV_ECHEANCE_PIECES:
    case PV_ECHEANCE_RESERVES:
    default:
      g_assert_cmpint (count_dossiers (self, row), ==, echeance->n);
      open_row (self, row);
      break;
    }
}

static void
test_each_opens_what_it_counts (PvDisplayFixture *self, gconstpointer data)
{
  GtkListBox *list = get_list (show (self));
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autofree char *today = pv_context_get_today (self->context);
  g_autoptr (GPtrArray) echeances =
      pv_echeances_load (pv_context_get_reader (self->context), &filtre, today, NULL);
  guint genres = 0;

  for (guint i = 0; i < echeances->len; i++)
    {
      const PvEcheance *echeance = echeances->pdata[i];

      genres |= 1u << echeance->genre;
      pv_display_fixture_goto (self, "accueil", "");
      check_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int)i)), echeance);
    }
  g_assert_cmpuint (genres, ==, (1u << (PV_ECHEANCE_CRF + 1)) - 1);
  /* the late ones first */
  g_assert_cmpint (((const PvEcheance *)echeances->pdata[0])->genre, ==, PV_ECHEANCE_CRF_RETARD);
  g_assert_null (gtk_list_box_get_row_at_index (list, (int)echeances->len));
}

static void
test_the_queue (PvDisplayFixture *self, gconstpointer data)
{
  GtkWidget *card = show (self);
  GtkWidget *button = pv_display_find (card, GTK_TYPE_BUTTON, "file_button", NULL);
  PvFiltre filtre = pv_context_get_filtre (self->context);
  gint64 institution = pv_display_fixture_query (self, "SELECT MIN (id) FROM institution");
  g_autofree char *n = NULL;
  gint64 count = 0;

  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (pv_instruction_agent_choose (self->context, institution, NULL));
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (pv_instruction_file_count (pv_context_get_reader (self->context), &filtre,
                                            institution, &count, NULL));
  n = pv_count_to_text (count);
  g_assert_true (g_str_has_suffix (gtk_button_get_label (GTK_BUTTON (button)), n));
  pv_display_check_names (GTK_WIDGET (pv_window_get_page (self->window, "accueil")));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "accueil-echeances");
}

/* The count of a row is the label before its rate. */
static void
test_marks (PvDisplayFixture *self, gconstpointer data)
{
  GtkListBox *list;
  GtkListBoxRow *row;
  gint64 total = 0;

  show (self);
  list = get_list (pv_display_fixture_find (self, PV_TYPE_MARQUES_CARD, NULL));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *box = gtk_list_box_row_get_child (row);
      GtkWidget *count = gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box));
      guint n = count_dossiers (self, GTK_WIDGET (row));
      g_autofree char *text = pv_count_to_text (n);

      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (count)), ==, text);
      total += n;
    }
  g_assert_cmpint (total, ==,
                   pv_display_fixture_query (self, "SELECT COUNT (*) FROM dossier WHERE chapeau = 0"
                                                   " AND appel_id = (SELECT id FROM appel WHERE"
                                                   " exercice = 2026 ORDER BY id LIMIT 1)"));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add (path, PvDisplayFixture, NULL, pv_display_fixture_set_up, function,                   \
              pv_display_fixture_tear_down)
  ADD ("/accueil/each-deadline-opens-what-it-counts", test_each_opens_what_it_counts);
  ADD ("/accueil/the-queue-of-the-user", test_the_queue);
  ADD ("/accueil/each-mark-opens-what-it-counts", test_marks);
#undef ADD

  return g_test_run ();
}
