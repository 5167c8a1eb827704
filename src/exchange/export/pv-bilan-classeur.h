/* pv-bilan-classeur.h: the workbook `bilan`, what a programming became, year over year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-analyse.h"
#include "commun/pv-empreinte-store.h"
#include "export/pv-sheet.h"
#include "synthese/pv-synthese-contexte-store.h"

G_BEGIN_DECLS

/* The sheets, in their order. */
typedef enum
{
  PV_BILAN_BILAN,
  PV_BILAN_EVOLUTION,
  PV_BILAN_CATEGORIES,
  PV_BILAN_FINANCEURS,
  PV_BILAN_AXES,
  PV_BILAN_OBJECTIFS,
  PV_BILAN_COMMUNES,
  PV_BILAN_QUARTIERS,
  PV_BILAN_PORTEURS,
  PV_BILAN_FORMES,
  PV_BILAN_NATURE,
  PV_BILAN_CPO,
  PV_BILAN_EGALITE,
  PV_BILAN_PREVU_REALISE,
  PV_BILAN_PUBLICS,
  PV_BILAN_DOSSIERS,
  PV_BILAN_LISEZ_MOI,
} PvBilanFeuille;

#define PV_N_BILAN_FEUILLES 17

/* Those before are folded: side by side, more could not be read on paper. */
#define PV_BILAN_MAX_ANNEES_IMPRIMEES 5

/**
 * PvBilanClasseur:
 * @analyse: every figure of every sheet but `Dossiers`
 * @sheets: as #PvBilanFeuille
 *
 * What the sheets share while they are written.
 */
typedef struct
{
  PvDb *db;
  PvEmpreinte *empreinte;
  PvFiltre filtre;
  PvWorkbook *workbook;
  PvSyntheseContexte *contexte;
  PvBilanAnalyse *analyse;
  PvSheet *sheets[PV_N_BILAN_FEUILLES];
} PvBilanClasseur;

/* Each writes one sheet. */
gboolean pv_bilan_page_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);
gboolean
pv_bilan_annees_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);
gboolean pv_bilan_table_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);
gboolean
pv_bilan_postes_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);
gboolean
pv_bilan_dossiers_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);
gboolean
pv_bilan_lisez_moi_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error);

/* The name of a sheet. */
const char *pv_bilan_feuille_to_nom (PvBilanFeuille feuille);

/* What one of the sheets from `Catégories` to `CPO` is by. */
PvBilanPar pv_bilan_feuille_get_par (PvBilanFeuille feuille);

/**
 * pv_bilan_classeur_run:
 *
 * The exercices of the file side by side, or those of the filter.
 *
 * Returns: (transfer full) (nullable): as pv_export_run()
 */
PvExportResult *pv_bilan_classeur_run (const PvExportRequest *request, GError **error);

/**
 * pv_bilan_classeur_compter:
 * @n_lignes: (out caller-allocates) (array fixed-size=17): rows of each sheet, %PV_INT_NULL for one
 *   that is no table
 *
 * What the workbook would hold.
 */
gboolean pv_bilan_classeur_compter (PvDb *db,
                                    const PvFiltre *filtre,
                                    gint64 *n_lignes,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
