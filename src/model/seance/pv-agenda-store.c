/* pv-agenda-store.c: what may go on an agenda, and who should be recused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-agenda-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-date.h"

/* Of one dossier: its number, whether it is a chapeau, whether it is on the agenda; then the
 * other séance that is open and has it. */
static const char lit_dossier[] =
    "SELECT d.numero, d.chapeau,"
    " EXISTS (SELECT 1 FROM seance_dossier s WHERE s.seance_id = :seance AND s.dossier_id = d.id),"
    " i.nom, o.date_le"
    " FROM dossier d"
    " LEFT JOIN seance o ON o.id = (SELECT s.id FROM seance_dossier sd"
    "   JOIN seance s ON s.id = sd.seance_id AND s.etat = 'ouverte' AND s.id <> :seance"
    "   WHERE sd.dossier_id = d.id LIMIT 1)"
    " LEFT JOIN instance i ON i.id = o.instance_id"
    " WHERE d.id = :id";

static const char lit_suggestions[] =
    "SELECT DISTINCT sd.id, p.institution_id, n.nom, sd.ordre"
    " FROM seance_dossier sd"
    " JOIN dossier d ON d.id = sd.dossier_id"
    " JOIN institution n ON n.organisme_id = d.porteur_id"
    " JOIN seance_presence p ON p.seance_id = sd.seance_id AND p.institution_id = n.id"
    " WHERE sd.seance_id = :seance"
    "   AND NOT EXISTS (SELECT 1 FROM deport x"
    "     WHERE x.seance_dossier_id = sd.id AND x.institution_id = n.id)"
    " ORDER BY sd.ordre, n.nom";

static void
refus_free (gpointer data)
{
  PvDossierRefus *refus = data;

  g_free (refus->numero);
  g_free (refus->raison);
  g_free (refus);
}

void
pv_agenda_tri_free (PvAgendaTri *self)
{
  g_array_unref (self->permis);
  g_ptr_array_unref (self->refus);
  g_free (self);
}

static void
refuse (PvAgendaTri *self, gint64 id, PvStatement *row)
{
  PvDossierRefus *refus = g_new0 (PvDossierRefus, 1);
  g_autofree char *date =
      pv_date_format_french (pv_statement_get_text (row, 4), PV_DATE_FORMAT_LONG);

  refus->id = id;
  refus->numero = pv_statement_dup_text (row, 0);
  refus->raison = g_strdup_printf (
      _ ("It is on the agenda of “%s”, %s, which is open: close that séance first, or take the "
         "dossier off it."),
      pv_statement_get_text (row, 3), date);
  g_ptr_array_add (self->refus, refus);
}

static gboolean
sort (PvAgendaTri *self, PvDb *db, gint64 seance_id, gint64 id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_dossier, error, "ii", seance_id, id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  if (step == PV_STEP_ERROR)
    return FALSE;
  if (step == PV_STEP_DONE)
    return TRUE;
  if (pv_statement_get_int (row, 1) != 0)
    self->n_chapeaux++;
  else if (pv_statement_get_int (row, 2) != 0)
    self->n_deja++;
  else if (pv_statement_get_text (row, 3) != NULL)
    refuse (self, id, row);
  else
    g_array_append_val (self->permis, id);

  return TRUE;
}

PvAgendaTri *
pv_agenda_store_trier (PvDb *db, gint64 seance_id, const GArray *dossiers, GError **error)
{
  g_autoptr (PvAgendaTri) self = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (dossiers != NULL, NULL);

  self = g_new0 (PvAgendaTri, 1);
  self->permis = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refus = g_ptr_array_new_with_free_func (refus_free);
  for (guint i = 0; i < dossiers->len; i++)
    if (!sort (self, db, seance_id, g_array_index (dossiers, gint64, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

GPtrArray *
pv_agenda_store_list_deports_suggeres (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (PvStatement) row = NULL;
  g_autoptr (GPtrArray) deports = NULL;
  PvStep step;

  g_return_val_if_fail (db != NULL, NULL);

  row = pv_sql_prepare (db, lit_suggestions, error, "i", seance_id);
  if (row == NULL)
    return NULL;
  deports = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_deport_free);
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvDeport *deport = g_new0 (PvDeport, 1);

      deport->seance_dossier_id = pv_statement_get_int (row, 0);
      deport->institution_id = pv_statement_get_int (row, 1);
      deport->institution = pv_statement_dup_text (row, 2);
      g_ptr_array_add (deports, deport);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&deports) : NULL;
}
