/* pv-piece-type-store.c: the SQL of pv-piece-type
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "piece/pv-piece-type-store.h"

#include "commun/pv-entite.h"
#include "piece/pv-piece-store.h"

/* clang-format off */
#define COLONNES \
  "code, libelle, source"
#define VALEURS \
  ":code, :libelle, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvPieceType, "piece_type", pv_piece_type, COLONNES, VALEURS);

static const char exige[] =
    "INSERT INTO piece_requise (piece_type_id, appel_id, forme)"
    " SELECT :type, :appel, :forme WHERE NOT EXISTS (SELECT 1 FROM piece_requise"
    "   WHERE piece_type_id = :type AND appel_id IS NOT DISTINCT FROM :appel"
    "     AND forme IS NOT DISTINCT FROM :forme)";

/* What the appel or the forme of the porteur requires of a dossier. */
#define REQUISES                                                                                   \
  "WITH le_dossier AS (SELECT d.id AS dossier, d.appel_id, d.porteur_id, o.forme"                  \
  "  FROM dossier d JOIN organisme o ON o.id = d.porteur_id WHERE d.id = "                         \
  ":dossier) " PV_SQL_LECTURE (                                                                    \
      "piece_type", COLONNES) "WHERE EXISTS (SELECT 1 FROM piece_requise r, le_dossier d"          \
                              "        WHERE r.piece_type_id = piece_type.id"                      \
                              "          AND (r.appel_id IS NULL OR r.appel_id = d.appel_id)"      \
                              "          AND (r.forme IS NULL OR r.forme = d.forme))"

static const char requises[] = REQUISES " ORDER BY code";

static const char manquantes[] =
    REQUISES "  AND NOT EXISTS (SELECT 1 FROM piece p, le_dossier d"
             "        WHERE p.piece_type_id = piece_type.id"
             "          AND (p.dossier_id = d.dossier OR p.organisme_id = d.porteur_id)"
             "          AND (p.dispensee = 1 OR (p.recue_le IS NOT NULL"
             "               AND (p.valable_jusque IS NULL OR p.valable_jusque >= :jour))))"
             " ORDER BY code";

static const char liste[] = PV_SQL_LECTURE ("piece_type", COLONNES) "ORDER BY code";

static const char par_code[] = "SELECT id FROM piece_type WHERE code = :code";

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

gboolean
pv_piece_type_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "t", code);
}

GPtrArray *
pv_piece_type_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

gboolean
pv_piece_type_store_require (PvDb *db,
                             gint64 piece_type_id,
                             gint64 appel_id,
                             PvForme forme,
                             GError **error)
{
  return pv_sql_run (db, exige, error, "iit", piece_type_id, appel_id, pv_forme_to_id (forme));
}

GPtrArray *
pv_piece_store_list_manquantes (PvDb *db, gint64 dossier_id, const char *jour, GError **error)
{
  return pv_entite_list (&entite, db, manquantes, error, "it", dossier_id, jour);
}

GPtrArray *
pv_piece_store_list_requises (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, requises, error, "i", dossier_id);
}
