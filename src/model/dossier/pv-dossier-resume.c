/* pv-dossier-resume.c: what one row of a list says of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-resume.h"

#include <inttypes.h>

#include "pv-date.h"

#define INCONNU "–"

void
pv_dossier_resume_free (PvDossierResume *self)
{
  if (self == NULL)
    return;

  g_free (self->numero);
  g_free (self->porteur);
  g_free (self->intitule);
  g_free (self->communes);
  g_free (self->quartiers);
  g_free (self->axe);
  g_free (self->axe_libelle);
  g_free (self->affichage);
  g_free (self->referent);
  g_free (self->depose_le);
  g_free (self->depot);
  g_free (self->decision);
  g_free (self->reserve);
  g_free (self);
}

PvCents
pv_dossier_resume_get_montant (const PvDossierResume *self, PvDossierColonne colonne)
{
  int groupe = pv_dossier_colonne_get_groupe (colonne);
  int etape = pv_dossier_colonne_get_etape (colonne);

  g_return_val_if_fail (self != NULL, PV_CENTS_NULL);

  if (groupe >= 0)
    return self->montants[groupe];
  if (etape >= 0)
    return self->etapes[etape];

  return colonne == PV_DOSSIER_COLONNE_COUT ? self->cout_cents : PV_CENTS_NULL;
}

static char *
text_or_unknown (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : INCONNU);
}

static char *
amount_to_text (PvCents cents)
{
  if (cents == PV_CENTS_NULL)
    return g_strdup (INCONNU);

  return pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

static char *
cpo_to_text (const PvDossierResume *self)
{
  if (self->cpo_duree == PV_INT_NULL)
    return g_strdup (INCONNU);
  if (self->cpo_annee == PV_INT_NULL)
    return g_strdup_printf ("%" PRId64, self->cpo_duree);

  return g_strdup_printf ("%" PRId64 "/%" PRId64, self->cpo_annee, self->cpo_duree);
}

static char *
score_to_text (gint64 score)
{
  if (score == PV_INT_NULL)
    return g_strdup (INCONNU);

  return g_strdup_printf ("%" PRId64 ",%02" PRId64, score / 100, score % 100);
}

static char *
number_to_text (gint64 number)
{
  return number == PV_INT_NULL ? g_strdup (INCONNU) : g_strdup_printf ("%" PRId64, number);
}

static char *
date_to_text (const char *date)
{
  if (date == NULL || !pv_date_is_valid (date))
    return text_or_unknown (date);

  return pv_date_format_french (date, PV_DATE_FORMAT_SHORT);
}

char *
pv_dossier_resume_to_text (const PvDossierResume *self, PvDossierColonne colonne)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (colonne)
    {
    case PV_DOSSIER_COLONNE_NUMERO:
      return text_or_unknown (self->numero);
    case PV_DOSSIER_COLONNE_PORTEUR:
      return text_or_unknown (self->porteur);
    case PV_DOSSIER_COLONNE_INTITULE:
      return text_or_unknown (self->intitule);
    case PV_DOSSIER_COLONNE_COMMUNE:
      return text_or_unknown (self->communes);
    case PV_DOSSIER_COLONNE_QUARTIER:
      return text_or_unknown (self->quartiers);
    case PV_DOSSIER_COLONNE_AXE:
      return text_or_unknown (self->axe);
    case PV_DOSSIER_COLONNE_AVIS:
      return g_strdup_printf ("%" PRId64 "/%" PRId64, self->n_avis, self->n_avis_attendus);
    case PV_DOSSIER_COLONNE_SCORE:
      return score_to_text (self->score);
    case PV_DOSSIER_COLONNE_MARQUE:
      return number_to_text (self->marque);
    case PV_DOSSIER_COLONNE_STATUT:
      return text_or_unknown (self->affichage);
    case PV_DOSSIER_COLONNE_NATURE:
      return text_or_unknown (pv_dossier_nature_to_libelle (self->nature));
    case PV_DOSSIER_COLONNE_CPO:
      return cpo_to_text (self);
    case PV_DOSSIER_COLONNE_REFERENT:
      return text_or_unknown (self->referent);
    case PV_DOSSIER_COLONNE_EXERCICE:
      return number_to_text (self->exercice);
    case PV_DOSSIER_COLONNE_DEPOSE:
      return date_to_text (self->depose_le);
    case PV_DOSSIER_COLONNE_DEPOT:
      return text_or_unknown (self->depot);
    case PV_DOSSIER_COLONNE_DECISION:
      return text_or_unknown (self->decision);
    case PV_DOSSIER_COLONNE_RESERVE:
      return text_or_unknown (self->reserve);
    case PV_DOSSIER_COLONNE_COUT:
    case PV_DOSSIER_COLONNE_ETAT:
    case PV_DOSSIER_COLONNE_REGION:
    case PV_DOSSIER_COLONNE_DEPARTEMENT:
    case PV_DOSSIER_COLONNE_CAF:
    case PV_DOSSIER_COLONNE_EPCI:
    case PV_DOSSIER_COLONNE_COMMUNES:
    case PV_DOSSIER_COLONNE_AUTRES:
    case PV_DOSSIER_COLONNE_SOLLICITE:
    case PV_DOSSIER_COLONNE_PROPOSE:
    case PV_DOSSIER_COLONNE_ARBITRE:
    case PV_DOSSIER_COLONNE_VOTE:
    case PV_DOSSIER_COLONNE_NOTIFIE:
    case PV_DOSSIER_COLONNE_VERSE:
      return amount_to_text (pv_dossier_resume_get_montant (self, colonne));
    case PV_DOSSIER_COLONNE_NULL:
      break;
    }

  return g_strdup (INCONNU);
}
