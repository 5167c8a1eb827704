/* pv-avis-externe-item.h: a question put to a service, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "avis/pv-avis-externe-store.h"

G_BEGIN_DECLS

#define PV_TYPE_AVIS_EXTERNE_ITEM (pv_avis_externe_item_get_type ())

G_DECLARE_FINAL_TYPE (PvAvisExterneItem, pv_avis_externe_item, PV, AVIS_EXTERNE_ITEM, GObject)

typedef enum
{
  PV_AVIS_COLONNE_ETAT,
  PV_AVIS_COLONNE_SERVICE,
  PV_AVIS_COLONNE_NUMERO,
  PV_AVIS_COLONNE_INTITULE,
  PV_AVIS_COLONNE_PORTEUR,
  PV_AVIS_COLONNE_DEMANDE,
  PV_AVIS_COLONNE_ECHEANCE,
  PV_AVIS_COLONNE_RELANCE,
  PV_AVIS_COLONNE_AVIS,
} PvAvisColonne;

#define PV_N_AVIS_COLONNES 9

/* @lignes: of PvAvisExterneLigne, kept; @jour: today */
PvAvisExterneItem *pv_avis_externe_item_new (GPtrArray *lignes, guint position, const char *jour);

const PvAvisExterne *pv_avis_externe_item_get_avis (PvAvisExterneItem *self);
PvAvisExterneEtat pv_avis_externe_item_get_etat (PvAvisExterneItem *self);

/* (transfer full): a cell. */
char *pv_avis_externe_item_dup_text (PvAvisExterneItem *self, PvAvisColonne colonne);

const char *pv_avis_colonne_get_title (PvAvisColonne colonne);

/* Adds the columns to a view of items. */
void pv_avis_colonnes_add (GtkColumnView *view);

G_END_DECLS
