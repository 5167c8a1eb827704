/* pv-cadre-arbre.h: the tree of a strategic frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_CADRE_ARBRE (pv_cadre_arbre_get_type ())

G_DECLARE_FINAL_TYPE (PvCadreArbre, pv_cadre_arbre, PV, CADRE_ARBRE, AdwBin)

/*
 * The nodes of a frame as a tree, and the form of the chosen one, or of the frame.
 *
 * Actions, on the chosen node: arbre.add-child, arbre.add-sibling, arbre.up,
 * arbre.down, arbre.in (under the one before), arbre.out (beside its parent),
 * arbre.rename (F2, Enter, double click), arbre.cadre (shows the form of the frame). A node is
 * dragged under another.
 */
GtkWidget *pv_cadre_arbre_new (PvContext *context);

/* @cadre_id: %PV_INT_NULL: none */
void pv_cadre_arbre_show (PvCadreArbre *self, gint64 cadre_id);
void pv_cadre_arbre_refresh (PvCadreArbre *self);

/* Puts a node last under another: what a drop does. Returns: whether it was done. */
gboolean pv_cadre_arbre_drop (PvCadreArbre *self, gint64 noeud_id, gint64 parent_id);

/* Chooses a node. */
void pv_cadre_arbre_select (PvCadreArbre *self, gint64 noeud_id);

G_END_DECLS
