/* pv-scenario-store.c: the SQL of the scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-store.h"

#include "commun/pv-entite.h"
#include "commun/pv-filtre.h"
#include "score/pv-score-store.h"

/* clang-format off */
#define COLONNES "appel_id, nom, commentaire, cree_a, applique_a"
#define VALEURS ":appel_id, :nom, :commentaire, :cree_a, :applique_a"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvScenario, "scenario", pv_scenario, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("scenario", COLONNES) "WHERE appel_id = :appel ORDER BY id";

static const char par_nom[] = "SELECT id FROM scenario WHERE appel_id = :appel AND nom = :nom";

static const char lit_montants[] =
    "SELECT financement_id, propose_cents FROM scenario_montant WHERE scenario_id = :scenario"
    " ORDER BY financement_id";

static const char retire_montant[] =
    "DELETE FROM scenario_montant WHERE scenario_id = :scenario AND financement_id = :financement";

static const char ecrit_montant[] =
    "INSERT INTO scenario_montant (scenario_id, financement_id, propose_cents, avant_cents)"
    " VALUES (:scenario, :financement, :propose, :avant)"
    " ON CONFLICT (scenario_id, financement_id) DO UPDATE"
    "    SET propose_cents = excluded.propose_cents"
    "  WHERE propose_cents IS NOT excluded.propose_cents";

static const char copie_montants[] =
    "INSERT INTO scenario_montant (scenario_id, financement_id, propose_cents, avant_cents)"
    " SELECT :vers, financement_id, propose_cents, avant_cents FROM scenario_montant"
    "  WHERE scenario_id = :depuis ORDER BY id";

/* @propose: in the scenario. Columns as read_changement() takes them. */
#define CHANGEMENT(propose)                                                                        \
  "SELECT f.id, d.id, d.numero, d.intitule,"                                                       \
  "       CASE WHEN length (o.nom) > 24 THEN COALESCE (o.sigle, o.nom) ELSE o.nom END,"            \
  "       m.avant_cents, f.propose_cents, " propose ", f.notifie_cents IS NOT NULL,"               \
  "       f.vote_cents IS NOT NULL, f.arbitre_cents IS NOT NULL,"                                  \
  "       " PV_SORTI_SQL ", f.sollicite_cents"
#define CHANGEMENT_DE                                                                              \
  "  JOIN dossier d ON d.id = f.dossier_id JOIN financeur p ON p.id = f.financeur_id"              \
  "  JOIN organisme o ON o.id = p.organisme_id"
#define CHANGEMENT_OU_NON                                                                          \
  CHANGEMENT ("CASE WHEN m.id IS NULL THEN f.propose_cents ELSE m.propose_cents END")              \
  "  FROM financement f LEFT JOIN scenario_montant m ON m.financement_id = f.id"                   \
  "                                                AND m.scenario_id = :scenario" CHANGEMENT_DE

static const char lit_changements[] = CHANGEMENT (
    "m.propose_cents") "  FROM scenario_montant m JOIN financement f ON f.id = "
                       "m.financement_id" CHANGEMENT_DE
                       " WHERE m.scenario_id = :scenario AND m.propose_cents IS NOT f.propose_cents"
                       " ORDER BY d.numero, d.id, f.id";

static const char lit_dossier[] = CHANGEMENT_OU_NON " WHERE f.dossier_id = :dossier ORDER BY f.id";
static const char lit_changement[] = CHANGEMENT_OU_NON " WHERE f.id = :financement";

static const char lit_libelles[] =
    "SELECT d.id, d.intitule, o.nom FROM dossier d JOIN organisme o ON o.id = d.porteur_id"
    " WHERE d.appel_id = :appel ORDER BY d.id";

gboolean
pv_scenario_store_insert (PvDb *db, PvScenario *scenario, GError **error)
{
  return pv_entite_insert (&entite, db, scenario, error);
}

gboolean
pv_scenario_store_update (PvDb *db, const PvScenario *scenario, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, scenario, changed, error);
}

gboolean
pv_scenario_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvScenario *
pv_scenario_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_scenario_store_list (PvDb *db, gint64 appel_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", appel_id);
}

gboolean
pv_scenario_store_find (PvDb *db, gint64 appel_id, const char *nom, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_nom, id, error, "it", appel_id, nom);
}

/* --- amounts ----------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  guint position;
} Place;

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  return left->id < right->id ? -1 : left->id > right->id;
}

PvCents *
pv_scenario_store_load_montants (PvDb *db,
                                 const PvScenarioDonnees *donnees,
                                 gint64 scenario_id,
                                 GError **error)
{
  g_autofree PvCents *montants = pv_scenario_donnees_dup_montants (donnees);
  g_autoptr (GArray) places = NULL;
  g_autoptr (PvStatement) row = NULL;
  PvStep step;

  if (scenario_id == PV_INT_NULL)
    return g_steal_pointer (&montants);

  places = g_array_sized_new (FALSE, FALSE, sizeof (Place), donnees->lignes->len);
  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      Place place = { pv_scenario_donnees_get_ligne (donnees, i)->id, i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_place);
  row = pv_sql_prepare (db, lit_montants, error, "i", scenario_id);
  if (row == NULL)
    return NULL;

  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      Place key = { pv_statement_get_int (row, 0), 0 };
      guint match;

      if (g_array_binary_search (places, &key, compare_place, &match))
        montants[g_array_index (places, Place, match).position] = pv_statement_get_int (row, 1);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&montants) : NULL;
}

gboolean
pv_scenario_store_set_montant (PvDb *db,
                               gint64 scenario_id,
                               gint64 financement_id,
                               PvCents propose,
                               PvCents avant,
                               GError **error)
{
  if (propose == avant)
    return pv_sql_run (db, retire_montant, error, "ii", scenario_id, financement_id);

  return pv_sql_run (db, ecrit_montant, error, "iiii", scenario_id, financement_id, propose, avant);
}

gboolean
pv_scenario_store_copy_montants (PvDb *db, gint64 depuis, gint64 vers, GError **error)
{
  return pv_sql_run (db, copie_montants, error, "ii", vers, depuis);
}

void
pv_scenario_changement_free (gpointer changement)
{
  PvScenarioChangement *self = changement;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->financeur);
  g_free (self);
}

static PvScenarioChangement *
read_changement (PvStatement *row)
{
  PvScenarioChangement *self = g_new0 (PvScenarioChangement, 1);

  self->financement_id = pv_statement_get_int (row, 0);
  self->dossier_id = pv_statement_get_int (row, 1);
  self->numero = pv_statement_dup_text (row, 2);
  self->intitule = pv_statement_dup_text (row, 3);
  self->financeur = pv_statement_dup_text (row, 4);
  self->avant = pv_statement_get_int (row, 5);
  self->actuel = pv_statement_get_int (row, 6);
  self->propose = pv_statement_get_int (row, 7);
  self->sollicite = pv_statement_get_int (row, 12);
  if (pv_statement_get_int (row, 8) == 1)
    self->verrou = PV_SCENARIO_NOTIFIE;
  else if (pv_statement_get_int (row, 9) == 1)
    self->verrou = PV_SCENARIO_VOTE;
  else if (pv_statement_get_int (row, 10) == 1)
    self->verrou = PV_SCENARIO_ARBITRE;
  else if (pv_statement_get_int (row, 11) == 1)
    self->verrou = PV_SCENARIO_SORTI;

  return self;
}

/* @row: (transfer full) (nullable) */
static GPtrArray *
read_changements (PvStatement *row, GError **error)
{
  g_autoptr (GPtrArray) changements = g_ptr_array_new_with_free_func (pv_scenario_changement_free);
  g_autoptr (PvStatement) owned = row;
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    g_ptr_array_add (changements, read_changement (row));

  return step == PV_STEP_DONE ? g_steal_pointer (&changements) : NULL;
}

GPtrArray *
pv_scenario_store_list_changements (PvDb *db, gint64 id, GError **error)
{
  return read_changements (pv_sql_prepare (db, lit_changements, error, "i", id), error);
}

GPtrArray *
pv_scenario_store_list_dossier (PvDb *db, gint64 id, gint64 dossier_id, GError **error)
{
  return read_changements (pv_sql_prepare (db, lit_dossier, error, "ii", id, dossier_id), error);
}

PvScenarioChangement *
pv_scenario_store_get_changement (PvDb *db, gint64 id, gint64 financement_id, GError **error)
{
  g_autoptr (GPtrArray) one = read_changements (
      pv_sql_prepare (db, lit_changement, error, "ii", id, financement_id), error);

  return one != NULL && one->len > 0 ? g_ptr_array_steal_index (one, 0) : NULL;
}

/* --- names ------------------------------------------------------------------------------- */

static void
libelle_free (gpointer data)
{
  PvScenarioLibelle *self = data;

  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self);
}

GPtrArray *
pv_scenario_store_list_libelles (PvDb *db, gint64 appel_id, GError **error)
{
  g_autoptr (GPtrArray) libelles = g_ptr_array_new_with_free_func (libelle_free);
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_libelles, error, "i", appel_id);
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvScenarioLibelle *libelle = g_new (PvScenarioLibelle, 1);

      *libelle = (PvScenarioLibelle){ pv_statement_get_int (row, 0), pv_statement_dup_text (row, 1),
                                      pv_statement_dup_text (row, 2) };
      g_ptr_array_add (libelles, libelle);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&libelles) : NULL;
}

const PvScenarioLibelle *
pv_scenario_libelles_find (const GPtrArray *libelles, gint64 id)
{
  guint low = 0;
  guint high = libelles->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const PvScenarioLibelle *libelle = libelles->pdata[middle];

      if (libelle->id == id)
        return libelle;
      if (libelle->id < id)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/* --- ranks ------------------------------------------------------------------------------- */

static int
compare_score (gconstpointer a, gconstpointer b)
{
  const PvScore *left = a;
  const PvScore *right = b;

  return left->dossier_id < right->dossier_id ? -1 : left->dossier_id > right->dossier_id;
}

gint64 *
pv_scenario_store_load_rangs (PvDb *db, const PvScenarioDonnees *donnees, GError **error)
{
  PvFiltre filtre = { donnees->appel_id, PV_INT_NULL };
  g_autoptr (GArray) scores = pv_score_store_load (db, &filtre, error);
  gint64 *rangs;

  if (scores == NULL)
    return NULL;

  rangs = g_new (gint64, donnees->dossiers->len + 1);
  for (guint i = 0; i < donnees->dossiers->len; i++)
    {
      PvScore key = { .dossier_id = pv_scenario_donnees_get_dossier (donnees, i)->id };
      guint match;

      rangs[i] = g_array_binary_search (scores, &key, compare_score, &match)
                     ? g_array_index (scores, PvScore, match).rang
                     : PV_INT_NULL;
    }

  return rangs;
}
