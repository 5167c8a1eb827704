/* pv-vote-store.c: what a funder has to vote and to notify, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-vote-store.h"

#include "bilan/pv-bilan-accord.h"
#include "commun/pv-entite.h"
#include "controle/pv-controle-private.h"

/* Those of `dossier d` with `financement f`, each the PvVoteAttente of the same place. */
#define A_VOTER_SQL                                                                                \
  "(f.vote_cents IS NULL AND f.notifie_cents IS NULL"                                              \
  " AND (f.arbitre_cents > 0 OR (f.arbitre_cents IS NULL"                                          \
  "      AND d.statut IN ('programme', 'programme-sous-reserve', 'notifie', 'en-cours')"           \
  "      AND COALESCE (f.propose_cents, f.sollicite_cents) > 0)))"
#define A_NOTIFIER_SQL "(f.notifie_cents IS NULL AND f.vote_cents > 0)"
#define NOTIFIES_SQL "(f.notifie_cents IS NOT NULL)"
#define CONCERNES_SQL "d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_FILTRE_SQL

static const char financeurs[] =
    "SELECT fi.id, o.nom, x.a_voter, x.a_notifier, x.notifies"
    "  FROM (SELECT f.financeur_id, SUM(" A_VOTER_SQL ") AS a_voter,"
    "               SUM(COALESCE(" A_NOTIFIER_SQL ", 0)) AS a_notifier,"
    "               SUM(" NOTIFIES_SQL ") AS notifies"
    "          FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
    "         WHERE " CONCERNES_SQL
    "           AND (:dossiers IS NULL OR d.id IN (SELECT j.value FROM json_each (:dossiers) j))"
    "         GROUP BY f.financeur_id) x"
    "  JOIN financeur fi ON fi.id = x.financeur_id"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE x.a_voter + x.a_notifier + x.notifies > 0"
    " ORDER BY COALESCE (fi.ordre, 1000000), o.nom_plie, fi.id";

/* The date of the last committee that decided, and what its law asks of the porteur. */
#define SEANCE_SQL                                                                                 \
  "(SELECT MAX(s.date_le) FROM seance_dossier sd JOIN seance s ON s.id = sd.seance_id"             \
  "   JOIN instance i ON i.id = s.instance_id"                                                     \
  "  WHERE sd.dossier_id = d.id AND s.etat = 'close' AND i.effet = 'decision')"
#define CER_SQL                                                                                    \
  "(o.forme IN ('association', 'fondation') AND o.cer_signe_le IS NULL AND " PV_SEUIL_SQL (        \
      "cer_obligatoire", "d.exercice >= 2022", "d.exercice") " = 1)"

#define LIGNE_SQL                                                                                  \
  "SELECT f.id, d.id, d.appel_id, f.financeur_id, d.numero, d.intitule, o.nom, p.nom,"             \
  "       a.libelle || ' ' || a.exercice, d.statut, fi.categorie, f.sollicite_cents,"              \
  "       f.propose_cents, f.arbitre_cents, f.vote_cents, f.notifie_cents, v.verse_cents,"         \
  "       f.vote_le, f.vote_acte, f.notifie_le, f.notifie_acte, " SEANCE_SQL ", " CER_SQL          \
  "  FROM financement f"                                                                           \
  "  JOIN dossier d ON d.id = f.dossier_id"                                                        \
  "  JOIN appel a ON a.id = d.appel_id"                                                            \
  "  JOIN organisme o ON o.id = d.porteur_id"                                                      \
  "  JOIN financeur fi ON fi.id = f.financeur_id"                                                  \
  "  LEFT JOIN dispositif p ON p.id = f.dispositif_id"                                             \
  "  LEFT JOIN total_financement v ON v.id = f.id "
#define DU_FINANCEUR_SQL " WHERE f.financeur_id = :financeur AND " CONCERNES_SQL " AND "
#define ORDRE_SQL " ORDER BY a.exercice, a.id, d.numero, f.id"

static const char *const listes[PV_N_VOTE_ATTENTES] = {
  LIGNE_SQL DU_FINANCEUR_SQL A_VOTER_SQL ORDRE_SQL,
  LIGNE_SQL DU_FINANCEUR_SQL A_NOTIFIER_SQL ORDRE_SQL,
  LIGNE_SQL DU_FINANCEUR_SQL NOTIFIES_SQL ORDRE_SQL,
};

static const char ligne_de[] = LIGNE_SQL " WHERE f.id = :id";

static const char credits_de[] =
    "SELECT SUM(e.montant_cents),"
    "       SUM(CASE WHEN e.montant_cents IS NOT NULL THEN t.engage_cents END),"
    "       COUNT(*) - COUNT(e.montant_cents)"
    "  FROM dispositif p JOIN enveloppe e ON e.dispositif_id = p.id"
    "  JOIN total_enveloppe t ON t.id = e.id"
    " WHERE p.financeur_id = :financeur"
    "   AND NOT EXISTS (SELECT 1 FROM enveloppe x WHERE x.parent_id = e.id)"
    "   AND (:exercice IS NULL OR e.exercice = :exercice)"
    "   AND (:appel IS NULL OR e.exercice = (SELECT a.exercice FROM appel a WHERE a.id = :appel))";

void
pv_vote_financeur_free (PvVoteFinanceur *self)
{
  if (self == NULL)
    return;
  g_free (self->nom);
  g_free (self);
}

void
pv_vote_ligne_free (PvVoteLigne *self)
{
  if (self == NULL)
    return;
  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self->dispositif);
  g_free (self->appel);
  g_free (self->vote_le);
  g_free (self->vote_acte);
  g_free (self->notifie_le);
  g_free (self->notifie_acte);
  g_free (self->seance_le);
  g_free (self->bilan_manquant);
  g_free (self);
}

static PvVoteLigne *
read_ligne (PvStatement *row)
{
  PvVoteLigne *ligne = g_new0 (PvVoteLigne, 1);

  ligne->id = pv_statement_get_int (row, 0);
  ligne->dossier_id = pv_statement_get_int (row, 1);
  ligne->appel_id = pv_statement_get_int (row, 2);
  ligne->financeur_id = pv_statement_get_int (row, 3);
  ligne->numero = pv_statement_dup_text (row, 4);
  ligne->intitule = pv_statement_dup_text (row, 5);
  ligne->porteur = pv_statement_dup_text (row, 6);
  ligne->dispositif = pv_statement_dup_text (row, 7);
  ligne->appel = pv_statement_dup_text (row, 8);
  ligne->statut = PV_DOSSIER_STATUT_NULL;
  pv_dossier_statut_from_id (pv_statement_get_text (row, 9), &ligne->statut);
  ligne->categorie = PV_CATEGORIE_INCONNU;
  pv_categorie_from_id (pv_statement_get_text (row, 10), &ligne->categorie);
  ligne->sollicite_cents = pv_statement_get_int (row, 11);
  ligne->propose_cents = pv_statement_get_int (row, 12);
  ligne->arbitre_cents = pv_statement_get_int (row, 13);
  ligne->vote_cents = pv_statement_get_int (row, 14);
  ligne->notifie_cents = pv_statement_get_int (row, 15);
  ligne->verse_cents = pv_statement_get_int (row, 16);
  ligne->vote_le = pv_statement_dup_text (row, 17);
  ligne->vote_acte = pv_statement_dup_text (row, 18);
  ligne->notifie_le = pv_statement_dup_text (row, 19);
  ligne->notifie_acte = pv_statement_dup_text (row, 20);
  ligne->seance_le = pv_statement_dup_text (row, 21);
  ligne->cer_absent = pv_statement_get_int (row, 22) == 1;

  return ligne;
}

/* Only a file that blocks pays for it, and only for dossiers that would move. */
static gboolean
read_bilans (PvDb *db, PvVoteLigne *const *lignes, guint n, GError **error)
{
  gboolean bloquant;

  if (!pv_bilan_accord_get_bloquant (db, &bloquant, error))
    return FALSE;
  for (guint i = 0; bloquant && i < n; i++)
    if (pv_dossier_statut_can_move (lignes[i]->statut, PV_DOSSIER_STATUT_NOTIFIE, NULL) &&
        !pv_bilan_accord_get_refus (db, lignes[i]->dossier_id, PV_DOSSIER_STATUT_NOTIFIE,
                                    &lignes[i]->bilan_manquant, error))
      return FALSE;

  return TRUE;
}

GPtrArray *
pv_vote_store_list_financeurs (PvDb *db,
                               const PvFiltre *filtre,
                               const char *dossiers,
                               GError **error)
{
  g_autoptr (GPtrArray) liste =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_vote_financeur_free);
  g_autoptr (PvStatement) row = pv_db_prepare (db, financeurs, error);
  PvStep step;

  if (row == NULL)
    return NULL;
  pv_filtre_bind (filtre, row);
  pv_statement_bind_text (row, ":dossiers", dossiers);
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvVoteFinanceur *financeur = g_new0 (PvVoteFinanceur, 1);

      financeur->id = pv_statement_get_int (row, 0);
      financeur->nom = pv_statement_dup_text (row, 1);
      for (int i = 0; i < PV_N_VOTE_ATTENTES; i++)
        financeur->n[i] = pv_statement_get_int (row, 2 + i);
      g_ptr_array_add (liste, financeur);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&liste) : NULL;
}

GPtrArray *
pv_vote_store_list (PvDb *db,
                    const PvFiltre *filtre,
                    gint64 financeur_id,
                    PvVoteAttente attente,
                    GError **error)
{
  g_autoptr (GPtrArray) lignes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_vote_ligne_free);
  g_autoptr (PvStatement) row = pv_db_prepare (db, listes[attente], error);
  PvStep step;

  if (row == NULL)
    return NULL;
  pv_filtre_bind (filtre, row);
  pv_statement_bind_int (row, ":financeur", financeur_id);
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    g_ptr_array_add (lignes, read_ligne (row));
  if (step != PV_STEP_DONE ||
      (attente != PV_VOTE_NOTIFIES &&
       !read_bilans (db, (PvVoteLigne *const *)lignes->pdata, lignes->len, error)))
    return NULL;

  return g_steal_pointer (&lignes);
}

PvVoteLigne *
pv_vote_store_get (PvDb *db, gint64 financement_id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, ligne_de, error, "i", financement_id);
  g_autoptr (PvVoteLigne) ligne = NULL;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return NULL;

  ligne = read_ligne (row);

  return read_bilans (db, &ligne, 1, error) ? g_steal_pointer (&ligne) : NULL;
}

gboolean
pv_vote_store_get_credits (PvDb *db,
                           const PvFiltre *filtre,
                           gint64 financeur_id,
                           PvVoteCredits *credits,
                           GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, credits_de, error);

  *credits = (PvVoteCredits){ PV_CENTS_NULL, PV_CENTS_NULL, 0 };
  if (row == NULL)
    return FALSE;
  pv_filtre_bind (filtre, row);
  pv_statement_bind_int (row, ":financeur", financeur_id);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  credits->montant_cents = pv_statement_get_int (row, 0);
  credits->engage_cents = pv_statement_get_int (row, 1);
  credits->n_inconnues = pv_statement_get_int (row, 2);

  return TRUE;
}

gboolean
pv_vote_is_delibere (PvCategorie categorie)
{
  return categorie == PV_CATEGORIE_COMMUNE || categorie == PV_CATEGORIE_EPCI ||
         categorie == PV_CATEGORIE_DEPARTEMENT || categorie == PV_CATEGORIE_REGION;
}

PvCents
pv_vote_ligne_get_propose (const PvVoteLigne *self, PvVoteAttente attente)
{
  switch (attente)
    {
    case PV_VOTE_A_VOTER:
      return self->arbitre_cents;
    case PV_VOTE_A_NOTIFIER:
      return self->vote_cents != PV_CENTS_NULL ? self->vote_cents : self->arbitre_cents;
    case PV_VOTE_NOTIFIES:
    default:
      return self->notifie_cents;
    }
}
