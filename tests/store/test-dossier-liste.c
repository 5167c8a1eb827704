/* test-dossier-liste.c: the list of dossiers, filtered, sorted, by pages, summed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-facette-store.h"

#include <string.h>

#include "programme-fixture.h"
#include "pv-error.h"
#include "stats/pv-stats.h"

/* Beside those of the fixture: 10 to 13, one of them (12) a part of another (11). */
static const char plus[] =
    "INSERT INTO agent (id, uuid, nom, role) VALUES (1, 'ag1', 'Élise', 'pilote');"
    "INSERT INTO cadre (id, uuid, code, nom, principal) VALUES (90, 'c90', 'c90', 'C', 1);"
    "INSERT INTO cadre_noeud (id, uuid, cadre_id, parent_id, code, libelle) VALUES"
    " (90, 'n90', 90, NULL, 'E1', 'Éducation'), (91, 'n91', 90, 90, 'E1.1', 'Réussite'),"
    " (92, 'n92', 90, NULL, 'E2', 'Emploi');"
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "  nature, cpo_annee, cpo_duree, chapeau, partie_de_id, cout_total_declare_cents,"
    "  referent_id, depose_le) VALUES"
    " (10, 'x10', 1, '9', 2, 'Été à l''École', 'propose', 2026, 'nouvelle', 1, 3, 0, NULL, 500,"
    "  1, '2026-01-05'),"
    " (11, 'x11', 1, '10', 3, 'Etape du matin', 'notifie', 2026, NULL, NULL, NULL, 1, NULL, 900,"
    "  NULL, '2025-12-31'),"
    " (12, 'x12', 1, '11', 3, 'zèbre', 'propose', 2026, 'reconduction', NULL, NULL, 0, 11, NULL,"
    "  NULL, NULL),"
    " (13, 'x13', 1, '0412', 1, 'L''Œuvre collective', 'depose', 2026, NULL, NULL, NULL, 0, NULL,"
    "  0, NULL, NULL);"
    "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal) VALUES (10, 91, 1), (12, 92, 1);"
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, commune_id) VALUES (10, NULL, 2);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "  vote_cents, notifie_cents) VALUES (20, 'm20', 10, 2, 2026, 100, 50, 50),"
    " (21, 'm21', 11, 1, 2026, 700, NULL, NULL), (22, 'm22', 12, 3, 2026, 300, 0, NULL);"
    "INSERT INTO versement (id, uuid, financement_id, genre, montant_cents) VALUES"
    " (20, 'v20', 20, 'acompte', 30);"
    "INSERT INTO budget_ligne (dossier_id, compte_id, realise_cents) SELECT 12, MIN (id), 0"
    "  FROM compte WHERE cote = 'charge' AND groupe <> 'volontaire';"
    "INSERT INTO institution (id, uuid, nom) VALUES (90, 'i90', 'Préfecture');"
    "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat, avis, score_declare)"
    " VALUES (90, 'in90', 10, 90, 'soumise', 'favorable', 7550),"
    " (91, 'in91', 12, 90, 'brouillon', 'defavorable', NULL);"
    "INSERT OR IGNORE INTO axe_transversal (uuid, code, libelle) VALUES ('ax', 'egalite', 'E');"
    "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur) SELECT 'mq', 10, id, 2"
    "  FROM axe_transversal WHERE code = 'egalite';";

static void
set_up (ProgrammeFixture *self, gconstpointer data)
{
  programme_fixture_set_up (self, data);
  programme_fixture_fill (self);
  programme_fixture_run (self, plus);
}

/* The keys, comma separated. */
static char *
list (ProgrammeFixture *self, const char *filter, PvDossierColonne colonne, gboolean decroissant)
{
  PvFiltre filtre = { 1, PV_INT_NULL };
  PvDossierOrdre ordre = { colonne, decroissant, PV_ETAPE_SOLLICITE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (filter, &error);
  g_autoptr (GArray) ids = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  ids = pv_dossier_liste_store_ids (self->db, &filtre, critere, &ordre, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));

  return g_string_free (text, FALSE);
}

/* Who does not pronounce itself diverges from nobody; nor does a draft. */
static void
test_diverging_avis (ProgrammeFixture *self, gconstpointer data)
{
  PvFiltre filtre = { 1, PV_INT_NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;
  g_autoptr (GPtrArray) facettes = NULL;
  gint64 n = -1;

  programme_fixture_run (
      self, "INSERT INTO institution (id, uuid, nom) VALUES (91, 'i91', 'A'), (92, 'i92', 'B');"
            "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat, avis) VALUES"
            " (92, 'in92', 10, 91, 'soumise', 'ne-se-prononce-pas'),"
            " (93, 'in93', 10, 92, 'brouillon', 'defavorable'),"
            " (94, 'in94', 11, 90, 'soumise', 'favorable'),"
            " (95, 'in95', 11, 91, 'soumise', 'favorable-avec-reserves'),"
            " (96, 'in96', 1, 90, 'soumise', 'favorable'),"
            " (97, 'in97', 1, 91, 'soumise', 'favorable');");
  ids = list (self, "avis=divergents", PV_DOSSIER_COLONNE_NUMERO, FALSE);
  g_assert_cmpstr (ids, ==, "11");
  facettes = pv_facette_store_list (self->db, &filtre, PV_CRITERE_AVIS, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < facettes->len; i++)
    if (g_str_equal (((PvFacette *)facettes->pdata[i])->valeur, "divergents"))
      n = ((PvFacette *)facettes->pdata[i])->n;
  g_assert_cmpint (n, ==, 1);
}

static void
test_filters (ProgrammeFixture *self, gconstpointer data)
{
  /* by number: 9, 10, 11, 0412, A-1, A-2 */
  static const struct
  {
    const char *filter;
    const char *ids;
  } cases[] = {
    { "", "10,11,12,13,1,2" },
    { "statut=propose", "10,12" },
    { "statut=propose,depose", "10,12,13" },
    { "axe=E1", "10" },
    { "axe=E1.1,E2", "10,12" },
    { "axe=zzz", "" },
    { "commune=59512", "1,2" },
    { "commune=59009", "10" },
    { "quartier=QN05901M", "1" },
    { "financeur=etat", "11,1,2" },
    { "financeur=prive,region", "10,12,1" },
    { "porteur=o3", "11,12" },
    { "referent=ag1", "10" },
    { "nature=nouvelle", "10" },
    { "nature=reconduction,nouvelle", "10,12" },
    { "cpo=oui", "10" },
    { "cpo=non", "11,12,13,1,2" },
    { "marque=2", "10" },
    { "marque=non-evalue;statut=propose", "12" },
    { "avis=favorable", "10" },
    { "avis=defavorable", "" },
    { "avis=divergents", "" },
    { "sans=axe", "11,13,1,2" },
    { "sans=territoire", "11,12,13" },
    { "sans=referent,siret", "11,12" },
    { "cout=..500", "10,13" },
    { "cout=1..", "10,1,2" },
    { "sollicite=100..300", "10,12" },
    { "notifie=50..50", "10" },
    { "verse=1..", "10" },
    { "realise=oui", "12" },
    { "realise=non", "10,11,13,1,2" },
    { "texte=ete%20ecole", "10" },
    { "texte=%C3%89T%C3%89", "10" },
    { "texte=eco", "10" },
    { "texte=oeuvre", "13" },
    { "texte=%C5%93uvre", "13" },
    { "texte=412", "13" },
    { "texte=ateliers%20theat", "1" },
    { "texte=%22%27%28%20AND%20OR%20NEAR%28*", "" },
    { "texte=%22", "10,11,12,13,1,2" },
    { "texte=zebre;statut=depose", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = list (self, cases[i].filter, PV_DOSSIER_COLONNE_NUMERO, FALSE);

      g_test_message ("%s", cases[i].filter);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_controls_filter (ProgrammeFixture *self, gconstpointer data)
{
  g_autofree char *errors = list (self, "severite=error,warning,info", 0, FALSE);
  g_autofree char *none = list (self, "controle=siret-invalide", 0, FALSE);

  g_assert_cmpstr (errors, !=, "");
  g_assert_cmpstr (none, ==, "");
}

static void
test_search_takes_anything (ProgrammeFixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "\"",       "'",     "*",  "a*b", "(", "NOT",  "a OR",         "-x", "^a", "numero:1",
    "{a b}: c", "a + b", "\\", "%",   "é", "\"\"", "NEAR(a b, 3)", "😀",  ";--"
  };
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *many = g_strnfill (100000, ' ');

  for (guint i = 0; i < 100000; i += 2)
    many[i] = '"';
  for (guint i = 0; i < G_N_ELEMENTS (texts) + 2; i++)
    {
      g_autoptr (PvDossierCritere) critere = pv_dossier_critere_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = NULL;

      pv_dossier_critere_set_texte (critere, i < G_N_ELEMENTS (texts)    ? texts[i]
                                             : i == G_N_ELEMENTS (texts) ? long_text
                                                                         : many);
      ids = pv_dossier_liste_store_ids (self->db, &filtre, critere, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
test_orders (ProgrammeFixture *self, gconstpointer data)
{
  static const struct
  {
    PvDossierColonne colonne;
    const char *up;
    const char *down;
  } cases[] = {
    { PV_DOSSIER_COLONNE_NUMERO, "10,11,12,13,1,2", "2,1,13,12,11,10" },
    { PV_DOSSIER_COLONNE_PORTEUR, "13,1,2,11,12,10", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_INTITULE, "1,11,10,2,13,12", "12,13,2,10,11,1" },
    { PV_DOSSIER_COLONNE_COMMUNE, "1,2,10,11,12,13", "10,1,2,11,12,13" },
    { PV_DOSSIER_COLONNE_QUARTIER, "1,10,11,12,13,2", "1,10,11,12,13,2" },
    { PV_DOSSIER_COLONNE_AXE, "10,12,11,13,1,2", "12,10,11,13,1,2" },
    { PV_DOSSIER_COLONNE_COUT, "13,10,2,1,11,12", "1,2,10,13,11,12" },
    { PV_DOSSIER_COLONNE_ETAT, "2,1,10,11,12,13", "1,2,10,11,12,13" },
    { PV_DOSSIER_COLONNE_AUTRES, "12,1,10,11,13,2", "1,12,10,11,13,2" },
    { PV_DOSSIER_COLONNE_STATUT, "13,1,2,10,12,11", "11,10,12,1,2,13" },
    { PV_DOSSIER_COLONNE_AVIS, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_SCORE, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_MARQUE, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_SOLLICITE, "10,12,2,1,11,13", "1,2,12,10,11,13" },
    { PV_DOSSIER_COLONNE_VOTE, "12,10,11,13,1,2", "10,12,11,13,1,2" },
    { PV_DOSSIER_COLONNE_VERSE, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_NATURE, "10,12,11,13,1,2", "12,10,11,13,1,2" },
    { PV_DOSSIER_COLONNE_CPO, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_REFERENT, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_EXERCICE, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_DEPOSE, "11,10,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_DEPOT, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_DECISION, "10,11,12,13,1,2", "10,11,12,13,1,2" },
    { PV_DOSSIER_COLONNE_RESERVE, "10,11,12,13,1,2", "10,11,12,13,1,2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *up = list (self, "", cases[i].colonne, FALSE);
      g_autofree char *down = list (self, "", cases[i].colonne, TRUE);

      g_test_message ("%s", pv_dossier_colonne_to_id (cases[i].colonne));
      g_assert_cmpstr (up, ==, cases[i].up);
      g_assert_cmpstr (down, ==, cases[i].down);
    }
}

static void
test_rows (ProgrammeFixture *self, gconstpointer data)
{
  static const gint64 ids[] = { 10, 11, 777, 1, 12 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      pv_dossier_liste_store_lignes (self->db, ids, G_N_ELEMENTS (ids), PV_ETAPE_SOLLICITE, &error);
  const PvDossierResume *row;
  g_autofree char *score = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_null (rows->pdata[2]);
  row = rows->pdata[0];
  g_assert_cmpstr (row->numero, ==, "9");
  g_assert_cmpstr (row->porteur, ==, "Ville de Roubaix");
  g_assert_cmpstr (row->communes, ==, "Villeneuve");
  g_assert_null (row->quartiers);
  g_assert_cmpstr (row->axe, ==, "E1");
  g_assert_cmpint (row->cout_cents, ==, 500);
  g_assert_cmpint (row->montants[PV_GROUPE_REGION], ==, 100);
  g_assert_cmpint (row->montants[PV_GROUPE_ETAT], ==, PV_CENTS_NULL);
  g_assert_cmpint (row->etapes[PV_ETAPE_VERSE], ==, 30);
  g_assert_cmpint (row->n_avis, ==, 1);
  g_assert_cmpint (row->n_avis_attendus, ==, 1);
  g_assert_cmpint (row->score, ==, 7550);
  score = pv_dossier_resume_to_text (row, PV_DOSSIER_COLONNE_SCORE);
  g_assert_cmpstr (score, ==, "75,50");
  g_assert_cmpint (row->marque, ==, 2);
  g_assert_cmpstr (row->referent, ==, "Élise");
  row = rows->pdata[1];
  g_assert_true (row->chapeau);
  g_assert_cmpint (row->cout_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (row->montants[PV_GROUPE_ETAT], ==, PV_CENTS_NULL);
  g_assert_cmpstr (row->affichage, ==, "notifié 0/1");
  row = rows->pdata[3];
  g_assert_cmpstr (row->quartiers, ==, "Alma, Sud");
  g_assert_cmpint (row->marque, ==, PV_INT_NULL);
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    {
      g_autofree char *text = pv_dossier_resume_to_text (row, (PvDossierColonne)i);

      g_assert_cmpstr (text, !=, "");
    }
}

/* The same amounts as the statistics, whichever way they are read. */
static void
assert_totals (ProgrammeFixture *self, const GArray *ids)
{
  PvFiltre filtre = { 1, PV_INT_NULL };

  for (int etape = 0; etape < PV_N_ETAPES; etape++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PvStats) stats =
          pv_stats_compute (self->db, PV_STATS_CATEGORIE, (PvEtape)etape, &filtre, &error);
      g_autofree PvDossierTotaux *totaux =
          pv_dossier_liste_store_totaux (self->db, ids, (PvEtape)etape, TRUE, NULL, &error);
      PvCents sum = PV_CENTS_NULL;

      g_assert_no_error (error);
      g_assert_cmpint (totaux->dossiers, ==, stats->total.dossiers);
      g_assert_cmpint (totaux->etapes[etape], ==, stats->total.amount_cents);
      for (int groupe = 0; groupe < PV_N_GROUPES; groupe++)
        if (totaux->montants[groupe] != PV_CENTS_NULL)
          sum = (sum == PV_CENTS_NULL ? 0 : sum) + totaux->montants[groupe];
      g_assert_cmpint (sum, ==, totaux->etapes[etape]);
      if (etape == PV_ETAPE_VOTE)
        g_assert_cmpint (pv_dossier_totaux_get_montant (totaux, PV_DOSSIER_COLONNE_AUTRES), ==, 0);
    }
}

static void
test_totals (ProgrammeFixture *self, gconstpointer data)
{
  PvFiltre filtre = { 1, PV_INT_NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = pv_dossier_liste_store_ids (self->db, &filtre, NULL, NULL, NULL, &error);
  g_autofree PvDossierTotaux *totaux =
      pv_dossier_liste_store_totaux (self->db, ids, PV_ETAPE_SOLLICITE, TRUE, NULL, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  g_assert_cmpint (totaux->chapeaux, ==, 1);
  g_assert_cmpint (totaux->cout_cents, ==, 500 + 1000000 + 450000);
  g_assert_cmpint (totaux->montants[PV_GROUPE_REGION], ==, 200100);
  g_assert_cmpint (totaux->montants[PV_GROUPE_CAF], ==, PV_CENTS_NULL);
  assert_totals (self, ids);
  g_assert_true (pv_dossier_liste_store_count (self->db, &filtre, &n, &error));
  g_assert_cmpint (n, ==, totaux->dossiers);

  /* so many that the whole tables are read: keys that are not there do not count */
  for (gint64 i = 1000; i < 6000; i++)
    g_array_append_val (ids, i);
  assert_totals (self, ids);
}

static char *
list_from (PvDb *db, const PvFiltre *filtre)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = pv_dossier_liste_store_ids (db, filtre, NULL, NULL, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, i));

  return g_string_free (text, FALSE);
}

/* A connection that only reads keeps the keys, and reads them again when another one wrote. */
static void
test_follows_the_writer (ProgrammeFixture *self, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE dossier SET numero = '5' WHERE id = 12",
    "UPDATE dossier SET numero = 'B-2' WHERE id = 12",
    "UPDATE dossier SET exercice = 2031 WHERE id = 12",
    "UPDATE dossier SET numero = printf ('%05d', id)",
  };
  const PvFiltre filtres[] = { { 1, PV_INT_NULL }, PV_FILTRE_TOUT, { PV_INT_NULL, 2031 } };
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) reader = pv_db_open (self->path, PV_DB_OPEN_READ_ONLY, clock, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      programme_fixture_run (self, changes[i]);
      for (gsize j = 0; j < 2 * G_N_ELEMENTS (filtres); j++)
        {
          const PvFiltre *filtre = &filtres[j / 2]; /* read, then known */
          g_autofree char *expected = list_from (self->db, filtre);
          g_autofree char *found = list_from (reader, filtre);

          g_assert_cmpstr (found, ==, expected);
        }
      pv_db_release_memory (reader);
    }
}

static void
test_cancelled (ProgrammeFixture *self, gconstpointer data)
{
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (pv_dossier_liste_store_ids (self->db, &filtre, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add ("/dossier-liste/" path, ProgrammeFixture, NULL, set_up, func,                        \
              programme_fixture_tear_down)
  add ("filters", test_filters);
  add ("diverging-avis", test_diverging_avis);
  add ("controls-filter", test_controls_filter);
  add ("search-takes-anything", test_search_takes_anything);
  add ("orders", test_orders);
  add ("rows", test_rows);
  add ("totals", test_totals);
  add ("follows-the-writer", test_follows_the_writer);
  add ("cancelled", test_cancelled);
#undef add

  return g_test_run ();
}
