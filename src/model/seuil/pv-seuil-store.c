/* pv-seuil-store.c: the SQL of pv-seuil
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seuil/pv-seuil-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, libelle, valeur, unite, valable_du, valable_au, source"
#define VALEURS \
  ":code, :libelle, :valeur, :unite, :valable_du, :valable_au, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvSeuil, "seuil", pv_seuil_champs, COLONNES, VALEURS);

gboolean
pv_seuil_store_insert (PvDb *db, PvSeuil *seuil, GError **error)
{
  return pv_entite_insert (&entite, db, seuil, error);
}

gboolean
pv_seuil_store_update (PvDb *db, const PvSeuil *seuil, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, seuil, changed, error);
}

gboolean
pv_seuil_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvSeuil *
pv_seuil_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
