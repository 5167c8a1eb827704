/* test-bilan-analyse.c: the bilan agrees with the statistics, the lists and plain sums
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse.h"

#include "bilan/pv-bilan-sql.h"
#include "accueil/pv-accueil.h"
#include "dossier/pv-dossier-critere.h"
#include "dossier/pv-dossier-liste-store.h"
#include "pv-error.h"
#include "programme-hasard.h"
#include "stats/pv-stats-parts.h"
#include "pv-totals.h"
#include "stats/pv-stats.h"

static PvBilanAnalyse *
compute (ProgrammeFixture *self, const PvBilanPerimetre *perimetre)
{
  g_autoptr (GError) error = NULL;
  PvBilanAnalyse *analyse = pv_bilan_analyse_compute (self->db, perimetre, NULL, &error);

  g_assert_no_error (error);

  return analyse;
}

static PvBilanAnalyse *
begin (ProgrammeFixture *self)
{
  programme_hasard_fill (self);

  return compute (self, NULL);
}

static PvFiltre
get_filtre (const PvBilanAnalyse *analyse, int annee)
{
  PvFiltre filtre = PV_FILTRE_TOUT;

  filtre.appel_id = analyse->perimetre.appel_id;
  if (annee >= 0)
    filtre.exercice = analyse->annees[annee].exercice;

  return filtre;
}

/* --- against the statistics ---------------------------------------------------------------- */

static const PvBilanTableLigne *
find_ligne (const PvBilanTable *table, const char *key, const char *label)
{
  for (guint i = 0; i < table->lignes->len; i++)
    {
      const PvBilanTableLigne *ligne = table->lignes->pdata[i];

      /* among quartiers, a commune says that it is one */
      if (table->par == PV_BILAN_PAR_QUARTIER && ligne->cle == NULL &&
          g_str_has_suffix (ligne->libelle, " (commune entière)") &&
          g_str_has_prefix (ligne->libelle, label) &&
          strlen (ligne->libelle) == strlen (label) + strlen (" (commune entière)"))
        return ligne;
      if (*key == '\0'
              ? g_str_equal (ligne->libelle, "Non renseigné")
              : g_ascii_strcasecmp (ligne->libelle, label) == 0 || g_strcmp0 (ligne->cle, key) == 0)
        return ligne;
    }

  return NULL;
}

static void
assert_etapes (const PvCents *a, const PvCents *b)
{
  for (guint e = 0; e < PV_N_ETAPES; e++)
    g_assert_cmpint (a[e], ==, b[e]);
}

static void
check_stats (ProgrammeFixture *self, const PvBilanAnalyse *analyse, int annee)
{
  static const struct
  {
    PvBilanPar par;
    PvStatsKey by;
  } pairs[] = { { PV_BILAN_PAR_CATEGORIE, PV_STATS_CATEGORIE },
                { PV_BILAN_PAR_FINANCEUR, PV_STATS_FINANCEUR },
                { PV_BILAN_PAR_AXE, PV_STATS_AXE },
                { PV_BILAN_PAR_QUARTIER, PV_STATS_TERRITOIRE },
                { PV_BILAN_PAR_MARQUE, PV_STATS_MARQUEUR },
                { PV_BILAN_PAR_PORTEUR, PV_STATS_PORTEUR },
                { PV_BILAN_PAR_NATURE, PV_STATS_NATURE },
                { PV_BILAN_PAR_CPO, PV_STATS_CPO } };
  PvFiltre filtre = get_filtre (analyse, annee);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PvMatrice) matrice = pv_stats_matrice (self->db, pairs[i].by, &filtre, &error);
      const PvBilanTable *table = pv_bilan_analyse_get_table (analyse, pairs[i].par);

      g_assert_no_error (error);
      assert_etapes (pv_bilan_analyse_get_chiffres (analyse, annee)->mesure.etapes,
                     matrice->total.total);
      for (guint r = 0; r < matrice->rows->len; r++)
        {
          const PvMatriceRow *row = matrice->rows->pdata[r];
          const PvBilanTableLigne *ligne = find_ligne (table, row->key, row->label);

          g_test_message ("%s %s", pv_stats_key_to_id (pairs[i].by), row->label);
          g_assert_nonnull (ligne);
          g_assert_cmpint (pv_bilan_table_ligne_get_mesure (ligne, annee)->dossiers, ==,
                           row->dossiers);
          assert_etapes (pv_bilan_table_ligne_get_mesure (ligne, annee)->etapes, row->total);
        }
    }
}

static void
test_stats (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);
  PvBilanPerimetre appel = PV_BILAN_PERIMETRE_TOUT;

  g_assert_cmpuint (analyse->n_annees, ==, 2);
  for (int annee = -1; annee < 2; annee++)
    check_stats (self, analyse, annee);
  appel.appel_id = 3;
  g_clear_pointer (&analyse, pv_bilan_analyse_free);
  analyse = compute (self, &appel);
  check_stats (self, analyse, 0);
}

/* Each additive table adds up to the key figures, and its years to its totals. */
static void
test_sommes (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);

  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    for (int annee = -1; annee < 2; annee++)
      {
        const PvBilanMesure *whole = &pv_bilan_analyse_get_chiffres (analyse, annee)->mesure;
        g_autoptr (GPtrArray) lignes = g_ptr_array_ref (analyse->tables[par].lignes);
        PvBilanTableLigne *sum = pv_bilan_table_sum (&analyse->tables[par], 2, 0);
        const PvBilanMesure *mesure = pv_bilan_table_ligne_get_mesure (sum, annee);

        g_test_message ("%s %d", pv_bilan_par_to_libelle ((PvBilanPar)par), annee);
        assert_etapes (mesure->etapes, whole->etapes);
        g_assert_cmpint (mesure->accorde, ==, whole->accorde);
        if (par >= PV_BILAN_PAR_AXE && par != PV_BILAN_PAR_COMMUNE && par != PV_BILAN_PAR_QUARTIER)
          {
            g_assert_cmpint (mesure->dossiers, ==, whole->dossiers);
            g_assert_cmpint (mesure->finances, ==, whole->finances);
          }
        else
          {
            g_assert_cmpint (mesure->dossiers, ==, PV_INT_NULL);
            g_assert_cmpint (mesure->finances, ==, PV_INT_NULL);
          }
        pv_bilan_table_ligne_free (sum);
      }
}

/* --- against plain queries ------------------------------------------------------------------ */

static gint64
query (ProgrammeFixture *self, gint64 exercice, const char *what)
{
  g_autofree char *where =
      exercice == PV_INT_NULL
          ? g_strdup ("d.chapeau = 0")
          : g_strdup_printf ("d.chapeau = 0 AND d.exercice = %d", (int)exercice);
  g_autofree char *sql = g_strdup_printf ("SELECT %s AND %s", what, where);

  return programme_fixture_int (self, sql);
}

static void
check_chiffres (ProgrammeFixture *self, const PvBilanChiffres *chiffres)
{
  gint64 an = chiffres->exercice;

  g_assert_cmpint (chiffres->mesure.accorde, ==,
                   query (self, an,
                          "SUM (COALESCE (f.vote_cents, f.arbitre_cents)) FROM dossier d"
                          " JOIN financement f ON f.dossier_id = d.id WHERE 1"));
  g_assert_cmpint (chiffres->porteurs, ==,
                   query (self, an, "COUNT (DISTINCT d.porteur_id) FROM dossier d WHERE 1"));
  g_assert_cmpint (chiffres->mesure.finances, ==,
                   query (self, an, "COUNT (*) FROM dossier d WHERE " PV_CRITERE_FINANCE_SQL));
  g_assert_cmpint (
      chiffres->public_prevu.femmes, ==,
      query (self, an,
             "SUM (d.beneficiaires_femmes) FROM dossier d WHERE " PV_CRITERE_FINANCE_SQL));
  g_assert_cmpint (chiffres->public_realise.hommes, ==,
                   query (self, an,
                          "SUM (b.beneficiaires_hommes) FROM dossier d"
                          " JOIN bilan b ON b.dossier_id = d.id WHERE 1"));
  g_assert_cmpint (chiffres->public_realise.dossiers, ==,
                   query (self, an,
                          "COUNT (*) FROM dossier d JOIN bilan b ON b.dossier_id = d.id"
                          " WHERE COALESCE (b.beneficiaires_femmes, b.beneficiaires_hommes,"
                          "                 b.beneficiaires_non_ventiles) IS NOT NULL"));
  g_assert_cmpint (chiffres->recuperer_cents, ==,
                   query (self, an,
                          "SUM (b.a_recuperer_cents) FROM dossier d"
                          " JOIN bilan b ON b.dossier_id = d.id WHERE 1"));
  g_assert_cmpint (chiffres->realise_cents, ==,
                   query (self, an,
                          "SUM (b.realise_cents) FROM dossier d"
                          " JOIN budget_ligne b ON b.dossier_id = d.id"
                          " WHERE b.compte_id IN (1, 2)"));
  g_assert_cmpint (chiffres->attendus, ==,
                   query (self, an,
                          "COUNT (*) FROM dossier d JOIN total_dossier t ON t.id = d.id"
                          " WHERE " PV_BILAN_ATTENDU_SQL));
  g_assert_cmpint (chiffres->recus, ==,
                   query (self, an,
                          "COUNT (*) FROM dossier d JOIN total_dossier t ON t.id = d.id"
                          " JOIN bilan b ON b.dossier_id = d.id"
                          " WHERE COALESCE (b.crf_recu_le, b.crf_valide_le) IS NOT NULL"
                          "   AND " PV_BILAN_ATTENDU_SQL));
}

static void
test_chiffres (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);

  for (int annee = -1; annee < 2; annee++)
    check_chiffres (self, pv_bilan_analyse_get_chiffres (analyse, annee));
}

/* Marks by number and amount are those of the analysis of equality. */
static void
test_egalite (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);
  g_autoptr (GError) error = NULL;

  for (int annee = -1; annee < 2; annee++)
    {
      PvFiltre filtre = get_filtre (analyse, annee);
      g_autoptr (PvEgaliteAnalyse) egalite =
          pv_egalite_analyse_compute (self->db, 1, PV_EGALITE_PAR_ANNEE, &filtre, &error);
      const PvEgaliteLigne *ligne = &pv_bilan_analyse_get_chiffres (analyse, annee)->egalite;

      g_assert_no_error (error);
      for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
        for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
          {
            g_assert_cmpint (ligne->mesures[b][m].dossiers, ==,
                             egalite->total.mesures[b][m].dossiers);
            g_assert_cmpint (ligne->mesures[b][m].cents, ==, egalite->total.mesures[b][m].cents);
          }
    }
}

/* What is engaged, each amount once, as the first page shows it. */
static void
test_parts (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);
  g_autoptr (GError) error = NULL;

  for (guint annee = 0; annee < 2; annee++)
    {
      PvFiltre filtre = get_filtre (analyse, (int)annee);
      g_autoptr (GArray) financeurs = pv_accueil_load_financeurs (self->db, &filtre, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < financeurs->len; i++)
        {
          const PvAccueilFinanceur *f = &g_array_index (financeurs, PvAccueilFinanceur, i);

          assert_etapes (pv_bilan_analyse_get_parts (analyse, annee, f->categorie)->cents,
                         f->parts_cents);
        }
    }
}

/* What is paid without any stage is paid; what is beyond its stage is not engaged. */
static void
test_parts_add (void)
{
  static const struct
  {
    PvCents etapes[PV_N_ETAPES];
    PvCents parts[PV_N_ETAPES];
  } cas[] = {
#define N PV_CENTS_NULL
    { { N, N, N, N, N, 700 }, { N, N, N, N, N, 700 } },
    { { 900, N, N, N, N, 0 }, { N, N, N, N, N, N } },
    { { 900, N, N, N, N, N }, { N, N, N, N, N, N } },
    { { 900, 800, 700, 600, 500, 200 }, { N, N, N, N, 300, 200 } },
    { { 900, 800, N, N, N, 1000 }, { N, 0, N, N, N, 800 } },
    { { 900, 800, 0, N, N, N }, { N, N, 0, N, N, N } },
    { { 900, 800, 500, N, N, -50 }, { N, N, 500, N, N, N } },
#undef N
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      PvCents parts[PV_N_ETAPES];

      for (guint e = 0; e < PV_N_ETAPES; e++)
        parts[e] = PV_CENTS_NULL;
      g_test_message ("%u", i);
      g_assert_true (pv_stats_parts_add (parts, cas[i].etapes));
      assert_etapes (parts, cas[i].parts);
    }
}

/* --- against the lists ----------------------------------------------------------------------- */

static gint64
count_liste (ProgrammeFixture *self, const char *text)
{
  const PvFiltre tout = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (text, &error);
  g_autoptr (GArray) ids = NULL;
  g_autofree PvDossierTotaux *totaux = NULL;

  g_assert_no_error (error);
  ids = pv_dossier_liste_store_ids (self->db, &tout, critere, NULL, NULL, &error);
  g_assert_no_error (error);
  totaux = pv_dossier_liste_store_totaux (self->db, ids, PV_ETAPE_VOTE, FALSE, NULL, &error);
  g_assert_no_error (error);

  return totaux->dossiers;
}

/* What a figure opens shows as many dossiers as it says. */
static void
test_listes (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);
  guint n = 0;

  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    for (guint l = 0; l < analyse->tables[par].lignes->len; l++)
      for (int annee = -1; annee < 2; annee++)
        for (guint liste = PV_BILAN_LISTE_DOSSIERS; liste <= PV_BILAN_LISTE_FINANCES; liste++)
          {
            const PvBilanTableLigne *ligne = analyse->tables[par].lignes->pdata[l];
            const PvBilanMesure *mesure = pv_bilan_table_ligne_get_mesure (ligne, annee);
            g_autofree char *text = pv_bilan_analyse_dup_critere (analyse, (PvBilanPar)par, ligne,
                                                                  annee, (PvBilanListe)liste);

            if (text == NULL)
              continue;
            g_test_message ("%s", text);
            g_assert_cmpint (count_liste (self, text), ==,
                             liste == PV_BILAN_LISTE_DOSSIERS ? mesure->dossiers
                                                              : mesure->finances);
            n++;
          }
  g_assert_cmpuint (n, >, 60);
}

/* --- by hand --------------------------------------------------------------------------------- */

static const char two[] =
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "  beneficiaires_femmes, beneficiaires_hommes, beneficiaires_qpv_bp) VALUES"
    " (1, 'x1', 1, 'N1', 5, 'A', 'solde', 2025, 30, 10, 5000),"
    " (2, 'x2', 2, 'N2', 6, 'B', 'notifie', 2026, 20, NULL, 10000),"
    " (3, 'x3', 2, 'N3', 6, 'C', 'refuse', 2026, 500, 500, 0),"
    " (4, 'x4', 2, 'N4', 6, 'D', 'depose', 2026, NULL, NULL, NULL);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "  arbitre_cents, vote_cents, notifie_cents) VALUES"
    " (1, 'm1', 1, 1, 2025, 100000, 60000, 50000, 50000),"
    " (2, 'm2', 2, 1, 2026, 200000, 80000, NULL, NULL),"
    " (3, 'm3', 3, 1, 2026, 300000, 0, NULL, NULL);"
    "INSERT INTO budget_ligne (dossier_id, compte_id, prevu_cents, realise_cents) VALUES"
    " (1, 1, 100000, 75000), (1, 3, 5000, 5000), (2, 2, 300000, NULL);"
    "INSERT INTO bilan (uuid, dossier_id, crf_recu_le, beneficiaires_femmes,"
    "  beneficiaires_hommes, beneficiaires_qpv_bp) VALUES"
    " ('b1', 1, '2026-03-01', 25, 8, 4000), ('b4', 4, '2026-03-01', 70, NULL, 9000);";

static void
test_main (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = NULL;
  const PvBilanChiffres *c25, *c26;
  g_autofree char *critere = NULL;

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, two);
  analyse = compute (self, NULL);
  c25 = pv_bilan_analyse_get_chiffres (analyse, pv_bilan_analyse_find_annee (analyse, 2025));
  c26 = pv_bilan_analyse_get_chiffres (analyse, pv_bilan_analyse_find_annee (analyse, 2026));
  g_assert_cmpint (c25->mesure.accorde, ==, 50000); /* voted, not arbitrated */
  g_assert_cmpint (c26->mesure.accorde, ==, 80000);
  g_assert_cmpint (c26->mesure.finances, ==, 1); /* 0 is a refusal */
  g_assert_cmpint (c25->charges_prevues_cents, ==, 100000);
  g_assert_cmpint (c25->charges_realisees_cents, ==, 75000);
  g_assert_cmpint (pv_bilan_chiffres_get_taux_bp (c25), ==, 7500);
  g_assert_cmpint (pv_bilan_chiffres_get_taux_bp (c26), ==, PV_INT_NULL); /* not 0 */
  g_assert_cmpint (c25->attendus, ==, 1);
  g_assert_cmpint (c25->recus, ==, 1);
  g_assert_cmpint (c26->attendus, ==, 0);
  g_assert_cmpint (c26->public_prevu.total, ==, 20);
  g_assert_cmpint (c26->public_prevu.hommes, ==, PV_INT_NULL);
  g_assert_cmpint (c26->public_demande.total, ==, 1020);
  g_assert_cmpint (c25->public_realise.total, ==, 33);
  g_assert_cmpint (c26->public_realise.total, ==, 70); /* which planned nobody */
  g_assert_cmpint (analyse->total.public_realise.dossiers, ==, 2);
  g_assert_cmpint (analyse->total.public_realise_bilan.dossiers, ==, 1);
  g_assert_cmpint (analyse->total.public_prevu_bilan.total, ==, 40);
  g_assert_cmpint (analyse->total.public_realise_bilan.total, ==, 33);
  g_assert_cmpint (analyse->total.public_realise_bilan.qpv_bp, ==, 4000);
  g_assert_cmpint (analyse->total.public_prevu.qpv_bp, ==, 6667); /* (40 × ½ + 20) ÷ 60 */
  g_assert_cmpuint (analyse->postes->len, ==, 2);
  g_assert_cmpint (((PvBilanPoste *)analyse->postes->pdata[0])->prevu_total, ==, 100000);
  g_assert_cmpint (pv_bilan_evolution_bp (50000, 80000), ==, 6000);
  g_assert_cmpint (pv_bilan_evolution_bp (0, 80000), ==, PV_INT_NULL);
  critere =
      pv_bilan_analyse_dup_critere (analyse, PV_BILAN_PAR_AXE, NULL, 1, PV_BILAN_LISTE_FINANCES);
  g_assert_cmpstr (critere, ==, "exercice=2026;finance=oui");
  g_clear_pointer (&critere, g_free);
  critere =
      pv_bilan_analyse_dup_critere (analyse, PV_BILAN_PAR_AXE, NULL, 1, PV_BILAN_LISTE_REALISES);
  g_assert_cmpstr (critere, ==, "exercice=2026;realise=oui");
}

/* What the quick one says, the whole says too: figures do not change when the rest arrives. */
static void
check_quick (const PvBilanAnalyse *quick, const PvBilanAnalyse *whole)
{
  g_assert_cmpuint (quick->n_annees, ==, whole->n_annees);
  for (int annee = -1; annee < (int)whole->n_annees; annee++)
    {
      PvBilanChiffres known = *pv_bilan_analyse_get_chiffres (quick, annee);
      const PvBilanChiffres *chiffres = pv_bilan_analyse_get_chiffres (whole, annee);

      known.egalite = chiffres->egalite; /* of a later one */
      g_assert_cmpmem (&known, sizeof known, chiffres, sizeof *chiffres);
    }
}

static void
assert_table (const PvBilanTable *table, const PvBilanTable *other, guint n_annees)
{
  g_assert_cmpuint (table->lignes->len, ==, other->lignes->len);
  for (guint i = 0; i < table->lignes->len; i++)
    {
      const PvBilanTableLigne *a = table->lignes->pdata[i], *b = other->lignes->pdata[i];

      g_assert_cmpstr (a->libelle, ==, b->libelle);
      g_assert_cmpmem (a->annees, n_annees * sizeof *a->annees, b->annees,
                       n_annees * sizeof *b->annees);
    }
}

/* The quick figures first, then the rest of the same dossiers, in any order: the whole. */
static void
test_volets (ProgrammeFixture *self, gconstpointer data)
{
  static const PvBilanVolets suites[] = { PV_BILAN_VOLET_REALISE | PV_BILAN_VOLET_FINANCEURS,
                                          PV_BILAN_VOLET_DIMENSIONS };
  g_autoptr (PvBilanAnalyse) whole = begin (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvBilanAnalyse) analyse =
      pv_bilan_analyse_compute_volets (self->db, NULL, PV_BILAN_VOLET_CHIFFRES, NULL, &error);
  g_autoptr (PvBilanSource) source = pv_bilan_analyse_ref_source (analyse);
  const gsize n_parts = 2 * (gsize)PV_STATS_N_CATEGORIES;

  g_assert_no_error (error);
  g_assert_cmpint (analyse->total.compares, >, 0);
  g_assert_cmpuint (analyse->postes->len, ==, 0);
  check_quick (analyse, whole);
  for (guint i = 0; i < G_N_ELEMENTS (suites); i++)
    {
      PvBilanAnalyse *suite =
          pv_bilan_analyse_compute_suite (self->db, source, suites[i], NULL, &error);

      g_assert_no_error (error);
      pv_bilan_analyse_take (analyse, suite);
      check_quick (analyse, whole);
    }
  g_assert_cmpint (analyse->volets, ==, PV_BILAN_VOLETS);
  g_assert_null (pv_bilan_analyse_ref_source (analyse));
  g_assert_cmpuint (analyse->postes->len, ==, whole->postes->len);
  g_assert_cmpmem (&analyse->total, sizeof analyse->total, &whole->total, sizeof whole->total);
  g_assert_cmpmem (analyse->parts, n_parts * sizeof *analyse->parts, whole->parts,
                   n_parts * sizeof *whole->parts);
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    assert_table (&analyse->tables[par], &whole->tables[par], whole->n_annees);
}

/* Kept totals follow what is granted and realised, whatever changes. */
static void
test_totaux (ProgrammeFixture *self, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE financement SET vote_cents = NULL WHERE id % 3 = 0",
    "UPDATE financement SET arbitre_cents = 12345, vote_cents = NULL WHERE id % 5 = 0",
    "UPDATE financement SET dossier_id = (SELECT MIN (id) FROM dossier) WHERE id % 7 = 0",
    "DELETE FROM financement WHERE id % 11 = 0 AND id NOT IN (SELECT financement_id FROM "
    "versement)",
    "UPDATE budget_ligne SET realise_cents = NULL WHERE id % 3 = 0",
    "UPDATE budget_ligne SET realise_cents = 777 WHERE id % 5 = 0",
    "DELETE FROM budget_ligne WHERE id % 7 = 0",
  };

  programme_hasard_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", changes[i]);
      programme_fixture_run (self, changes[i]);
      g_assert_true (pv_totals_verify (self->db, &problems, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

/* Given up before it begins: nothing is read. */
static void
test_annule (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvBilanAnalyse) analyse = begin (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (pv_bilan_analyse_compute (self->db, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Some exercices, none, and those of a contrat that has none. */
static void
test_perimetre (ProgrammeFixture *self, gconstpointer data)
{
  const gint64 exercices[] = { 2026, 2031 };
  PvBilanPerimetre some = PV_BILAN_PERIMETRE_TOUT, contrat = PV_BILAN_PERIMETRE_TOUT;
  g_autoptr (PvBilanAnalyse) empty = NULL, analyse = NULL, none = NULL;

  programme_fixture_run (self, programme_hasard_base);
  empty = compute (self, NULL);
  g_assert_cmpuint (empty->n_annees, ==, 0);
  g_assert_cmpint (empty->total.mesure.dossiers, ==, 0);
  g_assert_cmpint (empty->total.mesure.accorde, ==, PV_CENTS_NULL);
  programme_fixture_run (self, two);
  some.exercices = exercices;
  some.n_exercices = 2;
  analyse = compute (self, &some);
  g_assert_cmpuint (analyse->n_annees, ==, 1);
  g_assert_cmpint (analyse->total.mesure.dossiers, ==, 3);
  contrat.contrat_id = 77;
  none = compute (self, &contrat);
  g_assert_cmpuint (none->n_annees, ==, 0);
}

static void
test_overflow (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, two);
  programme_fixture_run (self, "UPDATE financement SET vote_cents = 9000000000000000000"
                               " WHERE id < 3");
  g_assert_null (pv_bilan_analyse_compute (self->db, NULL, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ProgrammeFixture *self, gconstpointer data);
  } tests[] = {
    { "/bilan-analyse/as-the-statistics", test_stats },
    { "/bilan-analyse/tables-add-up", test_sommes },
    { "/bilan-analyse/key-figures", test_chiffres },
    { "/bilan-analyse/as-the-analysis-of-equality", test_egalite },
    { "/bilan-analyse/as-the-lists", test_listes },
    { "/bilan-analyse/as-the-first-page", test_parts },
    { "/bilan-analyse/by-hand", test_main },
    { "/bilan-analyse/stages", test_volets },
    { "/bilan-analyse/kept-totals", test_totaux },
    { "/bilan-analyse/cancelled", test_annule },
    { "/bilan-analyse/scopes", test_perimetre },
    { "/bilan-analyse/overflow", test_overflow },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ProgrammeFixture, NULL, programme_fixture_set_up, tests[i].test,
                programme_fixture_tear_down);
  g_test_add_func ("/bilan-analyse/parts-of-one", test_parts_add);

  return g_test_run ();
}
