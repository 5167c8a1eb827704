/* pv-stats.h: amounts and numbers of dossiers by a key
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "commun/pv-filtre.h"
#include "financeur/pv-financeur.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvStatsKey:
 * @PV_STATS_CATEGORIE: category of the funder: `etat`, `region`…
 * @PV_STATS_FINANCEUR: the organisme that pays; key: its SIRET, else its name
 * @PV_STATS_AXE: root of the principal node of the principal cadre
 * @PV_STATS_TERRITOIRE: quartier (code, else name) or whole commune (INSEE
 *   code, else name)
 * @PV_STATS_MARQUEUR: collective égalité mark: `0`, `1`, `2`, `non-evalue`
 * @PV_STATS_STATUT: status of the dossier
 * @PV_STATS_PORTEUR: key: its SIRET, else its name
 * @PV_STATS_EXERCICE: year of the financement (not of the dossier)
 * @PV_STATS_NATURE: `nouvelle`, `reconduction`
 * @PV_STATS_CPO: in a convention pluriannuelle: `oui`, `non`
 */
typedef enum
{
  PV_STATS_CATEGORIE,
  PV_STATS_FINANCEUR,
  PV_STATS_AXE,
  PV_STATS_TERRITOIRE,
  PV_STATS_MARQUEUR,
  PV_STATS_STATUT,
  PV_STATS_PORTEUR,
  PV_STATS_EXERCICE,
  PV_STATS_NATURE,
  PV_STATS_CPO,
} PvStatsKey;

#define PV_N_STATS_KEYS 10

/* The ASCII id of `stats --by`: "categorie"… */
const char *pv_stats_key_to_id (PvStatsKey by);
gboolean pv_stats_key_from_id (const char *id, PvStatsKey *by);

/* The key of what has none (a dossier without node, without territory), label
 * « non renseigné ». */
#define PV_STATS_NON_RENSEIGNE ""

/* By territory: the amounts of dossiers whose shares are missing or do not
 * make 100 %, label « non réparti ». */
#define PV_STATS_NON_REPARTI "non-reparti"

/**
 * PvStatsRow:
 * @dossiers: distinct dossiers that have this key, whether or not they have an
 *   amount: not additive
 * @amount_cents: sum of the stage; %PV_CENTS_NULL when nobody answered
 */
typedef struct
{
  char *key;
  char *label;
  gint64 dossiers;
  PvCents amount_cents;
} PvStatsRow;

/**
 * PvStats:
 * @rows: (element-type PvStatsRow): categories, statuses, marks and years in
 *   their own order, others by decreasing amount then label; what has no key,
 *   then what is not shared out, last
 * @total: its `key` and `label` are %NULL; all the dossiers of the filter, with
 *   or without a financement, and the exact sum
 */
typedef struct
{
  PvStatsKey by;
  PvEtape etape;
  GPtrArray *rows;
  PvStatsRow total;
} PvStats;

void pv_stats_free (PvStats *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvStats, pv_stats_free)

/**
 * pv_stats_compute:
 * @filtre: (nullable): %NULL for the whole file
 *
 * Sums one stage by one key. A chapeau is left out of amounts and numbers: its
 * parts are counted.
 *
 * By territory, the amount of a dossier follows the shares of its territories,
 * by largest remainder (pv_money_allocate()): exact to the cent. A territory
 * alone without a share takes all. Source: exchange.md §5, docs/cli.md.
 *
 * Returns: (transfer full): the rows, or %NULL with @error
 */
PvStats *
pv_stats_compute (PvDb *db, PvStatsKey by, PvEtape etape, const PvFiltre *filtre, GError **error);

/* How many categories of payers there are: the values of #PvCategorie. */
#define PV_STATS_N_CATEGORIES (PV_CATEGORIE_INCONNU + 1)

/**
 * PvMatriceRow:
 * @dossiers: as #PvStatsRow
 * @cells: sum per category of payer and stage;
 *   %PV_CENTS_NULL when nobody answered
 * @total: the same over all categories
 */
typedef struct
{
  char *key;
  char *label;
  gint64 dossiers;
  PvCents cells[PV_STATS_N_CATEGORIES][PV_N_ETAPES];
  PvCents total[PV_N_ETAPES];
} PvMatriceRow;

/**
 * PvMatrice:
 * @rows: (element-type PvMatriceRow): ordered as the rows of #PvStats for the
 *   stage sollicité
 * @total: all of the filter; `key` and `label` are %NULL
 */
typedef struct
{
  PvStatsKey by;
  GPtrArray *rows;
  PvMatriceRow total;
} PvMatrice;

void pv_matrice_free (PvMatrice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvMatrice, pv_matrice_free)

/**
 * pv_stats_matrice:
 *
 * All stages and categories of funders by one key, in one pass: what the
 * sheets of the workbook and its charts draw. For each stage, @total of a row
 * equals the amount of pv_stats_compute(), and the sum of its cells.
 *
 * Returns: (transfer full): the rows, or %NULL with @error
 */
PvMatrice *pv_stats_matrice (PvDb *db, PvStatsKey by, const PvFiltre *filtre, GError **error);

G_END_DECLS
