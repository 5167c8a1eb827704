/* pv-recevabilite.h: whether a dossier meets the conditions of its appel
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "recevabilite/pv-recevabilite-regle.h"

G_BEGIN_DECLS

typedef enum
{
  PV_RECEVABILITE_NON_REMPLIE,
  PV_RECEVABILITE_REMPLIE,
  PV_RECEVABILITE_A_VERIFIER,
} PvRecevabiliteEtat;

/* For the user: "met", "not met", "to be verified"; (transfer none) */
const char *pv_recevabilite_etat_to_words (PvRecevabiliteEtat etat);

/**
 * PvRecevabiliteLigne:
 * @calcule: as the dossier says; of a declarative rule always to be verified
 * @etat: as answered by hand, else as computed
 * @texte: why, and what is missing, in words
 * @reponse: 1 or 0 as answered by hand, or %PV_INT_NULL
 * @motif: (nullable): why it was answered so
 * @periode_debut, @periode_fin: when the action may take place
 * @table, @cle, @champ: the field to correct; @table is %NULL for a declarative rule
 *
 * One condition, for one dossier.
 */
typedef struct
{
  PvRecevabiliteRegle *regle;
  PvRecevabiliteEtat calcule;
  PvRecevabiliteEtat etat;
  char *texte;
  gint64 reponse;
  char *motif;
  char *periode_debut;
  char *periode_fin;
  const char *table;
  gint64 cle;
  const char *champ;
} PvRecevabiliteLigne;

/**
 * pv_recevabilite_evaluer:
 *
 * The conditions of the appel of a dossier, each with its state and its reason.
 *
 * Returns: (transfer full) (element-type PvRecevabiliteLigne): none when the appel has
 *   no rule, or the dossier is gone; %NULL with an error
 */
GPtrArray *pv_recevabilite_evaluer (PvDb *db, gint64 dossier_id, GError **error);

/* (transfer full) (nullable): the conditions that are not met, as the reason of a
 * refusal; %NULL when all are met or to be verified. */
char *pv_recevabilite_to_motif (GPtrArray *lignes);

/**
 * PvRecevabiliteCompte:
 *
 * How many conditions one dossier does not meet, and how many are to be verified.
 */
typedef struct
{
  gint64 dossier_id;
  gint64 n_regles;
  gint64 n_non_remplies;
  gint64 n_a_verifier;
} PvRecevabiliteCompte;

/* (transfer full): a PvRecevabiliteCompte for each dossier of the filter whose appel has
 * rules, by key. */
GArray *pv_recevabilite_compter (PvDb *db, const PvFiltre *filtre, GError **error);

/*
 * The actions, each inside the transaction of one.
 */

/**
 * pv_recevabilite_repondre:
 * @reponse: 1, 0, or %PV_INT_NULL: takes back what was answered
 * @motif: (nullable): why; needed in place of what is computed
 *
 * Errors: %PV_RULE_ERROR_INVALID without the reason; %PV_RULE_ERROR_NOT_FOUND
 */
gboolean pv_recevabilite_repondre (PvDb *db,
                                   gint64 dossier_id,
                                   gint64 regle_id,
                                   gint64 reponse,
                                   const char *motif,
                                   GError **error);

/**
 * pv_recevabilite_proposer:
 *
 * Gives an appel the usual rules that it does not have: one of each computed kind. The
 * minimum amount only when the appel has one.
 */
gboolean pv_recevabilite_proposer (PvDb *db, gint64 appel_id, GError **error);

/* Gives an appel the rules of another, in place of its own. */
gboolean
pv_recevabilite_copier (PvDb *db, gint64 de_appel_id, gint64 vers_appel_id, GError **error);

/* Whether a rule may be written; @champ (out): the field that is wrong. */
gboolean
pv_recevabilite_regle_check (const PvRecevabiliteRegle *regle, char **reason, const char **champ);

/* Adds, at the end when its `ordre` is %PV_INT_NULL, or writes a rule. */
gboolean pv_recevabilite_set_regle (PvDb *db, PvRecevabiliteRegle *regle, GError **error);

/**
 * pv_recevabilite_move_regle:
 * @pas: how many places it goes down; up when negative
 *
 * Errors: %PV_RULE_ERROR_NOT_FOUND when the rule left the appel
 */
gboolean
pv_recevabilite_move_regle (PvDb *db, gint64 appel_id, gint64 regle_id, int pas, GError **error);

/* Deletes a rule, and the answers given to it; those after it come one place up. Errors:
 * %PV_RULE_ERROR_NOT_FOUND */
gboolean pv_recevabilite_delete_regle (PvDb *db, gint64 regle_id, GError **error);

/* How many answers given by hand would go with a rule. */
gboolean pv_recevabilite_count_reponses (PvDb *db, gint64 regle_id, gint64 *n, GError **error);

G_END_DECLS
