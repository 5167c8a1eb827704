/* pv-proces-verbal.c: all that the minutes of a séance say
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-proces-verbal.h"

#include <glib/gi18n-lib.h>

#include "pv-date.h"
#include "pv-error.h"

/* As the first words of a line. */
static const char *const decisions[PV_N_PROCES_VERBAL_DECISIONS] = {
  [PV_DECISION_GENRE_PROGRAMME] = "Programmé",
  [PV_DECISION_GENRE_SOUS_RESERVE] = "Programmé sous réserve",
  [PV_DECISION_GENRE_AJOURNE] = "Ajourné",
  [PV_DECISION_GENRE_REFUSE] = "Refusé",
  [PV_DECISION_GENRE_REORIENTE] = "Réorienté",
  [PV_PROCES_VERBAL_SANS_DECISION] = "Non décidé",
};

const char *
pv_proces_verbal_decision_to_libelle (guint decision)
{
  g_return_val_if_fail (decision < PV_N_PROCES_VERBAL_DECISIONS, NULL);

  return decisions[decision];
}

guint
pv_proces_verbal_decision_from_id (const char *id)
{
  PvDecisionGenre genre = PV_DECISION_GENRE_NULL;

  return pv_decision_genre_from_id (id, &genre) ? (guint)genre : PV_PROCES_VERBAL_SANS_DECISION;
}

/* --- life ------------------------------------------------------------------------------- */

void
pv_proces_verbal_presence_free (PvProcesVerbalPresence *self)
{
  g_free (self->institution);
  g_free (self->personne);
  g_free (self);
}

void
pv_proces_verbal_financeur_free (PvProcesVerbalFinanceur *self)
{
  g_free (self->nom);
  g_free (self->court);
  g_free (self);
}

void
pv_proces_verbal_ligne_free (PvProcesVerbalLigne *self)
{
  g_free (self->dispositif);
  g_free (self);
}

void
pv_proces_verbal_version_free (PvProcesVerbalVersion *self)
{
  g_free (self->reserve);
  g_free (self->motif);
  g_free (self->retour);
  g_free (self->decidee_a);
  g_free (self->montants);
  g_free (self);
}

void
pv_proces_verbal_deport_free (PvProcesVerbalDeport *self)
{
  g_free (self->institution);
  g_free (self->motif);
  g_free (self);
}

void
pv_proces_verbal_dossier_free (PvProcesVerbalDossier *self)
{
  g_free (self->numero);
  g_free (self->porteur);
  g_free (self->intitule);
  g_ptr_array_unref (self->lignes);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->deports);
  g_free (self);
}

void
pv_proces_verbal_enveloppe_free (PvProcesVerbalEnveloppe *self)
{
  g_free (self->libelle);
  g_free (self->financeur);
  g_free (self->dispositif);
  g_free (self->derogation);
  g_free (self);
}

PvProcesVerbal *
pv_proces_verbal_new (void)
{
  PvProcesVerbal *self = g_new0 (PvProcesVerbal, 1);

  self->quorum = PV_INT_NULL;
  self->presences = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_presence_free);
  self->financeurs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_financeur_free);
  self->dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_dossier_free);
  self->enveloppes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_proces_verbal_enveloppe_free);

  return self;
}

void
pv_proces_verbal_free (PvProcesVerbal *self)
{
  if (self == NULL)
    return;

  g_free (self->contrat);
  g_free (self->appel);
  g_free (self->instance);
  g_free (self->date_le);
  g_free (self->lieu);
  g_free (self->observations);
  g_free (self->ouverte_a);
  g_free (self->close_a);
  g_ptr_array_unref (self->presences);
  g_ptr_array_unref (self->financeurs);
  g_ptr_array_unref (self->dossiers);
  g_ptr_array_unref (self->enveloppes);
  g_free (self);
}

char *
pv_proces_verbal_dup_nom (const PvProcesVerbal *self)
{
  g_autofree char *date = pv_date_format_french (self->date_le, PV_DATE_FORMAT_LONG);

  return g_strdup_printf ("%s du %s", self->instance, date != NULL ? date : self->date_le);
}

/* --- what is decided --------------------------------------------------------------------- */

const PvProcesVerbalVersion *
pv_proces_verbal_dossier_get_version (const PvProcesVerbalDossier *self)
{
  return self->versions->len > 0 ? self->versions->pdata[self->versions->len - 1] : NULL;
}

guint
pv_proces_verbal_dossier_get_decision (const PvProcesVerbalDossier *self)
{
  const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (self);

  return version != NULL ? version->decision : PV_PROCES_VERBAL_SANS_DECISION;
}

PvCents
pv_proces_verbal_dossier_get_decide (const PvProcesVerbalDossier *self)
{
  const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (self);

  return version != NULL ? version->total_cents : PV_CENTS_NULL;
}

PvCents
pv_proces_verbal_dossier_get_montant (const PvProcesVerbalDossier *self, guint financeur)
{
  const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (self);
  PvCents somme = PV_CENTS_NULL;

  for (guint i = 0; version != NULL && i < self->lignes->len; i++)
    {
      const PvProcesVerbalLigne *ligne = self->lignes->pdata[i];

      /* it fits: the sum of the séance does */
      if (ligne->financeur == financeur)
        pv_money_add (somme, version->montants[i], &somme);
    }

  return somme;
}

PvCents
pv_proces_verbal_dossier_get_acquis (const PvProcesVerbalDossier *self, guint financeur)
{
  PvCents somme = PV_CENTS_NULL;

  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvProcesVerbalLigne *ligne = self->lignes->pdata[i];

      if (ligne->financeur == financeur)
        pv_money_add (somme, ligne->acquis_cents, &somme);
    }

  return somme;
}

/* --- sums -------------------------------------------------------------------------------- */

static gboolean
sum_versions (PvProcesVerbalDossier *dossier)
{
  for (guint i = 0; i < dossier->versions->len; i++)
    {
      PvProcesVerbalVersion *version = dossier->versions->pdata[i];

      if (!pv_money_sum (version->montants, dossier->lignes->len, &version->total_cents))
        return FALSE;
    }

  return TRUE;
}

static gboolean
sum_lignes (PvProcesVerbal *self, PvProcesVerbalDossier *dossier)
{
  const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (dossier);

  for (guint i = 0; i < dossier->lignes->len; i++)
    {
      const PvProcesVerbalLigne *ligne = dossier->lignes->pdata[i];
      PvProcesVerbalFinanceur *financeur = self->financeurs->pdata[ligne->financeur];
      PvCents montant = version != NULL ? version->montants[i] : PV_CENTS_NULL;

      if (!pv_money_add (dossier->sollicite_cents, ligne->sollicite_cents,
                         &dossier->sollicite_cents) ||
          !pv_money_add (dossier->propose_cents, ligne->propose_cents, &dossier->propose_cents) ||
          !pv_money_add (dossier->acquis_cents, ligne->acquis_cents, &dossier->acquis_cents) ||
          !pv_money_add (financeur->acquis_cents, ligne->acquis_cents, &financeur->acquis_cents) ||
          !pv_money_add (financeur->sollicite_cents, ligne->sollicite_cents,
                         &financeur->sollicite_cents) ||
          !pv_money_add (financeur->propose_cents, ligne->propose_cents,
                         &financeur->propose_cents) ||
          !pv_money_add (financeur->decide_cents, montant, &financeur->decide_cents))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_somme (PvProcesVerbalSomme *somme, const PvProcesVerbalDossier *dossier)
{
  somme->dossiers++;

  return pv_money_add (somme->propose_cents, dossier->propose_cents, &somme->propose_cents) &&
         pv_money_add (somme->decide_cents, pv_proces_verbal_dossier_get_decide (dossier),
                       &somme->decide_cents);
}

static gboolean
sum_all (PvProcesVerbal *self)
{
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      PvProcesVerbalDossier *dossier = self->dossiers->pdata[i];
      guint decision = pv_proces_verbal_dossier_get_decision (dossier);

      if (!sum_versions (dossier) || !sum_lignes (self, dossier) ||
          !add_somme (&self->sommes[decision], dossier) || !add_somme (&self->total, dossier) ||
          !pv_money_add (self->acquis_cents, dossier->acquis_cents, &self->acquis_cents) ||
          !pv_money_add (self->sollicite_cents, dossier->sollicite_cents, &self->sollicite_cents))
        return FALSE;
    }

  return TRUE;
}

static void
clear_sums (PvProcesVerbal *self)
{
  PvProcesVerbalSomme nothing = { 0, PV_CENTS_NULL, PV_CENTS_NULL };

  self->sollicite_cents = self->acquis_cents = PV_CENTS_NULL;
  self->total = nothing;
  for (guint i = 0; i < PV_N_PROCES_VERBAL_DECISIONS; i++)
    self->sommes[i] = nothing;
  for (guint i = 0; i < self->financeurs->len; i++)
    {
      PvProcesVerbalFinanceur *financeur = self->financeurs->pdata[i];

      financeur->sollicite_cents = financeur->propose_cents = PV_CENTS_NULL;
      financeur->decide_cents = financeur->acquis_cents = PV_CENTS_NULL;
    }
  for (guint i = 0; i < self->dossiers->len; i++)
    {
      PvProcesVerbalDossier *dossier = self->dossiers->pdata[i];

      dossier->sollicite_cents = dossier->propose_cents = PV_CENTS_NULL;
      dossier->acquis_cents = PV_CENTS_NULL;
    }
}

gboolean
pv_proces_verbal_sum (PvProcesVerbal *self, GError **error)
{
  clear_sums (self);
  if (sum_all (self))
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
               _ ("The amounts of the séance of %s are too large to be summed."), self->date_le);
  return FALSE;
}
