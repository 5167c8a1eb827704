/* pv-avis-externe.c: a question put to a service
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "avis/pv-avis-externe.h"

#include <string.h>

#include "pv-date.h"
#include "pv-langue.h"

#define BIENTOT_JOURS 7

const PvChamp pv_avis_externe_champs[] = {
  PV_CHAMP_I (PvAvisExterne, dossier_id),
  PV_CHAMP_T (PvAvisExterne, service),
  PV_CHAMP_T (PvAvisExterne, question),
  PV_CHAMP_T (PvAvisExterne, demande_le),
  PV_CHAMP_T (PvAvisExterne, echeance_le),
  PV_CHAMP_T (PvAvisExterne, repondu_le),
  PV_CHAMP_E (PvAvisExterne, avis, pv_avis_vocabulaire),
  PV_CHAMP_T (PvAvisExterne, reponse),
  PV_CHAMP_T (PvAvisExterne, relance_le),
  { NULL },
};

PvAvisExterne *
pv_avis_externe_new (void)
{
  return pv_champs_new (pv_avis_externe_champs, sizeof (PvAvisExterne));
}

PvAvisExterne *
pv_avis_externe_copy (const PvAvisExterne *self)
{
  return pv_champs_copy (pv_avis_externe_champs, sizeof (PvAvisExterne), self);
}

void
pv_avis_externe_free (PvAvisExterne *self)
{
  pv_champs_free (pv_avis_externe_champs, self);
}

PvAvisExterneEtat
pv_avis_externe_get_etat (const PvAvisExterne *self, const char *jour)
{
  if (self->repondu_le != NULL || self->avis != PV_AVIS_NULL || self->reponse != NULL)
    return PV_AVIS_EXTERNE_REPONDU;
  if (self->echeance_le == NULL)
    return PV_AVIS_EXTERNE_ATTENDU;
  if (strcmp (self->echeance_le, jour) < 0)
    return PV_AVIS_EXTERNE_EN_RETARD;

  return pv_date_days_between (jour, self->echeance_le) <= BIENTOT_JOURS ? PV_AVIS_EXTERNE_BIENTOT
                                                                         : PV_AVIS_EXTERNE_ATTENDU;
}

char *
pv_avis_externe_etat_to_words (const PvAvisExterne *self, const char *jour)
{
  PvAvisExterneEtat etat = pv_avis_externe_get_etat (self, jour);
  gulong days =
      self->echeance_le != NULL ? (gulong)ABS (pv_date_days_between (jour, self->echeance_le)) : 0;

  switch (etat)
    {
    case PV_AVIS_EXTERNE_EN_RETARD:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "late by %lu day", "late by %lu days", days), days);
    case PV_AVIS_EXTERNE_BIENTOT:
      return days == 0 ? g_strdup (_ ("due today"))
                       : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "due in %lu day",
                                                       "due in %lu days", days),
                                          days);
    case PV_AVIS_EXTERNE_REPONDU:
      return g_strdup (_ ("answered"));
    case PV_AVIS_EXTERNE_ATTENDU:
    default:
      return g_strdup (_ ("awaited"));
    }
}

const char *const *
pv_avis_externe_get_services (void)
{
  static const char *const services[] = {
    "ARS", "CAF", "Conseil citoyen", "Délégué du préfet", "DRAC", NULL,
  };

  return services;
}

gboolean
pv_avis_externe_check (const PvAvisExterne *self, char **reason, const char **champ)
{
  *champ = NULL;
  *reason = NULL;
  if (self->service == NULL || *self->service == '\0')
    {
      *champ = "service";
      *reason = g_strdup (_ ("Say which service is asked."));
    }
  else if (self->demande_le != NULL && self->echeance_le != NULL &&
           strcmp (self->echeance_le, self->demande_le) < 0)
    {
      *champ = "echeance_le";
      *reason = g_strdup (_ ("The answer cannot be due before the question is asked."));
    }
  else if (self->demande_le != NULL && self->repondu_le != NULL &&
           strcmp (self->repondu_le, self->demande_le) < 0)
    {
      *champ = "repondu_le";
      *reason = g_strdup (_ ("The answer cannot come before the question is asked."));
    }

  return *champ == NULL;
}
