/* pv-exports-seances.h: which séance is exported, and in which format
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "export/pv-export.h"

G_BEGIN_DECLS

/**
 * pv_exports_seances_list:
 * @seances: (nullable) (transfer full): those the row showed: the choice is kept
 *
 * Lists the séances in @row.
 *
 * Returns: (transfer full) (element-type PvProcesVerbalChoix)
 */
GPtrArray *pv_exports_seances_list (AdwComboRow *row, GPtrArray *seances, PvDb *db);

/* The one that is chosen; 0: there is none. */
gint64 pv_exports_seances_get (AdwComboRow *row, GPtrArray *seances);

/* (transfer full): "PV Comité de pilotage 2026-03-17.pdf" */
char *pv_exports_seances_dup_name (AdwComboRow *row, GPtrArray *seances);

/* Offers both formats of @kind, when it has two. */
void pv_exports_seances_add_formats (GtkFileChooser *chooser, const PvExportKind *kind);

/* (transfer full): @path with the extension of the format chosen, unless another of the
 * kind was typed. */
char *
pv_exports_seances_complete (GtkFileChooser *chooser, const PvExportKind *kind, const char *path);

G_END_DECLS
