/* pv-egalite-export.h: the equality workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"

G_BEGIN_DECLS

/* Sheets of the workbook, in their order. */
typedef enum
{
  PV_EGALITE_FEUILLE_ANALYSE,
  PV_EGALITE_FEUILLE_DOSSIERS,
  PV_EGALITE_FEUILLE_ACCOMPAGNER,
} PvEgaliteFeuille;

#define PV_N_EGALITE_FEUILLES 3

const char *pv_egalite_feuille_get_nom (PvEgaliteFeuille feuille);

/**
 * pv_egalite_export_run:
 *
 * Analysis by number and amount, at demandé and accordé, by each key; the dossiers with
 * their answers, the result of the tree and the collective mark; the porteurs to
 * accompany. Figures equal those of the screen and of `stats` to the cent.
 */
PvExportResult *pv_egalite_export_run (const PvExportRequest *request, GError **error);

/* How many rows each sheet will hold. */
gboolean
pv_egalite_export_compter (PvDb *db, const PvFiltre *filtre, gint64 *lignes, GError **error);

G_END_DECLS
