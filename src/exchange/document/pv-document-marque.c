/* pv-document-marque.c: the marks that begin a line of a template
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "document/pv-document-gabarit.h"
#include "pv-text.h"

static const struct
{
  const char *mot;
  const char *plie;
  PvDocumentMarque marque;
  const char *libelle;
} marques[] = {
  { "[en-tête]", "en tete", PV_MARQUE_EN_TETE, N_ ("the name of who leads the contrat") },
  { "[destinataire]", "destinataire", PV_MARQUE_DESTINATAIRE,
    N_ ("the address of the porteur, in the window of the envelope") },
  { "[à droite]", "a droite", PV_MARQUE_DROITE, N_ ("a line on the right") },
  { "[centré]", "centre", PV_MARQUE_CENTRE, N_ ("a line in the middle") },
  { "[petit]", "petit", PV_MARQUE_PETIT, N_ ("small text") },
  { "[ligne]", "ligne", PV_MARQUE_LIGNE, N_ ("a name | its value, in two columns") },
  { "[signatures]", "signatures", PV_MARQUE_SIGNATURES, N_ ("who signs; several are parted by |") },
  { "[filet]", "filet", PV_MARQUE_FILET, N_ ("a thin line across the page") },
  { "[espace]", "espace", PV_MARQUE_ESPACE, N_ ("an empty space") },
  { "[saut de page]", "saut de page", PV_MARQUE_SAUT, N_ ("what follows is on a new page") },
};

const char *
pv_document_marque_get (guint index, const char **libelle)
{
  if (index >= G_N_ELEMENTS (marques))
    return NULL;

  *libelle = _ (marques[index].libelle);
  return marques[index].mot;
}

static PvDocumentMarque
read_brackets (const char *ligne, const char **reste)
{
  const char *end = strchr (ligne, ']');
  g_autofree char *mot = end != NULL ? g_strndup (ligne + 1, (gsize)(end - ligne - 1)) : NULL;
  g_autofree char *plie = pv_text_fold (mot);

  for (gsize i = 0; mot != NULL && i < G_N_ELEMENTS (marques); i++)
    if (strcmp (marques[i].plie, plie) == 0)
      {
        *reste = end + 1 + strspn (end + 1, " \t");
        return marques[i].marque;
      }

  return PV_MARQUE_INCONNUE;
}

PvDocumentMarque
pv_document_marque_read (const char *ligne, const char **reste)
{
  static const struct
  {
    const char *debut;
    PvDocumentMarque marque;
  } debuts[] = {
    { "## ", PV_MARQUE_SECTION },
    { "# ", PV_MARQUE_TITRE },
    { "- ", PV_MARQUE_PUCE },
    { "\001", PV_MARQUE_TABLEAU },
  };
  const char *unused = NULL;

  if (reste == NULL)
    reste = &unused;
  *reste = ligne;
  for (gsize i = 0; i < G_N_ELEMENTS (debuts); i++)
    if (g_str_has_prefix (ligne, debuts[i].debut))
      {
        *reste = ligne + strlen (debuts[i].debut);
        return debuts[i].marque;
      }

  return ligne[0] == '[' ? read_brackets (ligne, reste) : PV_MARQUE_AUCUNE;
}
