/* pv-bilan-question.h: the qualitative questions of a compte rendu
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvBilanQuestion:
 * @id: of bilan_reponse.question
 * @partie: the part of the form it is in
 * @texte: the question, in our words
 *
 * Source: Cerfa 15059, data/reference/cerfa_15059.csv.
 */
typedef struct
{
  const char *id;
  const char *partie;
  const char *texte;
} PvBilanQuestion;

/* In the order of the form, @n of them. */
const PvBilanQuestion *pv_bilan_questions_get (guint *n);

/* (nullable) */
const PvBilanQuestion *pv_bilan_question_find (const char *id);

G_END_DECLS
