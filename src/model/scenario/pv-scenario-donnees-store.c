/* pv-scenario-donnees-store.c: reads what a scenario is computed from
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "budget/pv-budget-sql.h"
#include "commun/pv-entite.h"
#include "commun/pv-filtre.h"
#include "scenario/pv-scenario-store.h"

/* A name longer than this gives way to the short one. */
#define NOM_LONG 24

static const char lit_exercice[] = "SELECT exercice FROM appel WHERE id = :appel";

/* Those who pay in the appel, or have an envelope of its year. */
static const char lit_financeurs[] =
    "SELECT f.id, o.nom, o.sigle, f.categorie FROM financeur f"
    "  JOIN organisme o ON o.id = f.organisme_id"
    " WHERE f.id IN (SELECT g.financeur_id FROM financement g JOIN dossier d ON d.id = g.dossier_id"
    "                 WHERE d.appel_id = :appel AND d.chapeau = 0"
    "                UNION SELECT p.financeur_id FROM enveloppe e"
    "                  JOIN dispositif p ON p.id = e.dispositif_id WHERE e.exercice = :exercice)";

static const char lit_enveloppes[] =
    "SELECT e.id, e.libelle, p.financeur_id, e.montant_cents, t.engage_cents"
    "  FROM enveloppe e JOIN dispositif p ON p.id = e.dispositif_id"
    "  JOIN total_enveloppe t ON t.id = e.id"
    " WHERE NOT EXISTS (SELECT 1 FROM enveloppe c WHERE c.parent_id = e.id)"
    "   AND (e.exercice = :exercice OR e.id IN"
    "        (SELECT g.enveloppe_id FROM financement g JOIN dossier d ON d.id = g.dossier_id"
    "          WHERE d.appel_id = :appel AND g.exercice = :exercice"
    "            AND g.enveloppe_id IS NOT NULL))";

static const char lit_lignes[] =
    "SELECT d.id, d.numero,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       CASE WHEN t.n_produits > 0 THEN 0 ELSE d.autres_produits_cents END,"
    "       " PV_SORTI_SQL ","
    "       f.id, f.financeur_id, f.enveloppe_id, f.sollicite_cents, f.propose_cents,"
    "       f.arbitre_cents, f.vote_cents, f.notifie_cents, f.exercice"
    "  FROM dossier d JOIN total_dossier t ON t.id = d.id"
    "  LEFT JOIN financement f ON f.dossier_id = d.id"
    " WHERE d.appel_id = :appel AND d.chapeau = 0 ORDER BY d.numero, d.id, f.id";

static const char lit_autres[] =
    PV_BUDGET_AUTRES_SQL ("(SELECT d.id FROM dossier d WHERE d.appel_id = :appel)");

/* --- payers and rows ------------------------------------------------------------------------ */

/* Communes are many: after the others. */
static int
get_place (const PvScenarioFinanceur *financeur)
{
  return financeur->categorie == PV_CATEGORIE_COMMUNE ? G_MAXINT : (int)financeur->categorie;
}

static int
compare_financeurs (gconstpointer a, gconstpointer b)
{
  const PvScenarioFinanceur *left = a;
  const PvScenarioFinanceur *right = b;
  int apart;

  if (get_place (left) != get_place (right))
    return get_place (left) < get_place (right) ? -1 : 1;
  apart = g_utf8_collate (left->nom, right->nom);

  return apart != 0 ? apart : (left->id > right->id) - (left->id < right->id);
}

static gboolean
load_financeurs (PvScenarioDonnees *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, lit_financeurs, error, "ii", self->appel_id, self->exercice);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      const char *nom = pv_statement_get_text (row, 1);
      const char *sigle = pv_statement_get_text (row, 2);
      PvScenarioFinanceur financeur = { .id = pv_statement_get_int (row, 0) };

      financeur.nom = g_strdup (sigle != NULL && g_utf8_strlen (nom, -1) > NOM_LONG ? sigle : nom);
      financeur.categorie = PV_CATEGORIE_INCONNU;
      pv_categorie_from_id (pv_statement_get_text (row, 3), &financeur.categorie);
      g_array_append_val (self->financeurs, financeur);
    }
  g_array_sort (self->financeurs, compare_financeurs);

  return step == PV_STEP_DONE;
}

static guint
count_communes (const PvScenarioDonnees *self)
{
  guint n = 0;

  for (guint i = 0; i < self->financeurs->len; i++)
    n += pv_scenario_donnees_get_financeur (self, i)->categorie == PV_CATEGORIE_COMMUNE;

  return n;
}

static guint
add_groupe (PvScenarioDonnees *self, const char *nom, gboolean hors)
{
  PvScenarioGroupe groupe = { g_strdup (nom), hors };

  g_array_append_val (self->groupes, groupe);

  return self->groupes->len - 1;
}

/* Payers that have an envelope each have a row; communes share one. */
static void
make_groupes (PvScenarioDonnees *self)
{
  gboolean together = count_communes (self) > 1;
  g_autofree gboolean *funded = g_new0 (gboolean, self->financeurs->len + 1);
  int communes = -1;

  for (guint i = 0; i < self->enveloppes->len; i++)
    funded[pv_scenario_donnees_get_enveloppe (self, i)->financeur] = TRUE;
  for (guint i = 0; i < self->financeurs->len; i++)
    {
      PvScenarioFinanceur *financeur = pv_scenario_donnees_get_financeur (self, i);

      if (!funded[i])
        continue;
      if (!together || financeur->categorie != PV_CATEGORIE_COMMUNE)
        financeur->groupe = add_groupe (self, financeur->nom, FALSE);
      else if (communes < 0)
        financeur->groupe = (guint)(communes = (int)add_groupe (self, _ ("Communes"), FALSE));
      else
        financeur->groupe = (guint)communes;
    }
  for (guint i = 0; i < self->lignes->len; i++)
    if (pv_scenario_ligne_is_hors (pv_scenario_donnees_get_ligne (self, i)))
      {
        add_groupe (self, _ ("Without an envelope"), TRUE);
        break;
      }
}

static int
compare_enveloppes (gconstpointer a, gconstpointer b)
{
  const PvScenarioEnveloppe *left = a;
  const PvScenarioEnveloppe *right = b;
  int apart;

  if (left->financeur != right->financeur)
    return left->financeur < right->financeur ? -1 : 1;
  apart = g_utf8_collate (left->libelle, right->libelle);

  return apart != 0 ? apart : (left->id > right->id) - (left->id < right->id);
}

static gboolean
load_enveloppes (PvScenarioDonnees *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, lit_enveloppes, error, "ii", self->exercice, self->appel_id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      int financeur = pv_scenario_donnees_find_financeur (self, pv_statement_get_int (row, 2));
      PvScenarioEnveloppe enveloppe = { .id = pv_statement_get_int (row, 0) };

      /* An envelope of another year, whose line of credits is of somebody who pays nothing here. */
      if (financeur < 0)
        continue;
      enveloppe.libelle = pv_statement_dup_text (row, 1);
      enveloppe.financeur = (guint)financeur;
      enveloppe.montant = pv_statement_get_int (row, 3);
      enveloppe.engage = pv_statement_get_int (row, 4);
      g_array_append_val (self->enveloppes, enveloppe);
    }
  g_array_sort (self->enveloppes, compare_enveloppes);

  return step == PV_STEP_DONE;
}

/* --- dossiers and financements -------------------------------------------------------------- */

/* Positions by key: a line finds its payer and its envelope in one look. */
static GHashTable *
index_new (const GArray *array, guint size)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  /* The key is the first field of each. */
  for (guint i = 0; i < array->len; i++)
    g_hash_table_insert (index, array->data + (gsize)i * size, GUINT_TO_POINTER (i + 1));

  return index;
}

static int
find (GHashTable *index, gint64 id)
{
  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (index, &id)) - 1;
}

static PvScenarioVerrou
get_verrou (const PvScenarioDonnees *self, PvStatement *row, gboolean sorti)
{
  if (pv_statement_get_int (row, 13) != self->exercice)
    return PV_SCENARIO_EXERCICE;
  if (!pv_statement_is_null (row, 12))
    return PV_SCENARIO_NOTIFIE;
  if (!pv_statement_is_null (row, 11))
    return PV_SCENARIO_VOTE;
  if (!pv_statement_is_null (row, 10))
    return PV_SCENARIO_ARBITRE;

  return sorti ? PV_SCENARIO_SORTI : PV_SCENARIO_LIBRE;
}

static PvCents
get_decide (PvStatement *row)
{
  for (int column = 12; column >= 10; column--)
    if (!pv_statement_is_null (row, column))
      return pv_statement_get_int (row, column);

  return PV_CENTS_NULL;
}

static const PvScenarioDossier *
add_dossier (PvScenarioDonnees *self, PvStatement *row)
{
  PvScenarioDossier dossier = {
    .id = pv_statement_get_int (row, 0),
    .numero = pv_statement_dup_text (row, 1),
    .cout = pv_statement_get_int (row, 2),
    .autres = pv_statement_get_int (row, 3),
    .sorti = pv_statement_get_int (row, 4) == 1,
  };

  g_array_append_val (self->dossiers, dossier);

  return pv_scenario_donnees_get_dossier (self, self->dossiers->len - 1);
}

static void
add_ligne (PvScenarioDonnees *self,
           PvStatement *row,
           const PvScenarioDossier *dossier,
           GHashTable *financeurs,
           GHashTable *enveloppes)
{
  PvScenarioLigne ligne = {
    .id = pv_statement_get_int (row, 5),
    .dossier = self->dossiers->len - 1,
    .financeur = (guint)find (financeurs, pv_statement_get_int (row, 6)),
    .enveloppe = find (enveloppes, pv_statement_get_int (row, 7)),
    .sollicite = pv_statement_get_int (row, 8),
    .propose = pv_statement_get_int (row, 9),
    .decide = get_decide (row),
    .verrou = get_verrou (self, row, dossier->sorti),
  };

  g_array_append_val (self->lignes, ligne);
}

static gboolean
load_lignes (PvScenarioDonnees *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_lignes, error, "i", self->appel_id);
  g_autoptr (GHashTable) financeurs = index_new (self->financeurs, sizeof (PvScenarioFinanceur));
  g_autoptr (GHashTable) enveloppes = index_new (self->enveloppes, sizeof (PvScenarioEnveloppe));
  const PvScenarioDossier *dossier = NULL;
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      if (dossier == NULL || dossier->id != pv_statement_get_int (row, 0))
        dossier = add_dossier (self, row);
      if (!pv_statement_is_null (row, 5))
        add_ligne (self, row, dossier, financeurs, enveloppes);
    }

  return step == PV_STEP_DONE;
}

static gboolean
load_autres (PvScenarioDonnees *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_autres, error, "i", self->appel_id);
  g_autoptr (GHashTable) dossiers = index_new (self->dossiers, sizeof (PvScenarioDossier));
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      int position = find (dossiers, pv_statement_get_int (row, 0));

      if (position >= 0)
        pv_scenario_donnees_get_dossier (self, position)->autres = pv_statement_get_int (row, 1);
    }

  return step == PV_STEP_DONE;
}

static gboolean
load (PvScenarioDonnees *self, PvDb *db, GError **error)
{
  if (!pv_sql_find (db, lit_exercice, &self->exercice, error, "i", self->appel_id) ||
      !load_financeurs (self, db, error) || !load_enveloppes (self, db, error) ||
      !load_lignes (self, db, error) || !load_autres (self, db, error))
    return FALSE;
  make_groupes (self);

  return TRUE;
}

PvScenarioDonnees *
pv_scenario_store_load_donnees (PvDb *db, gint64 appel_id, GError **error)
{
  g_autoptr (PvScenarioDonnees) self = pv_scenario_donnees_new ();

  self->appel_id = appel_id;

  return load (self, db, error) ? g_steal_pointer (&self) : NULL;
}
