/* pv-export-apercu.c: what an export will hold, before it is written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export-apercu.h"

#include <glib/gi18n-lib.h>

#include "controle/pv-controle.h"
#include "export/pv-bilan-classeur.h"
#include "export/pv-egalite-export.h"
#include "export/pv-seance-export.h"
#include "export/pv-synthese.h"
#include "pv-statement.h"
#include "synthese/pv-synthese-egalite-store.h"
#include "synthese/pv-synthese-enveloppe-store.h"
#include "synthese/pv-synthese-instruction-store.h"

/* In the order of PvSyntheseFeuille. */
static const struct
{
  const char *nom;
  const char *description;
} feuilles[PV_SYNTHESE_N_FEUILLES] = {
  [PV_SYNTHESE_SYNTHESE] = { "Synthèse", N_ ("Key figures, amounts per stage and funder, statuses, "
                                             "axes and marks, with their charts") },
  [PV_SYNTHESE_DOSSIERS] = { "Dossiers",
                             N_ ("One row per dossier: porteur, places, axis, amounts "
                                 "of each funder at each stage, avis, mark, controls") },
  [PV_SYNTHESE_FINANCEMENTS] = { "Financements", N_ ("One row per financement, for pivot tables") },
  [PV_SYNTHESE_NOTES] = { "Notes", N_ ("The score of each institution on each criterion") },
  [PV_SYNTHESE_AVIS] = { "Avis", N_ ("The avis of each institution, with its text") },
  [PV_SYNTHESE_EGALITE] = { "Égalité F-H",
                            N_ ("Answers, result of the tree, collective mark and its reason") },
  [PV_SYNTHESE_ENVELOPPES] = { "Enveloppes",
                               N_ ("Amount, what each stage takes, what remains, limit rules") },
  [PV_SYNTHESE_TERRITOIRES] = { "Territoires",
                                N_ ("Dossiers, amounts and beneficiaries per quartier") },
  [PV_SYNTHESE_AXES] = { "Axes", N_ ("Dossiers, amounts and beneficiaries per axis") },
  [PV_SYNTHESE_CONTROLES] = { "Contrôles",
                              N_ ("What the controls found, and what to do about it") },
  [PV_SYNTHESE_LISEZ_MOI] = { "Lisez-moi",
                              N_ ("Definition of every column, date, filter, state of the file") },
};

static void
feuille_free (gpointer data)
{
  PvExportFeuille *feuille = data;

  g_free (feuille->nom);
  g_free (feuille->description);
  g_free (feuille);
}

/* @rows: (transfer full) (nullable): with @error set */
static gboolean
count_rows (PvStatement *rows, gint64 *n, GError **error)
{
  g_autoptr (PvStatement) statement = rows;
  PvStep step;

  if (statement == NULL)
    return FALSE;
  *n = 0;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    (*n)++;

  return step == PV_STEP_DONE;
}

static void
count_constat_cb (const PvConstat *constat, gpointer user_data)
{
  (*(gint64 *)user_data)++;
}

static gboolean
count_groups (PvDb *db, PvStatsKey by, const PvFiltre *filtre, gint64 *n, GError **error)
{
  g_autoptr (PvMatrice) matrice = pv_stats_matrice (db, by, filtre, error);

  if (matrice == NULL)
    return FALSE;

  *n = matrice->rows->len;
  return TRUE;
}

static gboolean
count_main (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  PvSyntheseContexte *contexte = pv_synthese_contexte_load (db, filtre, error);

  if (contexte == NULL)
    return FALSE;

  n[PV_SYNTHESE_DOSSIERS] = contexte->n_dossiers + contexte->n_chapeaux;
  n[PV_SYNTHESE_FINANCEMENTS] = contexte->n_financements;
  pv_synthese_contexte_free (contexte);
  return TRUE;
}

static gboolean
count_enveloppes (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  g_autoptr (GPtrArray) enveloppes = pv_synthese_enveloppes_load (db, filtre, error);

  if (enveloppes == NULL)
    return FALSE;

  *n = enveloppes->len;
  return TRUE;
}

static gboolean
count_all (PvDb *db, const PvFiltre *filtre, gint64 *n, GCancellable *cancellable, GError **error)
{
  n[PV_SYNTHESE_CONTROLES] = 0;

  return count_main (db, filtre, n, error) &&
         count_rows (pv_synthese_notes_open (db, filtre, error), &n[PV_SYNTHESE_NOTES], error) &&
         count_rows (pv_synthese_avis_open (db, filtre, error), &n[PV_SYNTHESE_AVIS], error) &&
         count_rows (pv_synthese_egalite_open (db, filtre, error), &n[PV_SYNTHESE_EGALITE],
                     error) &&
         count_enveloppes (db, filtre, &n[PV_SYNTHESE_ENVELOPPES], error) &&
         count_groups (db, PV_STATS_TERRITOIRE, filtre, &n[PV_SYNTHESE_TERRITOIRES], error) &&
         count_groups (db, PV_STATS_AXE, filtre, &n[PV_SYNTHESE_AXES], error) &&
         pv_controles_run (db, filtre, count_constat_cb, &n[PV_SYNTHESE_CONTROLES], cancellable,
                           error);
}

static GPtrArray *
preview_synthese (PvDb *db, const PvFiltre *filtre, GCancellable *cancellable, GError **error)
{
  gint64 n[PV_SYNTHESE_N_FEUILLES];
  GPtrArray *list;

  for (guint i = 0; i < PV_SYNTHESE_N_FEUILLES; i++)
    n[i] = PV_INT_NULL;
  if (!count_all (db, filtre, n, cancellable, error))
    return NULL;

  list = g_ptr_array_new_with_free_func (feuille_free);
  for (guint i = 0; i < PV_SYNTHESE_N_FEUILLES; i++)
    {
      PvExportFeuille *feuille = g_new0 (PvExportFeuille, 1);

      feuille->nom = g_strdup (feuilles[i].nom);
      feuille->description = g_strdup (_ (feuilles[i].description));
      feuille->n_lignes = n[i];
      g_ptr_array_add (list, feuille);
    }

  return list;
}

static GPtrArray *
preview_egalite (PvDb *db, const PvFiltre *filtre, GError **error)
{
  static const char *const descriptions[PV_N_EGALITE_FEUILLES] = {
    N_ ("Marks by number and amount, by year, axe, quartier, commune, funder and holder"),
    N_ ("Answers, result of the tree, collective mark and its reason"),
    N_ ("Those who carry dossiers of mark 0, the most financed first"),
  };
  gint64 lignes[PV_N_EGALITE_FEUILLES];
  GPtrArray *list;

  if (!pv_egalite_export_compter (db, filtre, lignes, error))
    return NULL;

  list = g_ptr_array_new_with_free_func (feuille_free);
  for (guint i = 0; i < PV_N_EGALITE_FEUILLES; i++)
    {
      PvExportFeuille *feuille = g_new0 (PvExportFeuille, 1);

      feuille->nom = g_strdup (pv_egalite_feuille_get_nom ((PvEgaliteFeuille)i));
      feuille->description = g_strdup (_ (descriptions[i]));
      feuille->n_lignes = lignes[i];
      g_ptr_array_add (list, feuille);
    }

  return list;
}

static GPtrArray *
preview_bilan (PvDb *db, const PvFiltre *filtre, GCancellable *cancellable, GError **error)
{
  static const char *const descriptions[PV_N_BILAN_FEUILLES] = {
    [PV_BILAN_BILAN] = N_ ("One page to print: key figures and their change, funders, priorities, "
                           "territories, porteurs, with charts"),
    [PV_BILAN_EVOLUTION] = N_ ("One row per exercice: dossiers, porteurs, amounts, realised"),
    [PV_BILAN_CATEGORIES] = N_ ("What each kind of funder granted, notified and paid"),
    [PV_BILAN_FINANCEURS] = N_ ("What each funder granted, notified and paid"),
    [PV_BILAN_AXES] = N_ ("The exercices side by side, per axis of the contract"),
    [PV_BILAN_OBJECTIFS] = N_ ("The exercices side by side, per objective"),
    [PV_BILAN_COMMUNES] = N_ ("Amounts by the shares of the territories, per commune"),
    [PV_BILAN_QUARTIERS] = N_ ("Amounts by the shares of the territories, per quartier"),
    [PV_BILAN_PORTEURS] = N_ ("The exercices side by side, per porteur"),
    [PV_BILAN_FORMES] = N_ ("Associations, communes, établissements…"),
    [PV_BILAN_NATURE] = N_ ("New actions, and those continued from a past exercice"),
    [PV_BILAN_CPO] = N_ ("Dossiers of a convention of several years, and yearly ones"),
    [PV_BILAN_EGALITE] = N_ ("Marks by number and amount, with what is assessed"),
    [PV_BILAN_PREVU_REALISE] = N_ ("Each line of the budget, with gaps and rates"),
    [PV_BILAN_PUBLICS] = N_ ("Women, men and residents of QPV, planned and reached"),
    [PV_BILAN_DOSSIERS] = N_ ("One row per financed dossier, from what it asked to what it did"),
    [PV_BILAN_LISEZ_MOI] = N_ ("Definition of every column, date, filter, state of the file"),
  };
  gint64 lignes[PV_N_BILAN_FEUILLES];
  GPtrArray *list;

  if (!pv_bilan_classeur_compter (db, filtre, lignes, cancellable, error))
    return NULL;

  list = g_ptr_array_new_with_free_func (feuille_free);
  for (guint i = 0; i < PV_N_BILAN_FEUILLES; i++)
    {
      PvExportFeuille *feuille = g_new0 (PvExportFeuille, 1);

      feuille->nom = g_strdup (pv_bilan_feuille_to_nom ((PvBilanFeuille)i));
      feuille->description = g_strdup (_ (descriptions[i]));
      feuille->n_lignes = lignes[i];
      g_ptr_array_add (list, feuille);
    }

  return list;
}

GPtrArray *
pv_export_apercu (const PvExportKind *kind,
                  PvDb *db,
                  const PvFiltre *filtre,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (kind != NULL && filtre != NULL, NULL);
  g_return_val_if_fail (PV_IS_DB (db), NULL);

  if (g_str_equal (pv_export_kind_get_id (kind), "synthese"))
    return preview_synthese (db, filtre, cancellable, error);
  if (g_str_equal (pv_export_kind_get_id (kind), "egalite"))
    return preview_egalite (db, filtre, error);
  if (g_str_equal (pv_export_kind_get_id (kind), "bilan"))
    return preview_bilan (db, filtre, cancellable, error);

  return g_ptr_array_new_with_free_func (feuille_free);
}

GPtrArray *
pv_export_apercu_seance (PvDb *db, gint64 seance_id, GError **error)
{
  static const char *const descriptions[PV_N_SEANCE_FEUILLES] = {
    N_ ("Each dossier with its decision, its reserve, where it comes back"),
    N_ ("What the séance decided for each funder"),
    N_ ("Members who were there, and the quorum"),
    N_ ("What was left before the séance, and what is after it"),
    N_ ("Each version of a decision that was rectified, with its reason"),
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (feuille_free);
  gint64 lignes[PV_N_SEANCE_FEUILLES];

  if (seance_id == 0)
    return g_steal_pointer (&list);
  if (!pv_seance_export_compter (db, seance_id, lignes, error))
    return NULL;

  for (guint i = 0; i < PV_N_SEANCE_FEUILLES; i++)
    {
      PvExportFeuille *feuille = g_new0 (PvExportFeuille, 1);

      feuille->nom = g_strdup (pv_seance_feuille_get_nom ((PvSeanceFeuille)i));
      feuille->description = g_strdup (_ (descriptions[i]));
      feuille->n_lignes = lignes[i];
      g_ptr_array_add (list, feuille);
    }

  return g_steal_pointer (&list);
}
