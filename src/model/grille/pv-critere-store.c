/* pv-critere-store.c: the SQL of pv-critere
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-critere-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "grille_id, ordre, libelle, aide, poids, maximum, sans_objet_permis"
#define VALEURS \
  ":grille_id, :ordre, :libelle, :aide, :poids, :maximum, :sans_objet_permis"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvCritere, "critere", pv_critere, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("critere", COLONNES) "WHERE grille_id = :grille ORDER BY ordre, id";

gboolean
pv_critere_store_insert (PvDb *db, PvCritere *critere, GError **error)
{
  return pv_entite_insert (&entite, db, critere, error);
}

gboolean
pv_critere_store_update (PvDb *db, const PvCritere *critere, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, critere, changed, error);
}

gboolean
pv_critere_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvCritere *
pv_critere_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_critere_store_list (PvDb *db, gint64 grille_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", grille_id);
}
