/* pv-bilan.c: what became of a dossier: compte rendu and bilan
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan.h"
#include "commun/pv-beneficiaires.h"

#include <inttypes.h>
#include <string.h>

#include "pv-date.h"
#include "pv-langue.h"

static const PvMot realisations[] = {
  { "totale", "totale" },
  { "partielle", "partielle" },
  { "non-realisee", "non réalisée" },
};

PV_DEFINE_VOCABULAIRE (PvBilanRealisation, pv_bilan_realisation, realisations)

static const PvMot etats[PV_N_BILAN_ETATS] = {
  { "en-retard", "en retard" }, { "du", "dû" },         { "a-venir", "à venir" },
  { "recu", "reçu" },           { "valide", "validé" }, { "non-attendu", "non attendu" },
};

PV_DEFINE_VOCABULAIRE (PvBilanEtat, pv_bilan_etat, etats)

const PvChamp pv_bilan_champs[] = {
  PV_CHAMP_I (PvBilan, dossier_id),
  PV_CHAMP_T (PvBilan, crf_du_le),
  PV_CHAMP_T (PvBilan, crf_recu_le),
  PV_CHAMP_T (PvBilan, crf_valide_le),
  PV_CHAMP_E (PvBilan, realisation, pv_bilan_realisation_vocabulaire),
  PV_CHAMP_T (PvBilan, debut),
  PV_CHAMP_T (PvBilan, fin),
  PV_CHAMP_I (PvBilan, beneficiaires_femmes),
  PV_CHAMP_I (PvBilan, beneficiaires_hommes),
  PV_CHAMP_I (PvBilan, beneficiaires_non_ventiles),
  PV_CHAMP_I (PvBilan, beneficiaires_qpv_bp),
  PV_CHAMP_I (PvBilan, a_recuperer_cents),
  PV_CHAMP_T (PvBilan, commentaire),
  { NULL },
};

PvBilan *
pv_bilan_new (void)
{
  return pv_champs_new (pv_bilan_champs, sizeof (PvBilan));
}

PvBilan *
pv_bilan_copy (const PvBilan *self)
{
  return pv_champs_copy (pv_bilan_champs, sizeof (PvBilan), self);
}

void
pv_bilan_free (PvBilan *self)
{
  pv_champs_free (pv_bilan_champs, self);
}

gint64
pv_bilan_get_beneficiaires (const PvBilan *self)
{
  return pv_beneficiaires_sum (self->beneficiaires_femmes, self->beneficiaires_hommes,
                               self->beneficiaires_non_ventiles);
}

/* --- rules ------------------------------------------------------------------------------- */

static gboolean
is_before (const char *a, const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) < 0;
}

static gboolean
refuse (const char *champ, const char *words, const char **at, char **reason)
{
  *at = champ;
  *reason = g_strdup (words);

  return FALSE;
}

static gboolean
check_dates (const PvBilan *self, const char *jour, char **reason, const char **champ)
{
  if (is_before (jour, self->crf_recu_le))
    return refuse ("crf_recu_le", _ ("The compte rendu cannot have been received after today."),
                   champ, reason);
  if (is_before (jour, self->crf_valide_le))
    return refuse ("crf_valide_le", _ ("The compte rendu cannot have been validated after today."),
                   champ, reason);
  if (self->crf_valide_le != NULL && self->crf_recu_le == NULL)
    return refuse ("crf_valide_le",
                   _ ("Say first when the compte rendu was received: one that was not is not"
                      " validated."),
                   champ, reason);
  if (is_before (self->crf_valide_le, self->crf_recu_le))
    return refuse ("crf_valide_le",
                   _ ("The compte rendu cannot have been validated before it was received."), champ,
                   reason);
  if (is_before (self->fin, self->debut))
    return refuse ("fin", _ ("The action cannot have ended before it began."), champ, reason);

  return TRUE;
}

gboolean
pv_bilan_check (const PvBilan *self, const char *jour, char **reason, const char **champ)
{
  static const char *const counts[] = { "beneficiaires_femmes", "beneficiaires_hommes",
                                        "beneficiaires_non_ventiles" };
  const gint64 values[] = { self->beneficiaires_femmes, self->beneficiaires_hommes,
                            self->beneficiaires_non_ventiles };

  *champ = NULL;
  *reason = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] != PV_INT_NULL && values[i] < 0)
      return refuse (counts[i], _ ("A number of people is not negative."), champ, reason);
  if (self->beneficiaires_qpv_bp != PV_INT_NULL &&
      (self->beneficiaires_qpv_bp < 0 || self->beneficiaires_qpv_bp > 10000))
    return refuse ("beneficiaires_qpv_bp", _ ("A share is between 0 and 100%."), champ, reason);
  if (self->a_recuperer_cents != PV_CENTS_NULL && self->a_recuperer_cents < 0)
    return refuse ("a_recuperer_cents", _ ("An amount to recover is not negative."), champ, reason);

  return check_dates (self, jour, reason, champ);
}

/* --- due dates --------------------------------------------------------------------------- */

char *
pv_bilan_compute_echeance (gint64 exercice, const char *fin, gint64 delai_mois)
{
  g_autofree char *year_end = g_strdup_printf ("%04d-12-31", (int)exercice);
  g_autofree char *next_end = g_strdup_printf ("%04d-12-31", (int)exercice + 1);
  gboolean later = fin != NULL && strcmp (fin, year_end) > 0 && strcmp (fin, next_end) <= 0;

  if (delai_mois == PV_INT_NULL)
    return NULL;

  return pv_date_add_months (later ? fin : year_end, (int)delai_mois);
}

PvBilanEtat
pv_bilan_compute_etat (gboolean attendu,
                       const char *du_le,
                       const char *recu_le,
                       const char *valide_le,
                       const char *jour)
{
  if (valide_le != NULL)
    return PV_BILAN_VALIDE;
  if (recu_le != NULL)
    return PV_BILAN_RECU;
  if (!attendu)
    return PV_BILAN_NON_ATTENDU;
  if (du_le == NULL)
    return PV_BILAN_A_VENIR;
  if (strcmp (du_le, jour) < 0)
    return PV_BILAN_EN_RETARD;

  return pv_date_days_between (jour, du_le) < PV_BILAN_DU_JOURS ? PV_BILAN_DU : PV_BILAN_A_VENIR;
}

static char *
date_words (const char *format, const char *iso)
{
  g_autofree char *date = pv_date_format_french (iso, PV_DATE_FORMAT_SHORT);
  g_autoptr (GString) words = g_string_new (format);

  g_string_replace (words, "%s", date != NULL ? date : iso, 1);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
pv_bilan_etat_to_words (PvBilanEtat etat,
                        const char *du_le,
                        const char *recu_le,
                        const char *valide_le,
                        const char *jour)
{
  gulong days = du_le != NULL ? (gulong)ABS (pv_date_days_between (jour, du_le)) : 0;

  switch (etat)
    {
    case PV_BILAN_EN_RETARD:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "compte rendu late by %lu day",
                                           "compte rendu late by %lu days", days),
                              days);
    case PV_BILAN_DU:
      return days == 0
                 ? g_strdup (_ ("compte rendu due today"))
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "compte rendu due in %lu day",
                                                 "compte rendu due in %lu days", days),
                                    days);
    case PV_BILAN_A_VENIR:
      return du_le != NULL ? date_words (_ ("compte rendu due on %s"), du_le)
                           : g_strdup (_ ("compte rendu awaited"));
    case PV_BILAN_RECU:
      return date_words (_ ("compte rendu received on %s"), recu_le);
    case PV_BILAN_VALIDE:
      return date_words (_ ("compte rendu validated on %s"), valide_le);
    case PV_BILAN_NON_ATTENDU:
    default:
      return g_strdup (_ ("compte rendu not expected"));
    }
}

/* --- what was realised ------------------------------------------------------------------- */

gint64
pv_bilan_compute_taux (PvCents realise, PvCents prevu)
{
  return pv_money_rate_bp (realise, prevu);
}

static PvCents
get_base (const PvBilanPart *part)
{
  return part->notifie_cents != PV_CENTS_NULL ? part->notifie_cents : part->verse_cents;
}

PvCents
pv_bilan_compute_justifie (const PvBilanPart *part, PvCents prevu, PvCents realise)
{
  PvCents base = get_base (part);

  if (base == PV_CENTS_NULL || prevu == PV_CENTS_NULL || realise == PV_CENTS_NULL || prevu <= 0)
    return PV_CENTS_NULL;

  realise = CLAMP (realise, 0, prevu);
  /* the product may go beyond 64 bits */
  return (PvCents)(((__int128)base * realise * 2 + prevu) / ((__int128)prevu * 2));
}

PvCents
pv_bilan_compute_a_recuperer (const PvBilanPart *parts, guint n, PvCents prevu, PvCents realise)
{
  PvCents sum = PV_CENTS_NULL;

  for (guint i = 0; i < n; i++)
    {
      PvCents justified = pv_bilan_compute_justifie (&parts[i], prevu, realise);
      PvCents paid = parts[i].verse_cents != PV_CENTS_NULL ? parts[i].verse_cents : 0;

      if (justified != PV_CENTS_NULL && !pv_money_add (sum, MAX (paid - justified, 0), &sum))
        return PV_CENTS_NULL;
    }

  return sum;
}
