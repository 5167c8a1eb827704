/* pv-compte-rendu-reglage.h: whether a missing bilan keeps from a new grant
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_REGLAGE (pv_compte_rendu_reglage_get_type ())

/* A setting of the file, under the thresholds. */
G_DECLARE_FINAL_TYPE (PvCompteRenduReglage,
                      pv_compte_rendu_reglage,
                      PV,
                      COMPTE_RENDU_REGLAGE,
                      AdwBin)

GtkWidget *pv_compte_rendu_reglage_new (PvContext *context);

/* Reads it again. */
void pv_compte_rendu_reglage_refresh (PvCompteRenduReglage *self);

G_END_DECLS
