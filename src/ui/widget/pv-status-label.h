/* pv-status-label.h: the status of a dossier: an icon and a word
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier/pv-dossier-statut.h"

G_BEGIN_DECLS

#define PV_TYPE_STATUS_LABEL (pv_status_label_get_type ())

G_DECLARE_FINAL_TYPE (PvStatusLabel, pv_status_label, PV, STATUS_LABEL, AdwBin)

/*
 * Properties: `statut` (int: PvDossierStatut; PV_DOSSIER_STATUT_NULL shows nothing);
 *   `text` (nullable): said instead of the word ("notifié 2/4"); `flat` (boolean):
 *   without the tinted ground, for the cells of a list.
 */
GtkWidget *pv_status_label_new (PvDossierStatut statut);

PvDossierStatut pv_status_label_get_statut (PvStatusLabel *self);
void pv_status_label_set_statut (PvStatusLabel *self, PvDossierStatut statut);
const char *pv_status_label_get_text (PvStatusLabel *self);
void pv_status_label_set_text (PvStatusLabel *self, const char *text);

/* The icon of a status: "pv-statut-depose-symbolic"; of NULL, none (NULL). */
const char *pv_statut_to_icon_name (PvDossierStatut statut);

/* The colour of that icon in the style sheets: "accent_color"; NULL: that of the text. */
const char *pv_statut_to_color_name (PvDossierStatut statut);

G_END_DECLS
