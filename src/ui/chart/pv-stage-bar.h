/* pv-stage-bar.h: the amounts of an envelope or a funder, stage by stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/pv-chart-pattern.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvStageAmounts:
 * @parts: what is engaged, each amount once, under its furthest stage: from
 *   %PV_CHART_VERSE to %PV_CHART_PROPOSE
 * @sollicite: asked, or %PV_CENTS_NULL
 * @enveloppe: what there is to give, or %PV_CENTS_NULL: then neither what is left
 *   nor what exceeds is drawn
 */
typedef struct
{
  PvCents parts[PV_CHART_PROPOSE + 1];
  PvCents sollicite;
  PvCents enveloppe;
} PvStageAmounts;

/* What is engaged: the sum of the parts, those not known left out. */
PvCents pv_stage_amounts_get_engage (const PvStageAmounts *self);

/* What the bar must reach: the largest of asked, engaged and the envelope. */
PvCents pv_stage_amounts_get_extent (const PvStageAmounts *self);

/* (transfer full): the same in words: "paid 1 200 €, notified 300 €…". */
char *pv_stage_amounts_to_text (const PvStageAmounts *self);

#define PV_TYPE_STAGE_BAR (pv_stage_bar_get_type ())

/* PvStageBar: the parts in one bar, with a thin bar of what is asked above it. Its
 * accessible name is their text. */
G_DECLARE_FINAL_TYPE (PvStageBar, pv_stage_bar, PV, STAGE_BAR, GtkWidget)

GtkWidget *pv_stage_bar_new (void);

/* @scale: the amount of the full width, so that several bars compare. */
void pv_stage_bar_set_amounts (PvStageBar *self, const PvStageAmounts *amounts, PvCents scale);

G_END_DECLS
