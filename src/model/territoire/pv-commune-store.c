/* pv-commune-store.c: the SQL of pv-commune
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "territoire/pv-commune-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code_insee, nom, nom_plie, code_dep, epci_siren, epci_nom"
#define VALEURS \
  ":code_insee, :nom, :nom_plie, :code_dep, :epci_siren, :epci_nom"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvCommune, "commune", pv_commune_champs, COLONNES, VALEURS);

gboolean
pv_commune_store_insert (PvDb *db, PvCommune *commune, GError **error)
{
  return pv_entite_insert (&entite, db, commune, error);
}

gboolean
pv_commune_store_update (PvDb *db, PvCommune *commune, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, commune, changed, error);
}

gboolean
pv_commune_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvCommune *
pv_commune_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
