/* pv-session-fil.h: what an open séance decided so far
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "seance/pv-seance-journal.h"

G_BEGIN_DECLS

#define PV_TYPE_SESSION_FIL (pv_session_fil_get_type ())

G_DECLARE_FINAL_TYPE (PvSessionFil, pv_session_fil, PV, SESSION_FIL, AdwBin)

/*
 * Signal: chosen (int64): the line of the agenda that a person chose.
 */

void pv_session_fil_show (PvSessionFil *self, const PvSeanceJournal *journal);

G_END_DECLS
