/* pv-synthese-egalite-store.h: answers and marks on women's and men's equality
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-statement.h"

G_BEGIN_DECLS

#define PV_SYNTHESE_EGALITE_N_QUESTIONS 6

/* Columns of pv_synthese_egalite_open(). */
enum
{
  PV_SYNTHESE_EGALITE_NUMERO,
  PV_SYNTHESE_EGALITE_PORTEUR,
  PV_SYNTHESE_EGALITE_INTITULE,
  PV_SYNTHESE_EGALITE_REPONSES, /* for each question (mixte, objectif, a, b, c, coherent):
                                 * how many institutions said yes, and how many no */
  PV_SYNTHESE_EGALITE_MARQUEUR = PV_SYNTHESE_EGALITE_REPONSES + 2 * PV_SYNTHESE_EGALITE_N_QUESTIONS,
  PV_SYNTHESE_EGALITE_JUSTIFICATION,
  PV_SYNTHESE_EGALITE_DECIDE_LE,
  PV_SYNTHESE_EGALITE_DEMANDE,  /* cents; sollicité */
  PV_SYNTHESE_EGALITE_ACCORDE,  /* cents; voté, else arbitré */
  PV_SYNTHESE_EGALITE_CRITERES, /* how many elements the appel needs for a 1 */
  PV_SYNTHESE_EGALITE_COMMUNES, /* for each question the common answer: 0, 1 or NULL */
};

/**
 * pv_synthese_egalite_open:
 *
 * Every dossier of the filter but chapeaux, marked or not.
 *
 * Returns: (transfer full): the rows, to step
 */
PvStatement *pv_synthese_egalite_open (PvDb *db, const PvFiltre *filtre, GError **error);

/**
 * PvSyntheseMarque:
 *
 * What the dossiers of one mark weigh.
 */
typedef struct
{
  gint64 dossiers;
  PvCents demande_cents;
  PvCents accorde_cents; /* voté, else arbitré */
} PvSyntheseMarque;

/* Index of the dossiers that are not assessed, which is not the mark 0. */
#define PV_SYNTHESE_MARQUE_NON_EVALUE 3
#define PV_SYNTHESE_N_MARQUES 4

/**
 * pv_synthese_marques_load:
 * @marques: (out caller-allocates) (array fixed-size=4): marks 0, 1 and 2, then
 *   not assessed
 */
gboolean pv_synthese_marques_load (PvDb *db,
                                   const PvFiltre *filtre,
                                   PvSyntheseMarque *marques,
                                   GError **error);

G_END_DECLS
