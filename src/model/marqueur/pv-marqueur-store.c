/* pv-marqueur-store.c: the SQL of pv-marqueur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marqueur/pv-marqueur-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, axe_id, valeur, justification, decide_le, decide_par"
#define VALEURS \
  ":dossier_id, :axe_id, :valeur, :justification, :decide_le, :decide_par"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvMarqueur, "marqueur", pv_marqueur, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("marqueur", COLONNES) "WHERE dossier_id = :dossier ORDER BY axe_id";

static const char par_axe[] =
    "SELECT id FROM marqueur WHERE dossier_id = :dossier AND axe_id = :axe";

gboolean
pv_marqueur_store_insert (PvDb *db, PvMarqueur *marqueur, GError **error)
{
  return pv_entite_insert (&entite, db, marqueur, error);
}

gboolean
pv_marqueur_store_update (PvDb *db, const PvMarqueur *marqueur, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, marqueur, changed, error);
}

gboolean
pv_marqueur_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvMarqueur *
pv_marqueur_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_marqueur_store_find (PvDb *db, gint64 dossier_id, gint64 axe_id, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_axe, id, error, "ii", dossier_id, axe_id);
}

GPtrArray *
pv_marqueur_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", dossier_id);
}
