/* pv-export-travail.h: what the workers of an export do
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"
#include "financement/pv-publication-store.h"

G_BEGIN_DECLS

/*
 * PvExportDemande: what a worker is asked, and how far it is: shared with it.
 */
typedef struct _PvExportDemande PvExportDemande;

PvExportDemande *pv_export_demande_new (const PvExportKind *kind,
                                        PvFiltre filtre,
                                        const char *institution,
                                        const char *path);

/* For a kind that needs it, before it is given to a worker. */
void pv_export_demande_set_seance (PvExportDemande *self, gint64 seance_id);

/* For a publication; @attribuant: (nullable): every payer. */
void pv_export_demande_set_publication (PvExportDemande *self,
                                        const PvAttribuant *attribuant,
                                        gboolean tout);

PvExportDemande *pv_export_demande_ref (PvExportDemande *self);
void pv_export_demande_unref (PvExportDemande *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvExportDemande, pv_export_demande_unref)

/* The sheet under way, %NULL before the first (transfer full). */
char *pv_export_demande_dup_step (PvExportDemande *self);

/* 0 to 1 */
double pv_export_demande_get_progress (PvExportDemande *self);

/* #PvContextQuery: the sheets with their rows, as pv_export_apercu(). */
gpointer pv_export_compter (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

/* #PvContextQuery: a #PvScdl: what would be published, and what would not. */
gpointer
pv_export_publier_apercu (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

/* #PvContextQuery: a #PvExportResult. */
gpointer pv_export_ecrire (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

G_END_DECLS
