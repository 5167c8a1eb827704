/* pv-document-demande.h: what a worker is asked of documents
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

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
 */
typedef struct
{
  GPtrArray *pages;
  char *manque;
} PvDocumentVue;

void pv_document_vue_free (PvDocumentVue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentVue, pv_document_vue_free)

/* #PvContextQuery: a #PvDocumentVue of the first subject. */
gpointer
pv_document_demande_draw (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

G_END_DECLS
