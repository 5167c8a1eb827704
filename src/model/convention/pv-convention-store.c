/* pv-convention-store.c: the SQL of pv-convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "numero, financeur_id, organisme_id, objet, annee_debut, annee_fin, signee_le"
#define VALEURS \
  ":numero, :financeur_id, :organisme_id, :objet, :annee_debut, :annee_fin, " \
  ":signee_le"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvConvention, "convention", pv_convention_champs, COLONNES, VALEURS);

gboolean
pv_convention_store_insert (PvDb *db, PvConvention *convention, GError **error)
{
  return pv_entite_insert (&entite, db, convention, error);
}

gboolean
pv_convention_store_update (PvDb *db,
                            const PvConvention *convention,
                            gboolean *changed,
                            GError **error)
{
  return pv_entite_update (&entite, db, convention, changed, error);
}

gboolean
pv_convention_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvConvention *
pv_convention_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
