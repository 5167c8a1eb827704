/* pv-convention-echeance.c: a planned payment of a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-echeance.h"

#include <glib/gi18n-lib.h>

#define N_PARTS_MAX 3

static const struct
{
  const char *id;
  const char *words;
  gint64 parts[N_PARTS_MAX]; /* in hundredths; 0: no such payment */
} echeanciers[PV_N_ECHEANCIERS] = {
  { "unique", N_ ("in one payment"), { 100 } },
  { "50-50", N_ ("50% / 50%"), { 50, 50 } },
  { "70-30", N_ ("acompte 70% / solde 30%"), { 70, 30 } },
  { "80-20", N_ ("acompte 80% / solde 20%"), { 80, 20 } },
  { "50-30-20", N_ ("50% / 30% / solde 20%"), { 50, 30, 20 } },
};

PvConventionEcheance *
pv_convention_echeance_new (void)
{
  PvConventionEcheance *self = g_new0 (PvConventionEcheance, 1);

  self->exercice = PV_INT_NULL;
  self->montant_cents = PV_CENTS_NULL;

  return self;
}

PvConventionEcheance *
pv_convention_echeance_copy (const PvConventionEcheance *self)
{
  PvConventionEcheance *copy = g_memdup2 (self, sizeof *self);

  copy->echeance_le = g_strdup (self->echeance_le);
  copy->libelle = g_strdup (self->libelle);

  return copy;
}

void
pv_convention_echeance_free (PvConventionEcheance *self)
{
  g_free (self->echeance_le);
  g_free (self->libelle);
  g_free (self);
}

const char *
pv_echeancier_to_words (PvEcheancier echeancier)
{
  g_return_val_if_fail (echeancier < PV_N_ECHEANCIERS, NULL);

  return _ (echeanciers[echeancier].words);
}

const char *
pv_echeancier_to_id (PvEcheancier echeancier)
{
  g_return_val_if_fail (echeancier < PV_N_ECHEANCIERS, NULL);

  return echeanciers[echeancier].id;
}

gboolean
pv_echeancier_from_id (const char *id, PvEcheancier *echeancier)
{
  for (guint i = 0; i < PV_N_ECHEANCIERS; i++)
    if (g_strcmp0 (echeanciers[i].id, id) == 0)
      {
        *echeancier = (PvEcheancier)i;
        return TRUE;
      }

  return FALSE;
}

/* The last of several is the solde, paid once the compte rendu is there. It is kept in the file
 * and printed in the convention: it is French, whoever writes it. */
static char *
name_part (guint rang, guint n, gint64 part)
{
  if (n == 1)
    return g_strdup ("Versement unique");
  if (rang == n - 1)
    return g_strdup_printf ("Solde (%d\342\200\257%%)", (int)part);
  if (n == 2)
    return g_strdup_printf ("Acompte (%d\342\200\257%%)", (int)part);

  return g_strdup_printf ("Acompte %u (%d\342\200\257%%)", rang + 1, (int)part);
}

void
pv_echeancier_propose (PvEcheancier echeancier,
                       gint64 exercice,
                       PvCents cents,
                       GPtrArray *echeances)
{
  PvCents montants[N_PARTS_MAX];
  const gint64 *parts;
  guint n = 0;

  g_return_if_fail (echeancier < PV_N_ECHEANCIERS);

  parts = echeanciers[echeancier].parts;
  while (n < N_PARTS_MAX && parts[n] > 0)
    n++;
  if (!pv_money_allocate (cents, parts, n, montants))
    for (guint i = 0; i < n; i++)
      montants[i] = PV_CENTS_NULL;
  for (guint i = 0; i < n; i++)
    {
      PvConventionEcheance *echeance = pv_convention_echeance_new ();

      echeance->exercice = exercice;
      echeance->libelle = name_part (i, n, parts[i]);
      echeance->montant_cents = montants[i];
      g_ptr_array_add (echeances, echeance);
    }
}

gboolean
pv_convention_echeances_sum (GPtrArray *echeances, PvCents *cents)
{
  PvCents sum = PV_CENTS_NULL;

  for (guint i = 0; i < echeances->len; i++)
    if (!pv_money_add (sum, ((const PvConventionEcheance *)echeances->pdata[i])->montant_cents,
                       &sum))
      return FALSE;
  *cents = sum;

  return TRUE;
}
