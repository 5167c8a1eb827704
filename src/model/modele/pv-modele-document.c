/* pv-modele-document.c: a template of a document, as the users of a programme wrote it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "modele/pv-modele-document.h"

#include <glib/gi18n-lib.h>

static const PvMot genres[] = {
  { "notification", N_ ("notification letter") },     { "refus", N_ ("refusal letter") },
  { "convention", N_ ("grant agreement") },           { "fiche", N_ ("fiche of the dossier") },
  { "relance", N_ ("reminder of the compte rendu") },
};

PV_DEFINE_VOCABULAIRE (PvDocumentGenre, pv_document_genre, genres)

const PvChamp pv_modele_document_champs[] = {
  PV_CHAMP_E (PvModeleDocument, genre, pv_document_genre_vocabulaire),
  PV_CHAMP_T (PvModeleDocument, nom),
  PV_CHAMP_T (PvModeleDocument, texte),
  { NULL },
};

PvModeleDocument *
pv_modele_document_new (void)
{
  return pv_champs_new (pv_modele_document_champs, sizeof (PvModeleDocument));
}

PvModeleDocument *
pv_modele_document_copy (const PvModeleDocument *self)
{
  return pv_champs_copy (pv_modele_document_champs, sizeof (PvModeleDocument), self);
}

void
pv_modele_document_free (PvModeleDocument *self)
{
  pv_champs_free (pv_modele_document_champs, self);
}
