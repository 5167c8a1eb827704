/* pv-modele-document.h: a template of a document, as the users of a programme wrote it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_DOCUMENT_GENRE_NULL = -1,
  PV_DOCUMENT_GENRE_NOTIFICATION, /* of a grant, by one payer or by all */
  PV_DOCUMENT_GENRE_REFUS,        /* with its reason */
  PV_DOCUMENT_GENRE_CONVENTION,
  PV_DOCUMENT_GENRE_FICHE,   /* all there is to know of a dossier */
  PV_DOCUMENT_GENRE_RELANCE, /* the compte rendu is awaited */
} PvDocumentGenre;

#define PV_N_DOCUMENT_GENRES 5

PV_DECLARE_VOCABULAIRE (PvDocumentGenre, pv_document_genre)

/**
 * PvModeleDocument:
 *
 * Those shipped with the application are files (pv-document-modele.h); a row is what users
 * made of one, under the same name, or one of their own. Its language: docs/documents.md.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  PvDocumentGenre genre;
  char *nom; /* distinct in its genre */
  char *texte;
} PvModeleDocument;

extern const PvChamp pv_modele_document_champs[];

/* A record where nothing is known yet. */
PvModeleDocument *pv_modele_document_new (void);
PvModeleDocument *pv_modele_document_copy (const PvModeleDocument *self);
void pv_modele_document_free (PvModeleDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvModeleDocument, pv_modele_document_free)

G_END_DECLS
