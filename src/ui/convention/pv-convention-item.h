/* pv-convention-item.h: a convention, or the want of one, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convention/pv-convention-suivi.h"

G_BEGIN_DECLS

#define PV_TYPE_CONVENTION_ITEM (pv_convention_item_get_type ())

G_DECLARE_FINAL_TYPE (PvConventionItem, pv_convention_item, PV, CONVENTION_ITEM, GObject)

typedef enum
{
  PV_CONVENTION_COLONNE_ETAT,
  PV_CONVENTION_COLONNE_FINANCEUR,
  PV_CONVENTION_COLONNE_ORGANISME,
  PV_CONVENTION_COLONNE_ANNEES,
  PV_CONVENTION_COLONNE_NUMERO,
  PV_CONVENTION_COLONNE_DOSSIERS,
  PV_CONVENTION_COLONNE_MONTANT,
  PV_CONVENTION_COLONNE_SEUIL,
  PV_CONVENTION_COLONNE_ENVOYEE,
  PV_CONVENTION_COLONNE_RETOURNEE,
  PV_CONVENTION_COLONNE_SIGNEE,
  PV_CONVENTION_COLONNE_NOTIFIEE,
} PvConventionColonne;

#define PV_N_CONVENTION_COLONNES 12

/* @lignes: of PvConventionLigne, kept; @jour: today */
PvConventionItem *pv_convention_item_new (GPtrArray *lignes, guint position, const char *jour);

const PvConventionLigne *pv_convention_item_get (PvConventionItem *self);
gint64 pv_convention_item_get_retard (PvConventionItem *self);

/* Whether both are of the same convention, or of the same payer, organisme and years. */
gboolean pv_convention_item_is_same (PvConventionItem *a, PvConventionItem *b);

/* Whether both show the same. */
gboolean pv_convention_item_is_equal (PvConventionItem *a, PvConventionItem *b);

/* (transfer full): a cell. */
char *pv_convention_item_dup_text (PvConventionItem *self, PvConventionColonne colonne);

const char *pv_convention_colonne_get_title (PvConventionColonne colonne);

/* Adds the columns to a view of items; each sorts it. */
void pv_convention_colonnes_add (GtkColumnView *view);

G_END_DECLS
