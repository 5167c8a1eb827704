/* pv-bilan-passe.c: one pass over the dossiers, by every dimension but the payers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bilan/pv-bilan-analyse-private.h"

/* Amounts of an exercice that follow the territories: stages, then what is granted. */
typedef struct
{
  PvStatsSommes *etapes;
  PvStatsSommes *accorde;
} Partage;

typedef struct
{
  PvBilanAnalyse *analyse;
  PvBilanSource *source;
  PvBilanCumul cumuls[PV_N_BILAN_PAR];
  GHashTable *racines;
  GHashTable *formes;
  Partage *quartiers; /* by exercice */
  Partage *communes;
  gboolean hors_cadre; /* a node is of another frame than dossiers are sorted by */
  gboolean debordement;
} Passe;

/* --- what each dossier brings ---------------------------------------------------------------- */

static void
add_one (Passe *self, PvBilanPar par, const PvBilanDossier *dossier, gint64 id)
{
  PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], id, dossier->annee);

  if (!pv_bilan_mesure_add_dossier (mesure, dossier))
    self->debordement = TRUE;
}

/* What an id leads to, or %PV_INT_NULL. */
static gint64
follow (GHashTable *pairs, gint64 id)
{
  gpointer to = NULL;

  return g_hash_table_lookup_extended (pairs, GSIZE_TO_POINTER ((gsize)id), NULL, &to)
             ? (gint64)GPOINTER_TO_SIZE (to)
             : PV_INT_NULL;
}

static void
add_simple (Passe *self, const PvBilanDossier *dossier)
{
  gint64 racine = follow (self->racines, dossier->noeud);

  if (racine == PV_INT_NULL && dossier->noeud != PV_INT_NULL)
    self->hors_cadre = TRUE;
  add_one (self, PV_BILAN_PAR_AXE, dossier, racine);
  add_one (self, PV_BILAN_PAR_OBJECTIF, dossier,
           racine != PV_INT_NULL ? dossier->noeud : PV_INT_NULL);
  add_one (self, PV_BILAN_PAR_PORTEUR, dossier, dossier->porteur);
  add_one (self, PV_BILAN_PAR_FORME, dossier, follow (self->formes, dossier->porteur));
  add_one (self, PV_BILAN_PAR_NATURE, dossier,
           dossier->nature >= 0 ? dossier->nature : PV_INT_NULL);
  add_one (self, PV_BILAN_PAR_CPO, dossier, dossier->cpo ? 0 : 1);
  add_one (self, PV_BILAN_PAR_MARQUE, dossier, dossier->marque);
}

static void
collect_lieux (Passe *self, const PvBilanDossier *dossier, gboolean commune, GArray *lieux)
{
  g_array_set_size (lieux, 0);
  for (gint i = dossier->lieu; i >= 0;)
    {
      const PvBilanLieu *lieu = &g_array_index (self->source->lieux, PvBilanLieu, i);
      PvStatsLieu place = { lieu->rang, commune ? lieu->commune : lieu->quartier, lieu->part_bp };

      g_array_append_val (lieux, place);
      i = lieu->avant;
    }
}

static void
share (Partage *partage, const PvBilanDossier *dossier, GArray *lieux)
{
  PvStatsSomme apport = { .id = PV_INT_NULL };

  memcpy (apport.total, dossier->etapes, sizeof dossier->etapes);
  pv_stats_territoire_repartir (partage->etapes, dossier->id, lieux, &apport);
  if (!dossier->finance)
    return;
  pv_stats_ligne_clear (apport.total, PV_N_ETAPES);
  apport.total[0] = dossier->accorde;
  pv_stats_territoire_repartir (partage->accorde, dossier->id, lieux, &apport);
}

static void
add_lieux (Passe *self, const PvBilanDossier *dossier, GArray *lieux)
{
  collect_lieux (self, dossier, FALSE, lieux);
  share (&self->quartiers[dossier->annee], dossier, lieux);
  collect_lieux (self, dossier, TRUE, lieux);
  share (&self->communes[dossier->annee], dossier, lieux);
}

static void
add_egalite (PvEgaliteLigne *self, const PvBilanDossier *dossier)
{
  PvEgaliteMesure *demande = &self->mesures[PV_EGALITE_DEMANDE][dossier->marque];
  PvEgaliteMesure *accorde = &self->mesures[PV_EGALITE_ACCORDE][dossier->marque];

  demande->dossiers++;
  pv_bilan_add (&demande->cents, dossier->etapes[PV_ETAPE_SOLLICITE]);
  if (dossier->accorde == PV_CENTS_NULL || dossier->accorde <= 0)
    return;
  accorde->dossiers++;
  pv_bilan_add (&accorde->cents, dossier->accorde);
}

/* --- the pass -------------------------------------------------------------------------------- */

static void
pass_dossiers (Passe *self)
{
  PvBilanAnalyse *analyse = self->analyse;
  g_autoptr (GArray) lieux = g_array_new (FALSE, FALSE, sizeof (PvStatsLieu));

  for (guint i = 0; i < self->source->dossiers->len; i++)
    {
      const PvBilanDossier *dossier = &g_array_index (self->source->dossiers, PvBilanDossier, i);

      add_egalite (&analyse->annees[dossier->annee].egalite, dossier);
      add_egalite (&analyse->total.egalite, dossier);
      add_simple (self, dossier);
      add_lieux (self, dossier, lieux);
    }
}

/* The parts of an exercice become sums like others. */
static void
take_partage (Passe *self, PvBilanPar par, Partage *partage, guint annee)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, partage->etapes->par_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PvStatsSomme *somme = value;
      PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], somme->id, annee);

      mesure->dossiers = somme->dossiers;
      memcpy (mesure->etapes, somme->total, sizeof mesure->etapes);
    }
  g_hash_table_iter_init (&iter, partage->accorde->par_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PvStatsSomme *somme = value;
      PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], somme->id, annee);

      mesure->finances = somme->dossiers;
      mesure->accorde = somme->total[0];
    }
  if (partage->etapes->debordement || partage->accorde->debordement)
    self->debordement = TRUE;
}

static void
init_partages (Passe *self)
{
  guint n = self->analyse->n_annees;

  self->quartiers = g_new0 (Partage, n);
  self->communes = g_new0 (Partage, n);
  for (guint i = 0; i < n; i++)
    {
      self->quartiers[i].etapes = pv_stats_sommes_new (PV_N_ETAPES, FALSE);
      self->quartiers[i].accorde = pv_stats_sommes_new (1, FALSE);
      self->communes[i].etapes = pv_stats_sommes_new (PV_N_ETAPES, FALSE);
      self->communes[i].accorde = pv_stats_sommes_new (1, FALSE);
    }
}

static gboolean
passe_init (Passe *self, PvDb *db, GError **error)
{
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    pv_bilan_cumul_init (&self->cumuls[par], self->analyse->n_annees);
  init_partages (self);

  return (self->racines = pv_bilan_store_racines (db, error)) != NULL &&
         (self->formes = pv_bilan_store_formes (db, error)) != NULL;
}

static void
clear_partages (Partage *partages, guint n)
{
  for (guint i = 0; partages != NULL && i < n; i++)
    {
      pv_stats_sommes_free (partages[i].etapes);
      pv_stats_sommes_free (partages[i].accorde);
    }
  g_free (partages);
}

static void
passe_clear (Passe *self)
{
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    pv_bilan_cumul_clear (&self->cumuls[par]);
  g_clear_pointer (&self->racines, g_hash_table_unref);
  g_clear_pointer (&self->formes, g_hash_table_unref);
  clear_partages (self->quartiers, self->analyse->n_annees);
  clear_partages (self->communes, self->analyse->n_annees);
}

/* "Without an axe" in the list is without any node: another frame's is not one. */
static void
forget_key (PvBilanTable *table)
{
  for (guint i = 0; i < table->lignes->len; i++)
    {
      PvBilanTableLigne *ligne = table->lignes->pdata[i];

      if (ligne->cle != NULL && *ligne->cle == '\0')
        g_clear_pointer (&ligne->cle, g_free);
    }
}

static gboolean
fill_tables (Passe *self, PvDb *db, GError **error)
{
  for (guint par = PV_BILAN_PAR_AXE; par < PV_N_BILAN_PAR; par++)
    {
      PvBilanTable *table = &self->analyse->tables[par];

      if (!pv_bilan_table_fill (table, db, &self->cumuls[par], error))
        return FALSE;
      if (self->hors_cadre && (par == PV_BILAN_PAR_AXE || par == PV_BILAN_PAR_OBJECTIF))
        forget_key (table);
    }

  return TRUE;
}

static gboolean
run (Passe *self, PvDb *db, GCancellable *cancellable, GError **error)
{
  if (!passe_init (self, db, error) || !pv_bilan_source_load_suite (self->source, db, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  pass_dossiers (self);
  for (guint i = 0; i < self->analyse->n_annees; i++)
    {
      take_partage (self, PV_BILAN_PAR_QUARTIER, &self->quartiers[i], i);
      take_partage (self, PV_BILAN_PAR_COMMUNE, &self->communes[i], i);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !fill_tables (self, db, error))
    return FALSE;

  return !self->debordement || pv_bilan_refuse_overflow (error);
}

gboolean
pv_bilan_passe_run (PvBilanAnalyse *analyse,
                    PvBilanSource *source,
                    PvDb *db,
                    GCancellable *cancellable,
                    GError **error)
{
  Passe passe = { .analyse = analyse, .source = source };
  gboolean done = run (&passe, db, cancellable, error);

  passe_clear (&passe);

  return done;
}
