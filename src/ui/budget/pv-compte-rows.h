/* pv-compte-rows.h: the rows of a plan of accounts, by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "budget/pv-compte-row.h"
#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

#define PV_N_COTES 2

/**
 * PvCompteRows:
 * @sides: by PvCote: what makes the total
 * @volontaires: 86 and 87
 * @rows: PvCompteRow by the key of its account
 *
 * In a widget of the section of a dossier.
 */
typedef struct
{
  GtkBox *sides[PV_N_COTES];
  GtkBox *volontaires[PV_N_COTES];
  GHashTable *rows;
} PvCompteRows;

typedef GtkWidget *(*PvCompteRowsNew) (gpointer owner, const PvCompte *compte, gboolean has_lines);

/* Binds `charges`, `produits`, `emplois` and `ressources`; @offset: of a PvCompteRows in the
 * instance. */
void pv_compte_rows_class_bind (GtkWidgetClass *klass, gsize offset);

void pv_compte_rows_init (PvCompteRows *self);
void pv_compte_rows_clear (PvCompteRows *self);

/**
 * pv_compte_rows_fill:
 * @new_row: makes the PvCompteRow of an account
 * @committed_cb: its handler, `void (*) (gpointer owner, gint64 cents, PvCompteRow *row)`
 *
 * Once: the plan of accounts does not change while the page is open.
 */
void pv_compte_rows_fill (PvCompteRows *self,
                          const PvPlanComptable *plan,
                          PvCompteRowsNew new_row,
                          GCallback committed_cb,
                          GObject *owner);

/* (transfer none) (nullable) */
gpointer pv_compte_rows_get (const PvCompteRows *self, gint64 compte_id);

/**
 * pv_compte_rows_commit:
 * @label: what the action is about
 * @realise: the realised amount instead of the planned one
 *
 * Writes what was typed in @row; refused, the row says why.
 */
void pv_compte_rows_commit (PvCompteRow *row, const char *label, gboolean realise, PvCents cents);

G_END_DECLS
