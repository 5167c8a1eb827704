/* pv-depot-store.c: the SQL of pv-depot
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "depot/pv-depot-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "appel_id, source_systeme, source_cle, porteur_id, intitule, depose_le, " \
  "statut_declare, sollicite_declare_cents, propose_declare_cents, " \
  "accorde_declare_cents, verse_declare_cents"
#define VALEURS \
  ":appel_id, :source_systeme, :source_cle, :porteur_id, :intitule, :depose_le, " \
  ":statut_declare, :sollicite_declare_cents, :propose_declare_cents, " \
  ":accorde_declare_cents, :verse_declare_cents"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvDepot, "depot", pv_depot_champs, COLONNES, VALEURS);

gboolean
pv_depot_store_insert (PvDb *db, PvDepot *depot, GError **error)
{
  return pv_entite_insert (&entite, db, depot, error);
}

gboolean
pv_depot_store_update (PvDb *db, const PvDepot *depot, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, depot, changed, error);
}

gboolean
pv_depot_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvDepot *
pv_depot_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
