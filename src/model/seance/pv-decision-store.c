/* pv-decision-store.c: the SQL of pv-decision
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-decision-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "seance_dossier_id, version, decision, reserve, rectification_motif, ajourne_seance_id," \
  " decidee_a, duree_s, scellee"
#define VALEURS \
  ":seance_dossier_id, :version, :decision, :reserve, :rectification_motif, :ajourne_seance_id," \
  " :decidee_a, :duree_s, :scellee"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvDecision, "decision", pv_decision, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("decision", COLONNES) "WHERE seance_dossier_id = :id ORDER BY version";
static const char derniere[] =
    "SELECT id FROM decision WHERE seance_dossier_id = :id ORDER BY version DESC LIMIT 1";

static const char derniere_prise[] =
    "SELECT s.id FROM seance_dossier s JOIN decision c ON c.seance_dossier_id = s.id"
    " WHERE s.seance_id = :seance AND c.decision IS NOT NULL"
    " ORDER BY c.decidee_a DESC, s.ordre DESC LIMIT 1";
static const char dernier_instant[] =
    "SELECT MAX (c.decidee_a) FROM seance_dossier t JOIN seance_dossier s"
    " ON s.seance_id = t.seance_id JOIN decision c ON c.seance_dossier_id = s.id"
    " WHERE t.id = :id";
/* Of two that were closed in one second, the dossier was first decided in the first. */
static const char suivante[] =
    "SELECT y.id FROM seance_dossier s JOIN seance z ON z.id = s.seance_id"
    "  JOIN instance i ON i.id = z.instance_id"
    "  JOIN decision c ON c.seance_dossier_id = s.id AND c.version = 1"
    "  JOIN seance_dossier t ON t.dossier_id = s.dossier_id AND t.id <> s.id"
    "  JOIN seance y ON y.id = t.seance_id AND y.etat = 'close'"
    "  JOIN instance j ON j.id = y.instance_id AND j.effet = i.effet"
    "  JOIN decision k ON k.seance_dossier_id = t.id AND k.version = 1"
    " WHERE s.id = :id AND (y.close_a > z.close_a OR (y.close_a = z.close_a AND k.id > c.id))"
    " ORDER BY y.close_a, k.id LIMIT 1";
static const char compte_ajournes[] = "SELECT COUNT (DISTINCT seance_dossier_id) FROM decision "
                                      "WHERE ajourne_seance_id = :seance AND scellee = 1";

static const char montants[] =
    "SELECT financement_id, montant_cents, verrou, sollicite_cents, propose_cents"
    "  FROM decision_montant WHERE decision_id = :id ORDER BY financement_id";
static const char met_montant[] =
    "INSERT INTO decision_montant (decision_id, financement_id, montant_cents)"
    " VALUES (:id, :financement, :cents)"
    " ON CONFLICT (decision_id, financement_id) DO UPDATE"
    "   SET montant_cents = excluded.montant_cents"
    "   WHERE montant_cents IS DISTINCT FROM excluded.montant_cents";
static const char retire_montant[] =
    "DELETE FROM decision_montant WHERE decision_id = :id AND financement_id = :financement";
static const char ajoute_montant[] =
    "INSERT INTO decision_montant (decision_id, financement_id, montant_cents, verrou,"
    " sollicite_cents, propose_cents)"
    " VALUES (:id, :financement, :cents, :verrou, :sollicite, :propose)";
static const char retire_montants[] = "DELETE FROM decision_montant WHERE decision_id = :id";
static const char compte[] =
    "SELECT COUNT (*) FROM decision_montant WHERE financement_id = :financement";

gboolean
pv_decision_store_insert (PvDb *db, PvDecision *decision, GError **error)
{
  return pv_entite_insert (&entite, db, decision, error);
}

gboolean
pv_decision_store_update (PvDb *db, const PvDecision *decision, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, decision, changed, error);
}

gboolean
pv_decision_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvDecision *
pv_decision_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

PvDecision *
pv_decision_store_get_derniere (PvDb *db, gint64 seance_dossier_id, GError **error)
{
  gint64 id;

  if (!pv_sql_find (db, derniere, &id, error, "i", seance_dossier_id) || id == PV_INT_NULL)
    return NULL;

  return pv_decision_store_get (db, id, error);
}

GPtrArray *
pv_decision_store_list (PvDb *db, gint64 seance_dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", seance_dossier_id);
}

gboolean
pv_decision_store_find_derniere (PvDb *db,
                                 gint64 seance_id,
                                 gint64 *seance_dossier_id,
                                 GError **error)
{
  return pv_sql_find (db, derniere_prise, seance_dossier_id, error, "i", seance_id);
}

gboolean
pv_decision_store_get_dernier_instant (PvDb *db,
                                       gint64 seance_dossier_id,
                                       char **instant,
                                       GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, dernier_instant, error, "i", seance_dossier_id);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  *instant = pv_statement_dup_text (row, 0);

  return TRUE;
}

gboolean
pv_decision_store_find_suivante (PvDb *db,
                                 gint64 seance_dossier_id,
                                 gint64 *seance_id,
                                 GError **error)
{
  return pv_sql_find (db, suivante, seance_id, error, "i", seance_dossier_id);
}

gboolean
pv_decision_store_count_ajournes (PvDb *db, gint64 seance_id, gint64 *n, GError **error)
{
  return pv_sql_find (db, compte_ajournes, n, error, "i", seance_id);
}

GArray *
pv_decision_store_list_montants (PvDb *db, gint64 decision_id, GError **error)
{
  g_autoptr (GArray) resultat = g_array_new (FALSE, FALSE, sizeof (PvDecisionMontant));
  g_autoptr (PvStatement) row = pv_sql_prepare (db, montants, error, "i", decision_id);
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvDecisionMontant montant = {
        .financement_id = pv_statement_get_int (row, 0),
        .montant_cents = pv_statement_get_int (row, 1),
        .verrou = (PvSeanceVerrou)pv_vocabulaire_from_id (&pv_seance_verrou_vocabulaire,
                                                          pv_statement_get_text (row, 2)),
        .sollicite_cents = pv_statement_get_int (row, 3),
        .propose_cents = pv_statement_get_int (row, 4),
      };

      g_array_append_val (resultat, montant);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&resultat) : NULL;
}

gboolean
pv_decision_store_set_montant (PvDb *db,
                               gint64 decision_id,
                               gint64 financement_id,
                               PvCents cents,
                               GError **error)
{
  if (cents == PV_CENTS_NULL)
    return pv_sql_run (db, retire_montant, error, "ii", decision_id, financement_id);

  return pv_sql_run (db, met_montant, error, "iii", decision_id, financement_id, cents);
}

gboolean
pv_decision_store_insert_montant (PvDb *db,
                                  gint64 decision_id,
                                  const PvDecisionMontant *montant,
                                  GError **error)
{
  return pv_sql_run (db, ajoute_montant, error, "iiitii", decision_id, montant->financement_id,
                     montant->montant_cents, pv_seance_verrou_to_id (montant->verrou),
                     montant->sollicite_cents, montant->propose_cents);
}

gboolean
pv_decision_store_clear_montants (PvDb *db, gint64 decision_id, GError **error)
{
  return pv_sql_run (db, retire_montants, error, "i", decision_id);
}

gboolean
pv_decision_store_count_montants (PvDb *db, gint64 financement_id, gint64 *n, GError **error)
{
  return pv_sql_find (db, compte, n, error, "i", financement_id);
}
