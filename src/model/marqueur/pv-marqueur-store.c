/* pv-marqueur-store.c: the SQL of pv-marqueur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marqueur/pv-marqueur-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, axe_id, valeur, justification, decide_le"
#define VALEURS \
  ":dossier_id, :axe_id, :valeur, :justification, :decide_le"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvMarqueur, "marqueur", pv_marqueur_champs, COLONNES, VALEURS);

gboolean
pv_marqueur_store_insert (PvDb *db, PvMarqueur *marqueur, GError **error)
{
  return pv_entite_insert (&entite, db, marqueur, error);
}

gboolean
pv_marqueur_store_update (PvDb *db, const PvMarqueur *marqueur, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, marqueur, changed, error);
}

gboolean
pv_marqueur_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvMarqueur *
pv_marqueur_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
