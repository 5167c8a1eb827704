/* pv-versement-store.c: the SQL of pv-versement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-versement-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "financement_id, verse_le, genre, montant_cents, reference"
#define VALEURS \
  ":financement_id, :verse_le, :genre, :montant_cents, :reference"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvVersement, "versement", pv_versement, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("versement",
                    COLONNES) "WHERE financement_id = :financement ORDER BY verse_le, id";

gboolean
pv_versement_store_insert (PvDb *db, PvVersement *versement, GError **error)
{
  return pv_entite_insert (&entite, db, versement, error);
}

gboolean
pv_versement_store_update (PvDb *db,
                           const PvVersement *versement,
                           gboolean *changed,
                           GError **error)
{
  return pv_entite_update (&entite, db, versement, changed, error);
}

gboolean
pv_versement_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvVersement *
pv_versement_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_versement_store_list (PvDb *db, gint64 financement_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", financement_id);
}
