/* pv-avis-externe-store.h: the SQL of pv-avis-externe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "avis/pv-avis-externe.h"
#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-lot.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_avis_externe_store_insert (PvDb *db, PvAvisExterne *avis, GError **error);
gboolean pv_avis_externe_store_update (PvDb *db,
                                       const PvAvisExterne *avis,
                                       gboolean *changed,
                                       GError **error);
gboolean pv_avis_externe_store_delete (PvDb *db, gint64 id, GError **error);
PvAvisExterne *pv_avis_externe_store_get (PvDb *db, gint64 id, GError **error);

/* What was asked about a dossier (of PvAvisExterne), in order of the questions. */
GPtrArray *pv_avis_externe_store_list (PvDb *db, gint64 dossier_id, GError **error);

/* The services the file knows besides those of pv_avis_externe_get_services(): owned texts. */
GPtrArray *pv_avis_externe_store_list_services (PvDb *db, GError **error);

/**
 * PvAvisExterneLigne:
 *
 * One question, with its dossier.
 */
typedef struct
{
  PvAvisExterne *avis;
  char *numero;
  char *intitule;
  char *porteur;
} PvAvisExterneLigne;

/* (transfer full) (element-type PvAvisExterneLigne): of the dossiers of the filter that are
 * not out (PV_SORTI_SQL): those not answered first, the first due first. */
GPtrArray *pv_avis_externe_store_list_suivi (PvDb *db, const PvFiltre *filtre, GError **error);

/*
 * The actions, each inside the transaction of one.
 */

/* Notes that services were reminded on @jour; what is answered is left alone. */
gboolean
pv_avis_externe_relancer (PvDb *db, const gint64 *ids, gsize n, const char *jour, GError **error);

/**
 * pv_avis_externe_check_demander:
 * @permis: (out) (transfer full) (element-type gint64): those about which it may be asked
 *
 * Returns: (transfer full) (element-type PvDossierRefus): the dossiers on which that service
 *   was asked and has not answered, or %NULL with an error
 */
GPtrArray *pv_avis_externe_check_demander (PvDb *db,
                                           const GArray *ids,
                                           const char *service,
                                           GArray **permis,
                                           GError **error);

/**
 * pv_avis_externe_demander:
 * @modele: service, question and dates
 * @n_demandes: (out): how many questions were written: a dossier on which the same service
 *   was asked and has not answered is not asked again
 */
gboolean pv_avis_externe_demander (PvDb *db,
                                   const gint64 *dossiers,
                                   gsize n,
                                   const PvAvisExterne *modele,
                                   guint *n_demandes,
                                   GError **error);

G_END_DECLS
