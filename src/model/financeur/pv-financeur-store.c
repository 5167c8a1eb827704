/* pv-financeur-store.c: the SQL of pv-financeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financeur/pv-financeur-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "organisme_id, categorie, public, ordre"
#define VALEURS \
  ":organisme_id, :categorie, :public, :ordre"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvFinanceur, "financeur", pv_financeur_champs, COLONNES, VALEURS);

gboolean
pv_financeur_store_insert (PvDb *db, PvFinanceur *financeur, GError **error)
{
  return pv_entite_insert (&entite, db, financeur, error);
}

gboolean
pv_financeur_store_update (PvDb *db,
                           const PvFinanceur *financeur,
                           gboolean *changed,
                           GError **error)
{
  return pv_entite_update (&entite, db, financeur, changed, error);
}

gboolean
pv_financeur_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvFinanceur *
pv_financeur_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
