/* pv-dispositif-store.c: the SQL of pv-dispositif
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financeur/pv-dispositif-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "financeur_id, code, nom, nom_plie, nature_credits, section, " \
  "plafond_aide_publique_bp, description, source"
#define VALEURS \
  ":financeur_id, :code, :nom, :nom_plie, :nature_credits, :section, " \
  ":plafond_aide_publique_bp, :description, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvDispositif, "dispositif", pv_dispositif_champs, COLONNES, VALEURS);

gboolean
pv_dispositif_store_insert (PvDb *db, PvDispositif *dispositif, GError **error)
{
  return pv_entite_insert (&entite, db, dispositif, error);
}

gboolean
pv_dispositif_store_update (PvDb *db, PvDispositif *dispositif, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, dispositif, changed, error);
}

gboolean
pv_dispositif_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvDispositif *
pv_dispositif_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
