/* pv-stats-somme.c: sums under way, by a number that stands for the key
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats-somme.h"

static void
somme_init (PvStatsSomme *somme, gint64 id, gboolean avec_cells)
{
  somme->id = id;
  somme->dernier = PV_INT_NULL;
  pv_stats_ligne_clear (somme->total, PV_N_ETAPES);
  if (!avec_cells)
    return;

  somme->cells = g_new (PvStatsLigne, PV_STATS_N_CATEGORIES);
  for (guint i = 0; i < PV_STATS_N_CATEGORIES; i++)
    pv_stats_ligne_clear (somme->cells[i], PV_N_ETAPES);
}

static void
somme_free (PvStatsSomme *somme)
{
  g_free (somme->cells);
  g_free (somme);
}

/* Most amounts are known and small: the common case stays in line. */
static inline gboolean
add (PvCents *sum, PvCents amount)
{
  if (amount == PV_CENTS_NULL)
    return TRUE;
  if (*sum == PV_CENTS_NULL)
    *sum = 0;
  return !__builtin_add_overflow (*sum, amount, sum);
}

void
pv_stats_ligne_clear (PvCents *montants, guint n)
{
  for (guint i = 0; i < n; i++)
    montants[i] = PV_CENTS_NULL;
}

PvStatsSommes *
pv_stats_sommes_new (guint n_etapes, gboolean avec_cells)
{
  PvStatsSommes *self = g_new0 (PvStatsSommes, 1);

  g_assert (n_etapes >= 1 && n_etapes <= PV_N_ETAPES);
  self->par_id =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)somme_free);
  self->n_etapes = n_etapes;
  self->avec_cells = avec_cells;
  somme_init (&self->total, PV_INT_NULL, avec_cells);
  return self;
}

void
pv_stats_sommes_free (PvStatsSommes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->par_id);
  g_free (self->total.cells);
  g_free (self);
}

PvStatsSomme *
pv_stats_sommes_get (PvStatsSommes *self, gint64 id)
{
  PvStatsSomme *somme;

  if (self->courante != NULL && self->courante->id == id)
    return self->courante;

  somme = g_hash_table_lookup (self->par_id, &id);
  if (somme == NULL)
    {
      somme = g_new0 (PvStatsSomme, 1);
      somme_init (somme, id, self->avec_cells);
      g_hash_table_insert (self->par_id, &somme->id, somme);
    }
  self->courante = somme;
  return somme;
}

void
pv_stats_somme_count (PvStatsSomme *somme, gint64 dossier)
{
  if (somme->dernier == dossier)
    return;
  somme->dernier = dossier;
  somme->dossiers++;
}

void
pv_stats_sommes_add_etape (PvStatsSommes *self,
                           PvStatsSomme *somme,
                           int categorie,
                           guint etape,
                           PvCents montant)
{
  if (!add (&somme->total[etape], montant))
    self->debordement = TRUE;
  if (self->avec_cells && categorie >= 0 && !add (&somme->cells[categorie][etape], montant))
    self->debordement = TRUE;
}

void
pv_stats_sommes_add (PvStatsSommes *self,
                     PvStatsSomme *somme,
                     int categorie,
                     const PvCents *montants)
{
  for (guint i = 0; i < self->n_etapes; i++)
    pv_stats_sommes_add_etape (self, somme, categorie, i, montants[i]);
}
