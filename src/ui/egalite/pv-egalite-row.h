/* pv-egalite-row.h: one question of the decision tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "egalite/pv-egalite.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_ROW (pv_egalite_row_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteRow, pv_egalite_row, PV, EGALITE_ROW, GtkWidget)

/*
 * A question in words, its number in a disc, Oui and Non. A second press on the answer
 * takes it back.
 *
 * Signals: answered (int reponse); commented (char *text, or %NULL) → char *: why it was
 *   not saved (transfer full): what of the dossier
 * says so.
 */
GtkWidget *pv_egalite_row_new (PvEgaliteQuestion question);

PvEgaliteQuestion pv_egalite_row_get_question (PvEgaliteRow *self);

/**
 * pv_egalite_row_show:
 * @hint: (nullable): what the other answer would lead to
 * @destination: (nullable): where this answer leads
 * @comment: (nullable)
 * @current: it is the next one to be answered
 */
void pv_egalite_row_show (PvEgaliteRow *self,
                          PvEgaliteReponse reponse,
                          const char *hint,
                          const char *destination,
                          const char *comment,
                          gboolean current);

/* Whether it can be answered, and its answer explained. */
void pv_egalite_row_allow (PvEgaliteRow *self, gboolean editable, gboolean commentable);

/* The disc, for the rail that goes through it; (transfer none) */
GtkWidget *pv_egalite_row_get_node (PvEgaliteRow *self);

/* Focuses the answer that is given, or Oui. */
void pv_egalite_row_focus (PvEgaliteRow *self);

/* As a press on Oui or Non does; nothing when it cannot be answered. */
void pv_egalite_row_answer (PvEgaliteRow *self, PvEgaliteReponse reponse);

G_END_DECLS
