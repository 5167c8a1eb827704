/* pv-repartition.c: sharing amounts out, to the cent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-repartition.h"

__extension__ typedef unsigned __int128 UWide;

/* --- shares ------------------------------------------------------------------------------ */

typedef struct
{
  gsize index;
  guint64 poids;
  guint64 plafond;
  guint64 part;
  UWide manque; /* what the cut took, in (weights × rounding)-ths */
} Part;

/* Returns: the concerned ones, or %NULL when an amount is refused. */
static Part *
list_parts (const PvCents *poids, const PvCents *plafonds, gsize n, PvCents *parts, gsize *n_parts)
{
  g_autofree Part *liste = g_new (Part, n + 1);
  UWide sum = 0;

  *n_parts = 0;
  for (gsize i = 0; i < n; i++)
    {
      PvCents plafond = plafonds != NULL ? plafonds[i] : PV_CENTS_NULL;

      if ((poids[i] < 0 && poids[i] != PV_CENTS_NULL) || (plafond < 0 && plafond != PV_CENTS_NULL))
        return NULL;
      parts[i] = poids[i] == PV_CENTS_NULL ? PV_CENTS_NULL : 0;
      if (poids[i] <= 0)
        continue;
      sum += (guint64)poids[i];
      liste[(*n_parts)++] =
          (Part){ .index = i,
                  .poids = (guint64)poids[i],
                  .plafond = plafond == PV_CENTS_NULL ? G_MAXINT64 : (guint64)plafond };
    }

  return sum <= G_MAXINT64 ? g_steal_pointer (&liste) : NULL;
}

/* By what a weight would have to be worth for the limit to be reached. */
static int
compare_saturation_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Part *left = a;
  const Part *right = b;
  UWide x = (UWide)left->plafond * right->poids;
  UWide y = (UWide)right->plafond * left->poids;

  if (x != y)
    return x < y ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

/* Those that reach their limit, first in the list. Returns: how many */
static gsize
saturate (Part *liste, gsize n, guint64 *pool, guint64 *sum)
{
  gsize i;

  *sum = 0;
  for (i = 0; i < n; i++)
    *sum += liste[i].poids;
  g_qsort_with_data (liste, (int)n, sizeof (Part), compare_saturation_cb, NULL);
  for (i = 0; i < n && (UWide)*pool * liste[i].poids >= (UWide)liste[i].plafond * *sum; i++)
    {
      liste[i].part = liste[i].plafond;
      *pool -= liste[i].plafond;
      *sum -= liste[i].poids;
    }

  return i;
}

static int
compare_manque_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Part *left = a;
  const Part *right = b;

  if (left->manque != right->manque)
    return left->manque > right->manque ? -1 : 1;
  if (left->poids != right->poids)
    return left->poids > right->poids ? -1 : 1;
  if (left->plafond != right->plafond)
    return left->plafond > right->plafond ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

static int
compare_index_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Part *left = a;
  const Part *right = b;

  return left->index < right->index ? -1 : 1;
}

/* Cuts the parts to multiples. Returns: what is left */
static guint64
cut (Part *liste, gsize n, gsize n_satures, guint64 pool, guint64 sum, guint64 unit)
{
  guint64 left = pool;

  for (gsize i = 0; i < n_satures; i++)
    {
      guint64 cents = liste[i].part % unit;

      liste[i].part -= cents;
      left += cents;
    }
  for (gsize i = n_satures; i < n; i++)
    {
      UWide share = (UWide)pool * liste[i].poids;
      UWide divisor = (UWide)sum * unit;

      liste[i].part = (guint64)(share / divisor) * unit;
      liste[i].manque = share % divisor;
      left -= liste[i].part;
    }

  return left;
}

/* Whole multiples, by falling remainder, round after round. */
static guint64
give_multiples (Part *liste, gsize n, guint64 left, guint64 unit)
{
  gboolean given = TRUE;

  g_qsort_with_data (liste, (int)n, sizeof (Part), compare_manque_cb, NULL);
  while (left >= unit && given)
    {
      given = FALSE;
      for (gsize i = 0; i < n && left >= unit; i++)
        if (liste[i].plafond - liste[i].part >= unit)
          {
            liste[i].part += unit;
            left -= unit;
            given = TRUE;
          }
    }

  return left;
}

/* To the last one that bears it whole, else to the last ones. */
static guint64
give_rest (Part *liste, gsize n, guint64 left)
{
  g_qsort_with_data (liste, (int)n, sizeof (Part), compare_index_cb, NULL);
  for (gsize i = n; i > 0 && left > 0; i--)
    if (liste[i - 1].plafond - liste[i - 1].part >= left)
      {
        liste[i - 1].part += left;
        left = 0;
      }
  for (gsize i = n; i > 0 && left > 0; i--)
    {
      guint64 taken = MIN (left, liste[i - 1].plafond - liste[i - 1].part);

      liste[i - 1].part += taken;
      left -= taken;
    }

  return left;
}

gboolean
pv_repartition_partager (PvCents total,
                         const PvCents *poids,
                         const PvCents *plafonds,
                         gsize n,
                         PvArrondi arrondi,
                         PvCents *parts,
                         PvCents *reste)
{
  g_autofree Part *liste = NULL;
  guint64 unit = (guint64)arrondi;
  guint64 pool = (guint64)total;
  guint64 sum;
  gsize n_parts, n_satures;

  g_return_val_if_fail (arrondi > 0, FALSE);

  if (total < 0)
    return FALSE;

  liste = list_parts (poids, plafonds, n, parts, &n_parts);
  if (liste == NULL)
    return FALSE;

  n_satures = saturate (liste, n_parts, &pool, &sum);
  pool = cut (liste, n_parts, n_satures, pool, sum, unit);
  pool = give_multiples (liste, n_parts, pool, unit);
  *reste = (PvCents)give_rest (liste, n_parts, pool);
  for (gsize i = 0; i < n_parts; i++)
    parts[liste[i].index] = (PvCents)liste[i].part;

  return TRUE;
}

/* --- a cut ------------------------------------------------------------------------------- */

/* @cents × (1 − @taux_bp), to the cent below. */
static PvCents
keep_share (PvCents cents, gint64 taux_bp)
{
  return (PvCents)((UWide)cents * (guint64)(10000 - taux_bp) / 10000);
}

/* The cut of a sum, rounded half up. */
static PvCents
cut_of (PvCents cents, gint64 taux_bp)
{
  return (PvCents)(((UWide)cents * (guint64)taux_bp + 5000) / 10000);
}

/* What is left over, to the last of those that lost something. */
static void
give_back (const PvCents *montants, PvCents *parts, gsize n, PvCents left)
{
  for (gsize i = n; i > 0 && left > 0; i--)
    if (montants[i - 1] > 0)
      {
        PvCents taken = MIN (left, montants[i - 1] - parts[i - 1]);

        parts[i - 1] += taken;
        left -= taken;
      }
}

gboolean
pv_repartition_reduire (const PvCents *montants,
                        gsize n,
                        gint64 taux_bp,
                        PvArrondi arrondi,
                        PvCents *parts)
{
  g_autofree PvCents *grands = g_new (PvCents, n + 1);
  g_autofree PvCents *reduits = g_new (PvCents, n + 1);
  PvCents total = 0;
  PvCents reste;

  g_return_val_if_fail (taux_bp >= 0 && taux_bp <= 10000, FALSE);

  for (gsize i = 0; i < n; i++)
    if (montants[i] != PV_CENTS_NULL && (montants[i] < 0 || total > G_MAXINT64 - montants[i]))
      return FALSE;
    else if (montants[i] != PV_CENTS_NULL)
      total += montants[i];
  total -= cut_of (total, taux_bp);

  /* Those that a multiple would bring to nothing are kept to the cent. */
  for (gsize i = 0; i < n; i++)
    {
      PvCents share = montants[i] > 0 ? keep_share (montants[i], taux_bp) : 0;

      grands[i] = share >= (PvCents)arrondi ? montants[i] : PV_CENTS_NULL;
      parts[i] = montants[i] == PV_CENTS_NULL ? PV_CENTS_NULL : share;
      if (grands[i] == PV_CENTS_NULL)
        total -= share;
    }
  if (!pv_repartition_partager (total, grands, grands, n, arrondi, reduits, &reste))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (grands[i] != PV_CENTS_NULL)
      parts[i] = reduits[i];
  give_back (montants, parts, n, reste);

  return TRUE;
}

/* --- by rank ----------------------------------------------------------------------------- */

typedef struct
{
  gsize index;
  gint64 rang;
} Place;

static int
compare_place_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Place *left = a;
  const Place *right = b;

  if (left->rang != right->rang)
    return left->rang < right->rang ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

/* Returns: the concerned ones by rank, or %NULL when an amount is refused. */
static Place *
list_places (const PvCents *demandes, const gint64 *rangs, gsize n, PvCents *parts, gsize *n_places)
{
  g_autofree Place *places = g_new (Place, n + 1);

  *n_places = 0;
  for (gsize i = 0; i < n; i++)
    {
      parts[i] = PV_CENTS_NULL;
      if (demandes[i] == PV_CENTS_NULL || rangs[i] == PV_INT_NULL)
        continue;
      if (demandes[i] < 0)
        return NULL;
      parts[i] = 0;
      places[(*n_places)++] = (Place){ i, rangs[i] };
    }
  g_qsort_with_data (places, (int)*n_places, sizeof (Place), compare_place_cb, NULL);

  return g_steal_pointer (&places);
}

/* The sum of a rank, %FALSE when it is more than @left. */
static gboolean
fits (const Place *places, gsize first, gsize end, const PvCents *demandes, PvCents left)
{
  for (gsize i = first; i < end; i++)
    {
      if (demandes[places[i].index] > left)
        return FALSE;
      left -= demandes[places[i].index];
    }

  return TRUE;
}

/* Those of one rank share what is left. */
static void
share_rank (const Place *places,
            gsize n,
            const PvCents *demandes,
            PvArrondi arrondi,
            PvCents *parts,
            PvCents *left)
{
  g_autofree PvCents *asked = g_new (PvCents, n + 1);
  g_autofree PvCents *given = g_new (PvCents, n + 1);
  PvCents reste;

  for (gsize i = 0; i < n; i++)
    asked[i] = demandes[places[i].index];
  if (!pv_repartition_partager (*left, asked, asked, n, arrondi, given, &reste))
    return;
  for (gsize i = 0; i < n; i++)
    parts[places[i].index] = given[i];
  *left = reste;
}

gboolean
pv_repartition_rang (PvCents disponible,
                     const PvCents *demandes,
                     const gint64 *rangs,
                     gsize n,
                     PvCoupure coupure,
                     PvArrondi arrondi,
                     PvCents *parts,
                     PvRepartitionRang *bilan)
{
  PvCents left = MAX (disponible, 0);
  g_autofree Place *places = NULL;
  gsize n_places;
  gsize first = 0;
  gsize end = 0;

  *bilan = (PvRepartitionRang){ .rang = PV_INT_NULL };
  places = list_places (demandes, rangs, n, parts, &n_places);
  if (places == NULL)
    return FALSE;

  for (; first < n_places; first = end)
    {
      for (end = first; end < n_places && places[end].rang == places[first].rang; end++)
        ;
      if (!fits (places, first, end, demandes, left))
        break;
      for (gsize i = first; i < end; i++)
        {
          parts[places[i].index] = demandes[places[i].index];
          left -= demandes[places[i].index];
          bilan->n_dessus++;
        }
    }
  if (first < n_places)
    {
      bilan->rang = places[first].rang;
      bilan->n_coupure = (guint)(end - first);
      if (coupure == PV_COUPURE_PARTAGE)
        share_rank (places + first, end - first, demandes, arrondi, parts, &left);
      for (gsize i = end; i < n_places; i++)
        bilan->n_dessous += demandes[places[i].index] > 0;
    }
  bilan->reste = left;
  bilan->consomme = MAX (disponible, 0) - left;

  return TRUE;
}
