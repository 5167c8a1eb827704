/* pv-agenda-ajout.h: adds the dossiers of a filter to an agenda
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_AGENDA_AJOUT (pv_agenda_ajout_get_type ())

/* The statuses that wait for a decision, then the saved views; what would be added is counted
 * before. Responses: `cancel`, `add`. */
G_DECLARE_FINAL_TYPE (PvAgendaAjout, pv_agenda_ajout, PV, AGENDA_AJOUT, AdwMessageDialog)

/* @appel_id: of the séance, or %PV_INT_NULL; @label: of the séance, for the history */
PvAgendaAjout *pv_agenda_ajout_new (GtkWindow *parent,
                                    PvContext *context,
                                    gint64 seance_id,
                                    gint64 appel_id,
                                    const char *label);

G_END_DECLS
