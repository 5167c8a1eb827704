/* pv-proces-verbal-texte.h: the words of the minutes of a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-proces-verbal.h"

G_BEGIN_DECLS

/* These are French, as all that leaves the programme; each is (transfer full). */

/* « Procès-verbal », or « Projet de procès-verbal » of a séance that is not closed. */
char *pv_proces_verbal_texte_titre (const PvProcesVerbal *self);

/* « ouverte à 14 h 04, close à 16 h 30 »; %NULL when it was not opened. */
char *pv_proces_verbal_texte_heures (const PvProcesVerbal *self);

/* « 9 membres présents sur 11. Quorum de 6 : atteint. » */
char *pv_proces_verbal_texte_quorum (const PvProcesVerbal *self);

/* (transfer none): how the amounts of the séance are called: « Arbitré », or « Avis » */
const char *pv_proces_verbal_texte_montant (const PvProcesVerbal *self);

/* (transfer none): « présent », « absent » or « non relevé » */
const char *pv_proces_verbal_texte_presence (const PvProcesVerbalPresence *presence);

/* « Région (partie prenante), Ville de Lille »; %NULL when nobody stood aside. */
char *pv_proces_verbal_texte_deports (const PvProcesVerbalDossier *dossier);

/* (transfer none): how the decision is printed */
const char *pv_proces_verbal_texte_encre (guint decision);

/* (transfer none): what its text is: « Réserve », or « Motif » of a dossier that is not funded */
const char *pv_proces_verbal_texte_reserve (guint decision);

/* (transfer full): the plural is French: one for 0 and 1. */
char *pv_proces_verbal_texte_nombre (guint n, const char *un, const char *plusieurs);

G_END_DECLS
