/* pv-recevabilite-regle.h: a condition of an appel
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_RECEVABILITE_GENRE_NULL = -1,
  PV_RECEVABILITE_GENRE_CER,
  PV_RECEVABILITE_GENRE_DELAI,
  PV_RECEVABILITE_GENRE_PERIODE,
  PV_RECEVABILITE_GENRE_MONTANT_MINIMUM,
  PV_RECEVABILITE_GENRE_PART_QPV,
  PV_RECEVABILITE_GENRE_BUDGET_EQUILIBRE,
  PV_RECEVABILITE_GENRE_PIECES,
  PV_RECEVABILITE_GENRE_DECLARATIVE,
} PvRecevabiliteGenre;

#define PV_N_RECEVABILITE_GENRES 8

PV_DECLARE_VOCABULAIRE (PvRecevabiliteGenre, pv_recevabilite_genre)

/**
 * PvRecevabiliteRegle:
 *
 * What a dossier of the appel must meet to be recevable. All but the declarative ones are
 * computed from the dossier.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 appel_id;
  gint64 ordre; /* from 1 */
  PvRecevabiliteGenre genre;
  char *libelle;
  gint64 valeur; /* cents of a minimum (%PV_INT_NULL: that of the appel); basis points of a share */
  char *source;
} PvRecevabiliteRegle;

extern const PvChamp pv_recevabilite_regle_champs[];

/* A record where nothing is known yet. */
PvRecevabiliteRegle *pv_recevabilite_regle_new (void);
PvRecevabiliteRegle *pv_recevabilite_regle_copy (const PvRecevabiliteRegle *self);
void pv_recevabilite_regle_free (PvRecevabiliteRegle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvRecevabiliteRegle, pv_recevabilite_regle_free)

G_END_DECLS
