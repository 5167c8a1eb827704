/* pv-agenda-store.h: what may go on an agenda, and who should be recused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-lot.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

/**
 * PvAgendaTri:
 * @permis: (element-type gint64): those that can be added
 * @n_deja: on that agenda already
 * @n_chapeaux: detailed in parts, which are decided instead
 * @refus: (element-type PvDossierRefus): on the agenda of another séance that is open
 *
 * What an addition to an agenda would do.
 */
typedef struct
{
  GArray *permis;
  guint n_deja;
  guint n_chapeaux;
  GPtrArray *refus;
} PvAgendaTri;

void pv_agenda_tri_free (PvAgendaTri *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvAgendaTri, pv_agenda_tri_free)

/**
 * pv_agenda_store_trier:
 * @dossiers: (element-type gint64): keys of dossiers, each once
 *
 * For a worker when there are many.
 *
 * Returns: (transfer full): or %NULL with a #PV_DB_ERROR
 */
PvAgendaTri *
pv_agenda_store_trier (PvDb *db, gint64 seance_id, const GArray *dossiers, GError **error);

/**
 * pv_agenda_store_list_deports_suggeres:
 *
 * An institution that is expected at a séance and whose organisme carries a dossier of the
 * agenda is judge and party: it is suggested that it be recused.
 *
 * Returns: (transfer full) (element-type PvDeport): those that are not recorded, in the order
 *   of the agenda; without a key and a reason; or %NULL with a #PV_DB_ERROR
 */
GPtrArray *pv_agenda_store_list_deports_suggeres (PvDb *db, gint64 seance_id, GError **error);

G_END_DECLS
