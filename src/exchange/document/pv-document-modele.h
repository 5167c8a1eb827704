/* pv-document-modele.h: the templates: those shipped, and what users made of them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "modele/pv-modele-document.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvDocumentModele:
 * @livre: one of that name is shipped (data/modeles/<genre>.txt)
 * @modele_id: the row of the file that has it; %PV_INT_NULL: as it is shipped
 */
typedef struct
{
  PvDocumentGenre genre;
  char *nom;
  char *texte;
  gboolean livre;
  gint64 modele_id;
} PvDocumentModele;

void pv_document_modele_free (PvDocumentModele *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentModele, pv_document_modele_free)

/* Name of the template shipped for a genre: « Lettre de notification ». */
const char *pv_document_modele_get_nom_livre (PvDocumentGenre genre);

/* Its text; (transfer full) (nullable): with %PV_EXCHANGE_ERROR_UNREADABLE */
char *pv_document_modele_read_livre (PvDocumentGenre genre, GError **error);

/* Returns: (transfer full) (element-type PvDocumentModele): by genre, the one shipped first */
GPtrArray *pv_document_modele_list (PvDb *db, GError **error);

/* @nom: (nullable): %NULL: the one shipped, as users changed it. Returns: (transfer full)
 * (nullable): with %PV_RULE_ERROR_NOT_FOUND */
PvDocumentModele *
pv_document_modele_find (PvDb *db, PvDocumentGenre genre, const char *nom, GError **error);

/* The actions, each inside the transaction of one. */

/* What is written as it is shipped is not kept in the file. */
gboolean pv_document_modele_save (PvDb *db,
                                  PvDocumentGenre genre,
                                  const char *nom,
                                  const char *texte,
                                  GError **error);

/* Back to the one shipped; one of the users' own is removed. */
gboolean
pv_document_modele_reset (PvDb *db, PvDocumentGenre genre, const char *nom, GError **error);

/* @copie: (out) (transfer full): its name */
gboolean pv_document_modele_duplicate (PvDb *db,
                                       PvDocumentGenre genre,
                                       const char *nom,
                                       char **copie,
                                       GError **error);

/* Of one of the users' own; %PV_RULE_ERROR_REFUSED for a name that is empty or taken. */
gboolean pv_document_modele_rename (PvDb *db,
                                    PvDocumentGenre genre,
                                    const char *nom,
                                    const char *nouveau,
                                    GError **error);

G_END_DECLS
