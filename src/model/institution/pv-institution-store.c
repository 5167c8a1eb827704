/* pv-institution-store.c: the SQL of pv-institution
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "institution/pv-institution-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "nom, organisme_id, poids, ordre"
#define VALEURS \
  ":nom, :organisme_id, :poids, :ordre"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvInstitution, "institution", pv_institution_champs, COLONNES, VALEURS);

gboolean
pv_institution_store_insert (PvDb *db, PvInstitution *institution, GError **error)
{
  return pv_entite_insert (&entite, db, institution, error);
}

gboolean
pv_institution_store_update (PvDb *db,
                             const PvInstitution *institution,
                             gboolean *changed,
                             GError **error)
{
  return pv_entite_update (&entite, db, institution, changed, error);
}

gboolean
pv_institution_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvInstitution *
pv_institution_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
