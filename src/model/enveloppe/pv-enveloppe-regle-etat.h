/* pv-enveloppe-regle-etat.h: does a limit hold, by how much
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-regle.h"
#include "pv-db.h"
#include "territoire/pv-quartier.h"

G_BEGIN_DECLS

/**
 * PvRegleCibleGenre:
 * @PV_REGLE_CIBLE_TOUT: `tout`: all that the envelope engages
 * @PV_REGLE_CIBLE_QUARTIER: `genre:vulnerable`, `genre:qva`… or `qva`: the part of the
 *   dossiers on territories of that kind
 * @PV_REGLE_CIBLE_COMMUNE: `commune:59512`: the part of the dossiers on that commune
 * @PV_REGLE_CIBLE_CPO: `cpo`: dossiers of a multi-year agreement
 * @PV_REGLE_CIBLE_NATURE: `nouvelle`, `reconduction`
 *
 * What a limit counts. Amounts follow the shares of the territories of a dossier; those of
 * a dossier on several territories without shares are counted when all are of the kind,
 * else they are told apart.
 */
typedef enum
{
  PV_REGLE_CIBLE_TOUT,
  PV_REGLE_CIBLE_QUARTIER,
  PV_REGLE_CIBLE_COMMUNE,
  PV_REGLE_CIBLE_CPO,
  PV_REGLE_CIBLE_NATURE,
} PvRegleCibleGenre;

/**
 * pv_regle_cible_parse:
 * @cible: as the file keeps it
 * @valeur: (out) (transfer none): after the colon, or the word itself
 *
 * Returns: %FALSE when it is nothing we can count
 */
gboolean pv_regle_cible_parse (const char *cible, PvRegleCibleGenre *genre, const char **valeur);

/**
 * PvRegleEtat:
 * @PV_REGLE_ETAT_RESPECTEE: it holds
 * @PV_REGLE_ETAT_NON_ATTEINTE: less than the least: of a share to reach, of a reserve to keep
 * @PV_REGLE_ETAT_DEPASSEE: more than the most
 * @PV_REGLE_ETAT_INCONNUE: its base or its target is not known
 */
typedef enum
{
  PV_REGLE_ETAT_RESPECTEE,
  PV_REGLE_ETAT_NON_ATTEINTE,
  PV_REGLE_ETAT_DEPASSEE,
  PV_REGLE_ETAT_INCONNUE,
} PvRegleEtat;

/**
 * PvEnveloppeRegleEtat:
 * @regle: the limit
 * @enveloppe: the label of its envelope
 * @cible: what is counted, in words: "CPO", "Roubaix"
 * @base: (nullable): what a rate applies to, in words
 * @base_cents: its amount
 * @limite_cents: the limit itself
 * @compte_cents: what is engaged on the target; of a reserve, what remains
 * @incertain_cents: engaged by dossiers whose amounts are not shared between territories
 * @ecart_cents: by how much it is broken; 0 when it holds
 * @motif: (nullable): why it is passed (control `regle-limite`)
 */
typedef struct
{
  PvEnveloppeRegle *regle;
  char *enveloppe;
  char *cible;
  char *base;
  PvCents base_cents;
  PvCents limite_cents;
  PvCents compte_cents;
  PvCents incertain_cents;
  PvCents ecart_cents;
  PvRegleEtat etat;
  char *motif;
} PvEnveloppeRegleEtat;

void pv_enveloppe_regle_etat_free (PvEnveloppeRegleEtat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEnveloppeRegleEtat, pv_enveloppe_regle_etat_free)

/**
 * pv_enveloppe_regle_etat_list:
 * @exercice: of the envelopes, or %PV_INT_NULL
 * @enveloppe_id: the only one, or %PV_INT_NULL
 *
 * Counts what each limit is about, over all financements of its envelope and of those
 * below: it may last some tenths of a second on a large one.
 *
 * Returns: (transfer full) (element-type PvEnveloppeRegleEtat): by envelope, in order of entry
 */
GPtrArray *
pv_enveloppe_regle_etat_list (PvDb *db, gint64 exercice, gint64 enveloppe_id, GError **error);

/* "Respectée", "Non atteinte", "Dépassée", "Non calculable", in the language of the user. */
const char *pv_regle_etat_to_words (PvRegleEtat etat);

/* (transfer full): "CPO, 50 % at least", "Reserve to keep, 150 000 €". */
char *pv_enveloppe_regle_etat_to_titre (const PvEnveloppeRegleEtat *self);

/* (transfer full): its figures: "402 300 € of 485 000 €; base: P147, 19 400 000 €". */
char *pv_enveloppe_regle_etat_to_chiffres (const PvEnveloppeRegleEtat *self);

/* Computes what follows from the rule, @base_cents and @compte_cents: for who counts. */
void pv_enveloppe_regle_etat_settle (PvEnveloppeRegleEtat *self);

G_END_DECLS
