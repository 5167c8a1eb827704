/* pv-compte-rendu-ligne.h: an account of a budget, planned and realised
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "budget/pv-compte-row.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTE_RENDU_LIGNE (pv_compte_rendu_ligne_get_type ())

/* Signal `committed`: the realised amount was typed. */
G_DECLARE_FINAL_TYPE (PvCompteRenduLigne,
                      pv_compte_rendu_ligne,
                      PV,
                      COMPTE_RENDU_LIGNE,
                      PvCompteRow)

/* What the columns of rows and their head share: planned, realised, gap in € and in %. */
#define PV_N_COMPTE_RENDU_COLONNES 4

/**
 * pv_compte_rendu_ligne_new:
 * @compte: what is needed of it is copied
 * @groups: (array fixed-size=4): the widths of the columns
 */
GtkWidget *
pv_compte_rendu_ligne_new (const PvCompte *compte, gboolean has_lines, GtkSizeGroup **groups);

/* A row of totals, named. */
GtkWidget *pv_compte_rendu_ligne_new_total (const char *title, GtkSizeGroup **groups);

/* @detaille: the realised amount is given by lines: its sum is not typed in */
void pv_compte_rendu_ligne_show (PvCompteRenduLigne *self,
                                 PvCents prevu,
                                 PvCents realise,
                                 gboolean detaille,
                                 gboolean can_edit);

G_END_DECLS
