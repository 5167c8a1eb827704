/* pv-egalite-arbre.h: the decision tree as questions, with the path taken
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "egalite/pv-egalite-reponse-store.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_ARBRE (pv_egalite_arbre_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteArbre, pv_egalite_arbre, PV, EGALITE_ARBRE, GtkWidget)

/*
 * The questions of the path, a rail through their answers, the result in words, and the
 * branch that is not taken.
 *
 * Keys, where the focus is in it: O and N answer, Delete takes the answer back, the
 * arrows go from a question to the next.
 *
 * Signals: answered (int question, int reponse); commented (int question,
 *   char *text) → char *: why it was not saved (transfer full), or %NULL.
 */

/* @commentable: what of the dossier says so may be written beside a, b, c. */
void
pv_egalite_arbre_show (PvEgaliteArbre *self, const PvEgaliteReponses *reponses, guint criteres);
void pv_egalite_arbre_allow (PvEgaliteArbre *self, gboolean editable, gboolean commentable);

/* Answers the question that has the focus, else the next one. FALSE: there is none. */
gboolean pv_egalite_arbre_answer (PvEgaliteArbre *self, PvEgaliteReponse reponse);

/* Focuses a question, when it is on the path. */
gboolean pv_egalite_arbre_focus (PvEgaliteArbre *self, PvEgaliteQuestion question);

G_END_DECLS
