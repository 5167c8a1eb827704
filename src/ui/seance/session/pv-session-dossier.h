/* pv-session-dossier.h: the dossier that is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "seance/pv-seance-fiche-store.h"
#include "widget/pv-choice.h"

G_BEGIN_DECLS

#define PV_TYPE_SESSION_DOSSIER (pv_session_dossier_get_type ())

G_DECLARE_FINAL_TYPE (PvSessionDossier, pv_session_dossier, PV, SESSION_DOSSIER, AdwBin)

/*
 * Signals, of what a person wants; nothing is saved yet:
 *   decided (int genre): a #PvDecisionGenre
 *   committed (int64 financement, int64 cents, object entry): see #PvSessionPlan
 *   reserved (string): the reserve; why, of a decision that has none
 *   put-off (int64): the séance where it comes back, or %PV_INT_NULL
 */

void
pv_session_dossier_show (PvSessionDossier *self, const PvSeanceFiche *fiche, gboolean can_edit);

/* The séances it may come back at. */
void pv_session_dossier_set_retours (PvSessionDossier *self, PvChoiceFunc func, gpointer user_data);

/* Another dossier comes: it is read from its top, with the focus on its first amount. */
void pv_session_dossier_begin (PvSessionDossier *self);

/* What the decision asks for next has the focus: the reserve, where it comes back; else itself. */
void pv_session_dossier_focus_suite (PvSessionDossier *self);

/* What is typed as a reserve goes, as Escape does. */
void pv_session_dossier_refuse_reserve (PvSessionDossier *self);

G_END_DECLS
