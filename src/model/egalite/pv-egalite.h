/* pv-egalite.h: the decision tree of the égalité femmes-hommes mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-vocabulaire.h"

G_BEGIN_DECLS

/**
 * PvEgaliteQuestion:
 * @PV_EGALITE_MIXTE: does the project aim at a mixed public?
 * @PV_EGALITE_OBJECTIF: is its main objective to reduce gender inequality or promote equality?
 * @PV_EGALITE_DIAGNOSTIC: (a) elements of gendered diagnosis?
 * @PV_EGALITE_PARTICIPATION: (b) provisions for balanced participation of women and men?
 * @PV_EGALITE_INDICATEURS: (c) gendered evaluation indicators?
 * @PV_EGALITE_COHERENT: is the non-mixed public coherent with the objectives of the action?
 *
 * Ids are those of `marqueur_reponse.question`: mixte, objectif, a, b, c, coherent.
 */
typedef enum
{
  PV_EGALITE_QUESTION_NULL = -1,
  PV_EGALITE_MIXTE,
  PV_EGALITE_OBJECTIF,
  PV_EGALITE_DIAGNOSTIC,
  PV_EGALITE_PARTICIPATION,
  PV_EGALITE_INDICATEURS,
  PV_EGALITE_COHERENT,
} PvEgaliteQuestion;

#define PV_N_EGALITE_QUESTIONS 6

/* Labels are the questions in plain French. */
PV_DECLARE_VOCABULAIRE (PvEgaliteQuestion, pv_egalite_question)

/**
 * PvEgaliteReponse:
 *
 * What was answered to one question; not answered is not no.
 */
typedef enum
{
  PV_EGALITE_SANS_REPONSE = -1,
  PV_EGALITE_NON = 0,
  PV_EGALITE_OUI = 1,
} PvEgaliteReponse;

/* How many of a, b, c a mark of 1 needs, when the appel does not say. */
#define PV_EGALITE_CRITERES_DEFAUT 3

/**
 * PvEgaliteResultat:
 * @marque: 0, 1 or 2; %PV_INT_NULL: not assessed, which is not 0
 * @chemin: (array length=n_chemin): the questions that lead there, in their order: those
 *   to be asked, answered or not
 * @manquante: the first question of the path without an answer, or %PV_EGALITE_QUESTION_NULL
 * @n_criteres: how many of a, b, c are met, when they are on the path
 */
typedef struct
{
  gint64 marque;
  PvEgaliteQuestion chemin[PV_N_EGALITE_QUESTIONS];
  guint n_chemin;
  PvEgaliteQuestion manquante;
  guint n_criteres;
} PvEgaliteResultat;

/**
 * pv_egalite_decide:
 * @reponses: (array fixed-size=6): by question
 * @criteres: how many of a, b, c are needed, 1 to 3 (`appel.egalite_criteres`)
 * @resultat: (out caller-allocates)
 *
 * Follows the tree. A mark requires an answer to every question of the path, all of a, b
 * and c included, even when the outcome is already certain.
 *
 * Source: decision tree of Valenciennes Métropole, after the marker of the OECD's
 * Development Assistance Committee. The source gives one yes or no after the three
 * criteria: the threshold @criteres is ours.
 */
void
pv_egalite_decide (const PvEgaliteReponse *reponses, guint criteres, PvEgaliteResultat *resultat);

/**
 * pv_egalite_expliquer:
 *
 * Returns: (transfer full): the mark and the path taken, in words of the user's language
 */
char *pv_egalite_expliquer (const PvEgaliteReponse *reponses, guint criteres);

/* Returns: (transfer none): the mark in a few words: "Mark 1: the project includes equality" */
const char *pv_egalite_marque_to_titre (gint64 marque);

/**
 * pv_egalite_raconter:
 *
 * Returns: (transfer full): the path taken, as a sentence under the mark; what is still to
 *   be answered when there is none
 */
char *pv_egalite_raconter (const PvEgaliteReponse *reponses, guint criteres);

G_END_DECLS
