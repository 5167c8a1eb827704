/* pv-seance-table-store.c: the amounts on the table, and the envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-table-store.h"

#include "commun/pv-entite.h"
#include "seance/pv-seance-sql.h"

static const char mises[] =
    "SELECT f.id, " PV_SEANCE_VERROU_SQL ", f.sollicite_cents, f.propose_cents, f.arbitre_cents,"
    " " PV_SEANCE_FERME_SQL ", m.montant_cents"
    "  FROM seance_dossier s JOIN financement f ON f.dossier_id = s.dossier_id"
    "  LEFT JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL
    "  LEFT JOIN decision_montant m ON m.decision_id = c.id AND m.financement_id = f.id"
    " WHERE s.id = :id ORDER BY f.id";

/* Of the agenda, then of what draws on the envelopes asked for. A version that is sealed is in the
 * kept totals: there is none while the séance is open. */
static const char pots[] =
    "WITH demandee (env) AS (SELECT DISTINCT f.enveloppe_id FROM seance_dossier s"
    "   JOIN financement f ON f.dossier_id = s.dossier_id"
    "   WHERE s.seance_id = :seance AND (:dossier IS NULL OR s.id = :dossier)"
    "     AND f.enveloppe_id IS NOT NULL),"
    " ligne (env, propre, decide, engage, arbitre, mis) AS MATERIALIZED ("
    "  SELECT f.enveloppe_id, s.id IS :dossier, z.etat = 'ouverte' AND c.decision IS NOT NULL,"
    "         " PV_SEANCE_APRES_SQL " - " PV_SEANCE_AVANT_SQL ","
    "         " PV_SEANCE_APRES_ARBITRE_SQL " - " PV_SEANCE_AVANT_ARBITRE_SQL ","
    "         CASE WHEN " PV_SEANCE_VERROU_SQL " IS NULL THEN m.montant_cents END"
    "    FROM seance z JOIN instance i ON i.id = z.instance_id"
    "    JOIN seance_dossier s ON s.seance_id = z.id"
    "    JOIN dossier d ON d.id = s.dossier_id"
    "    JOIN financement f ON f.dossier_id = d.id"
    "    LEFT JOIN decision c ON c.seance_dossier_id = s.id AND c.scellee = 0"
    "    LEFT JOIN decision_montant m ON m.decision_id = c.id AND m.financement_id = f.id"
    "   WHERE z.id = :seance AND z.etat <> 'close' AND +f.enveloppe_id IN (SELECT env FROM "
    "demandee)"
    "     AND (s.id IS :dossier OR (z.etat = 'ouverte' AND c.decision IS NOT NULL)))"
    "SELECT e.id, e.montant_cents, t.engage_cents, t.arbitre_ou_plus_cents,"
    "       COALESCE (SUM (l.engage) FILTER (WHERE l.decide AND NOT l.propre), 0),"
    "       COALESCE (SUM (l.arbitre) FILTER (WHERE l.decide AND NOT l.propre), 0),"
    "       COALESCE (SUM (l.engage) FILTER (WHERE l.propre), 0),"
    /* of a closed one, its own copy */
    "       CASE WHEN (SELECT etat FROM seance WHERE id = :seance) <> 'close'"
    "            THEN SUM (l.mis) FILTER (WHERE l.decide)"
    "            ELSE (SELECT SUM (m.montant_cents) FROM seance_dossier s"
    "                    JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL
    "                    JOIN decision_montant m ON m.decision_id = c.id AND m.verrou IS NULL"
    "                    JOIN financement f ON f.id = m.financement_id"
    "                   WHERE s.seance_id = :seance AND +f.enveloppe_id = e.id) END"
    "  FROM demandee q JOIN enveloppe e ON e.id = q.env JOIN total_enveloppe t ON t.id = e.id"
    "  JOIN dispositif k ON k.id = e.dispositif_id JOIN financeur u ON u.id = k.financeur_id"
    "  LEFT JOIN ligne l ON l.env = e.id"
    " GROUP BY e.id ORDER BY u.ordre IS NULL, u.ordre, u.id, k.id, e.exercice, e.id";

GArray *
pv_seance_table_load (PvDb *db, gint64 seance_dossier_id, GError **error)
{
  g_autoptr (GArray) resultat = g_array_new (FALSE, FALSE, sizeof (PvSeanceMise));
  g_autoptr (PvStatement) row = pv_sql_prepare (db, mises, error, "i", seance_dossier_id);
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvSeanceMise mise = {
        .financement_id = pv_statement_get_int (row, 0),
        .verrou = (PvSeanceVerrou)pv_vocabulaire_from_id (&pv_seance_verrou_vocabulaire,
                                                          pv_statement_get_text (row, 1)),
        .sollicite_cents = pv_statement_get_int (row, 2),
        .propose_cents = pv_statement_get_int (row, 3),
        .arbitre_cents = pv_statement_get_int (row, 4),
        .ferme_cents = pv_statement_get_int (row, 5),
        .montant_cents = pv_statement_get_int (row, 6),
      };

      g_array_append_val (resultat, mise);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&resultat) : NULL;
}

GArray *
pv_seance_pots_load (PvDb *db, gint64 seance_id, gint64 seance_dossier_id, GError **error)
{
  g_autoptr (GArray) resultat = g_array_new (FALSE, FALSE, sizeof (PvSeancePot));
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, pots, error, "ii", seance_id, seance_dossier_id);
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvSeancePot pot = {
        pv_statement_get_int (row, 0), pv_statement_get_int (row, 1), pv_statement_get_int (row, 2),
        pv_statement_get_int (row, 3), pv_statement_get_int (row, 4), pv_statement_get_int (row, 5),
        pv_statement_get_int (row, 6), pv_statement_get_int (row, 7),
      };

      g_array_append_val (resultat, pot);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&resultat) : NULL;
}

const PvSeancePot *
pv_seance_pots_find (const GArray *pots_lus, gint64 enveloppe_id)
{
  for (guint i = 0; i < pots_lus->len; i++)
    {
      const PvSeancePot *pot = &g_array_index (pots_lus, PvSeancePot, i);

      if (pot->enveloppe_id == enveloppe_id)
        return pot;
    }

  return NULL;
}

PvCents
pv_seance_pot_get_avant (const PvSeancePot *self)
{
  if (self->montant_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  return self->montant_cents - self->engage_cents - self->decide_engage_cents;
}

PvCents
pv_seance_pot_get_apres (const PvSeancePot *self)
{
  PvCents avant = pv_seance_pot_get_avant (self);

  return avant == PV_CENTS_NULL ? PV_CENTS_NULL : avant - self->propre_engage_cents;
}

PvCents
pv_seance_pot_get_reste (const PvSeancePot *self)
{
  if (self->montant_cents == PV_CENTS_NULL)
    return PV_CENTS_NULL;

  return self->montant_cents - self->arbitre_cents - self->decide_arbitre_cents;
}
