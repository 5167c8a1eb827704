/* pv-seance-service.h: the actions of a user on a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-decision.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

/*
 * Each is a transaction (its action id is given), called inside pv_context_act(). All fail
 * with %PV_RULE_ERROR_INVALID (a value), %PV_RULE_ERROR_NOT_FOUND or
 * %PV_RULE_ERROR_REFUSED (a rule), in words for the user; nothing is then written.
 * On a séance that is closed all are REFUSED, but pv_seance_rectifier().
 */

/* --- to prepare ------------------------------------------------------------------------- */

/**
 * pv_seance_creer:
 * @seance: its key and uuid are set
 *
 * "seance-create". The members of its instance are those expected. INVALID: no date, no
 * instance, a timer below a minute.
 */
gboolean pv_seance_creer (PvDb *db, PvSeance *seance, GError **error);

/* "seance-edit": date, place, timer, words of the procès-verbal; the instance and the appel
 * while it is prepared. Its state is not written here. */
gboolean pv_seance_modifier (PvDb *db, const PvSeance *seance, gboolean *changed, GError **error);

/* "seance-delete": while it is prepared, and no closed séance put a dossier off to it. */
gboolean pv_seance_supprimer (PvDb *db, gint64 id, GError **error);

/**
 * pv_seance_ajouter_dossiers:
 * @dossiers: (element-type gint64): keys, put last in that order; those that are on the
 *   agenda already are left where they are, and a chapeau is left out: its parts are decided
 * @n: (out) (optional): how many were added
 *
 * "seance-dossiers", prepared or open. REFUSED: this séance is open, and another open one has
 * one of them on its table.
 */
gboolean pv_seance_ajouter_dossiers (PvDb *db,
                                     gint64 seance_id,
                                     const GArray *dossiers,
                                     guint *n,
                                     GError **error);

/* "seance-dossiers". REFUSED when it is decided: the decision is taken back first. */
gboolean pv_seance_retirer_dossier (PvDb *db, gint64 seance_dossier_id, GError **error);

/**
 * pv_seance_deplacer:
 * @position: from 1; brought back to the length of the agenda
 *
 * "seance-ordre".
 */
gboolean pv_seance_deplacer (PvDb *db, gint64 seance_dossier_id, gint64 position, GError **error);

/**
 * pv_seance_set_ordre:
 * @seance_dossiers: (element-type gint64): keys of the agenda; those left out come last, in
 *   the order they had
 *
 * "seance-ordre": the whole order at once (by score, by porteur…).
 */
gboolean
pv_seance_set_ordre (PvDb *db, gint64 seance_id, const GArray *seance_dossiers, GError **error);

/**
 * pv_seance_set_presence:
 * @personne: (nullable): who comes
 *
 * "seance-presence": adds them when they were not expected.
 */
gboolean pv_seance_set_presence (PvDb *db,
                                 gint64 seance_id,
                                 gint64 institution_id,
                                 const char *personne,
                                 gboolean present,
                                 GError **error);

/* "seance-presence": another person for a line of the list. */
gboolean
pv_seance_set_personne (PvDb *db, gint64 presence_id, const char *personne, GError **error);

/* "seance-presence": no more expected. */
gboolean pv_seance_retirer_presence (PvDb *db, gint64 presence_id, GError **error);

/**
 * pv_seance_set_deport:
 * @deporte: whether the institution is recused
 * @motif: (nullable)
 *
 * "seance-deport", prepared or open. While it is open the amounts of the payer that the
 * institution is go off the table, or come back to what is proposed.
 */
gboolean pv_seance_set_deport (PvDb *db,
                               gint64 seance_dossier_id,
                               gint64 institution_id,
                               gboolean deporte,
                               const char *motif,
                               GError **error);

/* --- to hold ---------------------------------------------------------------------------- */

/**
 * pv_seance_ouvrir:
 * @sans_quorum: it is opened knowing that too few members are there
 *
 * "seance-open". REFUSED without a member present, without a dossier, while another open séance
 * has one of its dossiers on the table, or below the quorum
 * unless @sans_quorum (pv_seance_resume_has_quorum() tells before).
 */
gboolean pv_seance_ouvrir (PvDb *db, gint64 id, gboolean sans_quorum, GError **error);

/**
 * pv_seance_decider:
 * @duree_s: how long it was on the table, added to what it was before; %PV_INT_NULL: not timed
 *
 * "seance-decide". Programmé takes what is on the table (proposé when nothing is); refusé and
 * réorienté put 0 on all that is not locked; ajourné takes the amounts off the table.
 * %PV_DECISION_GENRE_NULL takes the decision back; the amounts come back to what is proposed
 * when the decision had set them. The reserve of the decision before goes with it.
 */
gboolean pv_seance_decider (PvDb *db,
                            gint64 seance_dossier_id,
                            PvDecisionGenre decision,
                            gint64 duree_s,
                            GError **error);

/**
 * pv_seance_set_montant:
 * @cents: 0: refused; %PV_CENTS_NULL: off the table, no answer
 *
 * "seance-montant", decided or not. INVALID: negative, or above %PV_SEANCE_MONTANT_MAX.
 * REFUSED: locked (with why), or the dossier is refusé or ajourné.
 */
gboolean pv_seance_set_montant (PvDb *db,
                                gint64 seance_dossier_id,
                                gint64 financement_id,
                                PvCents cents,
                                GError **error);

/* A grant beyond it is a slip of the keyboard: ten billion euros. */
#define PV_SEANCE_MONTANT_MAX G_GINT64_CONSTANT (1000000000000)

/* "seance-reserve". @reserve: (nullable) */
gboolean
pv_seance_set_reserve (PvDb *db, gint64 seance_dossier_id, const char *reserve, GError **error);

/* "seance-ajourne": where an ajourné comes back: a prepared séance, or %PV_INT_NULL. */
gboolean
pv_seance_set_ajournement (PvDb *db, gint64 seance_dossier_id, gint64 seance_id, GError **error);

/**
 * pv_seance_annuler_derniere:
 * @seance_dossier_id: (out) (optional): whose decision was taken back
 *
 * "seance-undecide": takes the last decision back, as pv_seance_decider() with
 * %PV_DECISION_GENRE_NULL. REFUSED when nothing is decided.
 */
gboolean
pv_seance_annuler_derniere (PvDb *db, gint64 seance_id, gint64 *seance_dossier_id, GError **error);

/**
 * pv_seance_get_courant:
 * @seance_dossier_id: (out): the dossier that follows the last decided one in the agenda; when
 *   that is the last of the agenda, or nothing is decided, the first that is not decided, else
 *   itself; %PV_INT_NULL without a dossier
 *
 * Where a séance that was interrupted goes on. It reads only.
 */
gboolean
pv_seance_get_courant (PvDb *db, gint64 seance_id, gint64 *seance_dossier_id, GError **error);

/* --- to close --------------------------------------------------------------------------- */

/**
 * pv_seance_clore:
 * @motif_depassement: (nullable): why the envelopes that this séance exceeds are passed; kept
 *   as a derogation of the control "enveloppe-depassee" of each
 *
 * "seance-close". Writes the amounts (arbitré, or proposé for an instance that gives avis),
 * moves the statuses, puts what was put off on the agenda of the next séance, and freezes.
 * It is not undone: see pv_seance_rectifier(). REFUSED with the first finding of
 * pv_seance_verifier() that is an error; a séance that is closed already, or not open.
 */
gboolean pv_seance_clore (PvDb *db, gint64 id, const char *motif_depassement, GError **error);

/**
 * PvSeanceMontant:
 * @cents: %PV_CENTS_NULL: no answer
 */
typedef struct
{
  gint64 financement_id;
  PvCents cents;
} PvSeanceMontant;

/**
 * pv_seance_rectifier:
 * @reserve: (nullable)
 * @montants: (array length=n_montants): the financements it changes; the others keep the
 *   amount of the version before. Refusé sets all to 0, ajourné takes all away
 * @motif: why: it is asked
 *
 * "seance-rectify": a closed séance. Writes the next version, sealed, and its effects on the
 * amounts and the status; both versions are kept. REFUSED for an amount voted or notified
 * since, a status that does not follow, or a decision or an amount once a later séance of the
 * same effect decided on the dossier. It is not undone but by another.
 */
gboolean pv_seance_rectifier (PvDb *db,
                              gint64 seance_dossier_id,
                              PvDecisionGenre decision,
                              const char *reserve,
                              const PvSeanceMontant *montants,
                              guint n_montants,
                              const char *motif,
                              GError **error);

G_END_DECLS
