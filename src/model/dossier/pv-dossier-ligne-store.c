/* pv-dossier-ligne-store.c: a page of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"
#include "dossier/pv-dossier-payeurs.h"

#include "pv-date.h"
#include "score/pv-score-store.h"
#include "seance/pv-decision.h"

/* Whatever asks for each of a page's dossiers asks once for all of them. */
static const char SQL_DOSSIERS[] =
    "SELECT d.id, d.numero, o.nom, d.intitule, d.statut, d.nature, d.cpo_annee, d.cpo_duree,"
    "       d.exercice, d.depose_le, d.chapeau, p.source_cle, a.nom, n.noeud_id, m.valeur,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END,"
    "       CASE WHEN t.n_propose > 0 THEN t.propose_cents END,"
    "       CASE WHEN t.n_arbitre > 0 THEN t.arbitre_cents END,"
    "       CASE WHEN t.n_vote > 0 THEN t.vote_cents END,"
    "       CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END,"
    "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END, d.territoire_declare,"
    "       q.decision, q.reserve, e.date_le"
    "  FROM dossier d"
    "  JOIN organisme o ON o.id = d.porteur_id"
    "  LEFT JOIN total_dossier t ON t.id = d.id"
    "  LEFT JOIN dossier_noeud n ON n.dossier_id = d.id AND n.principal = 1"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id"
    "        AND m.axe_id = (SELECT id FROM axe_transversal WHERE code = 'egalite')"
    "  LEFT JOIN agent a ON a.id = d.referent_id"
    "  LEFT JOIN depot p ON p.id = d.depot_id"
    "  LEFT JOIN decision q ON q.id = (SELECT c.id FROM seance_dossier s"
    "        JOIN seance x ON x.id = s.seance_id AND x.etat = 'close'"
    "        JOIN instance i ON i.id = x.instance_id AND i.effet = 'decision'"
    "        JOIN decision c ON c.seance_dossier_id = s.id WHERE s.dossier_id = d.id"
    "        ORDER BY x.date_le DESC, x.id DESC, c.version DESC LIMIT 1)"
    "  LEFT JOIN seance_dossier l ON l.id = q.seance_dossier_id"
    "  LEFT JOIN seance e ON e.id = l.seance_id"
    " WHERE d.id IN " PV_SQL_IDS;

enum
{
  COL_ID,
  COL_NUMERO,
  COL_PORTEUR,
  COL_INTITULE,
  COL_STATUT,
  COL_NATURE,
  COL_CPO_ANNEE,
  COL_CPO_DUREE,
  COL_EXERCICE,
  COL_DEPOSE,
  COL_CHAPEAU,
  COL_DEPOT,
  COL_REFERENT,
  COL_NOEUD,
  COL_MARQUE,
  COL_COUT,
  COL_ETAPES,
  COL_TERRITOIRE = COL_ETAPES + PV_N_ETAPES,
  COL_DECISION,
  COL_RESERVE,
  COL_DECIDE_LE,
};

static const char SQL_FINANCEMENTS[] =
    "SELECT f.dossier_id, p.categorie, f.sollicite_cents, f.propose_cents, f.arbitre_cents,"
    "       f.vote_cents, f.notifie_cents, t.verse_cents"
    "  FROM financement f CROSS JOIN financeur p ON p.id = f.financeur_id"
    "  LEFT JOIN total_financement t ON t.id = f.id"
    " WHERE f.dossier_id IN " PV_SQL_IDS;

static const char SQL_PAYEURS[] = PV_DOSSIER_PAYEURS_SQL ("f.dossier_id IN " PV_SQL_IDS);

/* A commune once, said or by its quartiers; quartiers once. */
static const char SQL_COMMUNES[] =
    "SELECT DISTINCT t.dossier_id, c.nom"
    "  FROM dossier_territoire t"
    "  LEFT JOIN quartier_commune q ON q.quartier_id = t.quartier_id AND t.commune_id IS NULL"
    "  JOIN commune c ON c.id = COALESCE(t.commune_id, q.commune_id)"
    " WHERE t.dossier_id IN " PV_SQL_IDS " ORDER BY t.dossier_id, c.nom_plie, c.id";

static const char SQL_QUARTIERS[] =
    "SELECT DISTINCT t.dossier_id, q.nom"
    "  FROM dossier_territoire t"
    "  JOIN quartier q ON q.id = t.quartier_id"
    " WHERE t.dossier_id IN " PV_SQL_IDS " ORDER BY t.dossier_id, q.nom_plie, q.id";

static const char SQL_AVIS[] = "SELECT dossier_id, avis FROM instruction"
                               " WHERE etat = 'soumise' AND dossier_id IN " PV_SQL_IDS;

/* Who is awaited: every institution that instructs in this file. */
static const char SQL_ATTENDUS[] =
    "SELECT COUNT(*) FROM institution i"
    " WHERE EXISTS (SELECT 1 FROM instruction WHERE institution_id = i.id)";

static const char SQL_RACINES[] =
    "WITH RECURSIVE racine (id, code, libelle) AS ("
    " SELECT n.id, n.code, n.libelle FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
    "  WHERE n.parent_id IS NULL"
    "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1))"
    " UNION"
    " SELECT n.id, r.code, r.libelle FROM cadre_noeud n JOIN racine r ON r.id = n.parent_id)"
    " SELECT id, code, libelle FROM racine";

typedef struct
{
  PvDossierResume *resume;
  PvDossierPayeurs payeurs;
  gboolean instruit;
  gint64 noeud_id;
} Ligne;

typedef struct
{
  PvDb *db;
  PvEtape etape;
  const gint64 *ids;
  guint n_ids;
  GHashTable *lignes; /* key → Ligne */
} Page;

typedef void (*LigneFunc) (Page *page, Ligne *ligne, PvStatement *row);

static Ligne *
find_ligne (Page *page, gint64 id)
{
  return g_hash_table_lookup (page->lignes, &id);
}

/* Calls @each for the rows (dossier, …) of the page. */
static gboolean
read_rows (Page *page, const char *sql, LigneFunc each, GError **error)
{
  g_autoptr (PvStatement) rows =
      pv_dossier_ids_prepare (page->db, sql, page->ids, page->n_ids, error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      Ligne *ligne = find_ligne (page, pv_statement_get_int (rows, 0));

      if (ligne != NULL)
        each (page, ligne, rows);
    }

  return step == PV_STEP_DONE;
}

static void
read_amounts (PvDossierResume *resume, PvStatement *row)
{
  resume->cout_cents = resume->chapeau ? PV_CENTS_NULL : pv_statement_get_int (row, COL_COUT);
  for (int i = 0; i < PV_N_ETAPES; i++)
    resume->etapes[i] =
        resume->chapeau ? PV_CENTS_NULL : pv_statement_get_int (row, COL_ETAPES + i);
  for (int i = 0; i < PV_N_GROUPES; i++)
    resume->montants[i] = PV_CENTS_NULL;
}

/* What a séance decided, with its day. */
static void
read_decision (PvDossierResume *resume, PvStatement *row)
{
  PvDecisionGenre genre = PV_DECISION_GENRE_NULL;
  g_autofree char *date = NULL;

  if (!pv_decision_genre_from_id (pv_statement_get_text (row, COL_DECISION), &genre))
    return;

  date = pv_date_format_french (pv_statement_get_text (row, COL_DECIDE_LE), PV_DATE_FORMAT_SHORT);
  resume->decision = g_strdup_printf ("%s (%s)", pv_decision_genre_to_libelle (genre), date);
  resume->reserve = pv_statement_dup_text (row, COL_RESERVE);
}

static void
read_dossier (Page *page, Ligne *ligne, PvStatement *row)
{
  PvDossierResume *resume = g_new0 (PvDossierResume, 1);

  ligne->resume = resume;
  ligne->noeud_id = pv_statement_get_int (row, COL_NOEUD);
  resume->id = pv_statement_get_int (row, COL_ID);
  resume->numero = pv_statement_dup_text (row, COL_NUMERO);
  resume->porteur = pv_statement_dup_text (row, COL_PORTEUR);
  resume->intitule = pv_statement_dup_text (row, COL_INTITULE);
  resume->statut = PV_DOSSIER_STATUT_NULL;
  pv_dossier_statut_from_id (pv_statement_get_text (row, COL_STATUT), &resume->statut);
  resume->nature = (PvDossierNature)pv_vocabulaire_from_id (
      &pv_dossier_nature_vocabulaire, pv_statement_get_text (row, COL_NATURE));
  resume->cpo_annee = pv_statement_get_int (row, COL_CPO_ANNEE);
  resume->cpo_duree = pv_statement_get_int (row, COL_CPO_DUREE);
  resume->exercice = pv_statement_get_int (row, COL_EXERCICE);
  resume->depose_le = pv_statement_dup_text (row, COL_DEPOSE);
  resume->chapeau = pv_statement_get_int (row, COL_CHAPEAU) == 1;
  resume->depot = pv_statement_dup_text (row, COL_DEPOT);
  resume->referent = pv_statement_dup_text (row, COL_REFERENT);
  resume->marque = pv_statement_get_int (row, COL_MARQUE);
  resume->quartiers = pv_statement_dup_text (row, COL_TERRITOIRE);
  resume->score = PV_INT_NULL;
  read_amounts (resume, row);
  read_decision (resume, row);
}

static void
read_payeurs (Page *page, Ligne *ligne, PvStatement *row)
{
  ligne->payeurs = (PvDossierPayeurs){ (guint)pv_statement_get_int (row, 1),
                                       (guint)pv_statement_get_int (row, 2),
                                       (guint)pv_statement_get_int (row, 3) };
}

static void
read_financement (Page *page, Ligne *ligne, PvStatement *row)
{
  PvDossierResume *resume = ligne->resume;
  PvCategorie categorie = PV_CATEGORIE_INCONNU;
  PvCents *somme;

  if (resume == NULL || resume->chapeau)
    return;

  pv_categorie_from_id (pv_statement_get_text (row, 1), &categorie);
  somme = &resume->montants[pv_categorie_to_groupe (categorie)];
  /* a sum that cannot be kept exactly is not shown */
  if (!pv_money_add (*somme, pv_statement_get_int (row, 2 + (int)page->etape), somme))
    *somme = PV_CENTS_NULL;
}

static void
append_name (char **list, const char *name)
{
  char *longer = *list != NULL ? g_strconcat (*list, ", ", name, NULL) : g_strdup (name);

  g_free (*list);
  *list = longer;
}

static void
read_commune (Page *page, Ligne *ligne, PvStatement *row)
{
  if (ligne->resume != NULL)
    append_name (&ligne->resume->communes, pv_statement_get_text (row, 1));
}

static void
read_quartier (Page *page, Ligne *ligne, PvStatement *row)
{
  if (ligne->resume != NULL)
    append_name (&ligne->resume->quartiers, pv_statement_get_text (row, 1));
}

static void
read_avis (Page *page, Ligne *ligne, PvStatement *row)
{
  PvAvis avis;

  ligne->instruit = TRUE;
  if (ligne->resume == NULL || !pv_avis_from_id (pv_statement_get_text (row, 1), &avis))
    return;

  ligne->resume->n_avis++;
  ligne->resume->avis[avis]++;
}

static gboolean
read_racines (Page *page, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (page->db, SQL_RACINES, error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 noeud_id = pv_statement_get_int (rows, 0);
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, page->lignes);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          Ligne *ligne = value;

          if (ligne->noeud_id != noeud_id || ligne->resume == NULL || ligne->resume->axe != NULL)
            continue;
          ligne->resume->axe = pv_statement_dup_text (rows, 1);
          ligne->resume->axe_libelle = pv_statement_dup_text (rows, 2);
        }
    }

  return step == PV_STEP_DONE;
}

/* What is said of a dossier once all of it is read. */
static gboolean
read_score (PvDb *db, PvDossierResume *resume, GError **error)
{
  PvScore score;

  if (!pv_score_store_get (db, resume->id, &score, error))
    return FALSE;

  resume->score = score.score;

  return TRUE;
}

static gboolean
end_lignes (Page *page, GError **error)
{
  gint64 attendus = 0;
  GHashTableIter iter;
  gpointer value;

  if (!pv_db_query_int (page->db, SQL_ATTENDUS, &attendus, error))
    return FALSE;

  g_hash_table_iter_init (&iter, page->lignes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Ligne *ligne = value;

      if (ligne->resume == NULL)
        continue;
      ligne->resume->n_avis_attendus = attendus;
      ligne->resume->affichage =
          pv_dossier_payeurs_to_affichage (&ligne->payeurs, ligne->resume->statut);
      if (ligne->instruit && !read_score (page->db, ligne->resume, error))
        return FALSE;
    }

  return TRUE;
}

static void
ligne_free (gpointer data)
{
  Ligne *ligne = data;

  pv_dossier_resume_free (ligne->resume);
  g_free (ligne);
}

static gboolean
read_page (Page *page, GPtrArray *resumes, GError **error)
{
  page->lignes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, ligne_free);
  for (guint i = 0; i < page->n_ids; i++)
    {
      Ligne *ligne = g_new0 (Ligne, 1);

      ligne->noeud_id = PV_INT_NULL;
      g_hash_table_insert (page->lignes, (gpointer)&page->ids[i], ligne);
    }

  if (!read_rows (page, SQL_DOSSIERS, read_dossier, error) ||
      !read_rows (page, SQL_FINANCEMENTS, read_financement, error) ||
      !read_rows (page, SQL_PAYEURS, read_payeurs, error) ||
      !read_rows (page, SQL_COMMUNES, read_commune, error) ||
      !read_rows (page, SQL_QUARTIERS, read_quartier, error) ||
      !read_rows (page, SQL_AVIS, read_avis, error) || !read_racines (page, error) ||
      !end_lignes (page, error))
    return FALSE;

  for (guint i = 0; i < page->n_ids; i++)
    g_ptr_array_add (resumes, g_steal_pointer (&find_ligne (page, page->ids[i])->resume));

  return TRUE;
}

GPtrArray *
pv_dossier_liste_store_lignes (PvDb *db,
                               const gint64 *ids,
                               guint n_ids,
                               PvEtape etape,
                               GError **error)
{
  g_autoptr (GPtrArray) resumes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_dossier_resume_free);

  for (guint i = 0; i < n_ids; i += PV_SQL_N_IDS)
    {
      Page page = {
        .db = db, .etape = etape, .ids = ids + i, .n_ids = MIN (n_ids - i, PV_SQL_N_IDS)
      };
      gboolean read = read_page (&page, resumes, error);

      g_hash_table_unref (page.lignes);
      if (!read)
        return NULL;
    }

  return g_steal_pointer (&resumes);
}
