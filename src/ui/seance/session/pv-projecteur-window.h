/* pv-projecteur-window.h: what the committee sees of a séance, on the second screen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_PROJECTEUR_WINDOW (pv_projecteur_window_get_type ())

G_DECLARE_FINAL_TYPE (PvProjecteurWindow, pv_projecteur_window, PV, PROJECTEUR_WINDOW, GtkWindow)

/*
 * The dossier on the table in large type, always light, without a control in it. It reads
 * nothing by itself: it shows the same fiche as the pilote's page. Escape closes it, F11 makes
 * it fill its screen; the other keys are the pilote's.
 */

/* @pilote: the window of who holds the séance */
GtkWidget *pv_projecteur_window_new (GtkWindow *pilote);

/* Presents it: over the whole of a screen that is not the pilote's when there is one, else as a
 * window. When that screen is unplugged it comes back as a window. */
void pv_projecteur_window_project (PvProjecteurWindow *self);

/* The screen it fills; (transfer none) (nullable): it is a window */
GdkMonitor *pv_projecteur_window_get_monitor (PvProjecteurWindow *self);

/* The screens there are (GdkMonitor): those of its display unless it is told others, as tests do.
 */
void pv_projecteur_window_set_monitors (PvProjecteurWindow *self, GListModel *monitors);

void pv_projecteur_window_show (PvProjecteurWindow *self,
                                const PvSeanceResume *seance,
                                const PvSeanceJournal *journal,
                                const PvSeanceFiche *fiche);

G_END_DECLS
