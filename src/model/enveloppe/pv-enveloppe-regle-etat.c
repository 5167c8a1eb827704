/* pv-enveloppe-regle-etat.c: does a limit hold, by how much
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-regle-etat.h"

#include <string.h>

#include "pv-langue.h"

gboolean
pv_regle_cible_parse (const char *cible, PvRegleCibleGenre *genre, const char **valeur)
{
  PvQuartierGenre quartier;

  g_return_val_if_fail (genre != NULL && valeur != NULL, FALSE);

  *valeur = cible;
  if (g_strcmp0 (cible, "tout") == 0)
    *genre = PV_REGLE_CIBLE_TOUT;
  else if (g_strcmp0 (cible, "cpo") == 0)
    *genre = PV_REGLE_CIBLE_CPO;
  else if (g_strcmp0 (cible, "nouvelle") == 0 || g_strcmp0 (cible, "reconduction") == 0)
    *genre = PV_REGLE_CIBLE_NATURE;
  else if (cible != NULL && g_str_has_prefix (cible, "commune:") && cible[8] != '\0')
    {
      *genre = PV_REGLE_CIBLE_COMMUNE;
      *valeur = cible + strlen ("commune:");
    }
  else
    {
      *genre = PV_REGLE_CIBLE_QUARTIER;
      if (cible != NULL && g_str_has_prefix (cible, "genre:"))
        *valeur = cible + strlen ("genre:");
      return pv_quartier_genre_from_id (*valeur, &quartier);
    }

  return TRUE;
}

void
pv_enveloppe_regle_etat_free (PvEnveloppeRegleEtat *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->regle, pv_enveloppe_regle_free);
  g_free (self->enveloppe);
  g_free (self->cible);
  g_free (self->base);
  g_free (self->motif);
  g_free (self);
}

void
pv_enveloppe_regle_etat_settle (PvEnveloppeRegleEtat *self)
{
  g_return_if_fail (self != NULL);

  self->limite_cents = pv_enveloppe_regle_get_limite (self->regle, self->base_cents);
  self->ecart_cents =
      pv_enveloppe_regle_get_ecart (self->regle, self->limite_cents, self->compte_cents);
  if (self->ecart_cents == PV_CENTS_NULL)
    self->etat = PV_REGLE_ETAT_INCONNUE;
  else if (self->ecart_cents == 0)
    self->etat = PV_REGLE_ETAT_RESPECTEE;
  else
    self->etat = self->regle->genre == PV_REGLE_GENRE_PART_MAX ? PV_REGLE_ETAT_DEPASSEE
                                                               : PV_REGLE_ETAT_NON_ATTEINTE;
}

const char *
pv_regle_etat_to_words (PvRegleEtat etat)
{
  switch (etat)
    {
    case PV_REGLE_ETAT_RESPECTEE:
      return _ ("Respected");
    case PV_REGLE_ETAT_NON_ATTEINTE:
      return _ ("Not reached");
    case PV_REGLE_ETAT_DEPASSEE:
      return _ ("Exceeded");
    case PV_REGLE_ETAT_INCONNUE:
    default:
      return _ ("Not known");
    }
}

static char *
amount (PvCents cents)
{
  return cents == PV_CENTS_NULL
             ? g_strdup ("–")
             : pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

/* "2,5 %", "50 %": without the zeros that say nothing. */
static char *
rate (gint64 basis_points)
{
  g_autofree char *decimals = g_strdup_printf ("%02d", (int)(basis_points % 100));

  if (g_str_has_suffix (decimals, "0"))
    decimals[1] = '\0';

  return basis_points % 100 == 0
             ? g_strdup_printf ("%d\u202f%%", (int)(basis_points / 100))
             : g_strdup_printf ("%d,%s\u202f%%", (int)(basis_points / 100), decimals);
}

char *
pv_enveloppe_regle_etat_to_titre (const PvEnveloppeRegleEtat *self)
{
  g_autofree char *limite = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  limite = self->regle->montant_cents != PV_CENTS_NULL || self->regle->taux_bp == PV_INT_NULL
               ? amount (self->regle->montant_cents)
               : rate (self->regle->taux_bp);
  switch (self->regle->genre)
    {
    case PV_REGLE_GENRE_PART_MAX:
      /* Translators: "CPO, 50 % at most" */
      return g_strdup_printf (_ ("%s, %s at most"), self->cible, limite);
    case PV_REGLE_GENRE_PART_MIN:
      /* Translators: "CPO, 50 % at least" */
      return g_strdup_printf (_ ("%s, %s at least"), self->cible, limite);
    case PV_REGLE_GENRE_RESERVE:
    case PV_REGLE_GENRE_NULL:
    default:
      return g_strdup_printf (_ ("Reserve to keep, %s"), limite);
    }
}

static void
append_base (GString *text, const PvEnveloppeRegleEtat *self)
{
  g_autofree char *base = amount (self->base_cents);

  if (self->base != NULL && self->regle->montant_cents == PV_CENTS_NULL &&
      g_strcmp0 (self->base, self->enveloppe) != 0)
    g_string_append_printf (text, _ ("; base: %s, %s"), self->base, base);
}

static void
append_share (GString *text, const PvEnveloppeRegleEtat *self)
{
  gint64 bp = self->regle->montant_cents == PV_CENTS_NULL
                  ? pv_money_rate_bp (self->compte_cents, self->base_cents)
                  : PV_INT_NULL;
  g_autofree char *share = bp != PV_INT_NULL ? rate ((bp + 5) / 10 * 10) : NULL;

  if (share != NULL)
    g_string_append_printf (text, _ (", that is %s"), share);
}

char *
pv_enveloppe_regle_etat_to_chiffres (const PvEnveloppeRegleEtat *self)
{
  g_autofree char *compte = NULL;
  g_autofree char *limite = NULL;
  g_autofree char *ecart = NULL;
  g_autofree char *incertain = NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  compte = amount (self->compte_cents);
  limite = amount (self->limite_cents);
  ecart = amount (self->ecart_cents);
  incertain = amount (self->incertain_cents);
  if (self->etat == PV_REGLE_ETAT_INCONNUE)
    g_string_append (text, self->limite_cents == PV_CENTS_NULL
                               ? _ ("The amount it applies to is not known yet")
                               : _ ("What it counts is not known in this file"));
  else if (self->regle->genre == PV_REGLE_GENRE_RESERVE)
    g_string_append_printf (text, _ ("%s remains"), compte);
  else
    {
      g_string_append_printf (text, _ ("%s for %s"), compte, limite);
      append_share (text, self);
    }
  if (self->etat == PV_REGLE_ETAT_DEPASSEE)
    g_string_append_printf (text, _ ("; %s too much"), ecart);
  else if (self->etat == PV_REGLE_ETAT_NON_ATTEINTE)
    g_string_append_printf (text, _ ("; %s is missing"), ecart);
  append_base (text, self);
  if (self->incertain_cents > 0)
    g_string_append_printf (text, _ ("; %s without shares of territories is not counted"),
                            incertain);

  return g_string_free (text, FALSE);
}
