/* pv-piece-store.c: the SQL of pv-piece
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "piece/pv-piece-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "piece_type_id, organisme_id, dossier_id, demandee_le, recue_le, valable_jusque, " \
  "dispensee, motif, reference"
#define VALEURS \
  ":piece_type_id, :organisme_id, :dossier_id, :demandee_le, :recue_le, " \
  ":valable_jusque, :dispensee, :motif, :reference"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvPiece, "piece", pv_piece, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("piece", COLONNES) "WHERE dossier_id = :dossier OR organisme_id = (SELECT "
                                       "porteur_id FROM dossier WHERE id = :dossier) ORDER BY id";

gboolean
pv_piece_store_insert (PvDb *db, PvPiece *piece, GError **error)
{
  return pv_entite_insert (&entite, db, piece, error);
}

gboolean
pv_piece_store_update (PvDb *db, const PvPiece *piece, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, piece, changed, error);
}

gboolean
pv_piece_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvPiece *
pv_piece_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_piece_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", dossier_id);
}
