/* pv-session-point.h: a dossier of a séance, as a line of a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_SESSION_POINT (pv_session_point_get_type ())

G_DECLARE_FINAL_TYPE (PvSessionPoint, pv_session_point, PV, SESSION_POINT, GObject)

/*
 * Properties, for the templates of the rows: `place` ("12"), `numero`, `porteur`, `intitule`,
 * `icon-name`, `css-classes`, `tooltip`, `montant` (int64: cents).
 */

/* @id: of the seance_dossier */
PvSessionPoint *pv_session_point_new (gint64 id);

gint64 pv_session_point_get_id (PvSessionPoint *self);

void pv_session_point_set_dossier (PvSessionPoint *self,
                                   gint64 place,
                                   const char *numero,
                                   const char *porteur,
                                   const char *intitule);

/* @icon, @css_class, @words: (nullable): of what was decided */
void pv_session_point_set_decision (PvSessionPoint *self,
                                    const char *icon,
                                    const char *css_class,
                                    const char *words,
                                    PvCents montant);

G_END_DECLS
