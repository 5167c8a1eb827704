/* pv-fiche-liste.h: the records of a noun and the form of one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "parametres/pv-fiche.h"

G_BEGIN_DECLS

#define PV_TYPE_FICHE_LISTE (pv_fiche_liste_get_type ())

G_DECLARE_FINAL_TYPE (PvFicheListe, pv_fiche_liste, PV, FICHE_LISTE, AdwBin)

/* Action: liste.add. Signal: selected (gint64 key). */
GtkWidget *pv_fiche_liste_new (PvContext *context, const PvFicheNom *nom);

/* Reads the list and the record that is shown again. */
void pv_fiche_liste_refresh (PvFicheListe *self);

gint64 pv_fiche_liste_get_selected (PvFicheListe *self);
void pv_fiche_liste_select (PvFicheListe *self, gint64 id);

/* A button below the list's own. */
void pv_fiche_liste_add_button (PvFicheListe *self, GtkWidget *button);

/* What is shown on the right, in place of the form alone; (transfer floating). */
void pv_fiche_liste_set_detail (PvFicheListe *self, GtkWidget *detail);

/* What is shown under the fields of the form; (transfer floating). */
void pv_fiche_liste_add_below (PvFicheListe *self, GtkWidget *below);

G_END_DECLS
