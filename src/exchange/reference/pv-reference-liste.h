/* pv-reference-liste.h: what data/reference offers to a new programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cadre/pv-cadre.h"
#include "cadre/pv-noeud.h"
#include "financeur/pv-dispositif.h"
#include "instance/pv-instance.h"
#include "programme/pv-contrat.h"
#include "territoire/pv-commune.h"
#include "territoire/pv-quartier.h"

G_BEGIN_DECLS

/**
 * PvReferenceLigne:
 * @territoires: (nullable): the reference's own words (MEL, CALL…), joined by `;`; %NULL:
 *   everywhere
 * @parent: (nullable): code of the node above, name of the payer, communes joined by `;`
 * @niveau: how many nodes are above a node
 *
 * A row of data/reference; which of the records is set, the function says.
 */
typedef struct
{
  char *territoires;
  char *parent;
  guint niveau;
  PvContrat *contrat;
  PvCadre *cadre;
  PvNoeud *noeud;
  char *financeur;
  PvDispositif *dispositif;
  PvCommune *commune;
  PvQuartier *quartier;
  PvInstance *instance;
} PvReferenceLigne;

void pv_reference_ligne_free (PvReferenceLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvReferenceLigne, pv_reference_ligne_free)

/* Whether a row is of that territory (nullable), or of all. */
gboolean pv_reference_ligne_is_in (const PvReferenceLigne *self, const char *territoire);

/*
 * Each gives (transfer full) (element-type PvReferenceLigne) the rows of a table in
 * its order, or %NULL with an error.
 */
GPtrArray *pv_reference_list_contrats (GError **error);
GPtrArray *pv_reference_list_cadres (GError **error);

/* The nodes of a frame, parents before children. */
GPtrArray *pv_reference_list_noeuds (const char *cadre, GError **error);
GPtrArray *pv_reference_list_financeurs (GError **error);
GPtrArray *pv_reference_list_dispositifs (GError **error);
GPtrArray *pv_reference_list_communes (GError **error);
GPtrArray *pv_reference_list_quartiers (GError **error);

/* The instances whose effect is known: the others do not decide on dossiers. */
GPtrArray *pv_reference_list_instances (GError **error);

G_END_DECLS
