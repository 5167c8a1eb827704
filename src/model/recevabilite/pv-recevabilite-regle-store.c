/* pv-recevabilite-regle-store.c: the SQL of pv-recevabilite-regle
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-recevabilite-regle-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "appel_id, ordre, genre, libelle, valeur, source"
#define VALEURS \
  ":appel_id, :ordre, :genre, :libelle, :valeur, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvRecevabiliteRegle, "recevabilite_regle", pv_recevabilite_regle, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("recevabilite_regle", COLONNES) "WHERE appel_id = :appel ORDER BY ordre, id";

gboolean
pv_recevabilite_regle_store_insert (PvDb *db, PvRecevabiliteRegle *regle, GError **error)
{
  return pv_entite_insert (&entite, db, regle, error);
}

gboolean
pv_recevabilite_regle_store_update (PvDb *db,
                                    const PvRecevabiliteRegle *regle,
                                    gboolean *changed,
                                    GError **error)
{
  return pv_entite_update (&entite, db, regle, changed, error);
}

gboolean
pv_recevabilite_regle_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvRecevabiliteRegle *
pv_recevabilite_regle_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_recevabilite_regle_store_list (PvDb *db, gint64 appel_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", appel_id);
}
