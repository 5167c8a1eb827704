/* pv-file-vue.h: the queue of an instructeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_FILE_VUE (pv_file_vue_get_type ())

/*
 * Actions: file.genre (s): which queue: "a-repondre", "miennes", "institution",
 *   "divergentes", "toutes"; file.institution (x): for which institution the user instructs
 *
 * Properties: `context`; `count` (read-only, nullable): how many dossiers the institution
 *   has to answer, for the sidebar.
 */
G_DECLARE_FINAL_TYPE (PvFileVue, pv_file_vue, PV, FILE_VUE, AdwBin)

/* Reads again, in a worker. */
void pv_file_vue_refresh (PvFileVue *self);

/* Keeps the dossiers of the queue that have @text; "" keeps all. */
void pv_file_vue_search (PvFileVue *self, const char *text);

const char *pv_file_vue_get_count (PvFileVue *self);

G_END_DECLS
