/* pv-document-gabarit.h: the text of a template, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/pv-document-champ.h"

G_BEGIN_DECLS

/**
 * PvDocumentProbleme:
 * @ligne, @colonne: from 1, in characters
 * @longueur: how many characters it is about
 * @champ: (nullable): the field, as it is written
 * @texte: what is wrong and what to do, in the user's language
 */
typedef struct
{
  guint ligne;
  guint colonne;
  guint longueur;
  char *champ;
  char *texte;
} PvDocumentProbleme;

void pv_document_probleme_free (PvDocumentProbleme *self);

/**
 * PvDocumentGabarit:
 *
 * Its language is told in docs/documents.md: lines of text, a few words between brackets,
 * fields between double braces, parts that are there only when a field is known. Nothing else.
 */
typedef struct _PvDocumentGabarit PvDocumentGabarit;

/* Reads a template whatever is wrong with it; (transfer full). */
PvDocumentGabarit *pv_document_gabarit_read (PvDocumentGenre genre, const char *texte);
void pv_document_gabarit_free (PvDocumentGabarit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentGabarit, pv_document_gabarit_free)

/* (transfer none) (element-type PvDocumentProbleme): in the order of the text; empty: none */
GPtrArray *pv_document_gabarit_get_problemes (PvDocumentGabarit *self);

/* Sets %PV_EXCHANGE_ERROR_FORMAT of its first problem, with its line and column, and returns
 * %FALSE; %TRUE when it has none. @nom: of the template. */
gboolean pv_document_gabarit_check (PvDocumentGabarit *self, const char *nom, GError **error);

/* A table stands alone on a line that begins so, followed by its name. */
#define PV_GABARIT_TABLEAU '\001'

/**
 * pv_document_gabarit_fill:
 *
 * Writes the values of the fields and leaves out what their lack removes. A value is never
 * read as a mark: what could be one is behind a backslash, its lines are kept together.
 *
 * Returns: (transfer full): lines of text
 */
char *pv_document_gabarit_fill (PvDocumentGabarit *self, const PvDocumentDonnees *donnees);

/**
 * PvDocumentMarque:
 *
 * What a line begins with.
 */
typedef enum
{
  PV_MARQUE_AUCUNE,
  PV_MARQUE_TITRE,        /* # */
  PV_MARQUE_SECTION,      /* ## */
  PV_MARQUE_PUCE,         /* - */
  PV_MARQUE_EN_TETE,      /* [en-tête] */
  PV_MARQUE_DESTINATAIRE, /* [destinataire] */
  PV_MARQUE_DROITE,       /* [à droite] */
  PV_MARQUE_CENTRE,       /* [centré] */
  PV_MARQUE_PETIT,        /* [petit] */
  PV_MARQUE_LIGNE,        /* [ligne] name | value */
  PV_MARQUE_SIGNATURES,   /* [signatures] one | other */
  PV_MARQUE_FILET,        /* [filet] */
  PV_MARQUE_ESPACE,       /* [espace] */
  PV_MARQUE_SAUT,         /* [saut de page] */
  PV_MARQUE_TABLEAU,      /* PV_GABARIT_TABLEAU */
  PV_MARQUE_INCONNUE,     /* brackets around something else */
} PvDocumentMarque;

/* What @ligne begins with; @reste: (out) (optional): what follows, in @ligne. */
PvDocumentMarque pv_document_marque_read (const char *ligne, const char **reste);

/* « [à droite] », with what it does, for the editor; %NULL after the last. */
const char *pv_document_marque_get (guint index, const char **libelle);

G_END_DECLS
