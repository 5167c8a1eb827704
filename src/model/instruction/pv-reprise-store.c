/* pv-reprise-store.c: the amounts of the avis become the proposed ones
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-reprise.h"

#include "commun/pv-entite.h"
#include "commun/pv-filtre.h"
#include "financement/pv-financement-service.h"
#include "pv-statement.h"
#include "pv-transaction.h"

/* What the submitted avis of a dossier propose, line of credits by line of credits, beside
 * the lines of its plan for the year. */
static const char lit_montants[] =
    "SELECT m.dispositif_id, MIN(m.montant_cents), COUNT(DISTINCT m.montant_cents),"
    "       (SELECT COUNT(*) FROM financement f WHERE f.dossier_id = d.id"
    "           AND f.dispositif_id = m.dispositif_id AND f.exercice = d.exercice),"
    "       (SELECT MIN(f.id) FROM financement f WHERE f.dossier_id = d.id"
    "           AND f.dispositif_id = m.dispositif_id AND f.exercice = d.exercice),"
    "       " PV_SORTI_SQL "  FROM instruction_montant m"
    "  JOIN instruction i ON i.id = m.instruction_id AND i.etat = 'soumise'"
    "  JOIN dossier d ON d.id = i.dossier_id"
    " WHERE d.id = :dossier GROUP BY m.dispositif_id ORDER BY m.dispositif_id";

static const char lit_ligne[] =
    "SELECT propose_cents, COALESCE(notifie_cents, vote_cents, arbitre_cents)"
    "  FROM financement WHERE id = :id";

typedef struct
{
  gint64 financement_id;
  PvCents cents;
} Reprise;

/* FALSE: failed. @propose, @arrete: (out): of the line */
static gboolean
read_ligne (PvDb *db, gint64 id, PvCents *propose, PvCents *arrete, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_ligne, error, "i", id);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  *propose = pv_statement_get_int (row, 0);
  *arrete = pv_statement_get_int (row, 1);

  return TRUE;
}

/* What one amount comes to; a line to change is added to @reprises. */
static gboolean
judge (PvDb *db, PvStatement *row, GArray *reprises, PvReprise *reprise, GError **error)
{
  Reprise une = { pv_statement_get_int (row, 4), pv_statement_get_int (row, 1) };
  gint64 lignes = pv_statement_get_int (row, 3);
  PvCents propose, arrete;

  if (lignes == 0)
    reprise->n_sans_ligne++;
  else if (lignes > 1 || pv_statement_get_int (row, 2) > 1)
    reprise->n_ambigus++;
  else if (!read_ligne (db, une.financement_id, &propose, &arrete, error))
    return FALSE;
  else if (propose == une.cents)
    reprise->n_identiques++;
  else if (arrete != PV_CENTS_NULL || pv_statement_get_int (row, 5) == 1)
    reprise->n_arretes++;
  else
    g_array_append_val (reprises, une);

  return TRUE;
}

/* (transfer full): what changes of one dossier */
static GArray *
list_reprises (PvDb *db, gint64 dossier_id, PvReprise *reprise, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, lit_montants, error, "i", dossier_id);
  g_autoptr (GArray) reprises = g_array_new (FALSE, FALSE, sizeof (Reprise));
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    if (!judge (db, rows, reprises, reprise, error))
      return NULL;

  return step == PV_STEP_DONE ? g_steal_pointer (&reprises) : NULL;
}

static gboolean
apply_one (PvDb *db, gint64 dossier_id, const char *today, PvReprise *reprise, GError **error)
{
  g_autoptr (GArray) reprises = list_reprises (db, dossier_id, reprise, error);

  for (guint i = 0; reprises != NULL && i < reprises->len; i++, reprise->n_repris++)
    {
      const Reprise *une = &g_array_index (reprises, Reprise, i);

      if (!pv_financement_service_set_montant (db, une->financement_id, PV_ETAPE_PROPOSE,
                                               une->cents, today, NULL, error))
        return FALSE;
    }

  return reprises != NULL;
}

gboolean
pv_reprise_apply (PvDb *db,
                  const GArray *ids,
                  const char *today,
                  PvReprise *reprise,
                  GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (ids != NULL && today != NULL && reprise != NULL, FALSE);

  *reprise = (PvReprise){ 0 };
  transaction = pv_transaction_begin (db, "instruction-reprise", NULL, error);
  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!apply_one (db, g_array_index (ids, gint64, i), today, reprise, error))
      return FALSE;

  return pv_transaction_commit (transaction, error);
}
