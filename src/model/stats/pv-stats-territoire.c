/* pv-stats-territoire.c: the amounts of a dossier follow its territories
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats-territoire.h"

#define ENTIER_BP 10000

static int
compare_lieux_cb (gconstpointer a, gconstpointer b)
{
  const PvStatsLieu *x = a, *y = b;
  return (x->rang > y->rang) - (x->rang < y->rang);
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

/* Gives each territory its part of @montant, for one stage. @avant holds the
 * parts of the running sum without @montant, @cumul that sum. */
static void
repartir_montant (PvStatsSommes *sommes,
                  PvStatsSomme *const *cibles,
                  const gint64 *poids,
                  gsize n,
                  int categorie,
                  guint etape,
                  PvCents montant,
                  PvCents *cumul,
                  PvCents *avant)
{
  g_autofree PvCents *parts = g_new (PvCents, n);

  if (montant == PV_CENTS_NULL)
    return;
  if (__builtin_add_overflow (*cumul, montant, cumul) ||
      !pv_money_allocate (*cumul, poids, n, parts))
    {
      sommes->debordement = TRUE;
      return;
    }
  for (gsize i = 0; i < n; i++)
    {
      PvStatsLigne ligne;

      pv_stats_ligne_clear (ligne, PV_N_ETAPES);
      ligne[etape] = parts[i] - avant[i];
      pv_stats_sommes_add (sommes, cibles[i], categorie, ligne);
      avant[i] = parts[i];
    }
}

static void
repartir_etape (PvStatsSommes *sommes,
                PvStatsSomme *const *cibles,
                const gint64 *poids,
                gsize n,
                guint etape,
                const PvStatsSomme *apport)
{
  g_autofree PvCents *avant = g_new0 (PvCents, n);
  PvCents cumul = 0;

  if (!sommes->avec_cells)
    {
      repartir_montant (sommes, cibles, poids, n, -1, etape, apport->total[etape], &cumul, avant);
      return;
    }
  for (int c = 0; c < PV_STATS_N_CATEGORIES; c++)
    repartir_montant (sommes, cibles, poids, n, c, etape, apport->cells[c][etape], &cumul, avant);
}

static void
repartir (PvStatsSommes *sommes, GArray *lieux, const PvStatsSomme *apport)
{
  g_autofree gint64 *poids = g_new (gint64, lieux->len);
  g_autofree PvStatsSomme **cibles = g_new (PvStatsSomme *, lieux->len);

  for (guint i = 0; i < lieux->len; i++)
    {
      const PvStatsLieu *lieu = &g_array_index (lieux, PvStatsLieu, i);

      poids[i] = lieu->part_bp;
      cibles[i] = pv_stats_sommes_get (sommes, lieu->id);
    }
  for (guint etape = 0; etape < sommes->n_etapes; etape++)
    repartir_etape (sommes, cibles, poids, lieux->len, etape, apport);
}

void
pv_stats_territoire_repartir (PvStatsSommes *sommes,
                              gint64 dossier,
                              GArray *lieux,
                              const PvStatsSomme *apport)
{
  PvStatsSomme *somme;
  gint64 seul;

  if (lieux->len > 1)
    g_array_sort (lieux, compare_lieux_cb);
  for (guint i = 0; i < lieux->len; i++)
    pv_stats_somme_count (pv_stats_sommes_get (sommes, g_array_index (lieux, PvStatsLieu, i).id),
                          dossier);

  if (!un_seul_lieu (lieux, &seul))
    {
      repartir (sommes, lieux, apport);
      return;
    }

  somme = pv_stats_sommes_get (sommes, seul);
  pv_stats_somme_count (somme, dossier);
  ajouter_en_bloc (sommes, somme, apport);
}
