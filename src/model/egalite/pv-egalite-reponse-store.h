/* pv-egalite-reponse-store.h: what was answered to the questions of the tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "egalite/pv-egalite.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvEgaliteReponses:
 * @reponses: by question
 * @commentaires: (nullable): what of the dossier says so; common answers only
 *
 * The answers of one institution, or the common ones.
 */
typedef struct
{
  PvEgaliteReponse reponses[PV_N_EGALITE_QUESTIONS];
  char *commentaires[PV_N_EGALITE_QUESTIONS];
} PvEgaliteReponses;

void pv_egalite_reponses_init (PvEgaliteReponses *self);
void pv_egalite_reponses_clear (PvEgaliteReponses *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvEgaliteReponses, pv_egalite_reponses_clear)

/* How many questions have an answer. */
guint pv_egalite_reponses_count (const PvEgaliteReponses *self);

/**
 * pv_egalite_reponses_unanimes:
 * @par_institution: (array length=n): of those who answer
 * @unanimes: (out caller-allocates): the answers that nobody who answered contradicts
 *
 * Returns: how many questions have such an answer
 */
guint pv_egalite_reponses_unanimes (const PvEgaliteReponses *par_institution,
                                    guint n,
                                    PvEgaliteReponse *unanimes);

/* Whether two institutions gave different answers to the question. */
gboolean pv_egalite_reponses_divergent (const PvEgaliteReponses *par_institution,
                                        guint n,
                                        PvEgaliteQuestion question);

/**
 * pv_egalite_reponse_store_load:
 * @institution_id: whose answers; %PV_INT_NULL: the common ones
 * @reponses: (out): initialized already; what it held is freed
 */
gboolean pv_egalite_reponse_store_load (PvDb *db,
                                        gint64 dossier_id,
                                        gint64 axe_id,
                                        gint64 institution_id,
                                        PvEgaliteReponses *reponses,
                                        GError **error);

/**
 * pv_egalite_reponse_store_set:
 * @institution_id: whose answer; %PV_INT_NULL: a common one
 * @reponse: %PV_EGALITE_SANS_REPONSE takes the answer away, with its comment
 *
 * Nothing is written when the answer is the same.
 */
gboolean pv_egalite_reponse_store_set (PvDb *db,
                                       gint64 dossier_id,
                                       gint64 axe_id,
                                       gint64 institution_id,
                                       PvEgaliteQuestion question,
                                       PvEgaliteReponse reponse,
                                       GError **error);

/**
 * pv_egalite_reponse_store_comment:
 * @commentaire: (nullable)
 *
 * Says why of a common answer. Errors: %PV_RULE_ERROR_REFUSED when the question has no
 * common answer yet.
 */
gboolean pv_egalite_reponse_store_comment (PvDb *db,
                                           gint64 dossier_id,
                                           gint64 axe_id,
                                           PvEgaliteQuestion question,
                                           const char *commentaire,
                                           GError **error);

G_END_DECLS
