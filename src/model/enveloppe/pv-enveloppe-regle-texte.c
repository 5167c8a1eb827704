/* pv-enveloppe-regle-texte.c: the limits of an envelope, as a cell of a table writes them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-regle-texte.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "pv-error.h"
#include "pv-text.h"

/* What is before @mark, and after it; FALSE when it is not there. */
static gboolean
cut (const char *texte, const char *mark, char **avant, char **apres)
{
  const char *found = strstr (texte, mark);

  if (found == NULL)
    return FALSE;
  *avant = g_strstrip (g_strndup (texte, (gsize)(found - texte)));
  *apres = g_strstrip (g_strdup (found + strlen (mark)));

  return TRUE;
}

/* "2,5 % de 19400000 (P147 du département)" */
static gboolean
read_base (PvEnveloppeRegle *regle, const char *texte, GError **error)
{
  g_autofree char *montant = NULL;
  g_autofree char *nom = NULL;

  if (!cut (texte, "(", &montant, &nom))
    montant = g_strdup (texte);
  else
    g_strdelimit (nom, ")", ' ');
  if (!pv_money_parse (montant, PV_NUMBER_STYLE_FRENCH, &regle->base_cents, NULL, error))
    return FALSE;
  pv_champ_set_text (&regle->base_libelle, nom != NULL ? g_strstrip (nom) : NULL);

  return TRUE;
}

static gboolean
read_limite (PvEnveloppeRegle *regle, const char *texte, GError **error)
{
  g_autofree char *taux = NULL;
  g_autofree char *reste = NULL;

  if (!cut (texte, "%", &taux, &reste))
    return pv_money_parse (texte, PV_NUMBER_STYLE_FRENCH, &regle->montant_cents, NULL, error);
  if (!pv_number_parse_percent (taux, PV_NUMBER_STYLE_FRENCH, PV_PERCENT_UNIT_POINTS,
                                &regle->taux_bp, NULL, error))
    return FALSE;

  return !g_str_has_prefix (reste, "de ") || read_base (regle, reste + strlen ("de "), error);
}

static gboolean
read_regle (PvEnveloppeRegle *regle, const char *texte, GError **error)
{
  g_autofree char *plie = pv_text_fold (texte);
  g_autofree char *cible = NULL;
  g_autofree char *limite = NULL;
  PvRegleCibleGenre genre;
  const char *valeur;

  if (g_str_has_prefix (plie, "reserve "))
    {
      regle->genre = PV_REGLE_GENRE_RESERVE;
      pv_champ_set_text (&regle->cible, "tout");
      return read_limite (regle, strchr (texte, ' ') + 1, error);
    }
  if (cut (texte, "<=", &cible, &limite))
    regle->genre = PV_REGLE_GENRE_PART_MAX;
  else if (cut (texte, ">=", &cible, &limite))
    regle->genre = PV_REGLE_GENRE_PART_MIN;
  if (cible == NULL || !pv_regle_cible_parse (cible, &genre, &valeur))
    return FALSE;
  pv_champ_set_text (&regle->cible, cible);

  return read_limite (regle, limite, error);
}

GPtrArray *
pv_enveloppe_regle_parse (const char *texte, GError **error)
{
  g_autoptr (GPtrArray) regles =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_enveloppe_regle_free);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (texte != NULL, NULL);

  parts = g_strsplit (texte, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      PvEnveloppeRegle *regle;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      regle = pv_enveloppe_regle_new ();
      g_ptr_array_add (regles, regle);
      if (!read_regle (regle, parts[i], NULL))
        {
          g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                       /* Translators: the second is three limits, as they are written */
                       _ ("“%s” is not a limit: it is left out. Write as in: %s."), parts[i],
                       "cpo >= 50 % ; genre:qva <= 2,5 % ; réserve 20000");
          return NULL;
        }
    }

  return g_steal_pointer (&regles);
}
