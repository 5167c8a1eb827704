/* pv-importation-store.h: where rows came from, and how columns were matched
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvImportLigne:
 * @cle: the key of the row in its source
 * @rang: numbers from 1 the rows that share a key
 * @empreinte: SHA-256 of what was read
 * @montant_cents: rows of one key are paired by it; or %PV_CENTS_NULL
 * @nom_table, @cible_id: what the row became
 */
typedef struct
{
  gint64 id;
  char *cle;
  gint64 rang;
  char *empreinte;
  PvCents montant_cents;
  char *nom_table;
  gint64 cible_id;
} PvImportLigne;

void pv_import_ligne_free (PvImportLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportLigne, pv_import_ligne_free)

/* The rows of one key (of PvImportLigne), by rank. */
GPtrArray *
pv_importation_store_list (PvDb *db, const char *profil, const char *cle, GError **error);

/**
 * pv_importation_store_insert:
 *
 * Sets the key of @ligne. Reads nothing.
 */
gboolean
pv_importation_store_insert (PvDb *db, const char *profil, PvImportLigne *ligne, GError **error);

/* Writes fingerprint, amount and target; nothing when they are the same. */
gboolean pv_importation_store_update (PvDb *db,
                                      const PvImportLigne *ligne,
                                      gboolean *changed,
                                      GError **error);

/* Forgets where a row came from, when it is deleted. */
gboolean
pv_importation_store_forget (PvDb *db, const char *nom_table, gint64 cible_id, GError **error);

/**
 * pv_correction_store_get:
 * @entete: a header, folded
 * @found: (out): whether the user corrected that column
 * @champ: (out) (transfer full) (nullable): the field; %NULL: ignore the column
 */
gboolean pv_correction_store_get (PvDb *db,
                                  const char *profil,
                                  const char *entete,
                                  gboolean *found,
                                  char **champ,
                                  GError **error);

/* @champ NULL: ignore the column. */
gboolean pv_correction_store_set (PvDb *db,
                                  const char *profil,
                                  const char *entete,
                                  const char *champ,
                                  GError **error);

/* Goes back to the profile's own mapping. */
gboolean
pv_correction_store_remove (PvDb *db, const char *profil, const char *entete, GError **error);

/**
 * pv_correction_store_load:
 *
 * Returns: (transfer full): header → field (a NULL field: ignore), owned texts
 */
GHashTable *pv_correction_store_load (PvDb *db, const char *profil, GError **error);

G_END_DECLS
