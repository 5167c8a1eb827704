/* pv-egalite-porteur-store.c: the porteurs to accompany
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-porteur-store.h"

#include "commun/pv-entite.h"
#include "reglage/pv-reglage-store.h"

#define SQL_ZERO                                                                                   \
  "  FROM marqueur m CROSS JOIN dossier d ON d.id = m.dossier_id"                                  \
  " WHERE m.axe_id = :axe AND m.valeur = 0 AND d.chapeau = 0 AND " PV_FILTRE_SQL

/* A porteur of hundreds of actions is told by the first ones. */
static const char sql_liste[] =
    "WITH zero (id, porteur_id, intitule, demande, accorde) AS MATERIALIZED ("
    " SELECT d.id, d.porteur_id, d.intitule,"
    "  (SELECT SUM (f.sollicite_cents) FROM financement f WHERE f.dossier_id = d.id),"
    "  (SELECT SUM (COALESCE (f.vote_cents, f.arbitre_cents)) FROM financement f"
    "    WHERE f.dossier_id = d.id)" SQL_ZERO "),"
    " range (porteur_id, intitule, demande, accorde, rang) AS ("
    " SELECT porteur_id, intitule, demande, accorde, ROW_NUMBER () OVER"
    "  (PARTITION BY porteur_id ORDER BY accorde DESC, id) FROM zero)"
    " SELECT o.id, o.uuid, o.nom, COUNT (*),"
    "        group_concat (CASE WHEN z.rang <= 8 THEN z.intitule WHEN z.rang = 9 THEN '…' END,"
    "                      ' ; '),"
    "        SUM (z.demande), SUM (z.accorde)"
    "   FROM range z JOIN organisme o ON o.id = z.porteur_id"
    "  GROUP BY o.id ORDER BY 7 DESC, o.nom_plie LIMIT :n";

static const char sql_nombre[] = "SELECT COUNT (DISTINCT d.porteur_id)" SQL_ZERO;

static const char sql_premier[] =
    "SELECT MIN (d.exercice) FROM marqueur m JOIN dossier d ON d.id = m.dossier_id"
    " WHERE m.axe_id = :axe AND m.valeur IS NOT NULL";

void
pv_egalite_porteur_free (PvEgalitePorteur *self)
{
  if (self == NULL)
    return;

  g_free (self->uuid);
  g_free (self->nom);
  g_free (self->intitules);
  g_free (self);
}

GPtrArray *
pv_egalite_porteur_store_list (PvDb *db,
                               gint64 axe_id,
                               const PvFiltre *filtre,
                               gint64 n,
                               GError **error)
{
  g_autoptr (GPtrArray) porteurs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_egalite_porteur_free);
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql_liste, error);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return NULL;

  pv_statement_bind_int (rows, ":axe", axe_id);
  pv_statement_bind_int (rows, ":n", n);
  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvEgalitePorteur *porteur = g_new0 (PvEgalitePorteur, 1);

      porteur->id = pv_statement_get_int (rows, 0);
      porteur->uuid = pv_statement_dup_text (rows, 1);
      porteur->nom = pv_statement_dup_text (rows, 2);
      porteur->dossiers = pv_statement_get_int (rows, 3);
      porteur->intitules = pv_statement_dup_text (rows, 4);
      porteur->demande_cents = pv_statement_get_int (rows, 5);
      porteur->accorde_cents = pv_statement_get_int (rows, 6);
      g_ptr_array_add (porteurs, porteur);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&porteurs) : NULL;
}

gboolean
pv_egalite_porteur_store_count (PvDb *db,
                                gint64 axe_id,
                                const PvFiltre *filtre,
                                gint64 *n,
                                GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql_nombre, error);

  if (row == NULL)
    return FALSE;

  pv_statement_bind_int (row, ":axe", axe_id);
  pv_filtre_bind (filtre, row);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  *n = pv_statement_get_int (row, 0);

  return TRUE;
}

gboolean
pv_egalite_t0_load (PvDb *db, gint64 axe_id, gint64 *t0, GError **error)
{
  if (!pv_reglage_store_get_int (db, PV_REGLAGE_EGALITE_T0, PV_INT_NULL, t0, error))
    return FALSE;

  return *t0 != PV_INT_NULL || pv_sql_find (db, sql_premier, t0, error, "i", axe_id);
}
