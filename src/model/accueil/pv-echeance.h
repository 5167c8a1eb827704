/* pv-echeance.h: what is awaited, and by when
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

typedef enum
{
  PV_ECHEANCE_CRF_RETARD, /* comptes rendus that did not come in time */
  PV_ECHEANCE_SEANCE,     /* prepared or open */
  PV_ECHEANCE_AVIS,       /* asked of services */
  PV_ECHEANCE_PIECES,     /* asked of porteurs */
  PV_ECHEANCE_RESERVES,   /* of dossiers programmed under reserve */
  PV_ECHEANCE_CRF,        /* comptes rendus still to come */
} PvEcheanceGenre;

/**
 * PvEcheance:
 * @jour: (nullable): ISO; the next date, %NULL when nothing is dated. Of reserves: when the first
 *   action begins
 * @en_retard: @jour has passed
 * @n: porteurs late, dossiers of a séance, avis, dossiers with pieces, dossiers under reserve,
 *   actions of the exercice of which a compte rendu comes next
 * @id: the séance; else 0
 * @annee_debut, @annee_fin: exercices of the comptes rendus; else %PV_INT_NULL
 * @nom: (nullable): "COPIL"; the services, joined; the day the oldest piece was asked
 * @numero: rank of the séance in its instance and year
 */
typedef struct
{
  PvEcheanceGenre genre;
  char *jour;
  gboolean en_retard;
  gint64 n;
  gint64 id;
  gint64 annee_debut;
  gint64 annee_fin;
  char *nom;
  gint64 numero;
} PvEcheance;

void pv_echeance_free (PvEcheance *self);

/**
 * pv_echeances_load:
 * @jour: today, ISO
 *
 * What is awaited of the dossiers of the filter, and of the comptes rendus of the whole file: they
 * are those of the years before.
 *
 * Returns: (transfer full) (element-type PvEcheance): late ones first, then by date, then what
 *   is not dated; %NULL with @error
 */
GPtrArray *pv_echeances_load (PvDb *db, const PvFiltre *filtre, const char *jour, GError **error);

/* How many porteurs have a compte rendu late, in the whole file. */
gboolean pv_echeances_count_crf_retard (PvDb *db, const char *jour, gint64 *n, GError **error);

/* How many séances of the filter are not closed. */
gboolean pv_echeances_count_seances (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error);

G_END_DECLS
