/* pv-stats-somme.h: sums under way, by a number that stands for the key
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "stats/pv-stats.h"

G_BEGIN_DECLS

/* A line of amounts: one per stage that was asked for. */
typedef PvCents PvStatsLigne[PV_N_ETAPES];

/**
 * PvStatsSomme:
 * @id: what stands for the key: a row's key, a category, a year…
 * @dernier: the last dossier counted: dossiers come one after the other, so
 *   that counting the distinct ones needs no set
 * @cells: (nullable): per category, when a matrix is asked for
 */
typedef struct
{
  gint64 id;
  gint64 dossiers;
  gint64 dernier;
  PvStatsLigne total;
  PvStatsLigne *cells;
} PvStatsSomme;

/**
 * PvStatsSommes:
 * @n_etapes: stages kept, from the first of a line
 * @avec_cells: whether categories are told apart
 * @debordement: an amount did not fit; the result must not be shown
 */
typedef struct
{
  GHashTable *par_id;
  PvStatsSomme *courante; /* the last one asked for */
  PvStatsSomme total;
  guint n_etapes;
  gboolean avec_cells;
  gboolean debordement;
} PvStatsSommes;

PvStatsSommes *pv_stats_sommes_new (guint n_etapes, gboolean avec_cells);
void pv_stats_sommes_free (PvStatsSommes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvStatsSommes, pv_stats_sommes_free)

PvStatsSomme *pv_stats_sommes_get (PvStatsSommes *self, gint64 id);

/* Counts @dossier once in @somme, as long as dossiers come one after the other. */
void pv_stats_somme_count (PvStatsSomme *somme, gint64 dossier);

/* Adds what a payer of @categorie (-1: not told apart) brings. */
void pv_stats_sommes_add (PvStatsSommes *self,
                          PvStatsSomme *somme,
                          int categorie,
                          const PvCents *montants);

/* The same of one stage alone. */
void pv_stats_sommes_add_etape (PvStatsSommes *self,
                                PvStatsSomme *somme,
                                int categorie,
                                guint etape,
                                PvCents montant);

/* A line where nothing is known. */
void pv_stats_ligne_clear (PvCents *montants, guint n);

G_END_DECLS
