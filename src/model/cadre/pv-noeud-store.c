/* pv-noeud-store.c: the SQL of pv-noeud
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-noeud-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "cadre_id, parent_id, code, niveau, ordre, libelle, source"
#define VALEURS \
  ":cadre_id, :parent_id, :code, :niveau, :ordre, :libelle, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvNoeud, "cadre_noeud", pv_noeud_champs, COLONNES, VALEURS);

gboolean
pv_noeud_store_insert (PvDb *db, PvNoeud *noeud, GError **error)
{
  return pv_entite_insert (&entite, db, noeud, error);
}

gboolean
pv_noeud_store_update (PvDb *db, const PvNoeud *noeud, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, noeud, changed, error);
}

gboolean
pv_noeud_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvNoeud *
pv_noeud_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
