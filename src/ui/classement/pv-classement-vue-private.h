/* pv-classement-vue-private.h: the parts of the ranking, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "classement/pv-classement-vue.h"
#include "classement/pv-classement.h"

G_BEGIN_DECLS

/* (nullable): what is shown. */
PvClassement *pv_classement_vue_get_classement (PvClassementVue *self);

/* (transfer full): the envelope and the line, in words. */
char *pv_classement_vue_dup_contexte (PvClassementVue *self);
PvContext *pv_classement_vue_get_context (PvClassementVue *self);

/* --- pv-classement-phrase.c --- */

/* (transfer full): where the line passes, and what the amounts are. */
char *pv_classement_to_phrase (const PvClassement *classement);

/* --- pv-classement-vue-export.c --- */

void pv_classement_vue_copy (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_classement_vue_export (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
