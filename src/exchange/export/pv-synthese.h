/* pv-synthese.h: the instruction workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-empreinte-store.h"
#include "export/pv-sheet.h"
#include "stats/pv-stats.h"
#include "synthese/pv-synthese-contexte-store.h"
#include "synthese/pv-synthese-dossier-store.h"

G_BEGIN_DECLS

/* The sheets, in their order. Source: exchange.md §3. */
typedef enum
{
  PV_SYNTHESE_SYNTHESE,
  PV_SYNTHESE_DOSSIERS,
  PV_SYNTHESE_FINANCEMENTS,
  PV_SYNTHESE_NOTES,
  PV_SYNTHESE_AVIS,
  PV_SYNTHESE_EGALITE,
  PV_SYNTHESE_ENVELOPPES,
  PV_SYNTHESE_TERRITOIRES,
  PV_SYNTHESE_AXES,
  PV_SYNTHESE_CONTROLES,
  PV_SYNTHESE_LISEZ_MOI,
} PvSyntheseFeuille;

#define PV_SYNTHESE_N_FEUILLES 11

/**
 * PvSynthese:
 * @constats: key of a dossier → bits of the controls (in the order of their
 *   registry) that found something in it
 * @sheets: as #PvSyntheseFeuille
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
  PvSyntheseReferentiel *referentiel;
  GPtrArray *institutions;
  PvMatrice *axes;
  GPtrArray *enveloppes;
  GHashTable *constats;
  PvSheet *sheets[PV_SYNTHESE_N_FEUILLES];
} PvSynthese;

/* Each writes its own sheet; the controls come first, for the dossiers show
 * what they found. */
gboolean pv_synthese_controles_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_dossiers_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_financements_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_notes_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_avis_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_egalite_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_enveloppes_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_territoires_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_axes_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_synthese_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);
gboolean pv_synthese_lisez_moi_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error);

/**
 * pv_synthese_add_montants:
 * @etapes_visibles: bits of the stages that stay in sight, the others fold
 *
 * Adds one column of amounts per stage, under a band of that name.
 */
void pv_synthese_add_montants (GArray *columns,
                               const char *groupe,
                               guint etapes_visibles,
                               const char *definition);

/* (transfer full): the second line of a sheet that has folded columns. */
char *pv_synthese_describe_repliees (PvSynthese *self);

/* The titles of the controls in @bits, joined; %NULL for none. (transfer full) */
char *pv_synthese_describe_constats (guint64 bits);

/* @limits: (nullable): those of the format; tests lower them. */
PvExportResult *
pv_synthese_run (const PvExportRequest *request, const PvWorkbookLimits *limits, GError **error);

G_END_DECLS
