/* pv-compte-rendu-item.h: a compte rendu that is expected, or those of a porteur, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bilan/pv-bilan-suivi.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_ITEM (pv_compte_rendu_item_get_type ())

G_DECLARE_FINAL_TYPE (PvCompteRenduItem, pv_compte_rendu_item, PV, COMPTE_RENDU_ITEM, GObject)

typedef enum
{
  PV_CRF_COLONNE_ETAT,
  PV_CRF_COLONNE_NUMERO,
  PV_CRF_COLONNE_EXERCICE,
  PV_CRF_COLONNE_PORTEUR,
  PV_CRF_COLONNE_INTITULE,
  PV_CRF_COLONNE_NOTIFIE,
  PV_CRF_COLONNE_VERSE,
  PV_CRF_COLONNE_DU,
  PV_CRF_COLONNE_RELANCES,
  PV_CRF_COLONNE_TAUX,
  PV_CRF_COLONNE_RECUPERER,
} PvCrfColonne;

#define PV_N_CRF_COLONNES 11

/* @lignes: of PvBilanLigne, kept: the memory of what the item shows; @jour: today */
PvCompteRenduItem *pv_compte_rendu_item_new (GPtrArray *lignes, const char *jour);

/* One more of the same porteur, from the same @lignes. */
void pv_compte_rendu_item_add (PvCompteRenduItem *self, const PvBilanLigne *ligne);

guint pv_compte_rendu_item_get_n (PvCompteRenduItem *self);
const PvBilanLigne *pv_compte_rendu_item_get_nth (PvCompteRenduItem *self, guint i);

/* The state that asks for work first. */
PvBilanEtat pv_compte_rendu_item_get_etat (PvCompteRenduItem *self);

/* Whether both show the same. */
gboolean pv_compte_rendu_item_equal (PvCompteRenduItem *self, PvCompteRenduItem *other);

/* (transfer full): a cell. */
char *pv_compte_rendu_item_dup_text (PvCompteRenduItem *self, PvCrfColonne colonne);

/* For sorting: below 0, 0 or above. */
int pv_compte_rendu_item_compare (PvCompteRenduItem *self,
                                  PvCompteRenduItem *other,
                                  PvCrfColonne colonne);

G_END_DECLS
