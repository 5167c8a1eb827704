/* pv-agenda-vue.h: the agenda of a séance, made and put in order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_AGENDA_VUE (pv_agenda_vue_get_type ())

/*
 * Dossiers are added from a filter or one by one, moved by dragging or with the keys, and put
 * in order at once. Enter opens one.
 *
 * Actions: agenda.filter, agenda.sort (s: score, numero, porteur, axe), agenda.up (Alt+↑),
 * agenda.down (Alt+↓), agenda.place ((xu)), agenda.remove (Delete), agenda.deport.
 */
G_DECLARE_FINAL_TYPE (PvAgendaVue, pv_agenda_vue, PV, AGENDA_VUE, AdwBin)

void pv_agenda_vue_set_context (PvAgendaVue *self, PvContext *context);

/* Reads the agenda again; @resume: of its séance. */
void pv_agenda_vue_show (PvAgendaVue *self, const PvSeanceResume *resume);

G_END_DECLS
