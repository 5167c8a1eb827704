/* pv-seance-session-private.h: an open séance, for who holds it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-store.h"
#include "seance/session/pv-projecteur-window.h"
#include "seance/session/pv-seance-session.h"
#include "seance/session/pv-session-agenda.h"
#include "seance/session/pv-session-dossier.h"
#include "seance/session/pv-session-fil.h"
#include "seance/session/pv-session-minuterie.h"

G_BEGIN_DECLS

struct _PvSeanceSession
{
  AdwBin parent_instance;

  AdwWindowTitle *title_widget;
  PvSessionMinuterie *minuterie;
  GtkWidget *close_button;
  GtkToggleButton *project_button;
  AdwFlap *agenda_flap;
  AdwFlap *fil_flap;
  PvSessionAgenda *agenda;
  PvSessionFil *fil;
  PvSessionDossier *dossier;
  GtkWidget *next_button;

  PvContext *context;
  gint64 seance_id;
  gint64 courant;         /* line of the agenda; PV_INT_NULL: not known yet */
  PvSeanceResume *resume; /* (nullable): the three are read together */
  GPtrArray *dossiers;    /* PvSeanceDossier */
  PvSeanceFiche *fiche;
  PvSeanceJournal *journal; /* (nullable): read when it is shown */
  GtkWindow *projecteur;    /* (nullable) */
  gint64 counted;           /* seconds of this dossier that were saved already */
};

/* Says something on the window. */
void pv_seance_session_tell (PvSeanceSession *self, const char *text);

/* Reads what a key stroke may change, and shows it in both windows. */
void pv_seance_session_relire (PvSeanceSession *self);

/* Puts a line of the agenda on the table. */
void pv_seance_session_go (PvSeanceSession *self, gint64 id);

/* Whether keys are for it: it is on the screen, and no list over it is being chosen from. */
gboolean pv_seance_session_listens (PvSeanceSession *self);

/* What is typed is saved; FALSE when it is refused. */
gboolean pv_seance_session_settle (PvSeanceSession *self);

/* pv-seance-session-actes.c */
void pv_seance_session_install_actes (GtkWidgetClass *widget_class);
void pv_seance_session_connect_actes (PvSeanceSession *self);

/* pv-seance-session-tenue.c */
void pv_seance_session_install_tenue (GtkWidgetClass *widget_class);
void pv_seance_session_update_tenue (PvSeanceSession *self);

G_END_DECLS
