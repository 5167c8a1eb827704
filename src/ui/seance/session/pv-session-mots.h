/* pv-session-mots.h: what both windows of a séance say of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

/* What the table calls the states of a dossier that are no decision: an icon, a class. */
const char *pv_session_decision_to_icon_name (PvDecisionGenre decision);
const char *pv_session_decision_to_css_class (PvDecisionGenre decision);

/* "Programmé sous réserve"; "Pas encore décidé". */
char *pv_session_decision_dup_words (PvDecisionGenre decision);

/* "+2 000 €", "−2 000 €", "=", "" when it is not known. */
char *pv_session_ecart_to_text (PvCents before, PvCents after);

/* "75,71", "–", of hundredths. */
char *pv_session_points_to_text (gint64 hundredths);

/* (nullable): "9 sur 42" */
char *pv_session_rang_to_text (const PvSeanceFiche *fiche);

/* (nullable): "1 déport", "2 déports" */
char *pv_session_deports_to_text (const PvSeanceFiche *fiche);

/* (nullable): the names of who is recused, a line each with the reason */
char *pv_session_deports_to_names (const PvSeanceFiche *fiche);

/* (nullable): what comes with the decision: the reserve, or where it comes back */
char *pv_session_suite_to_text (const PvSeanceFiche *fiche);

/* Whether what is missing is to be found: not of a dossier that is not funded. */
gboolean pv_session_manque_is_alert (const PvSeanceFiche *fiche);

/* What the envelopes of the agenda still have to decide, in all; %PV_CENTS_NULL: not known. */
PvCents pv_session_get_reste (const PvSeanceJournal *journal);

/* "1er mars 2026, séance 2" */
char *pv_session_dup_date (const PvSeanceResume *resume);

/* (nullable): "Tourcoing · axe E2 · reconduction": where, what and whether it is new;
 * @separator: between them; @court: the code of the axis alone */
char *pv_session_meta_to_text (const PvSeanceFiche *fiche, const char *separator, gboolean court);

/**
 * PvSessionAvis:
 * @institutions: "État, MEL, CAF"
 *
 * Who gave the same avis.
 */
typedef struct
{
  PvAvis avis;
  char *institutions;
} PvSessionAvis;

void pv_session_avis_clear (PvSessionAvis *self);

/* (transfer full) (element-type PvSessionAvis): by value, those that are awaited last */
GArray *pv_session_list_avis (const PvSeanceFiche *fiche);

/* "Favorable", "Avec réserves": an avis as the name of a line. */
const char *pv_session_avis_to_words (PvAvis avis);

G_END_DECLS
