/* pv-dossier-nouveau.h: asks for what a new dossier needs
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_NOUVEAU (pv_dossier_nouveau_get_type ())

G_DECLARE_FINAL_TYPE (PvDossierNouveau, pv_dossier_nouveau, PV, DOSSIER_NOUVEAU, AdwWindow)

/*
 * The call, a number proposed, a title, a holder found by its name or made.
 *
 * Actions: nouveau.create.
 * Signals:
 *   created (int64): the key of the dossier; the dialog is closing
 */
PvDossierNouveau *pv_dossier_nouveau_new (GtkWindow *parent, PvContext *context);

G_END_DECLS
