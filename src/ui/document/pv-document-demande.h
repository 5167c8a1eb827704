/* pv-document-demande.h: what a worker is asked of documents
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "document/pv-document.h"

G_BEGIN_DECLS

/*
 * PvDocumentDemande: which documents, and how far they are: shared with the worker.
 */
typedef struct _PvDocumentDemande PvDocumentDemande;

/**
 * pv_document_demande_new:
 * @modele: (nullable): name of a template
 * @texte: (nullable): of one that is not saved
 * @sujets: (element-type PvDocumentSujet): copied
 * @path: (nullable): of what is written; %NULL for a preview
 */
PvDocumentDemande *pv_document_demande_new (PvDocumentGenre genre,
                                            const char *modele,
                                            const char *texte,
                                            const GArray *sujets,
                                            const char *path,
                                            gboolean par_sujet);

/**
 * pv_document_demande_new_exemple:
 * @filtre: where it is looked for
 * @numero: of its dossier; "": of any that suits the genre
 * @absent: what is said when there is none
 *
 * A preview of a text that is not saved, of a subject that the worker finds.
 */
PvDocumentDemande *pv_document_demande_new_exemple (PvDocumentGenre genre,
                                                    const char *modele,
                                                    const char *texte,
                                                    PvFiltre filtre,
                                                    const char *numero,
                                                    const char *absent);

PvDocumentDemande *pv_document_demande_ref (PvDocumentDemande *self);
void pv_document_demande_unref (PvDocumentDemande *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentDemande, pv_document_demande_unref)

/* 0 to 1 */
double pv_document_demande_get_progress (PvDocumentDemande *self);

/* #PvContextQuery: a #PvDocumentResult. */
gpointer
pv_document_demande_write (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

/**
 * PvDocumentVue:
 * @pages: (element-type PvDocumentPage)
 * @manque: (nullable): why it would not be made
 * @absent: (nullable): why there is nothing to draw; @pages is then empty
 */
typedef struct
{
  GPtrArray *pages;
  char *manque;
  char *absent;
} PvDocumentVue;

void pv_document_vue_free (PvDocumentVue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentVue, pv_document_vue_free)

/* #PvContextQuery: a #PvDocumentVue of the first subject, or of the one that is found. */
gpointer
pv_document_demande_draw (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

G_END_DECLS
