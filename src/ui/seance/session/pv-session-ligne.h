/* pv-session-ligne.h: a payer of the dossier that is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "seance/pv-seance-fiche-store.h"
#include "widget/pv-amount-entry.h"

G_BEGIN_DECLS

typedef enum
{
  PV_SESSION_COLONNE_NOM,
  PV_SESSION_COLONNE_SOLLICITE,
  PV_SESSION_COLONNE_PROPOSE,
  PV_SESSION_COLONNE_ARBITRE,
  PV_SESSION_COLONNE_TAUX,
  PV_SESSION_COLONNE_AVANT,
  PV_SESSION_COLONNE_APRES,
  PV_SESSION_COLONNE_ECART,
} PvSessionColonne;

#define PV_SESSION_N_COLONNES 8

/* Binds <prefix>_nom … <prefix>_ecart of a template to an array of pointers at @offset. */
void pv_session_bind_colonnes (GtkWidgetClass *klass, const char *prefix, gssize offset);

#define PV_TYPE_SESSION_LIGNE (pv_session_ligne_get_type ())

G_DECLARE_FINAL_TYPE (PvSessionLigne, pv_session_ligne, PV, SESSION_LIGNE, AdwBin)

/*
 * Signal: committed (int64 cents): an amount was typed; it is not saved yet.
 */
GtkWidget *pv_session_ligne_new (void);

gint64 pv_session_ligne_get_id (PvSessionLigne *self);
GtkWidget *pv_session_ligne_get_cell (PvSessionLigne *self, guint column);
PvAmountEntry *pv_session_ligne_get_entry (PvSessionLigne *self);

/* Whether its amount can be typed. */
gboolean pv_session_ligne_can_edit (PvSessionLigne *self);

void pv_session_ligne_show (PvSessionLigne *self, const PvSeanceLigne *ligne, gboolean can_edit);

G_END_DECLS
