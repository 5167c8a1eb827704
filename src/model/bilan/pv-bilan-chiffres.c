/* pv-bilan-chiffres.c: the key figures of the bilan
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bilan/pv-bilan-analyse-private.h"

/* Means under way of the publics of an exercice. */
typedef struct
{
  PvBilanMoyenne demande;
  PvBilanMoyenne prevu;
  PvBilanMoyenne realise;
  PvBilanMoyenne prevu_bilan;
  PvBilanMoyenne realise_bilan;
} Moyennes;

static void
add_publics (PvBilanChiffres *self, Moyennes *moyennes, const PvBilanDossier *dossier)
{
  pv_bilan_public_add (&self->public_demande, &moyennes->demande, &dossier->prevu);
  if (dossier->finance)
    pv_bilan_public_add (&self->public_prevu, &moyennes->prevu, &dossier->prevu);
  pv_bilan_public_add (&self->public_realise, &moyennes->realise, &dossier->realise);
  if (pv_bilan_beneficiaires_get_total (&dossier->prevu) == PV_INT_NULL ||
      pv_bilan_beneficiaires_get_total (&dossier->realise) == PV_INT_NULL)
    return;
  pv_bilan_public_add (&self->public_prevu_bilan, &moyennes->prevu_bilan, &dossier->prevu);
  pv_bilan_public_add (&self->public_realise_bilan, &moyennes->realise_bilan, &dossier->realise);
}

/* Planned and realised charges are compared where both are known. */
static gboolean
add_realise (PvBilanChiffres *self, const PvBilanDossier *dossier)
{
  gboolean fits = pv_bilan_add (&self->realise_cents, dossier->charges);

  if (dossier->cout == PV_CENTS_NULL || dossier->charges == PV_CENTS_NULL)
    return fits;
  self->compares++;

  return pv_bilan_add (&self->charges_prevues_cents, dossier->cout) &&
         pv_bilan_add (&self->charges_realisees_cents, dossier->charges) && fits;
}

static gboolean
add_chiffres (PvBilanChiffres *self, Moyennes *moyennes, const PvBilanDossier *dossier)
{
  gboolean fits = pv_bilan_mesure_add_dossier (&self->mesure, dossier) &&
                  pv_bilan_add (&self->cout_cents, dossier->cout) &&
                  pv_bilan_add (&self->recuperer_cents, dossier->recuperer) &&
                  add_realise (self, dossier);

  if (dossier->finance)
    fits = pv_bilan_add (&self->cout_finances_cents, dossier->cout) && fits;
  self->attendus += dossier->attendu;
  self->recus += dossier->attendu && (dossier->recu || dossier->valide);
  self->valides += dossier->attendu && dossier->valide;
  add_publics (self, moyennes, dossier);

  return fits;
}

void
pv_bilan_chiffres_init (PvBilanChiffres *self, gint64 exercice)
{
  self->exercice = exercice;
  pv_bilan_mesure_init (&self->mesure);
  self->cout_cents = self->cout_finances_cents = PV_CENTS_NULL;
  self->charges_prevues_cents = self->charges_realisees_cents = PV_CENTS_NULL;
  self->realise_cents = self->recuperer_cents = PV_CENTS_NULL;
  pv_bilan_public_init (&self->public_demande);
  pv_bilan_public_init (&self->public_prevu);
  pv_bilan_public_init (&self->public_realise);
  pv_bilan_public_init (&self->public_prevu_bilan);
  pv_bilan_public_init (&self->public_realise_bilan);
  for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
    for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
      self->egalite.mesures[b][m] = (PvEgaliteMesure){ 0, PV_CENTS_NULL };
}

static void
end_chiffres (PvBilanChiffres *self, const Moyennes *moyennes)
{
  pv_bilan_public_end (&self->public_demande, &moyennes->demande);
  pv_bilan_public_end (&self->public_prevu, &moyennes->prevu);
  pv_bilan_public_end (&self->public_realise, &moyennes->realise);
  pv_bilan_public_end (&self->public_prevu_bilan, &moyennes->prevu_bilan);
  pv_bilan_public_end (&self->public_realise_bilan, &moyennes->realise_bilan);
}

/* --- porteurs -------------------------------------------------------------------------------- */

enum
{
  VU = 1,
  FINANCE = 2,
};

/* By place of a porteur, then exercice: what it has there. */
static GByteArray *
list_porteurs (const PvBilanSource *source)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GByteArray *vus = g_byte_array_new ();
  guint n = source->annees->len, place = 0;
  gint64 dernier = PV_INT_NULL;

  for (guint i = 0; i < source->dossiers->len; i++)
    {
      const PvBilanDossier *dossier = &g_array_index (source->dossiers, PvBilanDossier, i);
      gpointer cle = GSIZE_TO_POINTER ((gsize)dossier->porteur);

      if (dossier->porteur != dernier)
        place = GPOINTER_TO_UINT (g_hash_table_lookup (places, cle));
      dernier = dossier->porteur;
      if (place == 0)
        {
          place = g_hash_table_size (places) + 1;
          g_hash_table_insert (places, cle, GUINT_TO_POINTER (place));
          g_byte_array_set_size (vus, place * n);
          memset (vus->data + (place - 1) * n, 0, n);
        }
      vus->data[(place - 1) * n + dossier->annee] |= dossier->finance ? VU | FINANCE : VU;
    }

  return vus;
}

static void
count_porteurs (PvBilanAnalyse *self, const PvBilanSource *source)
{
  g_autoptr (GByteArray) vus = list_porteurs (source);

  for (guint place = 0; place * self->n_annees < vus->len; place++)
    {
      guint8 all = 0;

      for (guint i = 0; i < self->n_annees; i++)
        {
          guint8 vu = vus->data[place * self->n_annees + i];

          self->annees[i].porteurs += (vu & VU) != 0;
          self->annees[i].porteurs_finances += (vu & FINANCE) != 0;
          all |= vu;
        }
      self->total.porteurs++;
      self->total.porteurs_finances += (all & FINANCE) != 0;
    }
}

/* --- the whole ------------------------------------------------------------------------------- */

static void
sum_public (PvBilanPublic *self,
            PvBilanMoyenne *moyenne,
            const PvBilanPublic *annee,
            const PvBilanMoyenne *sienne)
{
  pv_bilan_add (&self->femmes, annee->femmes);
  pv_bilan_add (&self->hommes, annee->hommes);
  pv_bilan_add (&self->non_ventiles, annee->non_ventiles);
  pv_bilan_add (&self->total, annee->total);
  self->dossiers += annee->dossiers;
  moyenne->poids += sienne->poids;
  moyenne->somme += sienne->somme;
}

static void
sum_publics (PvBilanChiffres *self,
             Moyennes *moyennes,
             const PvBilanChiffres *annee,
             const Moyennes *siennes)
{
  sum_public (&self->public_demande, &moyennes->demande, &annee->public_demande, &siennes->demande);
  sum_public (&self->public_prevu, &moyennes->prevu, &annee->public_prevu, &siennes->prevu);
  sum_public (&self->public_prevu_bilan, &moyennes->prevu_bilan, &annee->public_prevu_bilan,
              &siennes->prevu_bilan);
  sum_public (&self->public_realise, &moyennes->realise, &annee->public_realise, &siennes->realise);
  sum_public (&self->public_realise_bilan, &moyennes->realise_bilan, &annee->public_realise_bilan,
              &siennes->realise_bilan);
}

/* All but porteurs, who may be of several exercices. */
static gboolean
sum_chiffres (PvBilanChiffres *self,
              Moyennes *moyennes,
              const PvBilanChiffres *annee,
              const Moyennes *siennes)
{
  self->attendus += annee->attendus;
  self->recus += annee->recus;
  self->valides += annee->valides;
  self->compares += annee->compares;
  sum_publics (self, moyennes, annee, siennes);

  return pv_bilan_mesure_add (&self->mesure, &annee->mesure) &&
         pv_bilan_add (&self->cout_cents, annee->cout_cents) &&
         pv_bilan_add (&self->cout_finances_cents, annee->cout_finances_cents) &&
         pv_bilan_add (&self->charges_prevues_cents, annee->charges_prevues_cents) &&
         pv_bilan_add (&self->charges_realisees_cents, annee->charges_realisees_cents) &&
         pv_bilan_add (&self->realise_cents, annee->realise_cents) &&
         pv_bilan_add (&self->recuperer_cents, annee->recuperer_cents);
}

gboolean
pv_bilan_chiffres_compute (PvBilanAnalyse *self, const PvBilanSource *source)
{
  g_autofree Moyennes *moyennes = g_new0 (Moyennes, self->n_annees + 1);
  gboolean fits = TRUE;

  for (guint i = 0; i < source->dossiers->len; i++)
    {
      const PvBilanDossier *dossier = &g_array_index (source->dossiers, PvBilanDossier, i);

      fits =
          add_chiffres (&self->annees[dossier->annee], &moyennes[dossier->annee], dossier) && fits;
    }
  for (guint i = 0; i < self->n_annees; i++)
    {
      fits =
          sum_chiffres (&self->total, &moyennes[self->n_annees], &self->annees[i], &moyennes[i]) &&
          fits;
      end_chiffres (&self->annees[i], &moyennes[i]);
    }
  end_chiffres (&self->total, &moyennes[self->n_annees]);
  count_porteurs (self, source);

  return fits;
}
