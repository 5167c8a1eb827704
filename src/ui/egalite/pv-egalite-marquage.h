/* pv-egalite-marquage.h: the marking of one dossier: tree, answers, collective mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "egalite/pv-egalite-analyse.h"
#include "egalite/pv-egalite.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_MARQUAGE (pv_egalite_marquage_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteMarquage, pv_egalite_marquage, PV, EGALITE_MARQUAGE, AdwBin)

/* Shows a dossier, read again each time; PV_INT_NULL: none. */
void pv_egalite_marquage_show (PvEgaliteMarquage *self,
                               PvContext *context,
                               gint64 dossier_id,
                               gint64 axe_id);

/* The year by year of the programme. @analyse: (transfer full) */
void pv_egalite_marquage_show_annees (PvEgaliteMarquage *self,
                                      PvEgaliteAnalyse *analyse,
                                      PvEgaliteBase base,
                                      gboolean montant,
                                      gint64 t0,
                                      gint64 courante,
                                      gboolean liens);

/* As a key does. FALSE: nothing to answer. */
gboolean pv_egalite_marquage_answer (PvEgaliteMarquage *self, PvEgaliteReponse reponse);
gboolean pv_egalite_marquage_mark (PvEgaliteMarquage *self, gint64 valeur);

/* "0412 · Rives Solidaires" of the dossier shown; (transfer full) (nullable) */
char *pv_egalite_marquage_dup_label (PvEgaliteMarquage *self);

/* Focuses the first question without an answer. */
void pv_egalite_marquage_focus (PvEgaliteMarquage *self);

G_END_DECLS
