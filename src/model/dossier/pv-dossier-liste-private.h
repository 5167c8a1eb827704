/* pv-dossier-liste-private.h: what the stores of the list of dossiers share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-critere.h"
#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-recherche.h"
#include "pv-statement.h"

G_BEGIN_DECLS

/**
 * PvDossierEnsemble:
 * @ids: (array length=n): keys, by appel, then number
 * @gardes: (array length=n): 1 for those a filter keeps
 *
 * The dossiers that a list is about. Queries speak of keys in any order: positions
 * put them together, so that each query reads one narrow index or table from end to
 * end, whatever the filter and the order.
 */
typedef struct
{
  guint n;
  gint64 *ids;
  guint8 *gardes;
  guint32 *par_cle; /* positions, by rising key; NULL: in their order already */
} PvDossierEnsemble;

PvDossierEnsemble *pv_dossier_ensemble_load (PvDb *db, const PvFiltre *filtre, GError **error);
PvDossierEnsemble *pv_dossier_ensemble_new_from_ids (const GArray *ids);
void pv_dossier_ensemble_free (PvDossierEnsemble *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierEnsemble, pv_dossier_ensemble_free)

/* The position of a key, -1 when it is not one of them. */
gint64 pv_dossier_ensemble_find (const PvDossierEnsemble *self, gint64 id);

/**
 * pv_dossier_cles_load:
 *
 * Returns: (transfer full) (array): for each position an integer to sort by,
 *   %PV_INT_NULL when the column shows nothing; amounts are in cents
 */
gint64 *pv_dossier_cles_load (PvDb *db,
                              const PvDossierEnsemble *ensemble,
                              PvDossierColonne colonne,
                              PvEtape etape,
                              const PvFiltre *filtre,
                              GError **error);

/* Lowers `gardes` of those that the filter does not keep. */
gboolean pv_dossier_critere_apply (const PvDossierCritere *critere,
                                   PvDb *db,
                                   PvDossierEnsemble *ensemble,
                                   const PvFiltre *filtre,
                                   GCancellable *cancellable,
                                   GError **error);

/* 128 parameters, the first of a statement. */
#define PV_SQL_IDS_4 "?, ?, ?, ?"
#define PV_SQL_IDS_16 PV_SQL_IDS_4 ", " PV_SQL_IDS_4 ", " PV_SQL_IDS_4 ", " PV_SQL_IDS_4
#define PV_SQL_IDS_64 PV_SQL_IDS_16 ", " PV_SQL_IDS_16 ", " PV_SQL_IDS_16 ", " PV_SQL_IDS_16
#define PV_SQL_IDS "(" PV_SQL_IDS_64 ", " PV_SQL_IDS_64 ")"
#define PV_SQL_N_IDS 128

/* Borrows a statement that begins with PV_SQL_IDS, for at most that many keys. */
PvStatement *
pv_dossier_ids_prepare (PvDb *db, const char *sql, const gint64 *ids, guint n_ids, GError **error);

G_END_DECLS
