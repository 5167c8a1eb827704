/* pv-enveloppe-arbre.h: the envelopes of a year, by funder, with what they have given
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe.h"
#include "pv-db.h"

G_BEGIN_DECLS

typedef struct _PvEnveloppeNoeud PvEnveloppeNoeud;

#define PV_ENVELOPPE_COMMUNES 0

/**
 * PvEnveloppeNoeud:
 * @enveloppe_id: PV_INT_NULL for a funder that has several envelopes, and for the communes
 *   together, whose @financeur_id is %PV_ENVELOPPE_COMMUNES
 * @uuid: (nullable): of the envelope
 * @titre: the funder, or the label of an envelope below one
 * @libelle: (nullable): the label of the envelope, also where @titre is its funder
 * @financeur, @dispositif: (nullable): names
 * @commune: (nullable): its name, where the envelope is for one
 * @feuille: an envelope that financements consume
 * @montant_propre_cents: what an envelope that is divided says of itself: not added up
 * @situation: of a leaf, or the sum of the leaves below: nothing is counted twice
 * @parts_cents: what is engaged, each amount once, under its furthest stage (PvEtape; of
 *   versé: what is paid; never under sollicité)
 * @n_feuilles: how many leaves it sums; 1 for a leaf
 * @n_depassees: how many leaves are exceeded, itself included
 * @motif: (nullable): why its excess is passed, @motif_le when (instant), @motif_agent by whom
 * @enfants: (element-type PvEnveloppeNoeud): empty for a leaf
 *
 * One line of the table of envelopes.
 */
struct _PvEnveloppeNoeud
{
  gint64 enveloppe_id;
  gint64 parent_id;
  gint64 financeur_id;
  gint64 dispositif_id;
  char *uuid;
  char *titre;
  char *libelle;
  char *financeur;
  char *dispositif;
  char *commune;
  PvSection section;
  gboolean feuille;
  gboolean communale; /* its funder is a commune */
  PvCents montant_propre_cents;
  PvEnveloppeSituation situation;
  PvCents parts_cents[PV_N_ETAPES];
  guint n_feuilles;
  guint n_depassees;
  char *motif;
  char *motif_le;
  char *motif_agent;
  GPtrArray *enfants;
};

/**
 * PvEnveloppeArbre:
 * @racines: (element-type PvEnveloppeNoeud): by funder. One that has a single envelope is
 *   that envelope, under the name of the funder; several communes are one line, with theirs
 *   below
 * @total: of all leaves; its @titre is %NULL
 *
 * The envelopes of a year, added up once.
 */
typedef struct
{
  gint64 exercice;
  GPtrArray *racines;
  PvEnveloppeNoeud *total;
} PvEnveloppeArbre;

PvEnveloppeArbre *pv_enveloppe_arbre_ref (PvEnveloppeArbre *self);
void pv_enveloppe_arbre_unref (PvEnveloppeArbre *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEnveloppeArbre, pv_enveloppe_arbre_unref)

/**
 * pv_enveloppe_arbre_load:
 * @exercice: a year
 *
 * Reads the kept totals, a row for each envelope: it does not last, whatever the
 * financements are.
 *
 * Returns: (transfer full)
 */
PvEnveloppeArbre *pv_enveloppe_arbre_load (PvDb *db, gint64 exercice, GError **error);

/* (transfer none) (nullable): the line of that envelope. */
PvEnveloppeNoeud *pv_enveloppe_arbre_find (PvEnveloppeArbre *self, gint64 enveloppe_id);

/* amount − engaged; negative: exceeded. */
PvCents pv_enveloppe_noeud_get_reste (const PvEnveloppeNoeud *self);

/**
 * pv_enveloppe_arbre_find_modele:
 * @annee: (out): the nearest year before @exercice that has envelopes, else the nearest after;
 *   %PV_INT_NULL: none
 */
gboolean pv_enveloppe_arbre_find_modele (PvDb *db, gint64 exercice, gint64 *annee, GError **error);

/**
 * pv_enveloppe_is_hors_appel:
 * @hors: (out): whether dossiers of other calls than @appel_id use it
 */
gboolean pv_enveloppe_is_hors_appel (PvDb *db,
                                     gint64 exercice,
                                     gint64 appel_id,
                                     gboolean *hors,
                                     GError **error);

/**
 * pv_enveloppe_arbre_list_annees:
 *
 * Returns: (transfer full) (element-type gint64): the years that have envelopes, and those of
 *   the calls, in order
 */
GArray *pv_enveloppe_arbre_list_annees (PvDb *db, GError **error);

/**
 * pv_enveloppe_arbre_choose_annee:
 * @appel_id: the call in use, or %PV_INT_NULL
 *
 * The year to show: that of the call, else the last one that has envelopes, else the last of
 * the calls; %PV_INT_NULL when there is nothing.
 */
gboolean pv_enveloppe_arbre_choose_annee (PvDb *db, gint64 appel_id, gint64 *annee, GError **error);

G_END_DECLS
