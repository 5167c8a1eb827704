/* pv-document.h: letters, conventions and fiches as PDF, from templates
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"
#include "modele/pv-modele-document.h"

G_BEGIN_DECLS

/**
 * PvDocumentSujet:
 * @dossier_id: what a letter or a fiche is about; %PV_INT_NULL: only of a convention
 * @convention_id: of a %PV_DOCUMENT_GENRE_CONVENTION; %PV_INT_NULL: each one of the dossier
 * @financeur_id: of a notification: what this payer grants alone; %PV_INT_NULL: all payers
 *
 * What one document is about.
 */
typedef struct
{
  gint64 dossier_id;
  gint64 convention_id;
  gint64 financeur_id;
} PvDocumentSujet;

#define PV_DOCUMENT_DOSSIER(id) ((PvDocumentSujet){ (id), PV_INT_NULL, PV_INT_NULL })
#define PV_DOCUMENT_CONVENTION(id) ((PvDocumentSujet){ PV_INT_NULL, (id), PV_INT_NULL })

/**
 * PvDocumentManque:
 * @sujet: index in the request
 * @dossier_id: or %PV_INT_NULL
 * @nom: « 0412 · En route vers l’emploi », or the convention
 * @texte: why it was not made and what to do, one sentence, in the user's language
 */
typedef struct
{
  guint sujet;
  gint64 dossier_id;
  char *nom;
  char *texte;
} PvDocumentManque;

/**
 * PvDocumentRequest:
 * @db: the programme file; it is only read, in one snapshot
 * @genre: what is made
 * @modele: (nullable): name of the template; %NULL: the one shipped with the application, as
 *   the users changed it
 * @texte: (nullable): the text of a template that is not saved, instead of @modele
 * @sujets: (array length=n_sujets): one document each, in this order; a convention that several
 *   dossiers lead to is made once
 * @path: a PDF file with all of them, replaced at the very end; with @par_sujet, a folder
 *   that is made, and holds one PDF each: it must not be there, or be empty
 * @progress, @cancellable: (nullable): as PvExportRequest: a cancellation leaves nothing
 */
typedef struct
{
  PvDb *db;
  PvDocumentGenre genre;
  const char *modele;
  const char *texte;
  const PvDocumentSujet *sujets;
  guint n_sujets;
  const char *path;
  gboolean par_sujet;
  PvExportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} PvDocumentRequest;

/**
 * PvDocumentResult:
 * @path: (nullable): the file or folder; %NULL: nothing could be made, nothing was written
 * @n_faits: documents made
 * @n_pages: their pages
 * @manques: (element-type PvDocumentManque): those that were not
 */
typedef struct
{
  char *path;
  guint n_faits;
  guint n_pages;
  GPtrArray *manques;
} PvDocumentResult;

/**
 * pv_document_run:
 *
 * Makes one document, or many. For a worker. What lacks something (no address, no reason of a
 * refusal, nothing notified) is told in @manques, the rest is made.
 *
 * Errors: %PV_EXCHANGE_ERROR_FORMAT for a template that cannot be read, with its line, column
 * and field; %PV_RULE_ERROR_NOT_FOUND for a template, a dossier or a convention that is not
 * there; those of pv_export_run().
 *
 * Returns: (transfer full) (nullable)
 */
PvDocumentResult *pv_document_run (const PvDocumentRequest *request, GError **error);

void pv_document_result_free (PvDocumentResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentResult, pv_document_result_free)

/**
 * PvDocumentPage:
 * @pixels: BGRA premultiplied (the native ARGB32 of cairo), @stride bytes a line
 */
typedef struct
{
  int largeur;
  int hauteur;
  int stride;
  GBytes *pixels;
} PvDocumentPage;

/**
 * pv_document_preview:
 * @request: only its first subject is made, the last convention of a dossier; its path does not
 *   count
 * @echelle: pixels per point of the page
 * @manque: (out) (transfer full) (nullable): why this document would not be made; the pages
 *   are there all the same
 *
 * Returns: (transfer full) (element-type PvDocumentPage) (nullable): pictures of the pages
 */
GPtrArray *pv_document_preview (const PvDocumentRequest *request,
                                double echelle,
                                char **manque,
                                GError **error);

/* What a file of that document is called, without extension: « 0412 Notification »;
 * (transfer full). */
char *pv_document_dup_nom_fichier (const PvDocumentRequest *request);

G_END_DECLS
