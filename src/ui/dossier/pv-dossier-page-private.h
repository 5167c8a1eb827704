/* pv-dossier-page-private.h: what the files of the page of a dossier share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-fiche-store.h"
#include "dossier/pv-dossier-page.h"

G_BEGIN_DECLS

/* (nullable) (transfer none): what was read last */
const PvDossierFiche *pv_dossier_page_get_fiche (PvDossierPage *self);

/* The actions dossier.statut and dossier.delete (pv-dossier-page-actions.c). */
void pv_dossier_page_install_actions (GtkWidgetClass *widget_class);
void pv_dossier_page_fill_statuts (PvDossierPage *self, GMenu *menu);

G_END_DECLS
