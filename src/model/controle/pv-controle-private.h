/* pv-controle-private.h: what the checks share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "controle/pv-controle.h"
#include "pv-statement.h"
#include "seuil/pv-seuil-store.h"

G_BEGIN_DECLS

/**
 * PvControleRun:
 * @derogations: "check/table/key" → reason
 *
 * One check being run.
 */
typedef struct
{
  PvDb *db;
  PvFiltre filtre;
  gint64 dossier_id; /* the only one looked at, or PV_INT_NULL */
  const PvControle *controle;
  PvControleFunc each;
  gpointer user_data;
  GCancellable *cancellable;
  GHashTable *derogations;
} PvControleRun;

typedef gboolean (*PvControleRunner) (PvControleRun *run, GError **error);

/**
 * PvControleRequete:
 * @sql: one query for the whole file. Its columns: dossier (or NULL), its
 *   number, key of the row to correct, then figures for @dire. It may use
 *   :appel and :exercice, and :jour
 * @dire: (transfer full) (nullable): puts one row in words; may change the
 *   table, the column or the severity; %NULL: no finding after all
 */
typedef struct
{
  const char *table;
  const char *champ;
  const char *sql;
  char *(*dire) (PvStatement *row, PvConstat *constat);
} PvControleRequete;

#define PV_CONTROLE_FIGURES 3 /* the first column that is @dire's */

gboolean
pv_controle_run_requete (PvControleRun *run, const PvControleRequete *requete, GError **error);

/* A statement with the filter and :jour, today, bound where it has them. */
PvStatement *pv_controle_prepare (PvControleRun *run, const char *sql, GError **error);

/* Next row; FALSE at the end, or with @error set when failed or cancelled. */
gboolean pv_controle_step (PvControleRun *run, PvStatement *statement, GError **error);

/* Shows a finding whose row, column and text are filled in. */
void pv_controle_emit (PvControleRun *run, PvConstat *constat);

/* (transfer full): an amount and a rate in French form. */
char *pv_controle_montant (PvCents cents);
char *pv_controle_taux (gint64 bp);

/* A list of names that stays readable: the first ones, then how many more. */
#define PV_CONTROLE_LISTE_MAX 8
void pv_controle_liste_add (GString *liste, guint rang, const char *nom);
void pv_controle_liste_end (GString *liste, guint n);

/**
 * PV_PORTEE_SQL:
 *
 * Which dossiers a check looks at: those of the filter, or one alone. A subquery that
 * gathers by dossier before it meets `dossier d` says it too, with
 * PV_PORTEE_DE_SQL(): else it would gather the whole file for one.
 */
#define PV_PORTEE_DE_SQL(colonne) "(:dossier IS NULL OR " colonne " = :dossier)"
#define PV_PORTEE_SQL PV_FILTRE_SQL " AND " PV_PORTEE_DE_SQL ("d.id")

/* The coût total of `dossier d` with `total_dossier t`; NULL: not known. */
#define PV_COUT_SQL                                                                                \
  "(CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END)"

/* What `financement f` engages. */
#define PV_ENGAGE_SQL "COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)"

/* One function per check; the registry names them. */
gboolean pv_controle_budget_desequilibre (PvControleRun *run, GError **error);
gboolean pv_controle_compte_74 (PvControleRun *run, GError **error);
gboolean pv_controle_contributions_86_87 (PvControleRun *run, GError **error);
gboolean pv_controle_plan_incomplet (PvControleRun *run, GError **error);
gboolean pv_controle_taux_public (PvControleRun *run, GError **error);
gboolean pv_controle_montant_incoherent (PvControleRun *run, GError **error);
gboolean pv_controle_vote_superieur_arbitre (PvControleRun *run, GError **error);
gboolean pv_controle_verse_superieur_au_notifie (PvControleRun *run, GError **error);
gboolean pv_controle_trop_percu (PvControleRun *run, GError **error);
gboolean pv_controle_delai_paiement (PvControleRun *run, GError **error);
gboolean pv_controle_notifie_sans_vote (PvControleRun *run, GError **error);
gboolean pv_controle_deux_dispositifs (PvControleRun *run, GError **error);
gboolean pv_controle_cpo_sans_annee_1 (PvControleRun *run, GError **error);
gboolean pv_controle_siret_invalide (PvControleRun *run, GError **error);
gboolean pv_controle_siret_absent (PvControleRun *run, GError **error);
gboolean pv_controle_cer_absent (PvControleRun *run, GError **error);
gboolean pv_controle_piece_manquante (PvControleRun *run, GError **error);
gboolean pv_controle_parts_territoires (PvControleRun *run, GError **error);
gboolean pv_controle_hors_geographie (PvControleRun *run, GError **error);
gboolean pv_controle_hors_periode (PvControleRun *run, GError **error);
gboolean pv_controle_double_depot (PvControleRun *run, GError **error);
gboolean pv_controle_enveloppe_depassee (PvControleRun *run, GError **error);
gboolean pv_controle_regle_limite (PvControleRun *run, GError **error);
gboolean pv_controle_enveloppe_absente (PvControleRun *run, GError **error);
gboolean pv_controle_seuil_convention (PvControleRun *run, GError **error);
gboolean pv_controle_convention_manquante (PvControleRun *run, GError **error);
gboolean pv_controle_post_plusieurs_contrats (PvControleRun *run, GError **error);
gboolean pv_controle_recevabilite (PvControleRun *run, GError **error);
gboolean pv_controle_avis_externe_en_retard (PvControleRun *run, GError **error);
gboolean pv_controle_instruction_incomplete (PvControleRun *run, GError **error);
gboolean pv_controle_note_hors_grille (PvControleRun *run, GError **error);
gboolean pv_controle_score_absent (PvControleRun *run, GError **error);
gboolean pv_controle_score_dispersion (PvControleRun *run, GError **error);
gboolean pv_controle_decision_sans_montant (PvControleRun *run, GError **error);
gboolean pv_controle_seance_ouverte (PvControleRun *run, GError **error);
gboolean pv_controle_crf_en_retard (PvControleRun *run, GError **error);
gboolean pv_controle_bilan_n_1_manquant (PvControleRun *run, GError **error);
gboolean pv_controle_marqueur_non_evalue (PvControleRun *run, GError **error);
gboolean pv_controle_marqueur_different (PvControleRun *run, GError **error);

G_END_DECLS
