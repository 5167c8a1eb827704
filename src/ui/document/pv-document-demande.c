/* pv-document-demande.c: what a worker is asked of documents
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-demande.h"

#include "modele/pv-document-lecture-store.h"

/* Pixels of a preview for a point: sharp on a dense screen, and a few megabytes a page. */
#define ECHELLE 1.6

struct _PvDocumentDemande
{
  gatomicrefcount refs;
  PvDocumentGenre genre;
  char *modele;
  char *texte;
  GArray *sujets;
  char *path;
  gboolean par_sujet;
  PvFiltre filtre;
  char *numero; /* (nullable): of the subject to find */
  char *absent;
  int done_bp; /* atomic */
};

PvDocumentDemande *
pv_document_demande_new (PvDocumentGenre genre,
                         const char *modele,
                         const char *texte,
                         const GArray *sujets,
                         const char *path,
                         gboolean par_sujet)
{
  PvDocumentDemande *self = g_new0 (PvDocumentDemande, 1);

  g_atomic_ref_count_init (&self->refs);
  self->genre = genre;
  self->modele = g_strdup (modele);
  self->texte = g_strdup (texte);
  self->sujets = g_array_copy ((GArray *)sujets);
  self->path = g_strdup (path);
  self->par_sujet = par_sujet;

  return self;
}

PvDocumentDemande *
pv_document_demande_new_exemple (PvDocumentGenre genre,
                                 const char *modele,
                                 const char *texte,
                                 PvFiltre filtre,
                                 const char *numero,
                                 const char *absent)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));
  PvDocumentDemande *self = pv_document_demande_new (genre, modele, texte, none, NULL, FALSE);

  self->filtre = filtre;
  self->numero = g_strdup (numero);
  self->absent = g_strdup (absent);

  return self;
}

PvDocumentDemande *
pv_document_demande_ref (PvDocumentDemande *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pv_document_demande_unref (PvDocumentDemande *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->modele);
  g_free (self->texte);
  g_array_unref (self->sujets);
  g_free (self->path);
  g_free (self->numero);
  g_free (self->absent);
  g_free (self);
}

double
pv_document_demande_get_progress (PvDocumentDemande *self)
{
  return g_atomic_int_get (&self->done_bp) / 10000.0;
}

static void
progress_cb (const char *step, guint done_bp, gpointer user_data)
{
  PvDocumentDemande *self = user_data;

  g_atomic_int_set (&self->done_bp, (int)done_bp);
}

static PvDocumentRequest
make_request (PvDocumentDemande *self, PvDb *db, GCancellable *cancellable)
{
  return (PvDocumentRequest){
    .db = db,
    .genre = self->genre,
    .modele = self->modele,
    .texte = self->texte,
    .sujets = (const PvDocumentSujet *)(gpointer)self->sujets->data,
    .n_sujets = self->sujets->len,
    .path = self->path,
    .par_sujet = self->par_sujet,
    .progress = progress_cb,
    .progress_data = self,
    .cancellable = cancellable,
  };
}

gpointer
pv_document_demande_write (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error)
{
  PvDocumentRequest request = make_request (demande, db, cancellable);

  return pv_document_run (&request, error);
}

void
pv_document_vue_free (PvDocumentVue *self)
{
  g_ptr_array_unref (self->pages);
  g_free (self->manque);
  g_free (self->absent);
  g_free (self);
}

/* The dossier of the number that was typed, else one that suits; there may be none. */
static gboolean
find_exemple (PvDocumentDemande *self, PvDb *db, GError **error)
{
  gint64 id = PV_INT_NULL;
  PvDocumentSujet sujet;

  if (*self->numero != '\0')
    {
      g_autoptr (GArray) ids = pv_document_find_dossiers (db, &self->filtre, self->numero, error);

      if (ids == NULL)
        return FALSE;
      if (ids->len > 0)
        id = g_array_index (ids, gint64, 0);
    }
  else if (!pv_document_find_exemple (db, &self->filtre, pv_document_genre_to_id (self->genre), &id,
                                      error))
    return FALSE;

  sujet = self->genre == PV_DOCUMENT_GENRE_CONVENTION ? PV_DOCUMENT_CONVENTION (id)
                                                      : PV_DOCUMENT_DOSSIER (id);
  if (id != PV_INT_NULL)
    g_array_append_val (self->sujets, sujet);

  return TRUE;
}

gpointer
pv_document_demande_draw (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error)
{
  PvDocumentDemande *self = demande;
  PvDocumentRequest request;
  char *manque = NULL;
  GPtrArray *pages = NULL;
  PvDocumentVue *vue = NULL;

  if (self->numero != NULL && !find_exemple (self, db, error))
    return NULL;
  if (self->numero != NULL && self->sujets->len == 0)
    {
      vue = g_new0 (PvDocumentVue, 1);
      vue->pages = g_ptr_array_new ();
      vue->absent = g_strdup (self->absent);
      return vue;
    }

  request = make_request (self, db, cancellable);
  pages = pv_document_preview (&request, ECHELLE, &manque, error);
  if (pages == NULL)
    {
      g_free (manque);
      return NULL;
    }

  vue = g_new0 (PvDocumentVue, 1);
  vue->pages = pages;
  vue->manque = manque;
  return vue;
}
