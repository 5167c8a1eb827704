/* pv-quartier-store.c: the SQL of pv-quartier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "territoire/pv-quartier-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, nom, nom_plie, genre, generation, population, population_annee, source"
#define VALEURS \
  ":code, :nom, :nom_plie, :genre, :generation, :population, :population_annee, " \
  ":source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvQuartier, "quartier", pv_quartier_champs, COLONNES, VALEURS);

gboolean
pv_quartier_store_insert (PvDb *db, PvQuartier *quartier, GError **error)
{
  return pv_entite_insert (&entite, db, quartier, error);
}

gboolean
pv_quartier_store_update (PvDb *db, PvQuartier *quartier, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, quartier, changed, error);
}

gboolean
pv_quartier_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvQuartier *
pv_quartier_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
