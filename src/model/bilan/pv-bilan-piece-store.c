/* pv-bilan-piece-store.c: the SQL of pv-bilan-piece
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-piece.h"

#include "commun/pv-entite.h"
#include "piece/pv-piece-store.h"
#include "piece/pv-piece-type-store.h"
#include "pv-transaction.h"

static const PvBilanPiece pieces[] = {
  { "crf_signe", "Compte rendu financier signé (Cerfa 15059)" },
  { "crf_rapport_activite", "Rapport d’activité de l’exercice" },
  { "crf_comptes_annuels", "Comptes annuels approuvés de l’exercice" },
};

#define SOURCE "Cerfa 15059"

static const char of_dossier[] =
    "SELECT p.id FROM piece p JOIN piece_type t ON t.id = p.piece_type_id"
    " WHERE p.dossier_id = :dossier AND t.code = :code ORDER BY p.id LIMIT 1";

const PvBilanPiece *
pv_bilan_pieces_get (guint *n)
{
  *n = G_N_ELEMENTS (pieces);

  return pieces;
}

gboolean
pv_bilan_piece_get_recue (PvDb *db,
                          gint64 dossier_id,
                          const char *code,
                          char **recue_le,
                          GError **error)
{
  g_autoptr (PvPiece) piece = NULL;
  gint64 id;

  *recue_le = NULL;
  if (!pv_sql_find (db, of_dossier, &id, error, "it", dossier_id, code))
    return FALSE;
  if (id == PV_INT_NULL)
    return TRUE;
  piece = pv_piece_store_get (db, id, error);
  if (piece != NULL)
    *recue_le = g_strdup (piece->recue_le);

  return piece != NULL;
}

/* A file made before this type gets it with the first document. */
static gboolean
find_type (PvDb *db, const char *code, gint64 *id, GError **error)
{
  g_autoptr (PvPieceType) type = NULL;

  if (!pv_piece_type_store_find_by_code (db, code, id, error))
    return FALSE;
  if (*id != PV_INT_NULL)
    return TRUE;
  type = pv_piece_type_new ();
  type->code = g_strdup (code);
  type->source = g_strdup (SOURCE);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_equal (pieces[i].code, code))
      type->libelle = g_strdup (pieces[i].libelle);
  if (!pv_piece_type_store_insert (db, type, error))
    return FALSE;
  *id = type->id;

  return TRUE;
}

static gboolean
write_piece (PvDb *db,
             gint64 dossier_id,
             const char *code,
             const char *recue_le,
             gboolean *changed,
             GError **error)
{
  g_autoptr (PvPiece) piece = NULL;
  gint64 id;

  if (!pv_sql_find (db, of_dossier, &id, error, "it", dossier_id, code))
    return FALSE;
  if (id == PV_INT_NULL && recue_le == NULL)
    return TRUE;
  if (id != PV_INT_NULL && recue_le == NULL)
    {
      *changed = TRUE;
      return pv_piece_store_delete (db, id, error);
    }
  piece = id != PV_INT_NULL ? pv_piece_store_get (db, id, error) : pv_piece_new ();
  if (piece == NULL)
    return FALSE;
  pv_champ_set_text (&piece->recue_le, recue_le);
  if (id != PV_INT_NULL)
    return pv_piece_store_update (db, piece, changed, error);
  piece->dossier_id = dossier_id;
  *changed = TRUE;

  return find_type (db, code, &piece->piece_type_id, error) &&
         pv_piece_store_insert (db, piece, error);
}

gboolean
pv_bilan_piece_set_recue (PvDb *db,
                          gint64 dossier_id,
                          const char *code,
                          const char *recue_le,
                          gboolean *changed,
                          GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-piece", NULL, error);
  gboolean written = FALSE;

  if (transaction == NULL || !write_piece (db, dossier_id, code, recue_le, &written, error))
    return FALSE;
  if (changed != NULL)
    *changed = written;

  return pv_transaction_commit (transaction, error);
}
