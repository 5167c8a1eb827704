/* pv-instruction-liste.h: the dossiers of a queue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "instruction/pv-instruction-file.h"
#include "widget/pv-row-list.h"

G_BEGIN_DECLS

/* (nullable): of a row of the list: %NULL when the dossier is gone */
const PvInstructionLigne *pv_instruction_row_get (PvRow *row);

#define PV_TYPE_INSTRUCTION_LISTE (pv_instruction_liste_get_type ())

/* PvInstructionListe: a #PvRowList over keys, with the words of #PvInstructionLigne. */
G_DECLARE_FINAL_TYPE (PvInstructionListe, pv_instruction_liste, PV, INSTRUCTION_LISTE, PvRowList)

PvInstructionListe *pv_instruction_liste_new (PvContext *context);

/* @ids: (element-type gint64) (transfer full): takes the place of the keys, as read by an
 * institution: see pv_row_list_take() */
void pv_instruction_liste_take (PvInstructionListe *self, GArray *ids, gint64 institution_id);

/* Where a dossier is, GTK_INVALID_LIST_POSITION (G_MAXUINT) when it is not in the list. */
guint pv_instruction_liste_find (PvInstructionListe *self, gint64 dossier_id);

/* (transfer full) (element-type gint64) */
GArray *pv_instruction_liste_dup_ids (PvInstructionListe *self);

G_END_DECLS
