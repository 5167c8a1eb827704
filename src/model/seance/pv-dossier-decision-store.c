/* pv-dossier-decision-store.c: what the séances decided of one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-dossier-decision-store.h"

#include "commun/pv-entite.h"
#include "pv-date.h"
#include "pv-statement.h"
#include "seance/pv-seance-sql.h"

static const char lit_decisions[] =
    "SELECT e.id, i.nom, e.date_le, e.etat, c.decision, c.reserve, COALESCE (c.version, 0)"
    "  FROM seance_dossier s JOIN seance e ON e.id = s.seance_id"
    "  JOIN instance i ON i.id = e.instance_id"
    "  LEFT JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL
    " WHERE s.dossier_id = :dossier ORDER BY e.date_le DESC, e.id DESC";

void
pv_dossier_decision_free (PvDossierDecision *self)
{
  g_free (self->seance);
  g_free (self->reserve);
  g_free (self);
}

static PvDossierDecision *
read_decision (PvStatement *row)
{
  PvDossierDecision *self = g_new0 (PvDossierDecision, 1);
  g_autofree char *date =
      pv_date_format_french (pv_statement_get_text (row, 2), PV_DATE_FORMAT_LONG);

  self->seance_id = pv_statement_get_int (row, 0);
  self->seance = g_strdup_printf ("%s du %s", pv_statement_get_text (row, 1), date);
  self->etat = PV_SEANCE_ETAT_NULL;
  pv_seance_etat_from_id (pv_statement_get_text (row, 3), &self->etat);
  self->decision = PV_DECISION_GENRE_NULL;
  pv_decision_genre_from_id (pv_statement_get_text (row, 4), &self->decision);
  self->reserve = pv_statement_dup_text (row, 5);
  self->version = pv_statement_get_int (row, 6);

  return self;
}

GPtrArray *
pv_dossier_decision_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, lit_decisions, error, "i", dossier_id);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_dossier_decision_free);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return NULL;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (list, read_decision (rows));

  return step == PV_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
