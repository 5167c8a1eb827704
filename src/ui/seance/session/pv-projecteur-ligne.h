/* pv-projecteur-ligne.h: a line of the amounts that are projected
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "pv-money.h"

G_BEGIN_DECLS

typedef enum
{
  PV_PROJECTEUR_COLONNE_NOM,
  PV_PROJECTEUR_COLONNE_PROPOSE,
  PV_PROJECTEUR_COLONNE_ARBITRE,
  PV_PROJECTEUR_COLONNE_NOTE,
  PV_PROJECTEUR_COLONNE_RESTE,
} PvProjecteurColonne;

#define PV_PROJECTEUR_N_COLONNES 5

/* Binds <prefix>_nom … <prefix>_reste of a template to an array of pointers at @offset. */
void pv_projecteur_bind_colonnes (GtkWidgetClass *klass, const char *prefix, gssize offset);

/* In large type the narrow spaces of an amount (a GtkLabel or a PvAmountLabel) are as wide as they
 * are in print. Again after each change of its text. */
void pv_projecteur_widen (GtkWidget *widget);

#define PV_TYPE_PROJECTEUR_LIGNE (pv_projecteur_ligne_get_type ())

/* Property `title`. */
G_DECLARE_FINAL_TYPE (PvProjecteurLigne, pv_projecteur_ligne, PV, PROJECTEUR_LIGNE, AdwBin)

GtkWidget *pv_projecteur_ligne_new (void);

GtkWidget *pv_projecteur_ligne_get_cell (PvProjecteurLigne *self, guint column);

void pv_projecteur_ligne_set_title (PvProjecteurLigne *self, const char *title);

/* @note: (nullable): beside the amount */
void pv_projecteur_ligne_set_montants (PvProjecteurLigne *self,
                                       PvCents propose,
                                       PvCents arbitre,
                                       const char *note,
                                       gboolean alert);

/* @shown: whether there is an envelope to tell of */
void pv_projecteur_ligne_set_reste (PvProjecteurLigne *self, PvCents reste, gboolean shown);

G_END_DECLS
