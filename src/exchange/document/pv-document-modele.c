/* pv-document-modele.c: the templates: those shipped, and what users made of them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-modele.h"

#include <glib/gi18n-lib.h>

#include "modele/pv-modele-document-store.h"
#include "pv-error.h"
#include "pv-text.h"

/* French, as all that leaves the programme. */
static const char *const noms[PV_N_DOCUMENT_GENRES] = {
  "Lettre de notification", "Lettre de refus",         "Convention de subvention",
  "Fiche de dossier",       "Relance du compte rendu",
};

void
pv_document_modele_free (PvDocumentModele *self)
{
  g_free (self->nom);
  g_free (self->texte);
  g_free (self);
}

const char *
pv_document_modele_get_nom_livre (PvDocumentGenre genre)
{
  g_return_val_if_fail (genre >= 0 && genre < PV_N_DOCUMENT_GENRES, NULL);

  return noms[genre];
}

char *
pv_document_modele_read_livre (PvDocumentGenre genre, GError **error)
{
  const char *data = g_getenv ("PV_DATADIR");
  g_autofree char *file = g_strconcat (pv_document_genre_to_id (genre), ".txt", NULL);
  g_autofree char *path =
      g_build_filename (data != NULL ? data : PV_PKGDATADIR, "modeles", file, NULL);
  g_autoptr (GError) problem = NULL;
  char *texte = NULL;

  if (!g_file_get_contents (path, &texte, NULL, &problem))
    g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE,
                 _ ("The template “%s” shipped with the application cannot be read: %s. Install "
                    "the application again"),
                 noms[genre], problem->message);

  return texte;
}

static gboolean
is_livre (PvDocumentGenre genre, const char *nom)
{
  return g_strcmp0 (nom, noms[genre]) == 0;
}

static PvDocumentModele *
make_from_row (const PvModeleDocument *row)
{
  PvDocumentModele *self = g_new0 (PvDocumentModele, 1);

  self->genre = row->genre;
  self->nom = g_strdup (row->nom);
  self->texte = g_strdup (row->texte);
  self->livre = is_livre (row->genre, row->nom);
  self->modele_id = row->id;

  return self;
}

static PvDocumentModele *
make_livre (PvDocumentGenre genre, GError **error)
{
  char *texte = pv_document_modele_read_livre (genre, error);
  PvDocumentModele *self = NULL;

  if (texte == NULL)
    return NULL;

  self = g_new0 (PvDocumentModele, 1);
  self->genre = genre;
  self->nom = g_strdup (noms[genre]);
  self->texte = texte;
  self->livre = TRUE;
  self->modele_id = PV_INT_NULL;

  return self;
}

PvDocumentModele *
pv_document_modele_find (PvDb *db, PvDocumentGenre genre, const char *nom, GError **error)
{
  g_autoptr (PvModeleDocument) row = NULL;
  gint64 id = PV_INT_NULL;

  if (nom == NULL)
    nom = noms[genre];
  if (!pv_modele_document_store_find (db, genre, nom, &id, error))
    return NULL;
  if (id == PV_INT_NULL && is_livre (genre, nom))
    return make_livre (genre, error);
  if (id == PV_INT_NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("There is no template “%s”: choose another"), nom);
      return NULL;
    }

  row = pv_modele_document_store_get (db, id, error);
  return row != NULL ? make_from_row (row) : NULL;
}

GPtrArray *
pv_document_modele_list (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) modeles =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_document_modele_free);
  g_autoptr (GPtrArray) rows = pv_modele_document_store_list (db, error);

  if (rows == NULL)
    return NULL;

  for (PvDocumentGenre genre = 0; genre < PV_N_DOCUMENT_GENRES; genre++)
    {
      PvDocumentModele *livre = pv_document_modele_find (db, genre, NULL, error);

      if (livre == NULL)
        return NULL;
      g_ptr_array_add (modeles, livre);
      for (guint i = 0; i < rows->len; i++)
        {
          const PvModeleDocument *row = rows->pdata[i];

          if (row->genre == genre && !is_livre (genre, row->nom))
            g_ptr_array_add (modeles, make_from_row (row));
        }
    }

  return g_steal_pointer (&modeles);
}

/* --- actions ----------------------------------------------------------------------------- */

static gboolean
delete_row (PvDb *db, gint64 id, GError **error)
{
  return id == PV_INT_NULL || pv_modele_document_store_delete (db, id, error);
}

gboolean
pv_document_modele_save (PvDb *db,
                         PvDocumentGenre genre,
                         const char *nom,
                         const char *texte,
                         GError **error)
{
  g_autoptr (PvModeleDocument) row = NULL;
  gint64 id = PV_INT_NULL;

  if (!pv_modele_document_store_find (db, genre, nom, &id, error))
    return FALSE;

  if (is_livre (genre, nom))
    {
      g_autofree char *livre = pv_document_modele_read_livre (genre, NULL);

      if (g_strcmp0 (livre, texte) == 0)
        return delete_row (db, id, error);
    }
  row =
      id != PV_INT_NULL ? pv_modele_document_store_get (db, id, error) : pv_modele_document_new ();
  if (row == NULL)
    return FALSE;

  row->genre = genre;
  pv_champ_set_text (&row->nom, nom);
  g_free (row->texte);
  row->texte = g_strdup (texte);

  return id != PV_INT_NULL ? pv_modele_document_store_update (db, row, NULL, error)
                           : pv_modele_document_store_insert (db, row, error);
}

gboolean
pv_document_modele_reset (PvDb *db, PvDocumentGenre genre, const char *nom, GError **error)
{
  gint64 id = PV_INT_NULL;

  return pv_modele_document_store_find (db, genre, nom, &id, error) && delete_row (db, id, error);
}

/* The first of « X (copie) », « X (copie 2) »… that is free. */
static char *
find_free_name (PvDb *db, PvDocumentGenre genre, const char *nom, GError **error)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *essai =
          n == 1 ? g_strdup_printf ("%s (copie)", nom) : g_strdup_printf ("%s (copie %u)", nom, n);
      gint64 id = PV_INT_NULL;

      if (!pv_modele_document_store_find (db, genre, essai, &id, error))
        return NULL;
      if (id == PV_INT_NULL)
        return g_steal_pointer (&essai);
    }
}

gboolean
pv_document_modele_duplicate (PvDb *db,
                              PvDocumentGenre genre,
                              const char *nom,
                              char **copie,
                              GError **error)
{
  g_autoptr (PvDocumentModele) modele = pv_document_modele_find (db, genre, nom, error);
  g_autoptr (PvModeleDocument) row = pv_modele_document_new ();

  row->nom = modele != NULL ? find_free_name (db, genre, nom, error) : NULL;
  if (row->nom == NULL)
    return FALSE;

  row->genre = genre;
  row->texte = g_strdup (modele->texte);
  if (!pv_modele_document_store_insert (db, row, error))
    return FALSE;

  *copie = g_strdup (row->nom);
  return TRUE;
}

gboolean
pv_document_modele_rename (PvDb *db,
                           PvDocumentGenre genre,
                           const char *nom,
                           const char *nouveau,
                           GError **error)
{
  g_autofree char *propre = pv_text_clean (nouveau, FALSE);
  g_autoptr (PvModeleDocument) row = NULL;
  gint64 id = PV_INT_NULL;
  gint64 pris = PV_INT_NULL;

  if (!pv_modele_document_store_find (db, genre, nom, &id, error) ||
      !pv_modele_document_store_find (db, genre, propre, &pris, error))
    return FALSE;
  if (*propre == '\0' || (pris != PV_INT_NULL && pris != id) || is_livre (genre, propre))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                   *propre == '\0' ? _ ("A template has a name: write one")
                                   : _ ("Another template has the name “%s”: write another"),
                   propre);
      return FALSE;
    }

  row = id != PV_INT_NULL ? pv_modele_document_store_get (db, id, error) : NULL;
  if (row == NULL)
    return FALSE;

  pv_champ_set_text (&row->nom, propre);
  return pv_modele_document_store_update (db, row, NULL, error);
}
