/* pv-conventions-vue.h: the conventions, and those that are missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_CONVENTIONS_VUE (pv_conventions_vue_get_type ())

/*
 * A tab of the page Bilans: one table of what the law asks for and of what there is.
 *
 * Actions: conventions.filtre (s: "toutes", "a-creer", "a-rediger", "signature", "signees",
 * "retard"), conventions.creer and conventions.imprimer (what is selected), conventions.copier and
 * conventions.exporter (what is selected, else all that is shown). Enter opens the convention, or
 * creates it.
 *
 * Property: `context`.
 */
G_DECLARE_FINAL_TYPE (PvConventionsVue, pv_conventions_vue, PV, CONVENTIONS_VUE, AdwBin)

GtkWidget *pv_conventions_vue_new (PvContext *context);

/* Reads again, in a worker; selection, filters and scroll stay. */
void pv_conventions_vue_refresh (PvConventionsVue *self);

/* Shows those where a word of the payer, the organisme, the number, the object or a dossier
 * begins with or contains @text. */
void pv_conventions_vue_search (PvConventionsVue *self, const char *text);

/* Writes what conventions.exporter does to @file. */
void pv_conventions_vue_export_to (PvConventionsVue *self, GFile *file);

G_END_DECLS
