/* pv-document-lecture-store.c: what a document says of a dossier, read at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "modele/pv-document-lecture-store.h"

#include "bilan/pv-bilan-sql.h"
#include "commun/pv-entite.h"
#include "convention/pv-convention-besoin.h"
#include "seuil/pv-seuil-store.h"

static const char SQL_DOSSIER[] =
    "SELECT d.id, d.numero, d.intitule, d.resume, d.statut, d.statut_motif, d.exercice, d.nature,"
    "       d.cpo_annee, d.cpo_duree, d.debut, d.fin, d.depose_le, r.nom, d.beneficiaires_femmes,"
    "       d.beneficiaires_hommes, d.beneficiaires_non_ventiles, d.beneficiaires_qpv_bp,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       d.porteur_id, a.libelle, a.id, a.contrat_id,"
    "       COALESCE ((SELECT group_concat (x.nom, ', ') FROM"
    "                   (SELECT DISTINCT q.nom FROM dossier_territoire dt"
    "                      JOIN quartier q ON q.id = dt.quartier_id"
    "                     WHERE dt.dossier_id = d.id ORDER BY dt.id) x), d.territoire_declare),"
    "       (SELECT group_concat (x.nom, ', ') FROM"
    "         (SELECT DISTINCT c.nom FROM dossier_territoire dt"
    "            LEFT JOIN quartier_commune qc ON qc.quartier_id = dt.quartier_id"
    "            JOIN commune c ON c.id = COALESCE (dt.commune_id, qc.commune_id)"
    "           WHERE dt.dossier_id = d.id ORDER BY dt.id) x),"
    "       (WITH RECURSIVE haut (id, parent_id, libelle) AS ("
    "          SELECT n.id, n.parent_id, n.libelle FROM cadre_noeud n WHERE n.id = dn.noeud_id"
    "          UNION ALL SELECT n.id, n.parent_id, n.libelle FROM cadre_noeud n, haut"
    "                     WHERE n.id = haut.parent_id)"
    "        SELECT libelle FROM haut WHERE parent_id IS NULL),"
    "       CASE WHEN n.id IS NULL THEN d.objectif_declare"
    "            WHEN n.parent_id IS NOT NULL THEN n.libelle END, d.chapeau"
    "  FROM dossier d"
    "  JOIN appel a ON a.id = d.appel_id"
    "  JOIN total_dossier t ON t.id = d.id"
    "  LEFT JOIN agent r ON r.id = d.referent_id"
    "  LEFT JOIN dossier_noeud dn ON dn.dossier_id = d.id AND dn.principal = 1"
    "  LEFT JOIN cadre_noeud n ON n.id = dn.noeud_id"
    " WHERE d.id = :id";

static const char SQL_NUMERO[] =
    "SELECT d.id FROM dossier d WHERE " PV_FILTRE_SQL " AND d.numero = :numero ORDER BY d.id";

/* One with an address first, then one in which there is the most to say. */
static const char SQL_EXEMPLE[] =
    "SELECT d.id FROM dossier d JOIN organisme o ON o.id = d.porteur_id"
    "  JOIN total_dossier t ON t.id = d.id"
    " WHERE " PV_FILTRE_SQL " AND d.chapeau = 0"
    "   AND CASE :genre WHEN 'notification' THEN t.notifie_cents > 0"
    "                   WHEN 'refus' THEN d.statut IN ('refuse', 'irrecevable', 'reoriente')"
    "                   ELSE 1 END"
    " ORDER BY o.adresse IS NULL, d.statut_motif IS NULL, t.n_notifie DESC, d.id LIMIT 1";

/* The oldest that is awaited, of any appel. */
static const char SQL_EXEMPLE_RELANCE[] =
    "SELECT d.id FROM dossier d JOIN organisme o ON o.id = d.porteur_id"
    "  JOIN total_dossier t ON t.id = d.id"
    "  LEFT JOIN bilan b ON b.dossier_id = d.id"
    " WHERE d.chapeau = 0 AND t.notifie_cents > 0 AND b.crf_recu_le IS NULL"
    " ORDER BY o.adresse IS NULL, d.exercice, d.id LIMIT 1";

static const char SQL_EXEMPLE_CONVENTION[] =
    "SELECT c.id FROM convention c LEFT JOIN convention_dossier cd ON cd.convention_id = c.id"
    " ORDER BY cd.id IS NULL, c.id DESC LIMIT 1";

static const char SQL_PORTEUR[] =
    "SELECT o.id, o.nom, o.sigle, o.forme, COALESCE (o.siret, o.siret_declare), o.rna, o.adresse,"
    "       o.code_postal, COALESCE (c.nom, o.commune_nom), k.nom, k.fonction, k.courriel,"
    "       k.telephone"
    "  FROM organisme o"
    "  LEFT JOIN commune c ON c.id = o.commune_id"
    "  LEFT JOIN contact k ON k.id = (SELECT MIN (id) FROM contact WHERE organisme_id = o.id)"
    " WHERE o.id = :id";

static const char SQL_ACTIONS[] =
    "SELECT d.id, d.numero, d.intitule, d.exercice,"
    "       (SELECT SUM (" PV_ACCORDE_SQL ") FROM financement f"
    "         WHERE f.dossier_id = d.id AND f.financeur_id = c.financeur_id"
    "           AND f.exercice BETWEEN c.annee_debut AND c.annee_fin"
    "           AND d.chapeau = 0 AND NOT " PV_SORTI_SQL ")"
    "  FROM convention_dossier cd"
    "  JOIN convention c ON c.id = cd.convention_id"
    "  JOIN dossier d ON d.id = cd.dossier_id"
    " WHERE cd.convention_id = :id ORDER BY d.exercice, d.numero, d.id";

static const char SQL_ANNEES[] = "SELECT exercice, NULL, NULL, prevu_cents FROM convention_annee"
                                 " WHERE convention_id = :id ORDER BY exercice";

static const char SQL_ECHEANCES[] =
    "SELECT exercice, echeance_le, libelle, montant_cents FROM convention_echeance"
    " WHERE convention_id = :id ORDER BY exercice NULLS LAST, echeance_le NULLS LAST, id";

static const char SQL_CONVENTIONS[] =
    "SELECT c.id FROM convention_dossier cd JOIN convention c ON c.id = cd.convention_id"
    " WHERE cd.dossier_id = :id ORDER BY c.annee_fin DESC, c.id DESC";

static const char SQL_BILAN[] =
    "SELECT CASE WHEN " PV_BILAN_ATTENDU_SQL " THEN " PV_BILAN_DU_SQL " END, b.crf_recu_le,"
    "       (SELECT COUNT(*) FROM bilan_relance WHERE dossier_id = d.id),"
    "       (SELECT MAX (relance_le) FROM bilan_relance WHERE dossier_id = d.id),"
    "       " PV_BILAN_ATTENDU_SQL ", " PV_BILAN_DELAI_SQL
    "  FROM dossier d JOIN total_dossier t ON t.id = d.id LEFT JOIN bilan b ON b.dossier_id = d.id"
    " WHERE d.id = :id";

static const char SQL_DEPASSE[] =
    "SELECT f.financeur_id FROM dossier p"
    " CROSS JOIN dossier d ON d.porteur_id = p.porteur_id"
    "                     AND d.chapeau = 0 AND NOT " PV_SORTI_SQL
    " CROSS JOIN financement f ON f.dossier_id = d.id AND f.exercice = p.exercice"
    "  JOIN financeur fi ON fi.id = f.financeur_id AND fi.public IS 1"
    " WHERE p.id = :id AND (:financeur IS NULL OR f.financeur_id = :financeur)"
    "   AND f.financeur_id IN (SELECT n.financeur_id FROM financement n"
    "                           WHERE n.dossier_id = p.id AND n.notifie_cents > 0)"
    " GROUP BY f.financeur_id HAVING SUM (" PV_ACCORDE_SQL ") > :seuil"
    " ORDER BY f.financeur_id LIMIT 1";

static const char SQL_SEUILS[] = "SELECT " PV_SEUIL_CONVENTION_SQL (":annee") ", " PV_SEUIL_SQL (
    PV_SEUIL_PAIEMENT_DELAI,
    "60",
    ":annee") ", " PV_SEUIL_SQL (PV_SEUIL_CRF_DELAI, "6", ":annee");

static const char SQL_DECISION[] =
    "SELECT e.decision, e.reserve, i.nom, s.date_le"
    "  FROM seance_dossier sd"
    "  JOIN seance s ON s.id = sd.seance_id AND s.etat = 'close'"
    "  JOIN instance i ON i.id = s.instance_id AND i.effet = 'decision'"
    "  JOIN decision e ON e.seance_dossier_id = sd.id AND e.decision IS NOT NULL"
    " WHERE sd.dossier_id = :id ORDER BY s.date_le DESC, s.id DESC, e.version DESC LIMIT 1";

static const char SQL_MARQUES[] = "SELECT a.libelle, NULL, m.justification, m.valeur, NULL"
                                  "  FROM axe_transversal a"
                                  "  LEFT JOIN marqueur m ON m.axe_id = a.id AND m.dossier_id = :id"
                                  " ORDER BY a.ordre NULLS LAST, a.id";

static const char SQL_AVIS[] =
    "SELECT n.nom, i.avis, i.reserves, NULL, NULL FROM instruction i"
    "  JOIN institution n ON n.id = i.institution_id"
    " WHERE i.dossier_id = :id AND i.etat = 'soumise' ORDER BY n.ordre NULLS LAST, n.id";

static const char SQL_BUDGET[] =
    "SELECT c.code || ' – ' || c.libelle, c.cote, NULL, b.prevu_cents, b.realise_cents"
    "  FROM budget_ligne b JOIN compte c ON c.id = b.compte_id"
    " WHERE b.dossier_id = :id ORDER BY c.ordre, c.id";

static const char SQL_TERRITOIRES[] =
    "SELECT COALESCE (q.nom, k.nom),"
    "       CASE WHEN q.id IS NULL THEN NULL ELSE COALESCE (k.nom,"
    "         (SELECT group_concat (c.nom, ', ') FROM quartier_commune qc"
    "            JOIN commune c ON c.id = qc.commune_id WHERE qc.quartier_id = q.id)) END,"
    "       q.genre, t.part_bp, NULL"
    "  FROM dossier_territoire t"
    "  LEFT JOIN quartier q ON q.id = t.quartier_id"
    "  LEFT JOIN commune k ON k.id = t.commune_id"
    " WHERE t.dossier_id = :id ORDER BY t.id";

/* --- dossier ----------------------------------------------------------------------------- */

PvDocumentDossier *
pv_document_dossier_load (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, SQL_DOSSIER, error, "i", id);
  PvDocumentDossier *self = NULL;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return NULL;

  self = g_new0 (PvDocumentDossier, 1);
  self->id = pv_statement_get_int (row, 0);
  self->numero = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->resume = pv_statement_dup_text (row, 3);
  self->statut = pv_statement_dup_text (row, 4);
  self->statut_motif = pv_statement_dup_text (row, 5);
  self->exercice = pv_statement_get_int (row, 6);
  self->nature = pv_statement_dup_text (row, 7);
  self->cpo_annee = pv_statement_get_int (row, 8);
  self->cpo_duree = pv_statement_get_int (row, 9);
  self->debut = pv_statement_dup_text (row, 10);
  self->fin = pv_statement_dup_text (row, 11);
  self->depose_le = pv_statement_dup_text (row, 12);
  self->referent = pv_statement_dup_text (row, 13);
  self->femmes = pv_statement_get_int (row, 14);
  self->hommes = pv_statement_get_int (row, 15);
  self->non_ventiles = pv_statement_get_int (row, 16);
  self->qpv_bp = pv_statement_get_int (row, 17);
  self->cout_cents = pv_statement_get_int (row, 18);
  self->porteur_id = pv_statement_get_int (row, 19);
  self->appel = pv_statement_dup_text (row, 20);
  self->appel_id = pv_statement_get_int (row, 21);
  self->contrat_id = pv_statement_get_int (row, 22);
  self->quartiers = pv_statement_dup_text (row, 23);
  self->communes = pv_statement_dup_text (row, 24);
  self->axe = pv_statement_dup_text (row, 25);
  self->objectif = pv_statement_dup_text (row, 26);
  self->chapeau = pv_statement_get_int (row, 27) == 1;

  return self;
}

void
pv_document_dossier_free (PvDocumentDossier *self)
{
  char **textes[] = {
    &self->numero, &self->intitule,  &self->resume,   &self->statut,    &self->statut_motif,
    &self->nature, &self->debut,     &self->fin,      &self->depose_le, &self->referent,
    &self->appel,  &self->quartiers, &self->communes, &self->axe,       &self->objectif,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (textes); i++)
    g_free (*textes[i]);
  g_free (self);
}

gboolean
pv_document_find_exemple (PvDb *db,
                          const PvFiltre *filtre,
                          const char *genre,
                          gint64 *id,
                          GError **error)
{
  if (g_strcmp0 (genre, "convention") == 0)
    return pv_sql_find (db, SQL_EXEMPLE_CONVENTION, id, error, "");
  if (g_strcmp0 (genre, "relance") == 0)
    return pv_sql_find (db, SQL_EXEMPLE_RELANCE, id, error, "");

  return pv_sql_find (db, SQL_EXEMPLE, id, error, "iit", filtre->appel_id, filtre->exercice, genre);
}

GArray *
pv_document_find_dossiers (PvDb *db, const PvFiltre *filtre, const char *numero, GError **error)
{
  return pv_sql_list_ids (db, SQL_NUMERO, error, "iit", filtre->appel_id, filtre->exercice, numero);
}

PvDocumentPorteur *
pv_document_porteur_load (PvDb *db, gint64 organisme_id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, SQL_PORTEUR, error, "i", organisme_id);
  PvDocumentPorteur *self = NULL;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return NULL;

  self = g_new0 (PvDocumentPorteur, 1);
  self->id = pv_statement_get_int (row, 0);
  self->nom = pv_statement_dup_text (row, 1);
  self->sigle = pv_statement_dup_text (row, 2);
  self->forme = pv_statement_dup_text (row, 3);
  self->siret = pv_statement_dup_text (row, 4);
  self->rna = pv_statement_dup_text (row, 5);
  self->adresse = pv_statement_dup_text (row, 6);
  self->code_postal = pv_statement_dup_text (row, 7);
  self->commune = pv_statement_dup_text (row, 8);
  self->contact = pv_statement_dup_text (row, 9);
  self->fonction = pv_statement_dup_text (row, 10);
  self->courriel = pv_statement_dup_text (row, 11);
  self->telephone = pv_statement_dup_text (row, 12);

  return self;
}

void
pv_document_porteur_free (PvDocumentPorteur *self)
{
  char **textes[] = {
    &self->nom,     &self->sigle,    &self->forme,       &self->siret,
    &self->rna,     &self->adresse,  &self->code_postal, &self->commune,
    &self->contact, &self->fonction, &self->courriel,    &self->telephone,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (textes); i++)
    g_free (*textes[i]);
  g_free (self);
}

/* --- convention -------------------------------------------------------------------------- */

static void
read_action (PvStatement *row, gpointer element)
{
  PvDocumentAction *self = element;

  self->dossier_id = pv_statement_get_int (row, 0);
  self->numero = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->exercice = pv_statement_get_int (row, 3);
  self->accorde_cents = pv_statement_get_int (row, 4);
}

static void
clear_action (gpointer element)
{
  PvDocumentAction *self = element;

  g_free (self->numero);
  g_free (self->intitule);
}

GArray *
pv_document_list_actions (PvDb *db, gint64 convention_id, GError **error)
{
  return pv_sql_list_rows (db, SQL_ACTIONS, sizeof (PvDocumentAction), read_action, clear_action,
                           error, "i", convention_id);
}

static void
read_echeance (PvStatement *row, gpointer element)
{
  PvDocumentEcheance *self = element;

  self->exercice = pv_statement_get_int (row, 0);
  self->date_le = pv_statement_dup_text (row, 1);
  self->libelle = pv_statement_dup_text (row, 2);
  self->montant_cents = pv_statement_get_int (row, 3);
}

static void
clear_echeance (gpointer element)
{
  PvDocumentEcheance *self = element;

  g_free (self->date_le);
  g_free (self->libelle);
}

GArray *
pv_document_list_annees (PvDb *db, gint64 convention_id, GError **error)
{
  return pv_sql_list_rows (db, SQL_ANNEES, sizeof (PvDocumentEcheance), read_echeance,
                           clear_echeance, error, "i", convention_id);
}

GArray *
pv_document_list_echeances (PvDb *db, gint64 convention_id, GError **error)
{
  return pv_sql_list_rows (db, SQL_ECHEANCES, sizeof (PvDocumentEcheance), read_echeance,
                           clear_echeance, error, "i", convention_id);
}

GArray *
pv_document_list_conventions (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_ids (db, SQL_CONVENTIONS, error, "i", dossier_id);
}

gboolean
pv_document_seuils_load (PvDb *db, gint64 annee, PvDocumentSeuils *seuils, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, SQL_SEUILS, error, "i", annee);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  seuils->convention_cents = pv_statement_get_int (row, 0);
  seuils->paiement_jours = pv_statement_get_int (row, 1);
  seuils->crf_mois = pv_statement_get_int (row, 2);
  return TRUE;
}

gboolean
pv_document_find_depasse (PvDb *db,
                          gint64 dossier_id,
                          gint64 financeur_id,
                          PvCents seuil_cents,
                          gint64 *depasse,
                          GError **error)
{
  return pv_sql_find (db, SQL_DEPASSE, depasse, error, "iii", dossier_id, financeur_id,
                      seuil_cents);
}

/* --- what happened to it ----------------------------------------------------------------- */

gboolean
pv_document_bilan_load (PvDb *db, gint64 dossier_id, PvDocumentBilan *bilan, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, SQL_BILAN, error, "i", dossier_id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  memset (bilan, 0, sizeof *bilan);
  if (step == PV_STEP_ROW)
    {
      bilan->du_le = pv_statement_dup_text (row, 0);
      bilan->recu_le = pv_statement_dup_text (row, 1);
      bilan->relances = pv_statement_get_int (row, 2);
      bilan->relance_le = pv_statement_dup_text (row, 3);
      bilan->attendu = pv_statement_get_int (row, 4) == 1;
      bilan->mois = pv_statement_get_int (row, 5);
    }

  return step != PV_STEP_ERROR;
}

void
pv_document_bilan_clear (PvDocumentBilan *self)
{
  g_clear_pointer (&self->du_le, g_free);
  g_clear_pointer (&self->recu_le, g_free);
  g_clear_pointer (&self->relance_le, g_free);
}

gboolean
pv_document_decision_load (PvDb *db,
                           gint64 dossier_id,
                           PvDocumentDecision *decision,
                           GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, SQL_DECISION, error, "i", dossier_id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  memset (decision, 0, sizeof *decision);
  if (step == PV_STEP_ROW)
    {
      decision->decision = pv_statement_dup_text (row, 0);
      decision->reserve = pv_statement_dup_text (row, 1);
      decision->instance = pv_statement_dup_text (row, 2);
      decision->date_le = pv_statement_dup_text (row, 3);
    }

  return step != PV_STEP_ERROR;
}

void
pv_document_decision_clear (PvDocumentDecision *self)
{
  g_clear_pointer (&self->decision, g_free);
  g_clear_pointer (&self->reserve, g_free);
  g_clear_pointer (&self->instance, g_free);
  g_clear_pointer (&self->date_le, g_free);
}

static void
read_ligne (PvStatement *row, gpointer element)
{
  PvDocumentLigne *self = element;

  self->nom = pv_statement_dup_text (row, 0);
  self->texte = pv_statement_dup_text (row, 1);
  self->detail = pv_statement_dup_text (row, 2);
  self->valeur = pv_statement_get_int (row, 3);
  self->autre = pv_statement_get_int (row, 4);
}

static void
clear_ligne (gpointer element)
{
  PvDocumentLigne *self = element;

  g_free (self->nom);
  g_free (self->texte);
  g_free (self->detail);
}

static GArray *
list_lignes (PvDb *db, const char *sql, gint64 dossier_id, GError **error)
{
  return pv_sql_list_rows (db, sql, sizeof (PvDocumentLigne), read_ligne, clear_ligne, error, "i",
                           dossier_id);
}

GArray *
pv_document_list_marques (PvDb *db, gint64 dossier_id, GError **error)
{
  return list_lignes (db, SQL_MARQUES, dossier_id, error);
}

GArray *
pv_document_list_avis (PvDb *db, gint64 dossier_id, GError **error)
{
  return list_lignes (db, SQL_AVIS, dossier_id, error);
}

GArray *
pv_document_list_budget (PvDb *db, gint64 dossier_id, GError **error)
{
  return list_lignes (db, SQL_BUDGET, dossier_id, error);
}

GArray *
pv_document_list_territoires (PvDb *db, gint64 dossier_id, GError **error)
{
  return list_lignes (db, SQL_TERRITOIRES, dossier_id, error);
}
