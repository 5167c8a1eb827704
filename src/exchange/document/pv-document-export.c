/* pv-document-export.c: letters and fiches as kinds of export
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-export.h"

#include <glib/gi18n-lib.h>

#include "document/pv-document-modele.h"
#include "document/pv-document.h"
#include "dossier/pv-dossier-liste-store.h"
#include "pv-error.h"

/* All dossiers of the filter, but for those that are named. */
static GArray *
list_sujets (const PvExportRequest *request, GError **error)
{
  g_autoptr (GArray) tous = NULL;
  GArray *sujets = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));

  if (request->n_dossiers == 0)
    {
      tous = pv_dossier_liste_store_ids (request->db, &request->filtre, NULL, NULL,
                                         request->cancellable, error);
      if (tous == NULL)
        {
          g_array_unref (sujets);
          return NULL;
        }
    }
  for (guint i = 0; i < (tous != NULL ? tous->len : request->n_dossiers); i++)
    {
      PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (tous != NULL ? g_array_index (tous, gint64, i)
                                                                : request->dossiers[i]);

      g_array_append_val (sujets, sujet);
    }

  return sujets;
}

static PvExportResult *
make_result (const PvDocumentResult *made)
{
  PvExportResult *result = g_new0 (PvExportResult, 1);

  result->files = g_ptr_array_new_with_free_func (g_free);
  result->warnings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (result->files, g_strdup (made->path));
  result->n_dossiers = made->n_faits;
  result->n_financements = -1;
  for (guint i = 0; i < made->manques->len; i++)
    {
      const PvDocumentManque *manque = made->manques->pdata[i];

      g_ptr_array_add (result->warnings,
                       g_strdup_printf (_ ("%s: %s"), manque->nom, manque->texte));
    }

  return result;
}

/* Why nothing could be made, of the first. */
static void
set_nothing_made (const PvDocumentResult *made, GError **error)
{
  const PvDocumentManque *first = made->manques->pdata[0];

  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
               _ ("No document could be made, nothing was written. %s: %s"), first->nom,
               first->texte);
}

static PvExportResult *
make (const PvExportRequest *request,
      PvDocumentGenre genre,
      const char *modele,
      gboolean par_sujet,
      GError **error)
{
  g_autoptr (GArray) sujets = list_sujets (request, error);
  g_autoptr (PvDocumentResult) made = NULL;
  PvDocumentRequest demande = {
    .db = request->db,
    .genre = genre,
    .modele = modele,
    .path = request->path,
    .par_sujet = par_sujet,
    .progress = request->progress,
    .progress_data = request->progress_data,
    .cancellable = request->cancellable,
  };

  if (sujets == NULL)
    return NULL;
  if (sujets->len == 0)
    {
      g_set_error_literal (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                           _ ("There is no dossier to write of: choose another appel or year"));
      return NULL;
    }

  demande.sujets = (const PvDocumentSujet *)(gpointer)sujets->data;
  demande.n_sujets = sujets->len;
  made = pv_document_run (&demande, error);

  if (made == NULL)
    return NULL;
  if (made->path == NULL)
    {
      set_nothing_made (made, error);
      return NULL;
    }

  return make_result (made);
}

PvExportResult *
pv_fiche_export_run (const PvExportRequest *request, GError **error)
{
  return make (request, PV_DOCUMENT_GENRE_FICHE, NULL, FALSE, error);
}

/* A genre by its id, or any template by its name. */
static gboolean
find_modele (PvDb *db, const char *nom, PvDocumentGenre *genre, char **modele, GError **error)
{
  g_autoptr (GPtrArray) modeles = NULL;

  *modele = NULL;
  if (pv_document_genre_from_id (nom, genre))
    return TRUE;

  modeles = pv_document_modele_list (db, error);
  for (guint i = 0; modeles != NULL && i < modeles->len && *modele == NULL; i++)
    {
      const PvDocumentModele *un = modeles->pdata[i];

      if (g_strcmp0 (un->nom, nom) == 0)
        {
          *genre = un->genre;
          *modele = g_strdup (un->nom);
        }
    }
  if (modeles != NULL && *modele == NULL)
    g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                 _ ("There is no template “%s”: choose notification, refus, convention, fiche, "
                    "relance, or the name of one of yours"),
                 nom);

  return *modele != NULL;
}

PvExportResult *
pv_lettres_export_run (const PvExportRequest *request, GError **error)
{
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_NULL;
  g_autofree char *modele = NULL;
  g_autofree char *bas = g_ascii_strdown (request->path, -1);

  if (!find_modele (request->db, request->modele != NULL ? request->modele : "notification", &genre,
                    &modele, error))
    return NULL;

  return make (request, genre, modele, !g_str_has_suffix (bas, ".pdf"), error);
}
