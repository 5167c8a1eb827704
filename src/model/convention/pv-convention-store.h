/* pv-convention-store.h: the SQL of pv-convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention-echeance.h"
#include "convention/pv-convention.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_convention_store_insert (PvDb *db, PvConvention *convention, GError **error);
gboolean pv_convention_store_update (PvDb *db,
                                     const PvConvention *convention,
                                     gboolean *changed,
                                     GError **error);
gboolean pv_convention_store_delete (PvDb *db, gint64 id, GError **error);
PvConvention *pv_convention_store_get (PvDb *db, gint64 id, GError **error);

/* The first one signed for that number and payer. */
gboolean pv_convention_store_find_by_numero (PvDb *db,
                                             gint64 financeur_id,
                                             const char *numero,
                                             gint64 *id,
                                             GError **error);

/* Whether one covers that payer, body and year, or %PV_INT_NULL. */
gboolean pv_convention_store_find_for_annee (PvDb *db,
                                             gint64 financeur_id,
                                             gint64 organisme_id,
                                             gint64 exercice,
                                             gint64 *id,
                                             GError **error);

/* The amount planned for a year; a second call replaces it. */
gboolean pv_convention_store_set_annee (PvDb *db,
                                        gint64 convention_id,
                                        gint64 exercice,
                                        PvCents prevu_cents,
                                        GError **error);
gboolean pv_convention_store_get_annee (PvDb *db,
                                        gint64 convention_id,
                                        gint64 exercice,
                                        PvCents *prevu_cents,
                                        GError **error);

/* Links a dossier; twice changes nothing. */
gboolean
pv_convention_store_add_dossier (PvDb *db, gint64 convention_id, gint64 dossier_id, GError **error);

/* Keys (gint64) of its dossiers, by exercice. */
GArray *pv_convention_store_list_dossiers (PvDb *db, gint64 convention_id, GError **error);
gboolean pv_convention_store_remove_dossier (PvDb *db,
                                             gint64 convention_id,
                                             gint64 dossier_id,
                                             GError **error);

/* Keys (gint64) of the conventions that name a dossier. */
GArray *pv_convention_store_list_for_dossier (PvDb *db, gint64 dossier_id, GError **error);

/* Another convention of the same payer that has the dossier for one of these years. */
gboolean pv_convention_store_find_autre (PvDb *db,
                                         gint64 convention_id,
                                         gint64 dossier_id,
                                         gint64 *id,
                                         GError **error);

/* What the convention plans over its years; %PV_CENTS_NULL: it does not say. */
gboolean
pv_convention_store_get_prevu (PvDb *db, gint64 convention_id, PvCents *cents, GError **error);

/* The furthest of arbitré to notifié, of its dossiers and payer, in a year. */
gboolean pv_convention_store_get_accorde (PvDb *db,
                                          gint64 convention_id,
                                          gint64 exercice,
                                          PvCents *cents,
                                          GError **error);
gboolean
pv_convention_store_remove_annee (PvDb *db, gint64 convention_id, gint64 exercice, GError **error);

/* The first year, out of those @convention says, that has an amount, a payment or a dossier. */
gboolean pv_convention_store_find_hors_annees (PvDb *db,
                                               const PvConvention *convention,
                                               gint64 *exercice,
                                               GError **error);

/* Removes the years without an amount that are out of its own. */
gboolean
pv_convention_store_clean_annees (PvDb *db, const PvConvention *convention, GError **error);

/* (element-type PvConventionEcheance): by year, then day. */
GPtrArray *pv_convention_store_list_echeances (PvDb *db, gint64 convention_id, GError **error);

/* Inserts when its key is 0, else makes the row what is given. */
gboolean pv_convention_store_set_echeance (PvDb *db,
                                           const PvConventionEcheance *echeance,
                                           gboolean *changed,
                                           GError **error);
gboolean pv_convention_store_remove_echeance (PvDb *db, gint64 id, GError **error);
gboolean pv_convention_store_clear_echeances (PvDb *db, gint64 convention_id, GError **error);

/* A query that begins with these columns of `convention c` is read with the function. */
#define PV_CONVENTION_COLONNES_SQL                                                                 \
  "c.id, c.uuid, c.revision, c.numero, c.financeur_id, c.organisme_id, c.objet, c.annee_debut, "   \
  "c.annee_fin, c.signee_le, c.envoyee_le, c.retournee_le, c.notifiee_le, "                        \
  "c.paiement_delai_jours, c.conditions_versement, c.commentaire"
#define PV_CONVENTION_N_COLONNES 16
PvConvention *pv_convention_store_read (PvStatement *row);

G_END_DECLS
