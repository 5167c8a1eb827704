/* pv-dossier-peintre.h: writes a row of the list of dossiers in its cells
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier/pv-dossier-ligne.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_PEINTRE (pv_dossier_peintre_get_type ())

G_DECLARE_FINAL_TYPE (PvDossierPeintre, pv_dossier_peintre, PV, DOSSIER_PEINTRE, GtkWidget)

/*
 * A GtkColumnView keeps 200 rows of cells alive, each of two widgets, a gesture and a text
 * layout: 10 KB. Here cells are empty: the last column, as narrow as can be, holds the painter
 * of the row, which writes in the others and gives each of them its accessible name.
 */
GtkWidget *pv_dossier_peintre_new (void);

/* @ligne: (nullable): the row that is shown, and goes on being shown when it changes. */
void pv_dossier_peintre_set_ligne (PvDossierPeintre *self, PvDossierLigne *ligne);

/* What a painter wrote at @x, @y of the view and may be cut: (transfer full) (nullable). */
char *pv_dossier_peintre_dup_tooltip (GtkColumnView *view, double x, double y);

/* Columns came, went, moved (@columns), or are not where they were: rows are painted anew. */
void pv_dossier_peintre_follow (GtkColumnView *view, gboolean columns);

G_END_DECLS
