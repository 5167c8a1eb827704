/* pv-facette-store.h: the values a filter may take, and how many dossiers have each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-critere.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvFacette:
 * @valeur: as #PvDossierCritere takes it
 * @libelle: what a person reads
 * @niveau: depth in a tree, 0 for a root
 * @n: dossiers of the appel that have it
 */
typedef struct
{
  char *valeur;
  char *libelle;
  guint niveau;
  gint64 n;
} PvFacette;

/**
 * pv_facette_store_list:
 *
 * Closed lists are whole and in their own order, an axe is followed by its
 * descendants, names are by alphabet. Controls are run: long, for a worker.
 *
 * Returns: (transfer full) (element-type PvFacette): or %NULL with @error
 */
GPtrArray *pv_facette_store_list (PvDb *db,
                                  const PvFiltre *filtre,
                                  PvCritereCle critere,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * pv_facette_store_get_libelle:
 *
 * The words for one value, without counting: for a chip.
 *
 * Returns: (transfer full): the value itself when nothing bears it
 */
char *pv_facette_store_get_libelle (PvDb *db, PvCritereCle critere, const char *valeur);

/* The dossiers of the filter, chapeaux left out: their parts are counted. */
gboolean pv_facette_store_count (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error);

G_END_DECLS
