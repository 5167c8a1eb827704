/* pv-recevabilite-store.h: the SQL of pv-recevabilite
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "recevabilite/pv-recevabilite.h"

G_BEGIN_DECLS

/* What a dossier adds up to; see total_dossier. */
typedef struct
{
  gint64 n_sollicite, n_charges, n_produits;
  PvCents sollicite_cents, charges_cents, produits_cents;
} PvRecevabiliteTotaux;

/* The states of the conditions of one dossier, without words: of `regle` only the key is
 * set. */
GPtrArray *pv_recevabilite_store_list (PvDb *db,
                                       gint64 dossier_id,
                                       PvRecevabiliteTotaux *totaux,
                                       GError **error);

void pv_recevabilite_ligne_free (PvRecevabiliteLigne *self);

gboolean pv_recevabilite_store_set_reponse (PvDb *db,
                                            gint64 dossier_id,
                                            gint64 regle_id,
                                            gint64 reponse,
                                            const char *motif,
                                            GError **error);
gboolean
pv_recevabilite_store_delete_reponse (PvDb *db, gint64 dossier_id, gint64 regle_id, GError **error);

G_END_DECLS
