/* pv-piece-type-store.c: the SQL of pv-piece-type
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "piece/pv-piece-type-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "code, libelle, source"
#define VALEURS \
  ":code, :libelle, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvPieceType, "piece_type", pv_piece_type_champs, COLONNES, VALEURS);

gboolean
pv_piece_type_store_insert (PvDb *db, PvPieceType *piece_type, GError **error)
{
  return pv_entite_insert (&entite, db, piece_type, error);
}

gboolean
pv_piece_type_store_update (PvDb *db,
                            const PvPieceType *piece_type,
                            gboolean *changed,
                            GError **error)
{
  return pv_entite_update (&entite, db, piece_type, changed, error);
}

gboolean
pv_piece_type_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvPieceType *
pv_piece_type_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
