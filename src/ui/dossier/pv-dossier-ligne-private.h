/* pv-dossier-ligne-private.h: what the list does of its rows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-ligne.h"

G_BEGIN_DECLS

PvDossierLigne *pv_dossier_ligne_new (gint64 id);

/* Another dossier takes the row: what is said stays that of the one before until it is read. */
void pv_dossier_ligne_set_id (PvDossierLigne *self, gint64 id);

/* @resume: (transfer full) (nullable): emits `changed`. */
void pv_dossier_ligne_take_resume (PvDossierLigne *self, PvDossierResume *resume);

G_END_DECLS
