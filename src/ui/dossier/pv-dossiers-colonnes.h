/* pv-dossiers-colonnes.h: the columns of the list of dossiers, on screen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier/pv-dossier-colonne.h"

G_BEGIN_DECLS

/* The columns shown at first, in their order, comma separated. */
#define PV_DOSSIERS_COLONNES                                                                       \
  "numero,porteur,intitule,commune,axe,cout,etat,region,departement,caf,avis,score,marque,statut"

/* The header, and the name in the column chooser, in the user's language. */
const char *pv_dossiers_colonne_get_titre (PvDossierColonne colonne);
const char *pv_dossiers_colonne_get_nom (PvDossierColonne colonne);

/* The width of a column at the usual size of text, in pixels. */
int pv_dossiers_colonne_get_largeur (PvDossierColonne colonne);

/* How its cells and its header align: 0 at the left, 1 at the right. */
float pv_dossiers_colonne_get_xalign (PvDossierColonne colonne);
GtkAlign pv_dossiers_colonne_get_align (PvDossierColonne colonne);

/* Whether it shows amounts, that are added up. */
gboolean pv_dossiers_colonne_is_montant (PvDossierColonne colonne);

/* Whether its figures are all as wide. */
gboolean pv_dossiers_colonne_is_numeric (PvDossierColonne colonne);

/* (transfer full): a column of PvDossierLigne, whose id is that of @colonne. */
GtkColumnViewColumn *pv_dossiers_colonne_new (PvDossierColonne colonne);

/* (transfer full): the column that writes in all the others; it comes after them. */
GtkColumnViewColumn *pv_dossiers_colonne_new_peintre (void);

/* The column of a GtkColumnView that was made by it; %PV_DOSSIER_COLONNE_NULL: the one that
 * writes in the others. */
PvDossierColonne pv_dossiers_colonne_of (GtkColumnViewColumn *column);

G_END_DECLS
