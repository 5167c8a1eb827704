/* pv-session-agenda.h: the agenda of an open séance, beside the dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_SESSION_AGENDA (pv_session_agenda_get_type ())

G_DECLARE_FINAL_TYPE (PvSessionAgenda, pv_session_agenda, PV, SESSION_AGENDA, AdwBin)

/*
 * Signal: chosen (int64): the line of the agenda that a person chose.
 */

/**
 * pv_session_agenda_show:
 * @dossiers: (element-type PvSeanceDossier)
 * @courant: the line that is on the table
 */
void pv_session_agenda_show (PvSessionAgenda *self, GPtrArray *dossiers, gint64 courant);

G_END_DECLS
