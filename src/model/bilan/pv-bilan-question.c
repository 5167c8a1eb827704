/* pv-bilan-question.c: the qualitative questions of a compte rendu
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-question.h"

/* data/reference/cerfa_15059.csv, which a test compares */
static const PvBilanQuestion questions[] = {
  { "mise-en-oeuvre", "Bilan qualitatif", "Comment l’action a-t-elle été mise en œuvre ?" },
  { "beneficiaires", "Bilan qualitatif",
    "Combien de personnes en ont bénéficié, et quels publics ?" },
  { "dates-lieux", "Bilan qualitatif", "Quand et où l’action s’est-elle déroulée ?" },
  { "objectifs", "Bilan qualitatif",
    "Les objectifs sont-ils atteints, d’après les indicateurs retenus ?" },
  { "autres", "Bilan qualitatif", "Autres informations utiles sur l’action" },
  { "charges-indirectes", "Données chiffrées",
    "Selon quelle règle les charges indirectes sont-elles réparties ?" },
  { "ecarts", "Données chiffrées",
    "Comment s’expliquent les écarts importants entre le prévu et le réalisé ?" },
  { "contributions-volontaires", "Données chiffrées",
    "Quelles contributions volontaires en nature l’action a-t-elle reçues ?" },
  { "observations", "Données chiffrées", "Observations sur le compte rendu financier" },
};

const PvBilanQuestion *
pv_bilan_questions_get (guint *n)
{
  *n = G_N_ELEMENTS (questions);

  return questions;
}

const PvBilanQuestion *
pv_bilan_question_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_strcmp0 (questions[i].id, id) == 0)
      return &questions[i];

  return NULL;
}
