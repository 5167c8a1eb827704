/* pv-cloture-actions.h: what ends a séance, and what follows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

/**
 * pv_cloture_actions_install:
 * @klass: of a #PvPage that is about a séance
 *
 * Installs `seance.clore`, `seance.proces-verbal` (s: "pdf" or "xlsx") and
 * `seance.rectifier` (x: the line of the agenda).
 */
void pv_cloture_actions_install (GtkWidgetClass *klass);

/**
 * pv_cloture_actions_update:
 * @etat: of the séance (a PvSeanceEtat)
 *
 * Says which séance the page is about and enables what its state allows. Called by each
 * refresh of the page.
 */
void pv_cloture_actions_update (PvPage *page, gint64 seance_id, int etat);

G_END_DECLS
