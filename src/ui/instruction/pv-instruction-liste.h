/* pv-instruction-liste.h: the dossiers of a queue, read when they are shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "instruction/pv-instruction-file.h"

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTION_ITEM (pv_instruction_item_get_type ())

/*
 * PvInstructionItem: one dossier of the queue. Signal `notify::revision`: what it says was
 * read again.
 */
G_DECLARE_FINAL_TYPE (PvInstructionItem, pv_instruction_item, PV, INSTRUCTION_ITEM, GObject)

/* (nullable): %NULL when the dossier is gone */
const PvInstructionLigne *pv_instruction_item_get (PvInstructionItem *self);

#define PV_TYPE_INSTRUCTION_LISTE (pv_instruction_liste_get_type ())

/*
 * PvInstructionListe: a GListModel of #PvInstructionItem over keys that a worker found. A row
 * is read when it is asked for, and few are kept, whatever the length.
 */
G_DECLARE_FINAL_TYPE (PvInstructionListe, pv_instruction_liste, PV, INSTRUCTION_LISTE, GObject)

PvInstructionListe *pv_instruction_liste_new (PvContext *context);

/* @ids: (element-type gint64) (transfer full): takes the place of the keys: rows that stay
 * are read again where they are. */
void pv_instruction_liste_take (PvInstructionListe *self, GArray *ids, gint64 institution_id);

/* Where a dossier is, GTK_INVALID_LIST_POSITION (G_MAXUINT) when it is not in the list. */
guint pv_instruction_liste_find (PvInstructionListe *self, gint64 dossier_id);

/* (transfer full) (element-type gint64) */
GArray *pv_instruction_liste_dup_ids (PvInstructionListe *self);

G_END_DECLS
