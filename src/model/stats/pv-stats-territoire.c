/* pv-stats-territoire.c: the amounts of a dossier follow its territories
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats-territoire.h"

#include <string.h>

#define ENTIER_BP 10000

/* Most dossiers have no more territories: their parts are reckoned on the stack. */
#define N_PEU 8

static int
compare_lieux_cb (gconstpointer a, gconstpointer b)
{
  const PvStatsLieu *x = a, *y = b;
  return (x->rang > y->rang) - (x->rang < y->rang);
}

static gboolean
sont_en_ordre (GArray *lieux)
{
  for (guint i = 1; i < lieux->len; i++)
    if (g_array_index (lieux, PvStatsLieu, i - 1).rang > g_array_index (lieux, PvStatsLieu, i).rang)
      return FALSE;
  return TRUE;
}

/* Whether the shares say where every cent goes. */
static gboolean
parts_completes (GArray *lieux)
{
  gint64 somme = 0;

  for (guint i = 0; i < lieux->len; i++)
    {
      gint64 part = g_array_index (lieux, PvStatsLieu, i).part_bp;
      if (part == PV_INT_NULL)
        return FALSE;
      somme += part;
    }
  return somme == ENTIER_BP;
}

/* One territory without share: a quartier with several of its communes is one. */
static gboolean
est_un_lieu_sans_part (GArray *lieux)
{
  for (guint i = 0; i < lieux->len; i++)
    {
      const PvStatsLieu *lieu = &g_array_index (lieux, PvStatsLieu, i);

      if (lieu->part_bp != PV_INT_NULL || lieu->id != g_array_index (lieux, PvStatsLieu, 0).id)
        return FALSE;
    }
  return TRUE;
}

/* Where all the amounts go, when they are not shared; PV_INT_NULL is "no
 * territory". */
static gboolean
un_seul_lieu (GArray *lieux, gint64 *id)
{
  if (lieux->len == 0)
    *id = PV_INT_NULL;
  else if (est_un_lieu_sans_part (lieux))
    *id = g_array_index (lieux, PvStatsLieu, 0).id;
  else if (!parts_completes (lieux))
    *id = PV_STATS_ID_NON_REPARTI;
  else
    return FALSE;
  return TRUE;
}

static void
ajouter_en_bloc (PvStatsSommes *sommes, PvStatsSomme *somme, const PvStatsSomme *apport)
{
  if (!sommes->avec_cells)
    {
      pv_stats_sommes_add (sommes, somme, -1, apport->total);
      return;
    }
  for (int c = 0; c < PV_STATS_N_CATEGORIES; c++)
    pv_stats_sommes_add (sommes, somme, c, apport->cells[c]);
}

/* The territories of a dossier, and where the parts of each are reckoned. */
typedef struct
{
  gsize n;
  PvStatsSomme **cibles;
  gint64 *poids;
  PvCents *parts;
  PvCents *avant;
} Partage;

/* Gives each territory its part of @montant, for one stage. @avant holds the
 * parts of the running sum without @montant, @cumul that sum. */
static void
repartir_montant (PvStatsSommes *sommes,
                  Partage *partage,
                  int categorie,
                  guint etape,
                  PvCents montant,
                  PvCents *cumul)
{
  if (montant == PV_CENTS_NULL)
    return;
  if (__builtin_add_overflow (*cumul, montant, cumul) ||
      !pv_money_allocate (*cumul, partage->poids, partage->n, partage->parts))
    {
      sommes->debordement = TRUE;
      return;
    }
  for (gsize i = 0; i < partage->n; i++)
    {
      pv_stats_sommes_add_etape (sommes, partage->cibles[i], categorie, etape,
                                 partage->parts[i] - partage->avant[i]);
      partage->avant[i] = partage->parts[i];
    }
}

static void
repartir_etape (PvStatsSommes *sommes, Partage *partage, guint etape, const PvStatsSomme *apport)
{
  PvCents cumul = 0;

  memset (partage->avant, 0, partage->n * sizeof *partage->avant);

  if (!sommes->avec_cells)
    {
      repartir_montant (sommes, partage, -1, etape, apport->total[etape], &cumul);
      return;
    }
  for (int c = 0; c < PV_STATS_N_CATEGORIES; c++)
    repartir_montant (sommes, partage, c, etape, apport->cells[c][etape], &cumul);
}

/* @cibles: of each of @lieux */
static void
repartir (PvStatsSommes *sommes, GArray *lieux, PvStatsSomme **cibles, const PvStatsSomme *apport)
{
  gsize n = lieux->len;
  gint64 peu[3 * N_PEU];
  g_autofree gint64 *beaucoup = n > N_PEU ? g_new (gint64, 3 * n) : NULL;
  gint64 *nombres = beaucoup != NULL ? beaucoup : peu;
  Partage partage = { n, cibles, nombres, nombres + n, nombres + 2 * n };

  for (gsize i = 0; i < n; i++)
    partage.poids[i] = g_array_index (lieux, PvStatsLieu, i).part_bp;
  for (guint etape = 0; etape < sommes->n_etapes; etape++)
    repartir_etape (sommes, &partage, etape, apport);
}

void
pv_stats_territoire_repartir (PvStatsSommes *sommes,
                              gint64 dossier,
                              GArray *lieux,
                              const PvStatsSomme *apport)
{
  PvStatsSomme *peu[N_PEU];
  g_autofree PvStatsSomme **beaucoup = NULL;
  PvStatsSomme **cibles = peu;
  PvStatsSomme *somme;
  gint64 seul;

  if (lieux->len > N_PEU)
    cibles = beaucoup = g_new (PvStatsSomme *, lieux->len);
  if (!sont_en_ordre (lieux))
    g_array_sort (lieux, compare_lieux_cb);
  for (guint i = 0; i < lieux->len; i++)
    {
      cibles[i] = pv_stats_sommes_get (sommes, g_array_index (lieux, PvStatsLieu, i).id);
      pv_stats_somme_count (cibles[i], dossier);
    }

  if (!un_seul_lieu (lieux, &seul))
    {
      repartir (sommes, lieux, cibles, apport);
      return;
    }

  somme = pv_stats_sommes_get (sommes, seul);
  pv_stats_somme_count (somme, dossier);
  ajouter_en_bloc (sommes, somme, apport);
}
