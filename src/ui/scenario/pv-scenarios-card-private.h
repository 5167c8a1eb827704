/* pv-scenarios-card-private.h: the parts of the card, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-scenario-lecture.h"
#include "scenario/pv-scenarios-card.h"

G_BEGIN_DECLS

PvContext *pv_scenarios_card_get_context (PvScenariosCard *self);

/* (nullable): what is shown. */
PvScenarioLecture *pv_scenarios_card_get_lecture (PvScenariosCard *self);

/* (nullable): the scenario that actions are about. */
const PvScenarioCote *pv_scenarios_card_get_cote (PvScenariosCard *self);

/* Shows that scenario at the right, once the file is read again. */
void pv_scenarios_card_choose (PvScenariosCard *self, gint64 id);

/* A work under way and how far it is; a fraction below 0 ends it. */
void pv_scenarios_card_set_progress (PvScenariosCard *self, double fraction);

/* --- pv-scenarios-card-actions.c --- */

void pv_scenarios_card_new_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenarios_card_edit_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenarios_card_compare_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenarios_card_rename_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenarios_card_duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenarios_card_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* --- pv-scenarios-card-apply.c --- */

void pv_scenarios_card_apply_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_scenarios_card_cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
