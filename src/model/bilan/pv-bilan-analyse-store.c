/* pv-bilan-analyse-store.c: the queries behind the bilan
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-private.h"
#include "bilan/pv-bilan-sql.h"

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier.h"
#include "financeur/pv-financeur.h"
#include "organisme/pv-organisme.h"
#include "pv-statement.h"

/* Each table is read once, in the order it lies in, and joined here: a lookup per dossier and
 * table would take longer. `+`: the order of the keys, whatever the index. */
static const char SQL_DOSSIERS[] =
    "SELECT d.id, d.exercice, d.porteur_id, d.nature, d.cpo_duree IS NOT NULL,"
    "       " PV_BILAN_PREVU_SQL ","
    "       CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END,"
    "       CASE WHEN t.n_propose > 0 THEN t.propose_cents END,"
    "       CASE WHEN t.n_arbitre > 0 THEN t.arbitre_cents END,"
    "       CASE WHEN t.n_vote > 0 THEN t.vote_cents END,"
    "       CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END,"
    "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END,"
    "       d.beneficiaires_femmes, d.beneficiaires_hommes, d.beneficiaires_non_ventiles,"
    "       d.beneficiaires_qpv_bp,"
    "       CASE WHEN s.n_accorde > 0 THEN s.accorde_cents END,"
    "       CASE WHEN s.n_realise > 0 THEN s.realise_cents END, " PV_BILAN_ATTENDU_SQL
    "  FROM dossier d CROSS JOIN total_dossier t ON t.id = d.id"
    " CROSS JOIN total_bilan s ON s.id = d.id"
    " WHERE d.chapeau = 0 AND (:appel IS NULL OR +d.appel_id = :appel)"
    "   AND (:contrat IS NULL"
    "        OR +d.appel_id IN (SELECT a.id FROM appel a WHERE a.contrat_id = :contrat))"
    "   AND +d.exercice BETWEEN :de AND :a"
    " ORDER BY d.id";

/* Few of them: an index finds them, quicker than each row says whether it is one. */
static const char SQL_SORTIS[] =
    "SELECT d.id FROM dossier d WHERE d.exercice = :exercice AND " PV_SORTI_SQL;

static const char SQL_NOEUDS[] = "SELECT dossier_id, noeud_id FROM dossier_noeud"
                                 " WHERE principal = 1";

static const char SQL_MARQUES[] =
    "SELECT m.dossier_id, m.valeur FROM marqueur m"
    " WHERE +m.axe_id = (SELECT a.id FROM axe_transversal a WHERE a.code = 'egalite')"
    "   AND m.valeur IS NOT NULL";

static const char SQL_BILANS[] =
    "SELECT dossier_id, beneficiaires_femmes, beneficiaires_hommes, beneficiaires_non_ventiles,"
    "       beneficiaires_qpv_bp, crf_recu_le IS NOT NULL, crf_valide_le IS NOT NULL,"
    "       a_recuperer_cents"
    "  FROM bilan";

/* A quartier alone says its commune when it has only one. The first is read last: those of a
 * dossier are then followed in their order. */
static const char SQL_LIEUX[] =
    "SELECT t.dossier_id, t.id, t.part_bp,"
    "       CASE WHEN t.quartier_id IS NOT NULL THEN t.quartier_id * 2"
    "            ELSE t.commune_id * 2 + 1 END,"
    "       COALESCE (t.commune_id * 2 + 1, q.commune)"
    "  FROM dossier_territoire t"
    "  LEFT JOIN (SELECT quartier_id, CASE WHEN COUNT (*) = 1 THEN MAX (commune_id) * 2 + 1"
    "                                      ELSE -1 END AS commune"
    "               FROM quartier_commune GROUP BY quartier_id) q"
    "    ON q.quartier_id = t.quartier_id"
    " ORDER BY t.id DESC";

static const char SQL_FINANCEMENTS[] =
    "SELECT dossier_id, financeur_id, sollicite_cents, propose_cents, arbitre_cents, vote_cents,"
    "       notifie_cents, id"
    "  FROM financement ORDER BY id";

static const char SQL_VERSES[] = "SELECT id, verse_cents FROM total_financement ORDER BY id";

/* --- the dossiers -------------------------------------------------------------------------- */

static void
read_beneficiaires (PvBilanBeneficiaires *self, PvStatement *row, int column)
{
  self->femmes = pv_statement_get_int (row, column);
  self->hommes = pv_statement_get_int (row, column + 1);
  self->non_ventiles = pv_statement_get_int (row, column + 2);
  self->qpv_bp = pv_statement_get_int (row, column + 3);
}

static void
read_dossier (PvBilanDossier *self, PvStatement *row)
{
  PvDossierNature nature = PV_DOSSIER_NATURE_NULL;

  pv_dossier_nature_from_id (pv_statement_get_text (row, 3), &nature);
  self->id = pv_statement_get_int (row, 0);
  self->exercice = pv_statement_get_int (row, 1);
  self->porteur = pv_statement_get_int (row, 2);
  self->noeud = PV_INT_NULL;
  self->nature = (int)nature;
  self->cpo = pv_statement_get_int (row, 4) == 1;
  self->marque = PV_EGALITE_NON_EVALUE;
  self->cout = pv_statement_get_int (row, 5);
  for (int i = 0; i < PV_N_ETAPES; i++)
    self->etapes[i] = pv_statement_get_int (row, 6 + i);
  read_beneficiaires (&self->prevu, row, 6 + PV_N_ETAPES);
  self->sorti = FALSE;
  self->realise = (PvBilanBeneficiaires){ PV_INT_NULL, PV_INT_NULL, PV_INT_NULL, PV_INT_NULL };
  self->accorde = pv_statement_get_int (row, 10 + PV_N_ETAPES);
  self->charges = pv_statement_get_int (row, 11 + PV_N_ETAPES);
  self->attendu = pv_statement_get_int (row, 12 + PV_N_ETAPES) == 1;
  self->finance =
      self->accorde > 0 || self->etapes[PV_ETAPE_NOTIFIE] > 0 || self->etapes[PV_ETAPE_VERSE] > 0;
  self->recuperer = PV_CENTS_NULL;
  self->lieu = -1;
}

static void
bind_perimetre (PvStatement *statement, const PvBilanPerimetre *perimetre)
{
  gint64 de = G_MAXINT64, a = G_MININT64 + 1;

  for (guint i = 0; i < perimetre->n_exercices; i++)
    {
      de = MIN (de, perimetre->exercices[i]);
      a = MAX (a, perimetre->exercices[i]);
    }
  pv_statement_bind_int (statement, ":contrat", perimetre->contrat_id);
  pv_statement_bind_int (statement, ":appel", perimetre->appel_id);
  pv_statement_bind_int (statement, ":de", perimetre->n_exercices > 0 ? de : 0);
  pv_statement_bind_int (statement, ":a", perimetre->n_exercices > 0 ? a : G_MAXINT64);
}

static int
compare_annees_cb (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* Index of an exercice, that of the dossier before most often. */
static guint
find_annee (const GArray *annees, gint64 exercice, guint avant)
{
  if (avant < annees->len && g_array_index (annees, gint64, avant) == exercice)
    return avant;
  for (avant = 0; avant < annees->len; avant++)
    if (g_array_index (annees, gint64, avant) == exercice)
      break;

  return avant;
}

/* The exercices there are, in their order, and which one each dossier is of. */
static void
sort_annees (PvBilanSource *self)
{
  guint annee = 0;

  for (guint i = 0; i < self->dossiers->len; i++)
    {
      gint64 exercice = g_array_index (self->dossiers, PvBilanDossier, i).exercice;

      annee = find_annee (self->annees, exercice, annee);
      if (annee == self->annees->len)
        g_array_append_val (self->annees, exercice);
    }
  g_array_sort (self->annees, compare_annees_cb);
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      PvBilanDossier *dossier = &g_array_index (self->dossiers, PvBilanDossier, i);

      dossier->annee = annee = find_annee (self->annees, dossier->exercice, annee);
    }
}

/* Keys follow one another: a table finds them at once. */
static void
index_dossiers (PvBilanSource *self)
{
  guint n = self->dossiers->len;
  gint64 dernier;

  if (n == 0)
    return;
  self->premier = g_array_index (self->dossiers, PvBilanDossier, 0).id;
  dernier = g_array_index (self->dossiers, PvBilanDossier, n - 1).id;
  if (dernier - self->premier > 16 * (gint64)n + 65536)
    return;
  self->n_places = (gsize)(dernier - self->premier + 1);
  self->places = g_new0 (gint, self->n_places);
  for (guint i = 0; i < n; i++)
    self->places[g_array_index (self->dossiers, PvBilanDossier, i).id - self->premier] =
        (gint)i + 1;
}

static int
compare_ids_cb (gconstpointer key, gconstpointer dossier)
{
  gint64 id = *(const gint64 *)key, other = ((const PvBilanDossier *)dossier)->id;

  return (id > other) - (id < other);
}

PvBilanDossier *
pv_bilan_source_find (PvBilanSource *self, gint64 id)
{
  gint64 place = id - self->premier;

  if (self->places == NULL)
    return self->dossiers->len > 0 ? bsearch (&id, self->dossiers->data, self->dossiers->len,
                                              sizeof (PvBilanDossier), compare_ids_cb)
                                   : NULL;
  if (place < 0 || (gsize)place >= self->n_places || self->places[place] == 0)
    return NULL;

  return &g_array_index (self->dossiers, PvBilanDossier, self->places[place] - 1);
}

/* --- beside them --------------------------------------------------------------------------- */

typedef void (*Lire) (PvBilanSource *self, PvBilanDossier *dossier, PvStatement *row);

static void
read_noeud (PvBilanSource *self, PvBilanDossier *dossier, PvStatement *row)
{
  dossier->noeud = pv_statement_get_int (row, 1);
}

static void
read_marque (PvBilanSource *self, PvBilanDossier *dossier, PvStatement *row)
{
  dossier->marque = (guint8)pv_statement_get_int (row, 1);
}

static void
read_bilan (PvBilanSource *self, PvBilanDossier *dossier, PvStatement *row)
{
  read_beneficiaires (&dossier->realise, row, 1);
  dossier->recu = pv_statement_get_int (row, 5) == 1;
  dossier->valide = pv_statement_get_int (row, 6) == 1;
  dossier->recuperer = pv_statement_get_int (row, 7);
}

static void
read_lieu (PvBilanSource *self, PvBilanDossier *dossier, PvStatement *row)
{
  PvBilanLieu lieu = {
    .rang = pv_statement_get_int (row, 1),
    .part_bp = pv_statement_get_int (row, 2),
    .quartier = pv_statement_get_int (row, 3),
    .commune = pv_statement_get_int (row, 4),
    .avant = dossier->lieu,
  };

  if (lieu.commune == PV_INT_NULL)
    lieu.commune = PV_STATS_ID_NON_REPARTI;
  dossier->lieu = (gint)self->lieux->len;
  g_array_append_val (self->lieux, lieu);
}

static gboolean
read_beside (PvBilanSource *self, PvDb *db, const char *sql, Lire read, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvBilanDossier *dossier = pv_bilan_source_find (self, pv_statement_get_int (rows, 0));

      if (dossier != NULL)
        read (self, dossier, rows);
    }

  return step == PV_STEP_DONE;
}

static gboolean
read_sortis (PvBilanSource *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_SORTIS, error);
  PvStep step = rows != NULL ? PV_STEP_DONE : PV_STEP_ERROR;

  for (guint i = 0; step == PV_STEP_DONE && i < self->annees->len; i++)
    {
      pv_statement_reset (rows);
      pv_statement_bind_int (rows, ":exercice", g_array_index (self->annees, gint64, i));
      while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
        {
          PvBilanDossier *dossier = pv_bilan_source_find (self, pv_statement_get_int (rows, 0));

          if (dossier != NULL)
            dossier->sorti = TRUE;
        }
    }

  return step == PV_STEP_DONE;
}

static void
source_clear (gpointer data)
{
  PvBilanSource *self = data;

  g_clear_pointer (&self->dossiers, g_array_unref);
  g_clear_pointer (&self->lieux, g_array_unref);
  g_clear_pointer (&self->annees, g_array_unref);
  g_clear_pointer (&self->places, g_free);
}

PvBilanSource *
pv_bilan_source_ref (PvBilanSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
pv_bilan_source_unref (PvBilanSource *self)
{
  g_atomic_rc_box_release_full (self, source_clear);
}

PvBilanSource *
pv_bilan_source_load (PvDb *db, const PvBilanPerimetre *perimetre, GError **error)
{
  g_autoptr (PvBilanSource) self = g_atomic_rc_box_new0 (PvBilanSource);
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_DOSSIERS, error);
  PvBilanDossier dossier = { 0 };
  PvStep step;

  if (rows == NULL)
    return NULL;
  self->appel_id = perimetre->appel_id;
  self->contrat_id = perimetre->contrat_id;
  self->complet = perimetre->n_exercices == 0;
  self->dossiers = g_array_new (FALSE, FALSE, sizeof (PvBilanDossier));
  self->lieux = g_array_new (FALSE, FALSE, sizeof (PvBilanLieu));
  self->annees = g_array_new (FALSE, FALSE, sizeof (gint64));
  bind_perimetre (rows, perimetre);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      read_dossier (&dossier, rows);
      if (pv_bilan_perimetre_has (perimetre, dossier.exercice))
        g_array_append_val (self->dossiers, dossier);
    }
  if (step != PV_STEP_DONE)
    return NULL;
  sort_annees (self);
  index_dossiers (self);

  return read_sortis (self, db, error) && read_beside (self, db, SQL_BILANS, read_bilan, error)
             ? g_steal_pointer (&self)
             : NULL;
}

gboolean
pv_bilan_source_load_suite (PvBilanSource *self, PvDb *db, GError **error)
{
  return read_beside (self, db, SQL_NOEUDS, read_noeud, error) &&
         read_beside (self, db, SQL_MARQUES, read_marque, error) &&
         read_beside (self, db, SQL_LIEUX, read_lieu, error);
}

/* What is paid, one step ahead of the financements. */
typedef struct
{
  PvStatement *rows;
  gint64 id;
} Verses;

static gboolean
advance_verses (Verses *self, GError **error)
{
  PvStep step = pv_statement_step (self->rows, error);

  self->id = step == PV_STEP_ROW ? pv_statement_get_int (self->rows, 0) : G_MAXINT64;

  return step != PV_STEP_ERROR;
}

static gboolean
take_verse (Verses *self, gint64 id, PvCents *cents, GError **error)
{
  *cents = PV_CENTS_NULL;
  while (self->id <= id)
    {
      if (self->id == id)
        *cents = pv_statement_get_int (self->rows, 1);
      if (!advance_verses (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_bilan_source_each_apport (PvBilanSource *self,
                             PvDb *db,
                             PvBilanApportFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_FINANCEMENTS, error);
  g_autoptr (PvStatement) paid = rows != NULL ? pv_db_prepare (db, SQL_VERSES, error) : NULL;
  Verses verses = { .rows = paid };
  PvBilanApport apport;
  PvStep step;

  if (paid == NULL || !advance_verses (&verses, error))
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      apport.dossier = pv_bilan_source_find (self, pv_statement_get_int (rows, 0));
      if (apport.dossier == NULL)
        continue;
      apport.financeur = pv_statement_get_int (rows, 1);
      for (int i = 0; i < PV_ETAPE_VERSE; i++)
        apport.etapes[i] = pv_statement_get_int (rows, 2 + i);
      if (!take_verse (&verses, pv_statement_get_int (rows, 2 + PV_ETAPE_VERSE),
                       &apport.etapes[PV_ETAPE_VERSE], error))
        return FALSE;
      func (&apport, user_data);
    }

  return step == PV_STEP_DONE;
}

/* --- names --------------------------------------------------------------------------------- */

/* Id, value of the criterion, code, name, place. A node that has others below is no criterion
 * of its own. */
static const char *const sql_noms[PV_N_BILAN_PAR] = {
  [PV_BILAN_PAR_FINANCEUR] =
      "SELECT f.id, CASE WHEN NOT EXISTS (SELECT 1 FROM financeur o"
      "                                    WHERE o.categorie = f.categorie AND o.id <> f.id)"
      "                  THEN f.categorie END, o.siret, o.nom, 0"
      "  FROM financeur f JOIN organisme o ON o.id = f.organisme_id",
  [PV_BILAN_PAR_AXE] = "SELECT id, code, code, libelle, ordre FROM cadre_noeud"
                       " WHERE parent_id IS NULL",
  [PV_BILAN_PAR_OBJECTIF] =
      "WITH RECURSIVE suite (id, chemin) AS ("
      " SELECT id, printf ('%06d.%06d', COALESCE (ordre, 0), id) FROM cadre_noeud"
      "  WHERE parent_id IS NULL"
      " UNION ALL"
      " SELECT n.id, s.chemin || printf ('.%06d.%06d', COALESCE (n.ordre, 0), n.id)"
      "   FROM cadre_noeud n JOIN suite s ON n.parent_id = s.id)"
      " SELECT n.id, CASE WHEN NOT EXISTS (SELECT 1 FROM cadre_noeud e WHERE e.parent_id = n.id)"
      "                   THEN n.code END, n.code, n.libelle,"
      "        ROW_NUMBER () OVER (ORDER BY s.chemin)"
      "   FROM suite s JOIN cadre_noeud n ON n.id = s.id",
  [PV_BILAN_PAR_COMMUNE] = "SELECT id * 2 + 1, code_insee, code_insee, nom, 0 FROM commune"
                           " WHERE EXISTS (SELECT 1 FROM dossier_territoire t"
                           "                WHERE t.commune_id = commune.id)"
                           "    OR id IN (SELECT commune_id FROM quartier_commune)",
  [PV_BILAN_PAR_QUARTIER] = "SELECT id * 2, COALESCE (code, nom), code, nom, 0 FROM quartier"
                            " UNION ALL"
                            " SELECT id * 2 + 1, NULL, code_insee, nom || ' (commune entière)', 0"
                            "   FROM commune"
                            "  WHERE EXISTS (SELECT 1 FROM dossier_territoire t"
                            "                 WHERE t.commune_id = commune.id)",
  [PV_BILAN_PAR_PORTEUR] = "SELECT id, uuid, siret, nom, 0 FROM organisme"
                           " WHERE id IN (SELECT porteur_id FROM dossier)",
};

static void
nom_free (gpointer data)
{
  PvBilanNom *self = data;

  g_free (self->cle);
  g_free (self->code);
  g_free (self->libelle);
  g_free (self);
}

GHashTable *
pv_bilan_store_noms (PvDb *db, PvBilanPar par, GError **error)
{
  g_autoptr (GHashTable) noms = g_hash_table_new_full (NULL, NULL, NULL, nom_free);
  g_autoptr (PvStatement) rows = NULL;
  PvStep step;

  if (sql_noms[par] == NULL)
    return g_steal_pointer (&noms);
  rows = pv_db_prepare (db, sql_noms[par], error);
  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvBilanNom *nom = g_new0 (PvBilanNom, 1);

      nom->cle = pv_statement_dup_text (rows, 1);
      nom->code = pv_statement_dup_text (rows, 2);
      nom->libelle = pv_statement_dup_text (rows, 3);
      nom->rang = pv_statement_get_int (rows, 4);
      g_hash_table_insert (noms, GSIZE_TO_POINTER ((gsize)pv_statement_get_int (rows, 0)), nom);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&noms) : NULL;
}

gboolean
pv_bilan_store_count_lignes (PvDb *db, PvBilanAnalyse *analyse, GError **error)
{
  static const char sql[] =
      "WITH payeur AS (SELECT f.categorie FROM financeur f WHERE EXISTS"
      "                 (SELECT 1 FROM financement x WHERE x.financeur_id = f.id)),"
      "     noeud AS (SELECT n.parent_id FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
      "                WHERE c.principal = 1 AND (n.parent_id IS NULL OR EXISTS"
      "                 (SELECT 1 FROM dossier_noeud x WHERE x.noeud_id = n.id)))"
      "SELECT (SELECT COUNT (DISTINCT categorie) FROM payeur), (SELECT COUNT (*) FROM payeur),"
      "       (SELECT COUNT (*) FROM noeud WHERE parent_id IS NULL),"
      "       (SELECT COUNT (*) FROM noeud WHERE parent_id IS NOT NULL),"
      "       (SELECT COUNT (DISTINCT commune_id) FROM quartier_commune),"
      "       (SELECT COUNT (*) FROM quartier), 0,"
      "       (SELECT COUNT (DISTINCT forme) FROM organisme),"
      "       (SELECT COUNT (DISTINCT COALESCE (c.poste_id, c.id)) FROM compte c"
      "         WHERE c.groupe <> 'volontaire'"
      "           AND EXISTS (SELECT 1 FROM budget_ligne l WHERE l.compte_id = c.id))";
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql, error);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  for (guint par = 0; par <= PV_BILAN_PAR_FORME; par++)
    analyse->n_lignes[par] = (guint)pv_statement_get_int (row, (int)par);
  analyse->n_lignes[PV_BILAN_PAR_PORTEUR] = (guint)analyse->total.porteurs;
  analyse->n_postes = (guint)pv_statement_get_int (row, PV_BILAN_PAR_FORME + 1);

  return TRUE;
}

/* Two columns: an id, and what it leads to as @parse reads it. */
static GHashTable *
load_pairs (PvDb *db, const char *sql, gint64 (*parse) (PvStatement *row), GError **error)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql, error);
  PvStep step;

  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_hash_table_insert (pairs, GSIZE_TO_POINTER ((gsize)pv_statement_get_int (rows, 0)),
                         GSIZE_TO_POINTER ((gsize)parse (rows)));

  return step == PV_STEP_DONE ? g_steal_pointer (&pairs) : NULL;
}

static gint64
parse_id (PvStatement *row)
{
  return pv_statement_get_int (row, 1);
}

static gint64
parse_forme (PvStatement *row)
{
  PvForme forme = PV_FORME_NULL;

  pv_forme_from_id (pv_statement_get_text (row, 1), &forme);

  return forme;
}

static gint64
parse_categorie (PvStatement *row)
{
  PvCategorie categorie = PV_CATEGORIE_INCONNU;

  pv_categorie_from_id (pv_statement_get_text (row, 1), &categorie);

  return categorie;
}

/* For the frames dossiers are sorted by; all of them when the file names none. */
GHashTable *
pv_bilan_store_racines (PvDb *db, GError **error)
{
  return load_pairs (
      db,
      "WITH RECURSIVE racine (id, racine_id) AS ("
      " SELECT n.id, n.id FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
      "  WHERE n.parent_id IS NULL"
      "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1))"
      " UNION ALL"
      " SELECT n.id, r.racine_id FROM cadre_noeud n JOIN racine r ON r.id = n.parent_id)"
      " SELECT id, racine_id FROM racine",
      parse_id, error);
}

GHashTable *
pv_bilan_store_formes (PvDb *db, GError **error)
{
  return load_pairs (db,
                     "SELECT id, forme FROM organisme"
                     " WHERE forme IS NOT NULL AND id IN (SELECT porteur_id FROM dossier)",
                     parse_forme, error);
}

GHashTable *
pv_bilan_store_categories (PvDb *db, GError **error)
{
  return load_pairs (db, "SELECT id, categorie FROM financeur", parse_categorie, error);
}
