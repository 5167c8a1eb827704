/* pv-modele-document-store.c: the SQL of pv-modele-document
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "modele/pv-modele-document-store.h"

#include "commun/pv-entite.h"

#define COLONNES "genre, nom, texte"
#define VALEURS ":genre, :nom, :texte"

static const PvEntite entite =
    PV_ENTITE (PvModeleDocument, "modele_document", pv_modele_document, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("modele_document", COLONNES) "ORDER BY genre, nom, id";

static const char par_nom[] = "SELECT id FROM modele_document WHERE genre = :genre AND nom = :nom";

gboolean
pv_modele_document_store_insert (PvDb *db, PvModeleDocument *modele, GError **error)
{
  return pv_entite_insert (&entite, db, modele, error);
}

gboolean
pv_modele_document_store_update (PvDb *db,
                                 const PvModeleDocument *modele,
                                 gboolean *changed,
                                 GError **error)
{
  return pv_entite_update (&entite, db, modele, changed, error);
}

gboolean
pv_modele_document_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvModeleDocument *
pv_modele_document_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_modele_document_store_find (PvDb *db,
                               PvDocumentGenre genre,
                               const char *nom,
                               gint64 *id,
                               GError **error)
{
  return pv_sql_find (db, par_nom, id, error, "tt", pv_document_genre_to_id (genre), nom);
}

GPtrArray *
pv_modele_document_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}
