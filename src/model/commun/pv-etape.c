/* pv-etape.c: the stages of a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-etape.h"

static const struct
{
  const char *id;
  const char *libelle;
} etapes[PV_N_ETAPES] = {
  { "sollicite", "Sollicité" }, { "propose", "Proposé" }, { "arbitre", "Arbitré" },
  { "vote", "Voté" },           { "notifie", "Notifié" }, { "verse", "Versé" },
};

const char *
pv_etape_to_id (PvEtape etape)
{
  g_return_val_if_fail ((guint)etape < PV_N_ETAPES, NULL);

  return etapes[etape].id;
}

gboolean
pv_etape_from_id (const char *id, PvEtape *etape)
{
  for (guint i = 0; i < PV_N_ETAPES; i++)
    if (g_strcmp0 (etapes[i].id, id) == 0)
      {
        *etape = i;
        return TRUE;
      }

  return FALSE;
}

const char *
pv_etape_to_libelle (PvEtape etape)
{
  g_return_val_if_fail ((guint)etape < PV_N_ETAPES, NULL);

  return etapes[etape].libelle;
}
