/* pv-enveloppe-store.c: the SQL of pv-enveloppe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "parent_id, dispositif_id, exercice, section, libelle, commune_id, " \
  "quartier_genre, noeud_id, montant_cents"
#define VALEURS \
  ":parent_id, :dispositif_id, :exercice, :section, :libelle, :commune_id, " \
  ":quartier_genre, :noeud_id, :montant_cents"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvEnveloppe, "enveloppe", pv_enveloppe_champs, COLONNES, VALEURS);

gboolean
pv_enveloppe_store_insert (PvDb *db, PvEnveloppe *enveloppe, GError **error)
{
  return pv_entite_insert (&entite, db, enveloppe, error);
}

gboolean
pv_enveloppe_store_update (PvDb *db,
                           const PvEnveloppe *enveloppe,
                           gboolean *changed,
                           GError **error)
{
  return pv_entite_update (&entite, db, enveloppe, changed, error);
}

gboolean
pv_enveloppe_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvEnveloppe *
pv_enveloppe_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
