/* pv-classement-vue.h: the dossiers by score, against an envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_CLASSEMENT_VUE (pv_classement_vue_get_type ())

/*
 * PvClassementVue: properties `context` (construct only) and `pondere`: whether
 * institutions weigh in the mean, a setting of the file. Enter opens a dossier. The
 * égalité mark is shown and never ranks.
 */
G_DECLARE_FINAL_TYPE (PvClassementVue, pv_classement_vue, PV, CLASSEMENT_VUE, AdwBin)

GtkWidget *pv_classement_vue_new (PvContext *context);

/* Reads again in a worker; keeps the selection and the place. */
void pv_classement_vue_refresh (PvClassementVue *self);

/* Writes the ranking; its name tells the format. For the file chooser, and tests. */
void pv_classement_vue_export_to (PvClassementVue *self, GFile *file);

G_END_DECLS
