/* pv-convention.c: a grant agreement between one payer and one organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-date.h"

const PvChamp pv_convention_champs[] = {
  PV_CHAMP_T (PvConvention, numero),
  PV_CHAMP_I (PvConvention, financeur_id),
  PV_CHAMP_I (PvConvention, organisme_id),
  PV_CHAMP_T (PvConvention, objet),
  PV_CHAMP_I (PvConvention, annee_debut),
  PV_CHAMP_I (PvConvention, annee_fin),
  PV_CHAMP_T (PvConvention, signee_le),
  PV_CHAMP_T (PvConvention, envoyee_le),
  PV_CHAMP_T (PvConvention, retournee_le),
  PV_CHAMP_T (PvConvention, notifiee_le),
  PV_CHAMP_I (PvConvention, paiement_delai_jours),
  PV_CHAMP_T (PvConvention, conditions_versement),
  PV_CHAMP_T (PvConvention, commentaire),
  { NULL },
};

PvConvention *
pv_convention_new (void)
{
  return pv_champs_new (pv_convention_champs, sizeof (PvConvention));
}

PvConvention *
pv_convention_copy (const PvConvention *self)
{
  return pv_champs_copy (pv_convention_champs, sizeof (PvConvention), self);
}

void
pv_convention_free (PvConvention *self)
{
  pv_champs_free (pv_convention_champs, self);
}

gboolean
pv_convention_is_pluriannuelle (const PvConvention *self)
{
  return self->annee_fin > self->annee_debut;
}

const char *
pv_convention_etat_to_words (PvConventionEtat etat)
{
  static const char *const words[PV_N_CONVENTION_ETATS] = {
    NC_ ("convention", "to create"), NC_ ("convention", "to draft"), NC_ ("convention", "sent"),
    NC_ ("convention", "returned"),  NC_ ("convention", "signed"),   NC_ ("convention", "notified"),
  };

  g_return_val_if_fail (etat < PV_N_CONVENTION_ETATS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "convention", words[etat]);
}

PvConventionEtat
pv_convention_get_etat (const PvConvention *self)
{
  if (self->notifiee_le != NULL)
    return PV_CONVENTION_ETAT_NOTIFIEE;
  if (self->signee_le != NULL)
    return PV_CONVENTION_ETAT_SIGNEE;
  if (self->retournee_le != NULL)
    return PV_CONVENTION_ETAT_RETOURNEE;
  if (self->envoyee_le != NULL)
    return PV_CONVENTION_ETAT_ENVOYEE;

  return PV_CONVENTION_ETAT_A_REDIGER;
}

gboolean
pv_convention_etat_is_signee (PvConventionEtat etat)
{
  return etat >= PV_CONVENTION_ETAT_SIGNEE;
}

/* Beyond, it is a slip of the keys. */
#define ANNEE_MIN 1990
#define ANNEE_MAX 2100
#define DUREE_MAX 10

static gboolean
check_annees (const PvConvention *self, char **reason, const char **champ)
{
  *champ = "annee_fin";
  if (self->annee_debut == PV_INT_NULL || self->annee_fin == PV_INT_NULL)
    *reason = g_strdup (_ ("A convention has a first and a last year: enter both."));
  else if (self->annee_fin < self->annee_debut)
    *reason = g_strdup_printf (_ ("The last year cannot be before the first, %d."),
                               (int)self->annee_debut);
  else if (self->annee_debut < ANNEE_MIN || self->annee_fin > ANNEE_MAX ||
           self->annee_fin - self->annee_debut >= DUREE_MAX)
    *reason = g_strdup_printf (_ ("%d to %d is no period of a convention: correct its years."),
                               (int)self->annee_debut, (int)self->annee_fin);
  else
    *champ = NULL;

  return *champ == NULL;
}

/* The dates of its life, in order. */
static const char *const dates[] = { "envoyee_le", "retournee_le", "signee_le", "notifiee_le" };

static char *
refuse_date (guint rang, const char *before)
{
  g_autofree char *jour = pv_date_format_french (before, PV_DATE_FORMAT_LONG);

  if (rang == 1)
    return g_strdup_printf (
        _ ("It cannot come back signed before the %s: correct one of the dates."), jour);
  if (rang == 2)
    return g_strdup_printf (
        _ ("The payer cannot have signed before the %s: correct one of the dates."), jour);

  return g_strdup_printf (_ ("It cannot be notified before the %s: correct one of the dates."),
                          jour);
}

gboolean
pv_convention_check (const PvConvention *self, char **reason, const char **champ)
{
  const char *const days[] = { self->envoyee_le, self->retournee_le, self->signee_le,
                               self->notifiee_le };
  const char *last = NULL;

  *reason = NULL;
  *champ = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (days[i] == NULL)
        continue;
      if (last != NULL && strcmp (days[i], last) < 0)
        {
          *champ = dates[i];
          *reason = refuse_date (i, last);
          return FALSE;
        }
      last = days[i];
    }

  return check_annees (self, reason, champ);
}

char *
pv_convention_get_avertissement (const PvConvention *self)
{
  gint64 n = self->annee_fin - self->annee_debut + 1;

  if (n <= PV_CONVENTION_ANNEES_MAX)
    return NULL;

  return g_strdup_printf (_ ("%d years: a convention pluriannuelle d’objectifs is of four years at "
                             "most (circulaire n° 5811-SG of 29 September 2015)."),
                          (int)n);
}
