/* pv-contrat-store.c: the SQL of pv-contrat
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-contrat-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, nom, epci_nom, epci_siren, annee_debut, annee_fin"
#define VALEURS \
  ":code, :nom, :epci_nom, :epci_siren, :annee_debut, :annee_fin"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvContrat, "contrat", pv_contrat, COLONNES, VALEURS);

static const char par_code[] = "SELECT id FROM contrat WHERE code = :code";

static const char liste[] = PV_SQL_LECTURE ("contrat", COLONNES) "ORDER BY annee_debut, id";

gboolean
pv_contrat_store_insert (PvDb *db, PvContrat *contrat, GError **error)
{
  return pv_entite_insert (&entite, db, contrat, error);
}

gboolean
pv_contrat_store_update (PvDb *db, const PvContrat *contrat, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, contrat, changed, error);
}

gboolean
pv_contrat_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvContrat *
pv_contrat_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_contrat_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

gboolean
pv_contrat_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "t", code);
}
