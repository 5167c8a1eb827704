/* pv-bilan-cumul.c: sums under way, by an id and an exercice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "bilan/pv-bilan-analyse-private.h"
#include "pv-error.h"

gboolean
pv_bilan_refuse_overflow (GError **error)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                       _ ("A sum of amounts is larger than what can be kept exactly. Run the "
                          "controls to find the amount that is wrong."));

  return FALSE;
}

gboolean
pv_bilan_add (PvCents *sum, PvCents amount)
{
  if (amount == PV_CENTS_NULL)
    return TRUE;
  if (*sum == PV_CENTS_NULL)
    *sum = 0;

  return !__builtin_add_overflow (*sum, amount, sum);
}

void
pv_bilan_mesure_init (PvBilanMesure *self)
{
  self->dossiers = 0;
  self->finances = 0;
  for (guint i = 0; i < PV_N_ETAPES; i++)
    self->etapes[i] = PV_CENTS_NULL;
  self->accorde = PV_CENTS_NULL;
}

gboolean
pv_bilan_mesure_add (PvBilanMesure *self, const PvBilanMesure *other)
{
  gboolean fits = pv_bilan_add (&self->accorde, other->accorde);

  self->dossiers += other->dossiers;
  self->finances += other->finances;
  for (guint i = 0; i < PV_N_ETAPES; i++)
    fits = pv_bilan_add (&self->etapes[i], other->etapes[i]) && fits;

  return fits;
}

gboolean
pv_bilan_mesure_add_dossier (PvBilanMesure *self, const PvBilanDossier *dossier)
{
  gboolean fits = pv_bilan_add (&self->accorde, dossier->accorde);

  self->dossiers++;
  self->finances += dossier->finance;
  for (guint i = 0; i < PV_N_ETAPES; i++)
    fits = pv_bilan_add (&self->etapes[i], dossier->etapes[i]) && fits;

  return fits;
}

void
pv_bilan_cumul_init (PvBilanCumul *self, guint n_annees)
{
  self->places = g_hash_table_new (NULL, NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->mesures = g_array_new (FALSE, FALSE, sizeof (PvBilanMesure));
  self->n_annees = n_annees;
  self->debordement = FALSE;
}

void
pv_bilan_cumul_clear (PvBilanCumul *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->mesures, g_array_unref);
}

static guint
add_place (PvBilanCumul *self, gint64 id)
{
  guint place = self->ids->len;

  g_array_append_val (self->ids, id);
  g_hash_table_insert (self->places, GSIZE_TO_POINTER ((gsize)id), GUINT_TO_POINTER (place + 1));
  g_array_set_size (self->mesures, (place + 1) * self->n_annees);
  for (guint i = 0; i < self->n_annees; i++)
    pv_bilan_mesure_init (
        &g_array_index (self->mesures, PvBilanMesure, place * self->n_annees + i));

  return place;
}

PvBilanMesure *
pv_bilan_cumul_get (PvBilanCumul *self, gint64 id, guint annee)
{
  guint place;

  if (self->ids->len == 0 || self->dernier != id)
    {
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GSIZE_TO_POINTER ((gsize)id)));
      self->derniere_place = place > 0 ? place - 1 : add_place (self, id);
      self->dernier = id;
    }

  return &g_array_index (self->mesures, PvBilanMesure,
                         self->derniere_place * self->n_annees + annee);
}
