/* pv-agenda-item.h: a dossier on an agenda, in the tables of a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier/pv-dossier-resume.h"

G_BEGIN_DECLS

#define PV_TYPE_AGENDA_ITEM (pv_agenda_item_get_type ())

/* Signal: changed (): what it says is not what it said. */
G_DECLARE_FINAL_TYPE (PvAgendaItem, pv_agenda_item, PV, AGENDA_ITEM, GObject)

/* @id: key of the seance_dossier */
PvAgendaItem *pv_agenda_item_new (gint64 id, gint64 dossier_id);

gint64 pv_agenda_item_get_id (PvAgendaItem *self);
gint64 pv_agenda_item_get_dossier_id (PvAgendaItem *self);

/**
 * pv_agenda_item_set:
 * @rang: on the agenda, from 1
 * @resumes: (element-type PvDossierResume): read together; kept
 * @position: of its own in @resumes
 * @deports: (nullable): who is recused, in words
 */
void pv_agenda_item_set (PvAgendaItem *self,
                         guint rang,
                         GPtrArray *resumes,
                         guint position,
                         const char *deports);

/* When the others moved, and nothing else changed. */
void pv_agenda_item_set_rang (PvAgendaItem *self, guint rang);

guint pv_agenda_item_get_rang (PvAgendaItem *self);

/* (transfer none) (nullable) */
const PvDossierResume *pv_agenda_item_get_resume (PvAgendaItem *self);
const char *pv_agenda_item_get_deports (PvAgendaItem *self);

/**
 * pv_agenda_sync:
 * @store: of #PvAgendaItem
 * @items: (element-type PvAgendaItem): what it must hold, in order; those that are in
 *   @store already are the same objects
 * @garde: position of the item that keeps its row, and the focus there, when the others
 *   can move around it; %GTK_INVALID_LIST_POSITION: none
 *
 * Makes the smallest change.
 */
void pv_agenda_sync (GListStore *store, GPtrArray *items, guint garde);

G_END_DECLS
