/* pv-organisme-store.c: the SQL of pv-organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "nom, nom_plie, sigle, forme, siret, siret_declare, rna, adresse, code_postal, " \
  "commune_id, commune_nom, cer_signe_le"
#define VALEURS \
  ":nom, :nom_plie, :sigle, :forme, :siret, :siret_declare, :rna, :adresse, " \
  ":code_postal, :commune_id, :commune_nom, :cer_signe_le"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvOrganisme, "organisme", pv_organisme_champs, COLONNES, VALEURS);

gboolean
pv_organisme_store_insert (PvDb *db, PvOrganisme *organisme, GError **error)
{
  return pv_entite_insert (&entite, db, organisme, error);
}

gboolean
pv_organisme_store_update (PvDb *db, PvOrganisme *organisme, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, organisme, changed, error);
}

gboolean
pv_organisme_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvOrganisme *
pv_organisme_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
