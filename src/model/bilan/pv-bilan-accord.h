/* pv-bilan-accord.h: a new grant while a bilan is missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-statut.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_bilan_accord_get_refus:
 * @statut: where the dossier would go
 * @raison: (out) (transfer full) (nullable): why not, %NULL when it may: the file says `bloquer`
 *   (PV_REGLAGE_BILAN_N_1) and the porteur was financed the year before, without the bilan that
 *   was due; the sentence names the dossiers
 *
 * Whether a dossier may go to programmé, programmé sous réserve or notifié; other statuses may.
 */
gboolean pv_bilan_accord_get_refus (PvDb *db,
                                    gint64 dossier_id,
                                    PvDossierStatut statut,
                                    char **raison,
                                    GError **error);

/* (transfer full) (element-type utf8): the numbers, with their year, of the dossiers of the
 * same porteur in the years before (threshold `bilan_n_1`) whose bilan is missing: before its due
 * date it is not. */
GPtrArray *pv_bilan_accord_list_manquants (PvDb *db, gint64 dossier_id, GError **error);

/* Whether the file blocks; otherwise it warns. The second is one action ("bilan-reglage"). */
gboolean pv_bilan_accord_get_bloquant (PvDb *db, gboolean *bloquant, GError **error);
gboolean
pv_bilan_accord_set_bloquant (PvDb *db, gboolean bloquant, gboolean *changed, GError **error);

G_END_DECLS
