/* pv-egalite-fiche-store.h: the marking of one dossier on a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "egalite/pv-egalite-reponse-store.h"
#include "commun/pv-filtre.h"
#include "marqueur/pv-axe.h"
#include "marqueur/pv-marqueur.h"

G_BEGIN_DECLS

/**
 * PvEgaliteInstitution:
 * @reponses: hers
 * @resultat: what the tree gives with them
 */
typedef struct
{
  gint64 id;
  char *nom;
  PvEgaliteReponses reponses;
  PvEgaliteResultat resultat;
} PvEgaliteInstitution;

/**
 * PvEgaliteFiche:
 * @axe: the axis
 * @criteres: how many of a, b, c the appel needs for a mark of 1
 * @communes: the answers given together
 * @resultat: what the tree gives with them; not assessed on an axis without a tree
 * @institutions: (element-type PvEgaliteInstitution): all of the file, in their order
 * @n_repondantes: those that answered at least one question
 * @n_divergences: questions two institutions answer differently
 * @marqueur: the collective mark; its `id` is %PV_INT_NULL when there is no row
 */
typedef struct
{
  gint64 dossier_id;
  char *numero;
  char *intitule;
  char *porteur;
  PvAxe *axe;
  guint criteres;
  PvEgaliteReponses communes;
  PvEgaliteResultat resultat;
  GArray *institutions;
  guint n_repondantes;
  guint n_divergences;
  PvMarqueur *marqueur;
} PvEgaliteFiche;

void pv_egalite_fiche_free (PvEgaliteFiche *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEgaliteFiche, pv_egalite_fiche_free)

/**
 * pv_egalite_fiche_load:
 *
 * Returns: (transfer full) (nullable): %NULL with %PV_RULE_ERROR_NOT_FOUND when the
 *   dossier or the axis is gone
 */
PvEgaliteFiche *pv_egalite_fiche_load (PvDb *db, gint64 dossier_id, gint64 axe_id, GError **error);

/* Whether two institutions answer @question differently. */
gboolean pv_egalite_fiche_is_divergent (const PvEgaliteFiche *self, PvEgaliteQuestion question);

/* The answers nobody who answered contradicts; returns how many. */
guint pv_egalite_fiche_get_unanimes (const PvEgaliteFiche *self, PvEgaliteReponse *unanimes);

/**
 * PvEgaliteAccord:
 * @PV_EGALITE_ACCORD_INCONNU: no collective mark, or no result to compare it with
 * @PV_EGALITE_ACCORD_CONFORME: the mark is what the tree gives
 * @PV_EGALITE_ACCORD_DIFFERENT: it is not: allowed, and shown
 */
typedef enum
{
  PV_EGALITE_ACCORD_INCONNU,
  PV_EGALITE_ACCORD_CONFORME,
  PV_EGALITE_ACCORD_DIFFERENT,
} PvEgaliteAccord;

PvEgaliteAccord pv_egalite_fiche_get_accord (const PvEgaliteFiche *self);

/**
 * PvEgaliteFile:
 * @ids: (element-type gint64): dossiers without a collective mark that still count,
 *   those somebody answered for first, then by key
 * @n_preparees: how many somebody answered for; on an axis without a tree, all
 */
typedef struct
{
  GArray *ids;
  guint n_preparees;
} PvEgaliteFile;

void pv_egalite_file_free (PvEgaliteFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEgaliteFile, pv_egalite_file_free)

/* Returns: (transfer full) (nullable): the marks still to be decided */
PvEgaliteFile *
pv_egalite_file_load (PvDb *db, const PvFiltre *filtre, gint64 axe_id, GError **error);

G_END_DECLS
