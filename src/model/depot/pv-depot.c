/* pv-depot.c: one application as it was received
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "depot/pv-depot.h"

const PvChamp pv_depot_champs[] = {
  PV_CHAMP_I (PvDepot, appel_id),
  PV_CHAMP_T (PvDepot, source_systeme),
  PV_CHAMP_T (PvDepot, source_cle),
  PV_CHAMP_I (PvDepot, porteur_id),
  PV_CHAMP_T (PvDepot, intitule),
  PV_CHAMP_T (PvDepot, depose_le),
  PV_CHAMP_T (PvDepot, statut_declare),
  PV_CHAMP_I (PvDepot, sollicite_declare_cents),
  PV_CHAMP_I (PvDepot, propose_declare_cents),
  PV_CHAMP_I (PvDepot, accorde_declare_cents),
  PV_CHAMP_I (PvDepot, verse_declare_cents),
  { NULL },
};

PvDepot *
pv_depot_new (void)
{
  return pv_champs_new (pv_depot_champs, sizeof (PvDepot));
}

PvDepot *
pv_depot_copy (const PvDepot *self)
{
  return pv_champs_copy (pv_depot_champs, sizeof (PvDepot), self);
}

void
pv_depot_free (PvDepot *self)
{
  pv_champs_free (pv_depot_champs, self);
}
