/* pv-enveloppe-cause-store.c: the SQL of pv-enveloppe-cause
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-entite.h"
#include "commun/pv-filtre.h"
#include "enveloppe/pv-enveloppe-cause.h"

/* The same order as the control `enveloppe-depassee`. */
static const char engagements[] =
    "WITH RECURSIVE sous (id) AS ("
    " SELECT id FROM enveloppe WHERE id = :id"
    " UNION SELECT e.id FROM enveloppe e JOIN sous s ON e.parent_id = s.id)"
    " SELECT d.id, d.numero, d.intitule, o.nom,"
    "        SUM (COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)) AS"
    "          engage,"
    "        MIN (COALESCE (f.notifie_le, f.vote_le))"
    "   FROM sous s CROSS JOIN financement f ON f.enveloppe_id = s.id"
    "   JOIN dossier d ON d.id = f.dossier_id"
    "   JOIN organisme o ON o.id = d.porteur_id"
    "  WHERE d.chapeau = 0"
    "    AND NOT " PV_SORTI_SQL "  GROUP BY d.id HAVING engage > 0"
    "  ORDER BY MIN (COALESCE (f.notifie_le, f.vote_le, '9999')), MIN (f.id)";

static void
cause_free (gpointer data)
{
  PvEnveloppeCause *self = data;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self->date);
  g_free (self);
}

static PvEnveloppeCause *
read_cause (PvStatement *row, PvCents cumul)
{
  PvEnveloppeCause *self = g_new0 (PvEnveloppeCause, 1);

  self->dossier_id = pv_statement_get_int (row, 0);
  self->numero = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->porteur = pv_statement_dup_text (row, 3);
  self->engage_cents = pv_statement_get_int (row, 4);
  self->date = pv_statement_dup_text (row, 5);
  self->cumul_cents = cumul;

  return self;
}

GPtrArray *
pv_enveloppe_cause_list (PvDb *db, gint64 enveloppe_id, PvCents montant_cents, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, engagements, error, "i", enveloppe_id);
  g_autoptr (GPtrArray) causes = g_ptr_array_new_with_free_func (cause_free);
  PvCents cumul = 0;
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      cumul += pv_statement_get_int (rows, 4);
      if (montant_cents != PV_CENTS_NULL && cumul > montant_cents)
        g_ptr_array_add (causes, read_cause (rows, cumul));
    }

  if (step != PV_STEP_DONE)
    return NULL;
  for (guint i = 0; i < causes->len / 2; i++)
    {
      gpointer cause = causes->pdata[i];

      causes->pdata[i] = causes->pdata[causes->len - 1 - i];
      causes->pdata[causes->len - 1 - i] = cause;
    }

  return g_steal_pointer (&causes);
}
