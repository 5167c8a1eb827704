/* pv-convention-suivi.c: the conventions there are, and those that are missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-suivi.h"

#include <string.h>

#include "pv-date.h"

PvConventionLigne *
pv_convention_ligne_new (void)
{
  PvConventionLigne *self = g_new0 (PvConventionLigne, 1);

  self->besoins = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_besoin_unref);
  self->cents = PV_CENTS_NULL;
  self->prevu_cents = PV_CENTS_NULL;
  self->verse_cents = PV_CENTS_NULL;
  self->seuil_cents = PV_CENTS_NULL;

  return self;
}

void
pv_convention_ligne_free (PvConventionLigne *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->convention, pv_convention_free);
  g_ptr_array_unref (self->besoins);
  g_free (self->financeur);
  g_free (self->organisme);
  g_free (self->source);
  g_free (self->notifie_le);
  g_free (self);
}

static int
compare_annees (gconstpointer a, gconstpointer b)
{
  const PvConventionBesoin *left = *(const PvConventionBesoin *const *)a;
  const PvConventionBesoin *right = *(const PvConventionBesoin *const *)b;

  return (left->exercice > right->exercice) - (left->exercice < right->exercice);
}

/* The threshold told is the one that makes the convention mandatory, else the lowest. */
static void
take_seuil (PvConventionLigne *self, const PvConventionBesoin *besoin)
{
  if (besoin->seuil_cents == PV_CENTS_NULL || (self->obligatoire && !besoin->obligatoire))
    return;
  if (self->seuil_cents == PV_CENTS_NULL || besoin->obligatoire > self->obligatoire ||
      besoin->seuil_cents < self->seuil_cents)
    {
      self->seuil_cents = besoin->seuil_cents;
      g_free (self->source);
      self->source = g_strdup (besoin->source);
    }
}

void
pv_convention_ligne_add (PvConventionLigne *self, PvConventionBesoin *besoin)
{
  take_seuil (self, besoin);
  self->obligatoire = self->obligatoire || besoin->obligatoire;
  self->dans_filtre = self->dans_filtre || besoin->dans_filtre;
  self->n_dossiers = (self->besoins->len > 0 ? self->n_dossiers : 0) + besoin->parts->len;
  pv_money_add (self->cents, besoin->cents, &self->cents);
  if (besoin->obligatoire && besoin->notifie_le != NULL &&
      (self->notifie_le == NULL || g_strcmp0 (besoin->notifie_le, self->notifie_le) < 0))
    {
      g_free (self->notifie_le);
      self->notifie_le = g_strdup (besoin->notifie_le);
    }
  g_ptr_array_add (self->besoins, pv_convention_besoin_ref (besoin));
  g_ptr_array_sort (self->besoins, compare_annees);
}

/* Since when, as far as there is no signature; %NULL: it will not be late. */
static const char *
get_depuis (const PvConventionLigne *self)
{
  return self->obligatoire && !pv_convention_etat_is_signee (self->etat) ? self->notifie_le : NULL;
}

gint64
pv_convention_ligne_get_retard (const PvConventionLigne *self, const char *jour)
{
  const char *depuis = get_depuis (self);

  return depuis != NULL ? MAX (pv_date_days_between (depuis, jour), 0) : 0;
}

int
pv_convention_ligne_compare_retard (const PvConventionLigne *a, const PvConventionLigne *b)
{
  const char *left = get_depuis (a), *right = get_depuis (b);

  if (left == NULL || right == NULL)
    return (left == NULL) - (right == NULL);

  return strcmp (left, right);
}

gint64
pv_convention_ligne_get_signature_tardive (const PvConventionLigne *self)
{
  if (!self->obligatoire || self->notifie_le == NULL || self->convention == NULL ||
      self->convention->signee_le == NULL)
    return 0;

  return MAX (pv_date_days_between (self->notifie_le, self->convention->signee_le), 0);
}

char *
pv_convention_ligne_dup_annees (const PvConventionLigne *self)
{
  if (self->annee_fin > self->annee_debut)
    return g_strdup_printf ("%d–%d", (int)self->annee_debut, (int)self->annee_fin);

  return g_strdup_printf ("%d", (int)self->annee_debut);
}
