/* pv-imprime-table.h: a table that runs over pages, with its headings on each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "imprime/pv-imprime.h"

G_BEGIN_DECLS

/**
 * PvImprimeColonne:
 * @titre: its heading
 * @poids: share of the width the others leave; 0: as wide as what it holds
 * @droite: to the right, for figures
 */
typedef struct
{
  const char *titre;
  double poids;
  gboolean droite;
} PvImprimeColonne;

typedef enum
{
  PV_RANGEE_NORMALE,
  PV_RANGEE_GROUPE, /* its first cell, across; stays with the next row */
  PV_RANGEE_SUITE,  /* belongs to the group above: without a rule */
  PV_RANGEE_TOTAL,
} PvImprimeRangeeGenre;

/**
 * PvImprimeTable:
 *
 * Rows are kept until pv_imprime_table_draw(), so that columns are as wide as what
 * they hold. A row stays whole unless no page could hold it.
 */
typedef struct _PvImprimeTable PvImprimeTable;

/* @colonnes: (array length=n): copied, but not the texts */
PvImprimeTable *
pv_imprime_table_new (PvImprime *imprime, const PvImprimeColonne *colonnes, guint n);
void pv_imprime_table_free (PvImprimeTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImprimeTable, pv_imprime_table_free)

/* « 12 500,50 € », « – » when not known: with spaces that show at the size of a table;
 * (transfer full). */
char *pv_imprime_format_amount (gint64 cents);

/* The same of basis points: « 49,5 % », « 80 % ». */
char *pv_imprime_format_rate (gint64 bp);

/* Cells of the row under way; a %NULL is an empty one. */
void pv_imprime_table_add_markup (PvImprimeTable *self, const char *markup);
void pv_imprime_table_add_text (PvImprimeTable *self, const char *text);
void pv_imprime_table_add_number (PvImprimeTable *self, gint64 number);
/* Cents; « – » when not known, in the ink of an error below zero. */
void pv_imprime_table_add_amount (PvImprimeTable *self, gint64 cents);

/* In the ink of what does not count; « – » when not known. */
void pv_imprime_table_add_muted (PvImprimeTable *self, gint64 cents);

/* (nullable): what is said under the row, from the column @from to the last. */
void pv_imprime_table_set_note (PvImprimeTable *self, const char *markup, guint from);

void pv_imprime_table_end_row (PvImprimeTable *self, PvImprimeRangeeGenre genre);

/* The width left to the columns that share it, on a page of that direction. */
double pv_imprime_table_get_shared (PvImprimeTable *self, gboolean paysage);

/* Height of the headings and of the first rows, that a heading above stays with. */
double pv_imprime_table_get_beginning (PvImprimeTable *self);

void pv_imprime_table_draw (PvImprimeTable *self);

/* The same, on one page when it has no more rows than that, total included. */
void pv_imprime_table_draw_together (PvImprimeTable *self, guint n_rangees);

G_END_DECLS
