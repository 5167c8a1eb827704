/* pv-document.c: letters, conventions and fiches as PDF, from templates
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document.h"

#include <glib/gi18n-lib.h>

#include "document/pv-document-folder.h"
#include "document/pv-document-gabarit.h"
#include "document/pv-document-modele.h"
#include "document/pv-document-page.h"
#include "export/pv-export-francais.h"
#include "export/pv-export-partiel.h"
#include "pv-error.h"

/* A file name is short enough for every file system. */
#define NOM_MAX 80

/* One document to make, and the index of what it was asked by. */
typedef struct
{
  PvDocumentSujet sujet;
  guint index;
} Tache;

typedef struct
{
  const PvDocumentRequest *request;
  GArray *taches; /* (element-type Tache) */
  PvDocumentGabarit *gabarit;
  char *nom; /* of the template */
  PvImprime *compte;
  PvImprime *fichier; /* (nullable): of all documents */
  char *cree_le;
  char *partiel;           /* the file, or the folder, under way */
  GHashTable *noms;        /* of the files made */
  GHashTable *conventions; /* made: several dossiers may lead to one */
  GPtrArray *fichiers;
  PvDocumentResult *result;
} Travail;

static void
manque_free (PvDocumentManque *self)
{
  g_free (self->nom);
  g_free (self->texte);
  g_free (self);
}

void
pv_document_result_free (PvDocumentResult *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->manques);
  g_free (self);
}

static void
travail_clear (Travail *self)
{
  g_clear_pointer (&self->taches, g_array_unref);
  g_clear_pointer (&self->gabarit, pv_document_gabarit_free);
  g_clear_pointer (&self->nom, g_free);
  g_clear_pointer (&self->compte, pv_imprime_free);
  g_clear_pointer (&self->fichier, pv_imprime_free);
  g_clear_pointer (&self->cree_le, g_free);
  g_clear_pointer (&self->partiel, g_free);
  g_clear_pointer (&self->noms, g_hash_table_unref);
  g_clear_pointer (&self->conventions, g_hash_table_unref);
  g_clear_pointer (&self->fichiers, g_ptr_array_unref);
  g_clear_pointer (&self->result, pv_document_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Travail, travail_clear)

/* --- one document ------------------------------------------------------------------------ */

static PvImprimeDescription
describe (const Travail *self, const char *titre, const char *sujet)
{
  return (PvImprimeDescription){
    .titre = titre,
    .sujet = sujet,
    .cree_le = self->cree_le,
    .marge = PV_DOCUMENT_MARGE,
    .echelle = PV_DOCUMENT_ECHELLE,
    .courrier = TRUE,
  };
}

/* A dossier stands for each of its conventions: it may have one of each payer. */
static gboolean
add_conventions (GArray *taches, PvDb *db, guint index, gint64 dossier_id, GError **error)
{
  g_autoptr (GArray) ids = pv_document_list_conventions (db, dossier_id, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      Tache tache = { PV_DOCUMENT_CONVENTION (g_array_index (ids, gint64, i)), index };

      g_array_append_val (taches, tache);
    }
  if (ids != NULL && ids->len == 0)
    {
      Tache tache = { PV_DOCUMENT_DOSSIER (dossier_id), index };

      g_array_append_val (taches, tache);
    }

  return ids != NULL;
}

/* (transfer full) (nullable): what the subjects of the request lead to, as many as @n */
static GArray *
list_taches (const PvDocumentRequest *request, guint n, GError **error)
{
  g_autoptr (GArray) taches = g_array_new (FALSE, FALSE, sizeof (Tache));

  for (guint i = 0; i < n; i++)
    {
      Tache tache = { request->sujets[i], i };

      if (request->genre != PV_DOCUMENT_GENRE_CONVENTION ||
          tache.sujet.convention_id != PV_INT_NULL)
        g_array_append_val (taches, tache);
      else if (!add_conventions (taches, request->db, i, tache.sujet.dossier_id, error))
        return NULL;
    }

  return g_steal_pointer (&taches);
}

static gboolean
travail_begin (Travail *self, const PvDocumentRequest *request, GError **error)
{
  PvImprimeDescription description;
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (pv_clock_now_unix (pv_db_get_clock (request->db)));

  self->request = request;
  if (request->texte != NULL)
    {
      self->nom =
          g_strdup (request->modele != NULL ? request->modele
                                            : pv_document_modele_get_nom_livre (request->genre));
      self->gabarit = pv_document_gabarit_read (request->genre, request->texte);
    }
  else
    {
      g_autoptr (PvDocumentModele) modele =
          pv_document_modele_find (request->db, request->genre, request->modele, error);

      if (modele == NULL)
        return FALSE;
      self->nom = g_strdup (modele->nom);
      self->gabarit = pv_document_gabarit_read (request->genre, modele->texte);
    }
  if (!pv_document_gabarit_check (self->gabarit, self->nom, error))
    return FALSE;

  self->cree_le = g_date_time_format_iso8601 (now);
  description = describe (self, self->nom, NULL);
  self->compte = pv_imprime_new_compte (&description, request->cancellable);
  self->noms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->conventions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->result = g_new0 (PvDocumentResult, 1);
  self->result->manques = g_ptr_array_new_with_free_func ((GDestroyNotify)manque_free);

  return TRUE;
}

/* What is written of one subject. */
typedef struct
{
  PvDocumentDonnees *donnees;
  char *nom;
  char *titre;
  char *lignes;
  guint n_pages;
} Document;

static void
document_clear (Document *self)
{
  g_clear_pointer (&self->donnees, pv_document_donnees_free);
  g_free (self->nom);
  g_free (self->titre);
  g_free (self->lignes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static void
write_pages (const Document *document, PvImprime *imprime)
{
  pv_document_page_write (imprime, document->lignes, document->donnees);
}

/* Fills the template, and counts its pages. */
static void
document_fill (Document *self, Travail *travail)
{
  g_auto (PvExportFrancais) francais = { 0 };

  pv_export_francais_begin (&francais);
  self->nom = pv_document_donnees_dup_nom (self->donnees);
  self->titre = g_strdup_printf ("%s, %s", travail->nom, self->nom);
  self->lignes = pv_document_gabarit_fill (travail->gabarit, self->donnees);
  pv_imprime_begin_document (travail->compte, self->titre, NULL, 0);
  write_pages (self, travail->compte);
  self->n_pages = pv_imprime_get_n_pages (travail->compte);
}

static void
add_manque (Travail *self, guint sujet, const PvDocumentDonnees *donnees, char *texte)
{
  PvDocumentManque *manque = g_new0 (PvDocumentManque, 1);

  manque->sujet = sujet;
  manque->dossier_id = donnees->dossier != NULL ? donnees->dossier->id : PV_INT_NULL;
  manque->nom = pv_document_donnees_dup_nom (donnees);
  manque->texte = texte;
  g_ptr_array_add (self->result->manques, manque);
}

/* --- files ------------------------------------------------------------------------------- */

/* What no file system refuses, of the first characters. */
static char *
clean_name (const char *texte)
{
  g_autofree char *court = g_utf8_substring (texte, 0, MIN (g_utf8_strlen (texte, -1), NOM_MAX));

  g_strdelimit (court, "/\\:*?\"<>|\n\r\t", ' ');
  g_strstrip (court);
  if (court[0] == '.')
    court[0] = '_';

  return g_steal_pointer (&court);
}

static const char *
get_short_word (PvDocumentGenre genre)
{
  static const char *const mots[PV_N_DOCUMENT_GENRES] = {
    "notification", "refus", "convention", "fiche", "relance",
  };

  return mots[genre];
}

static char *
name_document (const PvDocumentDonnees *donnees)
{
  const char *numero = donnees->convention != NULL && donnees->convention->numero != NULL
                           ? donnees->convention->numero
                       : donnees->dossier != NULL ? donnees->dossier->numero
                                                  : "";
  g_autofree char *tout =
      g_strdup_printf ("%s %s %s", numero, get_short_word (donnees->genre), donnees->porteur->nom);

  return clean_name (tout);
}

/* Two appels may have the same numbers. */
static char *
name_file (Travail *self, const PvDocumentDonnees *donnees)
{
  g_autofree char *base = name_document (donnees);
  char *nom = g_strconcat (base, ".pdf", NULL);

  for (guint n = 2; g_hash_table_contains (self->noms, nom); n++)
    {
      g_free (nom);
      nom = g_strdup_printf ("%s (%u).pdf", base, n);
    }
  g_hash_table_add (self->noms, g_strdup (nom));

  return nom;
}

static gboolean
end_file (Travail *self, PvImprime *imprime, GError **error)
{
  const char *reason = pv_imprime_end (imprime);

  if (reason != NULL)
    pv_export_set_write_error (error, self->request->path, reason);

  return reason == NULL;
}

static gboolean
write_own_file (Travail *self, const Document *document, GError **error)
{
  g_autofree char *nom = name_file (self, document->donnees);
  g_autofree char *path = g_build_filename (self->partiel, nom, NULL);
  PvImprimeDescription description = describe (self, document->titre, document->nom);
  g_autoptr (PvImprime) imprime =
      pv_imprime_new (path, &description, document->n_pages, self->request->cancellable);

  pv_imprime_begin_page (imprime, FALSE);
  write_pages (document, imprime);

  return end_file (self, imprime, error);
}

static gboolean
write_document (Travail *self, const Document *document, GError **error)
{
  g_auto (PvExportFrancais) francais = { 0 };

  pv_export_francais_begin (&francais);
  if (self->request->par_sujet)
    return write_own_file (self, document, error);

  if (self->fichier == NULL)
    {
      PvImprimeDescription description =
          describe (self, self->taches->len == 1 ? document->titre : self->nom, NULL);

      self->fichier = pv_imprime_new (self->partiel, &description, 0, self->request->cancellable);
    }
  pv_imprime_begin_document (self->fichier, document->titre, document->nom, document->n_pages);
  write_pages (document, self->fichier);

  return TRUE;
}

/* Whether it is a convention that another dossier led to. */
static gboolean
is_made (Travail *self, const PvDocumentDonnees *donnees)
{
  return donnees->convention != NULL &&
         !g_hash_table_add (self->conventions,
                            g_memdup2 (&donnees->convention->id, sizeof donnees->convention->id));
}

static gboolean
make_one (Travail *self, const Tache *tache, GError **error)
{
  const PvDocumentRequest *request = self->request;
  g_auto (Document) document = { 0 };
  char *manque = NULL;

  document.donnees = pv_document_donnees_load (request->db, request->genre, &tache->sujet, error);
  if (document.donnees == NULL)
    return FALSE;

  if (is_made (self, document.donnees))
    return TRUE;

  manque = pv_document_donnees_check (document.donnees);
  if (manque != NULL)
    {
      add_manque (self, tache->index, document.donnees, manque);
      return TRUE;
    }

  document_fill (&document, self);
  if (!write_document (self, &document, error))
    return FALSE;

  self->result->n_faits++;
  self->result->n_pages += document.n_pages;
  return TRUE;
}

static gboolean
make_all (Travail *self, GError **error)
{
  const PvDocumentRequest *request = self->request;

  self->taches = list_taches (request, request->n_sujets, error);
  if (self->taches == NULL)
    return FALSE;

  for (guint i = 0; i < self->taches->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (request->cancellable, error) ||
          !make_one (self, &g_array_index (self->taches, Tache, i), error))
        return FALSE;
      if (request->progress != NULL)
        request->progress (NULL, (guint)(9900 * (guint64)(i + 1) / self->taches->len),
                           request->progress_data);
    }
  if (g_cancellable_set_error_if_cancelled (request->cancellable, error))
    return FALSE;

  return self->fichier == NULL || end_file (self, self->fichier, error);
}

/* --- what is under way ------------------------------------------------------------------- */

static gboolean
publish (Travail *self, GError **error)
{
  const PvDocumentRequest *request = self->request;

  if (self->result->n_faits == 0)
    {
      pv_document_folder_remove (self->partiel);
      return TRUE;
    }
  if (request->par_sujet ? !pv_document_folder_publish (self->partiel, request->path, error)
                         : !pv_export_publish (self->partiel, request->path, error))
    return FALSE;

  self->result->path = g_strdup (request->path);
  return TRUE;
}

static PvDocumentResult *
run (const PvDocumentRequest *request, GError **error)
{
  g_auto (Travail) self = { 0 };

  if (request->par_sujet && !pv_document_folder_check (request->path, error))
    return NULL;
  if (!travail_begin (&self, request, error))
    return NULL;
  self.partiel = request->par_sujet ? pv_document_folder_make_partial (request->path, error)
                                    : pv_export_make_partial (request->path, error);
  if (self.partiel == NULL)
    return NULL;
  if (!make_all (&self, error) || !publish (&self, error))
    {
      pv_document_folder_remove (self.partiel);
      return NULL;
    }

  if (request->progress != NULL)
    request->progress (NULL, 10000, request->progress_data);
  return g_steal_pointer (&self.result);
}

static PvExportResult *
run_cb (const PvExportRequest *export, gpointer user_data, GError **error)
{
  gpointer *data = user_data;
  const PvDocumentRequest *request = data[0];
  PvExportResult *vide = NULL;

  if (!pv_db_begin_snapshot (request->db, error))
    return NULL;
  pv_db_set_cancellable (request->db, request->cancellable);
  data[1] = run (request, error);
  pv_db_set_cancellable (request->db, NULL);
  pv_db_end_snapshot (request->db);
  if (data[1] == NULL)
    return NULL;

  vide = g_new0 (PvExportResult, 1);
  vide->files = g_ptr_array_new_with_free_func (g_free);
  vide->warnings = g_ptr_array_new_with_free_func (g_free);
  return vide;
}

PvDocumentResult *
pv_document_run (const PvDocumentRequest *request, GError **error)
{
  PvDocumentRequest demande = *request;
  g_autofree char *path = NULL;
  PvExportRequest export = { .db = request->db };
  gpointer data[2] = { &demande, NULL };
  g_autoptr (PvExportResult) result = NULL;

  g_return_val_if_fail (request->n_sujets > 0 && request->path != NULL, NULL);

  path =
      request->par_sujet ? pv_document_folder_dup_path (request->path) : g_strdup (request->path);
  demande.path = export.path = path;
  result = pv_export_run_func (&export, run_cb, data, error);
  return data[1];
}

/* --- preview ----------------------------------------------------------------------------- */

static void
page_free (PvDocumentPage *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}

static PvDocumentPage *
take_page (cairo_surface_t *image)
{
  PvDocumentPage *page = g_new0 (PvDocumentPage, 1);

  page->largeur = cairo_image_surface_get_width (image);
  page->hauteur = cairo_image_surface_get_height (image);
  page->stride = cairo_image_surface_get_stride (image);
  page->pixels = g_bytes_new (cairo_image_surface_get_data (image),
                              (gsize)page->stride * (gsize)page->hauteur);

  return page;
}

static GPtrArray *
draw_pages (Travail *self, const Document *document, double echelle)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify)page_free);
  PvImprimeDescription description = describe (self, document->titre, document->nom);
  g_autoptr (PvImprime) imprime =
      pv_imprime_new_images (&description, echelle, document->n_pages, self->request->cancellable);
  g_auto (PvExportFrancais) francais = { 0 };
  GPtrArray *images = NULL;

  pv_export_francais_begin (&francais);
  pv_imprime_begin_page (imprime, FALSE);
  write_pages (document, imprime);
  pv_imprime_end (imprime);
  images = pv_imprime_get_images (imprime);
  for (guint i = 0; i < images->len; i++)
    g_ptr_array_add (pages, take_page (images->pdata[i]));

  return pages;
}

GPtrArray *
pv_document_preview (const PvDocumentRequest *request,
                     double echelle,
                     char **manque,
                     GError **error)
{
  g_auto (Travail) self = { 0 };
  g_auto (Document) document = { 0 };

  g_return_val_if_fail (request->n_sujets > 0, NULL);

  *manque = NULL;
  if (!travail_begin (&self, request, error))
    return NULL;
  self.taches = list_taches (request, 1, error);
  document.donnees =
      self.taches != NULL
          ? pv_document_donnees_load (request->db, request->genre,
                                      &g_array_index (self.taches, Tache, 0).sujet, error)
          : NULL;
  if (document.donnees == NULL)
    return NULL;

  *manque = pv_document_donnees_check (document.donnees);
  document_fill (&document, &self);

  return draw_pages (&self, &document, echelle);
}

char *
pv_document_dup_nom_fichier (const PvDocumentRequest *request)
{
  g_autoptr (GArray) taches = list_taches (request, 1, NULL);
  g_autoptr (PvDocumentDonnees) donnees =
      taches != NULL ? pv_document_donnees_load (request->db, request->genre,
                                                 &g_array_index (taches, Tache, 0).sujet, NULL)
                     : NULL;

  return donnees != NULL ? name_document (donnees)
                         : g_strdup (pv_document_modele_get_nom_livre (request->genre));
}
