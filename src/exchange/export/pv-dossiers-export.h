/* pv-dossiers-export.h: the list of dossiers, as it is shown, to a file or a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-colonne.h"
#include "export/pv-liste-export.h"

G_BEGIN_DECLS

/**
 * PvDossiersExport:
 * @ids: (element-type gint64): the rows, in order
 * @colonnes: (element-type PvDossierColonne): the columns shown, in order
 * @etape: the stage of the amounts per group of payers
 * @contexte: what was filtered, in words
 */
typedef struct
{
  GArray *ids;
  GArray *colonnes;
  PvEtape etape;
  char *contexte;
} PvDossiersExport;

/* @ids: (transfer full); @colonnes: ids, comma separated: as PvVue keeps them. */
PvDossiersExport *
pv_dossiers_export_new (GArray *ids, const char *colonnes, PvEtape etape, const char *contexte);
void pv_dossiers_export_free (PvDossiersExport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossiersExport, pv_dossiers_export_free)

/* See pv_liste_export_run(). A dossier deleted in the meantime is left out of neither
 * the count nor the rows: its row is empty. */
PvExportResult *pv_dossiers_export_run (const PvDossiersExport *self,
                                        const PvExportRequest *request,
                                        GError **error);

/**
 * pv_dossiers_export_to_text:
 * @html: (out) (transfer full): the same as a table whose figures stay figures
 *
 * Returns: (transfer full): lines of cells separated by tabs, with their header: figures
 *   without signs nor spaces, so that a spreadsheet takes them for what they are;
 *   %NULL with @error
 */
char *pv_dossiers_export_to_text (const PvDossiersExport *self,
                                  PvDb *db,
                                  char **html,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
