/* pv-conventions-filtre.c: which conventions a list shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-conventions-filtre.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pv-text.h"

static const struct
{
  const char *id;
  const char *label;
  const char *empty;
} filtres[PV_N_CONVENTIONS_FILTRES] = {
  { "toutes", NC_ ("conventions", "All"), N_ ("No Convention Is Needed") },
  { "a-creer", N_ ("To create"), N_ ("No Convention Is Missing") },
  { "a-rediger", N_ ("To draft"), N_ ("No Convention Is to Draft") },
  { "signature", N_ ("Being signed"), N_ ("No Convention Is Being Signed") },
  { "signees", NC_ ("conventions", "Signed"), N_ ("No Convention Is Signed Yet") },
  { "retard", NC_ ("conventions", "Late"), N_ ("No Convention Is Late") },
};

const char *
pv_conventions_filtre_to_id (PvConventionsFiltre filtre)
{
  return filtres[filtre].id;
}

const char *
pv_conventions_filtre_get_label (PvConventionsFiltre filtre)
{
  if (filtre == PV_CONVENTIONS_TOUTES || filtre == PV_CONVENTIONS_SIGNEES ||
      filtre == PV_CONVENTIONS_RETARD)
    return g_dpgettext2 (GETTEXT_PACKAGE, "conventions", filtres[filtre].label);

  return _ (filtres[filtre].label);
}

const char *
pv_conventions_filtre_get_empty (PvConventionsFiltre filtre)
{
  return _ (filtres[filtre].empty);
}

gboolean
pv_conventions_filtre_accepts (PvConventionsFiltre filtre,
                               const PvConventionLigne *ligne,
                               const char *jour)
{
  switch (filtre)
    {
    case PV_CONVENTIONS_A_CREER:
      return ligne->etat == PV_CONVENTION_ETAT_ABSENTE;
    case PV_CONVENTIONS_A_REDIGER:
      return ligne->etat == PV_CONVENTION_ETAT_A_REDIGER;
    case PV_CONVENTIONS_SIGNATURE:
      return ligne->etat == PV_CONVENTION_ETAT_ENVOYEE ||
             ligne->etat == PV_CONVENTION_ETAT_RETOURNEE;
    case PV_CONVENTIONS_SIGNEES:
      return pv_convention_etat_is_signee (ligne->etat);
    case PV_CONVENTIONS_RETARD:
      return pv_convention_ligne_get_retard (ligne, jour) > 0;
    case PV_CONVENTIONS_TOUTES:
    default:
      return TRUE;
    }
}

static gboolean
contains (const char *text, const char *searched)
{
  g_autofree char *folded = text != NULL ? pv_text_fold (text) : NULL;

  return folded != NULL && strstr (folded, searched) != NULL;
}

gboolean
pv_convention_ligne_contains (const PvConventionLigne *ligne, const char *searched)
{
  if (contains (ligne->financeur, searched) || contains (ligne->organisme, searched) ||
      (ligne->convention != NULL && (contains (ligne->convention->numero, searched) ||
                                     contains (ligne->convention->objet, searched))))
    return TRUE;
  for (guint i = 0; i < ligne->besoins->len; i++)
    {
      GPtrArray *parts = ((const PvConventionBesoin *)ligne->besoins->pdata[i])->parts;

      for (guint j = 0; j < parts->len; j++)
        if (contains (((const PvConventionPart *)parts->pdata[j])->numero, searched) ||
            contains (((const PvConventionPart *)parts->pdata[j])->intitule, searched))
          return TRUE;
    }

  return FALSE;
}
