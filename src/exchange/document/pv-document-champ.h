/* pv-document-champ.h: the fields and tables that a template may name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/pv-document-donnees.h"

G_BEGIN_DECLS

/* Which genres have a field. */
#define PV_DOCUMENT_LETTRES                                                                        \
  (1u << PV_DOCUMENT_GENRE_NOTIFICATION | 1u << PV_DOCUMENT_GENRE_REFUS |                          \
   1u << PV_DOCUMENT_GENRE_RELANCE)
#define PV_DOCUMENT_TOUS ((1u << PV_N_DOCUMENT_GENRES) - 1)

/**
 * PvDocumentChamp:
 * @id: as it is written in a template: `porteur.nom`; of a table, its name: `financements`
 * @groupe: what it is listed under, to be translated
 * @libelle: what it is, to be translated
 * @exemple: (nullable): what it gives; %NULL for a table
 * @genres: bits of #PvDocumentGenre
 * @lire: (nullable): the text, (transfer full) (nullable): %NULL when it is not known; of a
 *   table, %NULL
 *
 * One field. There is one list of them, for the reading of templates, the documents and the
 * editor.
 */
typedef struct
{
  const char *id;
  const char *groupe;
  const char *libelle;
  const char *exemple;
  guint genres;
  char *(*lire) (const PvDocumentDonnees *donnees);
} PvDocumentChamp;

guint pv_document_champ_get_n (void);
const PvDocumentChamp *pv_document_champ_get (guint index);

/* In the user's language. */
const char *pv_document_champ_get_groupe (const PvDocumentChamp *self);
const char *pv_document_champ_get_libelle (const PvDocumentChamp *self);

/* « {{porteur.nom}} », « {{tableau financements}} »; (transfer full). */
char *pv_document_champ_dup_balise (const PvDocumentChamp *self);

gboolean pv_document_champ_is_tableau (const PvDocumentChamp *self);

/* The field, or the table, of that name, whatever its case and accents; (nullable). */
const PvDocumentChamp *pv_document_champ_find (const char *id, gboolean tableau);

/* The three that are closest, of that genre: « porteur.nom, porteur.sigle »; (transfer full)
 * (nullable). */
char *pv_document_champ_suggest (const char *id, gboolean tableau, PvDocumentGenre genre);

G_END_DECLS
