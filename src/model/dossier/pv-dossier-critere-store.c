/* pv-dossier-critere-store.c: which dossiers a filter keeps
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"

#include <string.h>

#include "accueil/pv-accueil.h"
#include "controle/pv-controle.h"
#include "piece/pv-piece-sql.h"

/* The dossiers of one value, each maybe several times. */
static const char *const sql_valeurs[PV_N_CRITERES] = {
  [PV_CRITERE_STATUT] = "SELECT id FROM dossier WHERE statut = :valeur",
  [PV_CRITERE_AXE] =
      "WITH RECURSIVE noeud (id) AS ("
      " SELECT n.id FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id"
      "  WHERE n.code = :valeur"
      "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1))"
      " UNION"
      " SELECT n.id FROM cadre_noeud n JOIN noeud p ON n.parent_id = p.id)"
      " SELECT d.dossier_id FROM noeud n CROSS JOIN dossier_noeud d ON d.noeud_id = n.id"
      "  WHERE d.principal = 1",
  [PV_CRITERE_COMMUNE] =
      "SELECT t.dossier_id FROM commune c CROSS JOIN dossier_territoire t ON t.commune_id = c.id"
      " WHERE c.code_insee = :valeur"
      " UNION ALL "
      "SELECT t.dossier_id FROM commune c CROSS JOIN quartier_commune q ON q.commune_id = c.id"
      " CROSS JOIN dossier_territoire t ON t.quartier_id = q.quartier_id AND t.commune_id IS NULL"
      " WHERE c.code_insee = :valeur",
  [PV_CRITERE_QUARTIER] =
      "SELECT t.dossier_id FROM quartier q CROSS JOIN dossier_territoire t ON t.quartier_id = q.id"
      " WHERE COALESCE (q.code, q.nom) = :valeur",
  [PV_CRITERE_FINANCEUR] =
      "SELECT f.dossier_id FROM financeur p CROSS JOIN financement f ON f.financeur_id = p.id"
      " WHERE p.categorie = :valeur",
  [PV_CRITERE_PORTEUR] = "SELECT d.id FROM organisme o CROSS JOIN dossier d ON d.porteur_id = o.id"
                         " WHERE o.uuid = :valeur",
  [PV_CRITERE_REFERENT] = "SELECT d.id FROM agent a CROSS JOIN dossier d ON d.referent_id = a.id"
                          " WHERE a.uuid = :valeur",
  [PV_CRITERE_NATURE] = "SELECT id FROM dossier WHERE nature = :valeur",
  [PV_CRITERE_CPO] = "SELECT id FROM dossier WHERE (cpo_duree IS NOT NULL) = (:valeur = 'oui')",
  [PV_CRITERE_MARQUE] =
      "SELECT d.id FROM dossier d LEFT JOIN marqueur m ON m.dossier_id = d.id"
      "   AND m.axe_id = (SELECT id FROM axe_transversal WHERE code = 'egalite')"
      " WHERE COALESCE(m.valeur, 'non-evalue') = CASE :valeur WHEN 'non-evalue' THEN :valeur"
      "                                               ELSE CAST(:valeur AS INTEGER) END",
  [PV_CRITERE_AVIS] = "SELECT dossier_id FROM instruction"
                      " WHERE etat = 'soumise' AND avis = :valeur"
                      " UNION ALL SELECT dossier_id FROM instruction"
                      " WHERE :valeur = 'divergents' AND etat = 'soumise'"
                      "   AND avis <> 'ne-se-prononce-pas'"
                      " GROUP BY dossier_id HAVING COUNT(DISTINCT avis) > 1",
  [PV_CRITERE_EXERCICE] = "SELECT id FROM dossier WHERE exercice = CAST(:valeur AS INTEGER)",
  [PV_CRITERE_FINANCE] =
      "SELECT d.id FROM dossier d WHERE (" PV_CRITERE_FINANCE_SQL ") = (:valeur = 'oui')",
  [PV_CRITERE_REALISE] =
      "SELECT d.id FROM dossier d WHERE " PV_CRITERE_REALISE_SQL " = (:valeur = 'oui')",
  [PV_CRITERE_ENVELOPPE] = "WITH RECURSIVE sous (id) AS ("
                           " SELECT id FROM enveloppe WHERE uuid = :valeur"
                           " UNION SELECT e.id FROM enveloppe e JOIN sous s ON e.parent_id = s.id)"
                           " SELECT f.dossier_id FROM sous s"
                           " CROSS JOIN financement f ON f.enveloppe_id = s.id",
};

static const struct
{
  const char *valeur;
  const char *sql; /* those that have it */
} sans[] = {
  { "axe", "SELECT dossier_id FROM dossier_noeud WHERE principal = 1" },
  { "territoire", "SELECT dossier_id FROM dossier_territoire" },
  { "referent", "SELECT id FROM dossier WHERE referent_id IS NOT NULL" },
  { "siret", "SELECT d.id FROM organisme o CROSS JOIN dossier d ON d.porteur_id = o.id"
             " WHERE o.siret IS NOT NULL" },
  { "pieces", "SELECT d.id FROM dossier d WHERE d.chapeau = 1 OR " PV_SORTI_SQL
              " OR d.id NOT IN (SELECT dossier_id FROM (" PV_PIECE_DEMANDEE_SQL "))" },
};

static const char SQL_RECHERCHE[] = "SELECT rowid FROM recherche WHERE recherche MATCH :match";

static const PvDossierColonne colonnes_intervalles[PV_N_INTERVALLES] = {
  PV_DOSSIER_COLONNE_COUT,    PV_DOSSIER_COLONNE_SOLLICITE, PV_DOSSIER_COLONNE_PROPOSE,
  PV_DOSSIER_COLONNE_ARBITRE, PV_DOSSIER_COLONNE_VOTE,      PV_DOSSIER_COLONNE_NOTIFIE,
  PV_DOSSIER_COLONNE_VERSE,
};

/* What the criteria are applied with. */
typedef struct
{
  PvDb *db;
  PvDossierEnsemble *ensemble;
  const PvFiltre *filtre;
  const PvDossierCritere *critere;
  guint8 *vus; /* of the criterion under way */
  GCancellable *cancellable;
} Tri;

static void
see (Tri *self, gint64 id)
{
  gint64 place = pv_dossier_ensemble_find (self->ensemble, id);

  if (place >= 0)
    self->vus[place] = 1;
}

static gboolean
see_rows (Tri *self, PvStatement *rows, GError **error)
{
  PvStep step;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    see (self, pv_statement_get_int (rows, 0));

  return step == PV_STEP_DONE;
}

static gboolean
see_sql (Tri *self, const char *sql, const char *valeur, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (self->db, sql, error);

  if (rows == NULL)
    return FALSE;
  if (valeur != NULL)
    pv_statement_bind_text (rows, ":valeur", valeur);

  return see_rows (self, rows, error);
}

static void
forget (Tri *self)
{
  if (self->ensemble->n > 0)
    memset (self->vus, 0, self->ensemble->n);
}

/* Keeps those seen, or those not seen. */
static void
keep (Tri *self, guint8 seen)
{
  for (guint i = 0; i < self->ensemble->n; i++)
    self->ensemble->gardes[i] &= self->vus[i] == seen;
  forget (self);
}

static gboolean
apply_valeurs (Tri *self, PvCritereCle critere, GError **error)
{
  const char *const *valeurs = pv_dossier_critere_get_valeurs (self->critere, critere);

  if (valeurs[0] == NULL)
    return TRUE;
  for (guint i = 0; valeurs[i] != NULL; i++)
    if (!see_sql (self, sql_valeurs[critere], valeurs[i], error))
      return FALSE;
  keep (self, 1);

  return TRUE;
}

static gboolean
apply_sans (Tri *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sans); i++)
    if (pv_dossier_critere_has_valeur (self->critere, PV_CRITERE_SANS, sans[i].valeur))
      {
        if (!see_sql (self, sans[i].sql, NULL, error))
          return FALSE;
        keep (self, 0);
      }

  return TRUE;
}

static gboolean
apply_intervalle (Tri *self, PvIntervalleMontant montant, GError **error)
{
  PvCents min;
  PvCents max;
  g_autofree gint64 *cles = NULL;

  if (!pv_dossier_critere_get_intervalle (self->critere, montant, &min, &max))
    return TRUE;
  cles = pv_dossier_cles_load (self->db, self->ensemble, colonnes_intervalles[montant],
                               PV_ETAPE_SOLLICITE, self->filtre, error);
  if (cles == NULL)
    return FALSE;
  for (guint i = 0; i < self->ensemble->n; i++)
    self->vus[i] = cles[i] != PV_CENTS_NULL && (min == PV_CENTS_NULL || cles[i] >= min) &&
                   (max == PV_CENTS_NULL || cles[i] <= max);
  keep (self, 1);

  return TRUE;
}

static gboolean
apply_texte (Tri *self, GError **error)
{
  g_autofree char *match =
      pv_dossier_recherche_to_match (pv_dossier_critere_get_texte (self->critere));
  g_autoptr (PvStatement) rows = NULL;

  if (match == NULL)
    return TRUE;
  rows = pv_db_prepare (self->db, SQL_RECHERCHE, error);
  if (rows == NULL)
    return FALSE;
  pv_statement_bind_text (rows, ":match", match);
  if (!see_rows (self, rows, error))
    return FALSE;
  keep (self, 1);

  return TRUE;
}

static void
see_constat_cb (const PvConstat *constat, gpointer data)
{
  Tri *self = data;
  const char *const *severites =
      pv_dossier_critere_get_valeurs (self->critere, PV_CRITERE_SEVERITE);

  if (constat->dossier_id != PV_INT_NULL &&
      (severites[0] == NULL || g_strv_contains (severites, pv_severite_to_id (constat->severite))))
    see (self, constat->dossier_id);
}

static gboolean
apply_controles (Tri *self, GError **error)
{
  const char *const *controles =
      pv_dossier_critere_get_valeurs (self->critere, PV_CRITERE_CONTROLE);
  const char *const *severites =
      pv_dossier_critere_get_valeurs (self->critere, PV_CRITERE_SEVERITE);

  if (controles[0] == NULL && severites[0] == NULL)
    return TRUE;
  if (controles[0] == NULL &&
      !pv_controles_run (self->db, self->filtre, see_constat_cb, self, self->cancellable, error))
    return FALSE;
  for (guint i = 0; controles[i] != NULL; i++)
    if (!pv_controles_run_one (self->db, controles[i], self->filtre, see_constat_cb, self,
                               self->cancellable, error))
      return FALSE;
  keep (self, 1);

  return TRUE;
}

static const char SQL_PAS[] =
    "SELECT d.id, d.statut, (t.n_propose > 0) + 2 * (t.n_arbitre + t.n_vote > 0)"
    "         + 4 * (t.n_notifie > 0) + 8 * (t.verse_cents > 0)"
    "  FROM dossier d CROSS JOIN total_dossier t ON t.id = d.id WHERE d.chapeau = 0";

/* The funnel's own rule: what it counts is what the list shows. */
static gboolean
is_in_pas (const char *const *valeurs, PvStatement *row)
{
  PvDossierStatut statut = PV_DOSSIER_STATUT_DEPOSE;

  pv_dossier_statut_from_id (pv_statement_get_text (row, 1), &statut);
  for (guint i = 0; valeurs[i] != NULL; i++)
    if (pv_accueil_pas_valeur_has (valeurs[i], statut,
                                   (PvAccueilFaits)pv_statement_get_int (row, 2)))
      return TRUE;

  return FALSE;
}

static gboolean
apply_pas (Tri *self, GError **error)
{
  const char *const *valeurs = pv_dossier_critere_get_valeurs (self->critere, PV_CRITERE_PAS);
  g_autoptr (PvStatement) rows = NULL;
  PvStep step;

  if (valeurs[0] == NULL)
    return TRUE;
  rows = pv_db_prepare (self->db, SQL_PAS, error);
  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    if (is_in_pas (valeurs, rows))
      see (self, pv_statement_get_int (rows, 0));
  if (step != PV_STEP_DONE)
    return FALSE;
  keep (self, 1);

  return TRUE;
}

static gboolean
apply_all (Tri *self, GError **error)
{
  for (guint i = 0; i < PV_N_CRITERES; i++)
    if (sql_valeurs[i] != NULL && !apply_valeurs (self, (PvCritereCle)i, error))
      return FALSE;
  for (guint i = 0; i < PV_N_INTERVALLES; i++)
    if (!apply_intervalle (self, (PvIntervalleMontant)i, error))
      return FALSE;

  return apply_sans (self, error) && apply_pas (self, error) && apply_texte (self, error) &&
         apply_controles (self, error);
}

gboolean
pv_dossier_critere_apply (const PvDossierCritere *critere,
                          PvDb *db,
                          PvDossierEnsemble *ensemble,
                          const PvFiltre *filtre,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree guint8 *vus = g_new0 (guint8, ensemble->n);
  Tri tri = { .db = db,
              .ensemble = ensemble,
              .filtre = filtre,
              .critere = critere,
              .vus = vus,
              .cancellable = cancellable };

  return apply_all (&tri, error);
}
