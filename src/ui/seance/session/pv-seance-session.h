/* pv-seance-session.h: an open séance, for who holds it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "seance/pv-seance-fiche-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_SESSION (pv_seance_session_get_type ())

/*
 * The agenda, the dossier on the table, and the thread of what was decided; the child of a
 * PvPage while its séance is open. Everything is saved as it is done; a séance that was
 * interrupted goes on where it was.
 *
 * Actions: session.decide (x): a #PvDecisionGenre; session.next, session.previous: in the
 *   agenda; session.go (x): to a line of it; session.undo-last; session.project: what the committee
 * sees, or not any more; session.back; session.dossier, session.porteur: their pages;
 *   session.agenda, session.fil: the panes; session.deport, session.remove: an institution is
 *   recused on the dossier on the table, which leaves the agenda; session.members: who sits
 */
G_DECLARE_FINAL_TYPE (PvSeanceSession, pv_seance_session, PV, SEANCE_SESSION, AdwBin)

GtkWidget *pv_seance_session_new (PvContext *context, gint64 seance_id);

/* Reads again: the refresh of its page. */
void pv_seance_session_load (PvSeanceSession *self);

/* What is on the table; (transfer none) (nullable) */
const PvSeanceFiche *pv_seance_session_get_fiche (PvSeanceSession *self);

/* What the committee sees; (transfer none) (nullable): %NULL while nothing is projected */
GtkWindow *pv_seance_session_get_projecteur (PvSeanceSession *self);

G_END_DECLS
