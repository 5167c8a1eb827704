/* pv-mouvement-store.c: the SQL of pv-mouvement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-mouvement-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "financement_id, etape, genre, date_le, montant_cents, exercice_cible, motif, " \
  "acte"
#define VALEURS \
  ":financement_id, :etape, :genre, :date_le, :montant_cents, :exercice_cible, " \
  ":motif, :acte"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvMouvement, "mouvement", pv_mouvement, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("mouvement",
                    COLONNES) "WHERE financement_id = :financement ORDER BY date_le, id";

gboolean
pv_mouvement_store_insert (PvDb *db, PvMouvement *mouvement, GError **error)
{
  return pv_entite_insert (&entite, db, mouvement, error);
}

gboolean
pv_mouvement_store_update (PvDb *db,
                           const PvMouvement *mouvement,
                           gboolean *changed,
                           GError **error)
{
  return pv_entite_update (&entite, db, mouvement, changed, error);
}

gboolean
pv_mouvement_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvMouvement *
pv_mouvement_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_mouvement_store_list (PvDb *db, gint64 financement_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", financement_id);
}
