/* pv-axe-store.c: the SQL of pv-axe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marqueur/pv-axe-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, libelle, arbre, ordre, source"
#define VALEURS \
  ":code, :libelle, :arbre, :ordre, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvAxe, "axe_transversal", pv_axe_champs, COLONNES, VALEURS);

gboolean
pv_axe_store_insert (PvDb *db, PvAxe *axe, GError **error)
{
  return pv_entite_insert (&entite, db, axe, error);
}

gboolean
pv_axe_store_update (PvDb *db, const PvAxe *axe, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, axe, changed, error);
}

gboolean
pv_axe_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvAxe *
pv_axe_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
