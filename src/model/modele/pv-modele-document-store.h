/* pv-modele-document-store.h: the SQL of pv-modele-document
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "modele/pv-modele-document.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. A name taken in its genre is PV_DB_ERROR_CONSTRAINT. */
gboolean pv_modele_document_store_insert (PvDb *db, PvModeleDocument *modele, GError **error);
gboolean pv_modele_document_store_update (PvDb *db,
                                          const PvModeleDocument *modele,
                                          gboolean *changed,
                                          GError **error);
gboolean pv_modele_document_store_delete (PvDb *db, gint64 id, GError **error);
PvModeleDocument *pv_modele_document_store_get (PvDb *db, gint64 id, GError **error);

/* The template of that genre and name. */
gboolean pv_modele_document_store_find (PvDb *db,
                                        PvDocumentGenre genre,
                                        const char *nom,
                                        gint64 *id,
                                        GError **error);

/* All of them (of PvModeleDocument), by genre then name. */
GPtrArray *pv_modele_document_store_list (PvDb *db, GError **error);

G_END_DECLS
