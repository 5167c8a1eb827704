/* pv-session-minuterie.h: how long a dossier has been on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_SESSION_MINUTERIE (pv_session_minuterie_get_type ())

/* "2 min 40 of 5", in words that pass from quiet to a warning once the time is over. It never
 * stops anything. Hidden when no time is set. */
G_DECLARE_FINAL_TYPE (PvSessionMinuterie, pv_session_minuterie, PV, SESSION_MINUTERIE, AdwBin)

/* @minutes: for a dossier, PV_INT_NULL: no timer. */
void pv_session_minuterie_set_minutes (PvSessionMinuterie *self, gint64 minutes);

/* A dossier comes on the table. */
void pv_session_minuterie_start (PvSessionMinuterie *self);

/* How long it has been there, in seconds. */
gint64 pv_session_minuterie_get_seconds (PvSessionMinuterie *self);

/* As if that many seconds more had passed. For tests. */
void pv_session_minuterie_advance (PvSessionMinuterie *self, gint64 seconds);

G_END_DECLS
