/* pv-convention-besoin.h: where the law asks for a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "commun/pv-filtre.h"
#include "convention/pv-convention.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvConventionPart:
 * @cents: the furthest of arbitré, voté and notifié, over the financements of that payer and year
 * @etape: the stage that all of them reached
 * @lie: whether the convention names this dossier
 */
typedef struct
{
  gint64 dossier_id;
  char *numero;
  char *intitule;
  PvCents cents;
  PvEtape etape;
  gboolean lie;
} PvConventionPart;

/**
 * PvConventionBesoin:
 * @cents: Σ over the dossiers of that organisme, of the furthest of arbitré, voté, notifié
 * @ferme_cents: the part of it that is voted or notified, or %PV_CENTS_NULL
 * @seuil_cents: the threshold in force that year, %PV_CENTS_NULL: there is none
 * @source: the text it comes from
 * @obligatoire: a public payer, a body of private law, and more than the threshold
 * @notifie_le: (nullable): when the first of the grants was notified
 * @dans_filtre: whether one of the dossiers is of the filter
 * @parts: (element-type PvConventionPart): the dossiers, by number
 * @convention_id: of the one that covers that year, the furthest one, or %PV_INT_NULL
 * @etat: of that one
 *
 * One payer, one organisme and one year: what a convention is mandatory for (loi n° 2000-321,
 * art. 10, and décret n° 2001-495), or what one covers though it is not.
 */
typedef struct
{
  gint64 financeur_id;
  char *financeur;
  gint64 organisme_id;
  char *organisme;
  gint64 exercice;
  PvCents cents;
  PvCents ferme_cents;
  PvCents seuil_cents;
  char *source;
  gboolean obligatoire;
  char *notifie_le;
  gboolean dans_filtre;
  GPtrArray *parts;
  gint64 convention_id;
  char *convention_numero;
  PvConventionEtat etat;
} PvConventionBesoin;

PvConventionBesoin *pv_convention_besoin_ref (PvConventionBesoin *self);
void pv_convention_besoin_unref (PvConventionBesoin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvConventionBesoin, pv_convention_besoin_unref)

/* Whether @dossier_id is one of its dossiers. */
gboolean pv_convention_besoin_has_dossier (const PvConventionBesoin *self, gint64 dossier_id);

/**
 * pv_convention_besoin_list:
 * @filtre: (nullable): those without a dossier of it are left out, unless a convention covers
 *   them; all dossiers count in the sums
 *
 * Returns: (transfer full) (element-type PvConventionBesoin): latest year first, then by payer
 *   and organisme; one query for the file
 */
GPtrArray *pv_convention_besoin_list (PvDb *db, const PvFiltre *filtre, GError **error);

/* Those of one organisme: nothing else is read. */
GPtrArray *pv_convention_besoin_list_for_organisme (PvDb *db, gint64 organisme_id, GError **error);

/* Those a dossier is of; its porteur alone is read. */
GPtrArray *pv_convention_besoin_list_for_dossier (PvDb *db, gint64 dossier_id, GError **error);

/* SQL: of the words of the law: `organisme o` is of private law; what is granted by a
 * `financement f`; and the threshold, of a year. */
#define PV_DROIT_PRIVE_SQL "o.forme IN ('association', 'fondation', 'entreprise', 'siae')"
#define PV_ACCORDE_SQL "COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents)"
#define PV_SEUIL_CONVENTION_SQL(annee) PV_SEUIL_SQL ("convention_obligatoire", "2300000", annee)

G_END_DECLS
