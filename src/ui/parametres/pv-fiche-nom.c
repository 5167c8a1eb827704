/* pv-fiche-nom.c: the nouns of the settings: their fields, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-fiche-nom.h"

#include <glib/gi18n.h>

#include "pv-identifier.h"

const PvFicheNom *
pv_fiche_nom_find (const char *id)
{
  const PvFicheNom *lists[] = { pv_fiche_noms_cadre, pv_fiche_noms_financeur,
                                pv_fiche_noms_acteur, pv_fiche_noms_instance };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const PvFicheNom *nom = lists[i]; nom->id != NULL; nom++)
      if (g_str_equal (nom->id, id))
        return nom;

  return NULL;
}

char *
pv_fiche_number (const char *nom, guint n)
{
  return n > 1 ? g_strdup_printf ("%s %u", nom, n) : g_strdup (nom);
}

void
pv_fiche_add_choice (GPtrArray *ids, GPtrArray *labels, gint64 id, const char *label)
{
  g_ptr_array_add (ids,
                   id == PV_INT_NULL ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, id));
  g_ptr_array_add (labels, g_strdup (label));
}

void
pv_fiche_set_texte (const PvChamp *champ, gpointer record, const char *texte)
{
  if (champ->genre == PV_CHAMP_TEXTE)
    pv_champ_set_text (&G_STRUCT_MEMBER (char *, record, champ->decalage), texte);
  else if (champ->genre == PV_CHAMP_ENTIER)
    G_STRUCT_MEMBER (gint64, record, champ->decalage) =
        texte != NULL ? g_ascii_strtoll (texte, NULL, 10) : PV_INT_NULL;
  else if (champ->genre == PV_CHAMP_OUI)
    G_STRUCT_MEMBER (gboolean, record, champ->decalage) = g_strcmp0 (texte, "1") == 0;
  else
    G_STRUCT_MEMBER (int, record, champ->decalage) =
        pv_vocabulaire_from_id (champ->vocabulaire, texte);
}

char *
pv_fiche_check_identifier (int kind, const char *texte)
{
  char *reason = NULL;

  if (texte == NULL ||
      pv_identifier_check ((PvIdentifierKind)kind, texte, NULL, &reason) == PV_IDENTIFIER_INVALID)
    return reason;
  g_free (reason);

  return NULL;
}

char *
pv_fiche_check_periode (const char *debut, const char *fin)
{
  if (debut != NULL && fin != NULL && g_strcmp0 (debut, fin) > 0)
    return g_strdup (_ ("The end is before the beginning."));

  return NULL;
}
