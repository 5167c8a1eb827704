/* pv-dossier-ligne.h: a dossier as a row of a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "dossier/pv-dossier-resume.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_LIGNE (pv_dossier_ligne_get_type ())

G_DECLARE_FINAL_TYPE (PvDossierLigne, pv_dossier_ligne, PV, DOSSIER_LIGNE, GObject)

gint64 pv_dossier_ligne_get_id (PvDossierLigne *self);

/**
 * pv_dossier_ligne_get_resume:
 *
 * Emits `changed` (no argument) when the file says something else of the dossier.
 *
 * Returns: (transfer none) (nullable): what it says; %NULL when the dossier is gone
 */
const PvDossierResume *pv_dossier_ligne_get_resume (PvDossierLigne *self);

G_END_DECLS
