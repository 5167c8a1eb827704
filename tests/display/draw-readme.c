/* draw-readme.c: the pictures of README.md
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: draw-readme FOLDER
 *
 * Works a little in the demonstration programme, so that the pages show what they are
 * for, and draws them. `build-aux/pictures --readme` runs it.
 */

#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossier-store.h"
#include "dossier/pv-dossiers-view.h"
#include "financement/pv-financement-service.h"
#include "grille/pv-critere-store.h"
#include "import/pv-import-assistant.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-service.h"
#include "programme/pv-demonstration-seance.h"
#include "pv-display.h"
#include "pv-statement.h"
#include "scenario/pv-scenario-service.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"
#include "seance/session/pv-seance-session.h"

typedef struct
{
  const char *folder;
  char *path;
  PvWindow *window;
  PvContext *context;
} Desk;

/* --- what was done before the pictures are taken --------------------------------------- */

typedef struct
{
  const char *action;
  const char *numero;
  const char *sql; /* of the dossier; NULL: an amount */
  const char *categorie;
  PvEtape etape;
  PvCents cents;
} Work;

static const Work works[] = {
  { "dossier-publics", "0412", "beneficiaires_femmes = 28" },
  { "dossier-statut", "0349", "statut = 'recevable'" },
  { "financement-montant", "0408", NULL, "caf", PV_ETAPE_PROPOSE, 500000 },
  { "dossier-edit", "0333", "fin = '2026-11-30'" },
  { "financement-montant", "0444", NULL, "region", PV_ETAPE_ARBITRE, 700000 },
  { "dossier-statut", "0510", "statut = 'propose'" },
  { "financement-montant", "0412", NULL, "etat", PV_ETAPE_ARBITRE, 2000000 },
  { "financement-montant", "0412", NULL, "epci", PV_ETAPE_ARBITRE, 1000000 },
};

static gint64
get_int (PvDb *db, const char *sql)
{
  gint64 value = PV_INT_NULL;
  g_autoptr (GError) error = NULL;

  pv_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static gboolean
do_work (PvDb *db, gpointer user_data, GError **error)
{
  const Work *work = user_data;
  g_autofree char *sql = NULL;

  if (work->sql == NULL)
    {
      sql = g_strdup_printf (
          "SELECT x.id FROM financement x JOIN financeur f ON f.id = x.financeur_id "
          "JOIN dossier d ON d.id = x.dossier_id "
          "WHERE d.numero = '%s' AND f.categorie = '%s'",
          work->numero, work->categorie);
      return pv_financement_service_set_montant (db, get_int (db, sql), work->etape, work->cents,
                                                 "2026-03-12", NULL, error);
    }
  sql = g_strdup_printf ("UPDATE dossier SET %s, revision = revision + 1 WHERE numero = '%s'",
                         work->sql, work->numero);

  return pv_db_execute (db, sql, error);
}

static void
work (Desk *desk)
{
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT intitule FROM dossier WHERE numero = '%s'", works[i].numero);
      g_autoptr (GError) error = NULL;
      g_autoptr (PvStatement) titles =
          pv_db_prepare (pv_context_get_reader (desk->context), sql, &error);
      g_autofree char *label = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (pv_statement_step (titles, &error), ==, PV_STEP_ROW);
      label = g_strdup_printf ("%s · %s", works[i].numero, pv_statement_get_text (titles, 0));
      g_clear_pointer (&titles, pv_statement_return);
      pv_context_act (desk->context, works[i].action, label, do_work, (gpointer)&works[i], &error);
      g_assert_no_error (error);
    }
  pv_display_settle (desk->context);
}

/* --- pictures ---------------------------------------------------------------------------- */

static gboolean
is_over (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *)data;
}

/* Until what comes by itself has come, such as the toast that goes. */
static void
linger (Desk *desk, int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  pv_display_wait (is_over, &end);
  pv_display_settle (desk->context);
}

static void
draw (Desk *desk, GtkWindow *window, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.png", desk->folder, name);

  pv_display_draw (window, desk->context, file);
}

static void
act (Desk *desk, const char *action, GVariant *parameter)
{
  pv_display_act (GTK_WIDGET (desk->window), desk->context, action, parameter);
}

/* A few rows, the last of which the preview shows. */
static void
select_rows (Desk *desk)
{
  GtkWidget *view = pv_display_find (GTK_WIDGET (desk->window), PV_TYPE_DOSSIERS_VIEW, NULL, NULL);
  GtkSelectionModel *selection = pv_dossiers_view_get_selection (PV_DOSSIERS_VIEW (view));

  for (guint i = 13; i <= 15; i++)
    gtk_selection_model_select_item (selection, i, FALSE);
}

static void
draw_pages (Desk *desk)
{
  PvDossierPage *page;
  gint64 id = PV_INT_NULL;

  act (desk, "win.goto", g_variant_new ("(ss)", "accueil", ""));
  draw (desk, GTK_WINDOW (desk->window), "accueil");

  act (desk, "win.sidebar", NULL);
  act (desk, "win.goto", g_variant_new ("(ss)", "dossiers", "statut=propose,programme,notifie"));
  select_rows (desk);
  linger (desk, 800);
  draw (desk, GTK_WINDOW (desk->window), "dossiers");

  pv_dossier_store_find (pv_context_get_reader (desk->context),
                         pv_context_get_appel (desk->context), "0412", &id, NULL);
  page = pv_dossier_page_new (desk->context, id);
  pv_window_push (desk->window, PV_PAGE (page));
  pv_display_settle (desk->context);
  pv_display_act (GTK_WIDGET (page), desk->context, "dossier.section",
                  g_variant_new_string ("plan"));
  linger (desk, 800);
  draw (desk, GTK_WINDOW (desk->window), "plan");
}

/* An institution in the middle of a dossier. */
static gboolean
instruct (PvDb *db, gpointer user_data, GError **error)
{
  static const gint64 marks[] = { 4, 5, 4, 3, 3, 3, 3, PV_INT_NULL };
  const gint64 *dossier_id = user_data;
  PvInstructionMontant montant = { get_int (db, "SELECT x.dispositif_id FROM financement x"
                                                " JOIN financeur f ON f.id = x.financeur_id"
                                                " JOIN dossier d ON d.id = x.dossier_id"
                                                " WHERE d.numero = '0394' AND"
                                                "       f.categorie = 'etat'"),
                                   2400000 };
  g_autoptr (GPtrArray) criteres = NULL;
  gint64 id, grille_id;

  if (!pv_instruction_brouillon (db, *dossier_id,
                                 get_int (db, "SELECT id FROM institution WHERE nom = 'État'"),
                                 PV_INT_NULL, &id, error) ||
      !pv_instruction_get_grille (db, *dossier_id, &grille_id, error) ||
      (criteres = pv_critere_store_list (db, grille_id, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < MIN (criteres->len, G_N_ELEMENTS (marks)); i++)
    {
      const PvCritere *critere = criteres->pdata[i];
      PvNote note = { critere->id, marks[i], marks[i] == PV_INT_NULL };

      if (!pv_instruction_noter (db, id, &note, NULL, error))
        return FALSE;
    }

  return pv_instruction_set_avis (db, id, PV_AVIS_FAVORABLE_AVEC_RESERVES, NULL, error) &&
         pv_instruction_set_reserves (
             db, id, "Obtenir l’accord de la Région avant la première session.", NULL, error) &&
         pv_instruction_set_montant (db, id, &montant, NULL, error);
}

static void
draw_instruction (Desk *desk)
{
  PvDb *db = pv_context_get_reader (desk->context);
  g_autoptr (GError) error = NULL;
  gint64 id = get_int (db, "SELECT id FROM dossier WHERE numero = '0394'");

  pv_instruction_agent_choose (
      desk->context, get_int (db, "SELECT id FROM institution WHERE nom = 'État'"), &error);
  g_assert_no_error (error);
  pv_context_act (desk->context, "instruction-note", "0394", instruct, &id, &error);
  g_assert_no_error (error);
  act (desk, "win.goto", g_variant_new ("(ss)", "instruction", ""));
  linger (desk, 6000);
  act (desk, "win.open-instruction", g_variant_new_int64 (id));
  linger (desk, 800);
  draw (desk, GTK_WINDOW (desk->window), "instruction");
}

/* A committee in the middle of its agenda. */
static gboolean
hold (PvDb *db, gpointer user_data, GError **error)
{
  static const PvDecisionGenre decisions[] = {
    PV_DECISION_GENRE_PROGRAMME, PV_DECISION_GENRE_PROGRAMME,    PV_DECISION_GENRE_AJOURNE,
    PV_DECISION_GENRE_PROGRAMME, PV_DECISION_GENRE_SOUS_RESERVE, PV_DECISION_GENRE_PROGRAMME,
    PV_DECISION_GENRE_REFUSE,    PV_DECISION_GENRE_PROGRAMME,
  };
  gint64 *seance_id = user_data;
  g_autoptr (GPtrArray) dossiers = NULL;

  if (!pv_demonstration_add_seance (db, error))
    return FALSE;
  *seance_id = get_int (db, "SELECT MAX(id) FROM seance");
  for (gint64 i = 1; i <= 4; i++)
    if (!pv_seance_set_presence (db, *seance_id, i, NULL, TRUE, error))
      return FALSE;
  dossiers = pv_seance_store_list_dossiers (db, *seance_id, error);
  if (dossiers == NULL || !pv_seance_ouvrir (db, *seance_id, FALSE, error))
    return FALSE;
  for (guint i = 0; i < MIN (dossiers->len, G_N_ELEMENTS (decisions)); i++)
    if (!pv_seance_decider (db, ((const PvSeanceDossier *)dossiers->pdata[i])->id, decisions[i],
                            PV_INT_NULL, error))
      return FALSE;

  return TRUE;
}

/* The Région withdraws: the Etat, the CAF and the EPCI take over what they can. */
static gboolean
imagine (PvDb *db, gpointer user_data, GError **error)
{
  static const char *const repreneurs[] = { "etat", "caf", "epci" };
  g_autoptr (PvEssai) essai = pv_essai_new (PV_ESSAI_RETRAIT);
  gint64 id;

  essai->financeur_id = get_int (db, "SELECT id FROM financeur WHERE categorie = 'region'");
  essai->repreneurs = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; i < G_N_ELEMENTS (repreneurs); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT p.financeur_id FROM enveloppe e JOIN dispositif p ON p.id = e.dispositif_id"
          " JOIN financeur f ON f.id = p.financeur_id WHERE f.categorie = '%s'",
          repreneurs[i]);
      gint64 repreneur = get_int (db, sql);

      g_array_append_val (essai->repreneurs, repreneur);
    }

  return pv_scenario_service_create (db, *(gint64 *)user_data, "Sans la Région", PV_INT_NULL, essai,
                                     &id, NULL, error);
}

static void
draw_seance (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  gint64 appel = pv_context_get_appel (desk->context);
  GtkWidget *session;
  gint64 id = 0;

  pv_context_act (desk->context, "scenario-new", "Sans la Région", imagine, &appel, &error);
  g_assert_no_error (error);
  act (desk, "win.goto", g_variant_new ("(ss)", "enveloppes", ""));
  linger (desk, 6000);
  draw (desk, GTK_WINDOW (desk->window), "enveloppes");

  pv_context_act (desk->context, "seance-open", NULL, hold, &id, &error);
  g_assert_no_error (error);
  act (desk, "win.open-seance", g_variant_new_int64 (id));
  linger (desk, 6000);
  session = pv_display_find (GTK_WIDGET (desk->window), PV_TYPE_SEANCE_SESSION, NULL, NULL);
  pv_display_act (session, desk->context, "session.decide",
                  g_variant_new_int64 (PV_DECISION_GENRE_PROGRAMME));
  linger (desk, 6000);
  draw (desk, GTK_WINDOW (desk->window), "seance");
}

/* What the exercices became, side by side. */
static void
draw_bilans (Desk *desk)
{
  act (desk, "win.open-bilans", g_variant_new_string ("bilan"));
  linger (desk, 1500);
  draw (desk, GTK_WINDOW (desk->window), "bilans");
}

/* The table of the demonstration as its author would send it again. */
static char *
write_table (Desk *desk)
{
  static const char *const changes[][2] = {
    { ",1,26,22,48,85 %,", ",1,24,22,46,85 %," },
    { ",proposé,80000,", ",proposé,82500," },
    { "notifié,36000,", "notifié,38000," },
    { "5000,4000,4000,4000,4000,", "5000,5000,4500,4500,4500," },
    { "Reconduction,,0202,01/02/2026,31/12/2026,programmé,22000,",
      "Reconduction,,0202,01/02/2026,15/12/2026,programmé,23400," },
    { "Nouvelle,,,05/01/2026,21/02/2026,soldé,8600,",
      "Reconduction,,,05/01/2026,31/02/2026,soldé,8 6OO," },
  };
  static const char new_rows[] =
      "0518,Couture et Compagnie,,,Association,Roubaix,,Atelier de couture solidaire,,Roubaix,"
      "Nouveau Roubaix,E2,5.1,Nouvelle,,,01/04/2026,31/12/2026,déposé,18400\n"
      "0519,Jardins de l’Alma,,,Association,Roubaix,,Un jardin au pied des tours,,Roubaix,"
      "Nouveau Roubaix,E4,3.1,Nouvelle,,,01/03/2026,31/12/2026,déposé,9200\n"
      "0520,,,,,,,Balades urbaines,,Lille,Secteur Sud,E4,4.2,Nouvelle,,,,,déposé,7500\n";
  g_autofree char *source =
      g_build_filename (g_getenv ("PV_DATADIR"), "demo", "appel-fictif-2026.csv", NULL);
  g_autofree char *folder = g_path_get_dirname (desk->path);
  char *path = g_build_filename (folder, "programmation-2026-v3.csv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) table = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (source, &content, NULL, &error);
  g_assert_no_error (error);
  table = g_string_new (content);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpuint (g_string_replace (table, changes[i][0], changes[i][1], 1), ==, 1);
  g_string_append (table, new_rows);
  g_file_set_contents (path, table->str, -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
draw_import (Desk *desk)
{
  g_autofree char *table = write_table (desk);
  GtkWidget *assistant = GTK_WIDGET (pv_import_assistant_new (desk->context, NULL));

  gtk_window_present (GTK_WINDOW (assistant));
  gtk_test_widget_wait_for_draw (assistant);
  pv_display_act (assistant, desk->context, "import.open-file", g_variant_new_string (table));
  pv_display_act (assistant, desk->context, "import.next", NULL);
  pv_display_act (assistant, desk->context, "import.next", NULL);
  linger (desk, 300);
  draw (desk, GTK_WINDOW (assistant), "import");
  pv_display_close (GTK_WINDOW (assistant));
}

int
main (int argc, char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  Desk desk = { 0 };

  pv_display_init (&argc, &argv);
  if (argc != 2)
    {
      g_printerr ("usage: draw-readme FOLDER\n");
      return EXIT_FAILURE;
    }
  settings = g_settings_new ("org.progville.Progville");
  g_settings_set_string (settings, "agent", "Camille Martin");
  desk.folder = argv[1];
  desk.path = pv_display_copy_demonstration ();
  desk.window = pv_display_show_programme (desk.path);
  desk.context = pv_window_get_context (desk.window);

  work (&desk);
  linger (&desk, 6000);
  draw_pages (&desk);
  draw_bilans (&desk);
  draw_import (&desk);
  draw_instruction (&desk);
  draw_seance (&desk);

  pv_display_close (GTK_WINDOW (desk.window));
  pv_display_remove (desk.path);

  return EXIT_SUCCESS;
}
