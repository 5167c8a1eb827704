/* pv-avis-summary.h: how many avis were given, and which, at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "instruction/pv-instruction.h"

G_BEGIN_DECLS

#define PV_TYPE_AVIS_SUMMARY (pv_avis_summary_get_type ())

/*
 * "3/5" and the shape of each value that was given. The words are its accessible label and
 * its tooltip: "3 avis of 5: 2 favorable, 1 with reservations".
 */
G_DECLARE_FINAL_TYPE (PvAvisSummary, pv_avis_summary, PV, AVIS_SUMMARY, GtkWidget)

GtkWidget *pv_avis_summary_new (void);

/**
 * pv_avis_summary_set:
 * @avis: (array fixed-size=5): how many gave each, by #PvAvis
 * @attendus: how many institutions instruct; 0: nothing is shown
 */
void pv_avis_summary_set (PvAvisSummary *self, const guint *avis, guint attendus);

/* (transfer full): the words. */
char *pv_avis_summary_to_words (const guint *avis, guint attendus);

/* Shape and colour of one avis; its words, in the middle of a sentence. %PV_AVIS_NULL: awaited. */
const char *pv_avis_to_icon_name (PvAvis avis);
const char *pv_avis_to_css_class (PvAvis avis);
const char *pv_avis_to_color_name (PvAvis avis); /* (nullable) */
const char *pv_avis_to_words (PvAvis avis);

G_END_DECLS
