/* pv-champ.c: the fields of a record, as a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-champ.h"

#include <string.h>

static char **
texte_of (const PvChamp *champ, gconstpointer enregistrement)
{
  return G_STRUCT_MEMBER_P (enregistrement, champ->decalage);
}

static gint64 *
entier_of (const PvChamp *champ, gconstpointer enregistrement)
{
  return G_STRUCT_MEMBER_P (enregistrement, champ->decalage);
}

/* gboolean and every enumeration have the size of an int. */
static int *
mot_of (const PvChamp *champ, gconstpointer enregistrement)
{
  return G_STRUCT_MEMBER_P (enregistrement, champ->decalage);
}

gpointer
pv_champs_new (const PvChamp *champs, gsize taille)
{
  gpointer enregistrement = g_malloc0 (taille);

  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    {
      if (champ->genre == PV_CHAMP_ENTIER)
        *entier_of (champ, enregistrement) = PV_INT_NULL;
      else if (champ->genre == PV_CHAMP_MOT)
        *mot_of (champ, enregistrement) = -1;
    }

  return enregistrement;
}

void
pv_champs_free (const PvChamp *champs, gpointer enregistrement)
{
  if (enregistrement == NULL)
    return;

  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    if (champ->genre == PV_CHAMP_TEXTE)
      g_free (*texte_of (champ, enregistrement));

  g_free (((PvEnregistrement *)enregistrement)->uuid);
  g_free (enregistrement);
}

gpointer
pv_champs_copy (const PvChamp *champs, gsize taille, gconstpointer enregistrement)
{
  gpointer copie = g_memdup2 (enregistrement, taille);
  PvEnregistrement *tete = copie;

  tete->uuid = g_strdup (tete->uuid);
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    if (champ->genre == PV_CHAMP_TEXTE)
      *texte_of (champ, copie) = g_strdup (*texte_of (champ, copie));

  return copie;
}

gboolean
pv_champ_equal (const PvChamp *self, gconstpointer a, gconstpointer b)
{
  switch (self->genre)
    {
    case PV_CHAMP_TEXTE:
      return g_strcmp0 (*texte_of (self, a), *texte_of (self, b)) == 0;
    case PV_CHAMP_ENTIER:
      return *entier_of (self, a) == *entier_of (self, b);
    case PV_CHAMP_OUI:
      return !*mot_of (self, a) == !*mot_of (self, b);
    case PV_CHAMP_MOT:
      return *mot_of (self, a) == *mot_of (self, b);
    case PV_CHAMP_FIN:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
pv_champs_equal (const PvChamp *champs, gconstpointer a, gconstpointer b)
{
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    if (!pv_champ_equal (champ, a, b))
      return FALSE;

  return TRUE;
}

gboolean
pv_champ_is_null (const PvChamp *self, gconstpointer enregistrement)
{
  switch (self->genre)
    {
    case PV_CHAMP_TEXTE:
      return *texte_of (self, enregistrement) == NULL;
    case PV_CHAMP_ENTIER:
      return *entier_of (self, enregistrement) == PV_INT_NULL;
    case PV_CHAMP_MOT:
      return *mot_of (self, enregistrement) < 0;
    case PV_CHAMP_OUI:
    case PV_CHAMP_FIN:
    default:
      return FALSE;
    }
}

void
pv_champ_copy (const PvChamp *self, gpointer vers, gconstpointer depuis)
{
  if (self->genre == PV_CHAMP_TEXTE)
    pv_champ_set_text (texte_of (self, vers), *texte_of (self, depuis));
  else if (self->genre == PV_CHAMP_ENTIER)
    *entier_of (self, vers) = *entier_of (self, depuis);
  else
    *mot_of (self, vers) = *mot_of (self, depuis);
}

const PvChamp *
pv_champs_find (const PvChamp *champs, const char *nom)
{
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    if (g_str_equal (champ->nom, nom))
      return champ;

  return NULL;
}

char *
pv_champ_to_text (const PvChamp *self, gconstpointer enregistrement)
{
  switch (self->genre)
    {
    case PV_CHAMP_TEXTE:
      return g_strdup (*texte_of (self, enregistrement));
    case PV_CHAMP_ENTIER:
      if (*entier_of (self, enregistrement) == PV_INT_NULL)
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, *entier_of (self, enregistrement));
    case PV_CHAMP_OUI:
      return g_strdup (*mot_of (self, enregistrement) ? "1" : "0");
    case PV_CHAMP_MOT:
      return g_strdup (pv_vocabulaire_to_id (self->vocabulaire, *mot_of (self, enregistrement)));
    case PV_CHAMP_FIN:
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
pv_champ_from_text (const PvChamp *self, gpointer enregistrement, const char *texte)
{
  gint64 entier = PV_INT_NULL;
  int mot = -1;

  if (self->genre == PV_CHAMP_TEXTE)
    {
      pv_champ_set_text (texte_of (self, enregistrement), texte);
      return TRUE;
    }
  if (self->genre == PV_CHAMP_MOT)
    {
      if (texte != NULL && (mot = pv_vocabulaire_from_id (self->vocabulaire, texte)) < 0)
        return FALSE;
      *mot_of (self, enregistrement) = mot;
      return TRUE;
    }
  if (texte != NULL &&
      !g_ascii_string_to_signed (texte, 10, G_MININT64 + 1, G_MAXINT64, &entier, NULL))
    return FALSE;
  if (self->genre == PV_CHAMP_ENTIER)
    *entier_of (self, enregistrement) = entier;
  else if (entier == 0 || entier == 1)
    *mot_of (self, enregistrement) = (int)entier;
  else
    return FALSE;

  return TRUE;
}

void
pv_champ_set_text (char **champ, const char *texte)
{
  char *copie = texte != NULL && *texte != '\0' ? g_strdup (texte) : NULL;

  g_free (*champ);
  *champ = copie;
}

int
pv_champs_bind (const PvChamp *champs,
                gconstpointer enregistrement,
                PvStatement *statement,
                int position)
{
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++, position++)
    switch (champ->genre)
      {
      case PV_CHAMP_TEXTE:
        pv_statement_bind_text_at (statement, position, *texte_of (champ, enregistrement));
        break;
      case PV_CHAMP_ENTIER:
        pv_statement_bind_int_at (statement, position, *entier_of (champ, enregistrement));
        break;
      case PV_CHAMP_OUI:
        pv_statement_bind_int_at (statement, position, *mot_of (champ, enregistrement) != 0);
        break;
      case PV_CHAMP_MOT:
        pv_statement_bind_text_at (
            statement, position,
            pv_vocabulaire_to_id (champ->vocabulaire, *mot_of (champ, enregistrement)));
        break;
      case PV_CHAMP_FIN:
      default:
        g_assert_not_reached ();
      }

  return position;
}

void
pv_champs_read (const PvChamp *champs, gpointer enregistrement, PvStatement *statement, int colonne)
{
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++, colonne++)
    switch (champ->genre)
      {
      case PV_CHAMP_TEXTE:
        *texte_of (champ, enregistrement) = pv_statement_dup_text (statement, colonne);
        break;
      case PV_CHAMP_ENTIER:
        *entier_of (champ, enregistrement) = pv_statement_get_int (statement, colonne);
        break;
      case PV_CHAMP_OUI:
        *mot_of (champ, enregistrement) = pv_statement_get_int (statement, colonne) == 1;
        break;
      case PV_CHAMP_MOT:
        *mot_of (champ, enregistrement) =
            pv_vocabulaire_from_id (champ->vocabulaire, pv_statement_get_text (statement, colonne));
        break;
      case PV_CHAMP_FIN:
      default:
        g_assert_not_reached ();
      }
}
