/* pv-document-champ-nom.c: fields and tables by name, as they are written or nearly
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-champ.h"
#include "pv-text.h"

const PvDocumentChamp *
pv_document_champ_find (const char *id, gboolean tableau)
{
  g_autofree char *plie = NULL;

  for (guint i = 0; i < pv_document_champ_get_n (); i++)
    {
      const PvDocumentChamp *champ = pv_document_champ_get (i);

      if (pv_document_champ_is_tableau (champ) == tableau && strcmp (champ->id, id) == 0)
        return champ;
    }

  plie = pv_text_fold (id);
  for (guint i = 0; i < pv_document_champ_get_n (); i++)
    {
      const PvDocumentChamp *champ = pv_document_champ_get (i);
      g_autofree char *autre = NULL;

      if (pv_document_champ_is_tableau (champ) != tableau)
        continue;
      autre = pv_text_fold (champ->id);
      if (strcmp (autre, plie) == 0)
        return champ;
    }

  return NULL;
}

char *
pv_document_champ_suggest (const char *id, gboolean tableau, PvDocumentGenre genre)
{
  g_autoptr (GString) liste = g_string_new (NULL);
  g_autofree gboolean *pris = g_new0 (gboolean, pv_document_champ_get_n ());

  for (guint n = 0; n < 3; n++)
    {
      int meilleur = -1;
      int score = 1500; /* below that, nothing is alike */

      for (guint i = 0; i < pv_document_champ_get_n (); i++)
        {
          const PvDocumentChamp *champ = pv_document_champ_get (i);
          int alike = pv_text_similarity_bp (champ->id, id);

          if (!pris[i] && pv_document_champ_is_tableau (champ) == tableau &&
              (champ->genres & 1u << genre) != 0 && alike > score)
            {
              score = alike;
              meilleur = (int)i;
            }
        }
      if (meilleur < 0)
        break;
      pris[meilleur] = TRUE;
      g_string_append_printf (liste, "%s%s", liste->len > 0 ? ", " : "",
                              pv_document_champ_get ((guint)meilleur)->id);
    }

  return liste->len > 0 ? g_string_free (g_steal_pointer (&liste), FALSE) : NULL;
}
