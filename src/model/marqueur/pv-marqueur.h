/* pv-marqueur.h: the collective mark of a dossier on a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvMarqueur:
 *
 * Marks are 0, 1 or 2. The axis `egalite` has the tree of Valenciennes Métropole.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 dossier_id;
  gint64 axe_id;
  gint64 valeur; /* 0, 1, 2, or PV_INT_NULL: not assessed, which is not 0 */
  char *justification;
  char *decide_le;
  char *decide_par; /* the meeting that decided */
} PvMarqueur;

extern const PvChamp pv_marqueur_champs[];

/* A record where nothing is known yet. */
PvMarqueur *pv_marqueur_new (void);
PvMarqueur *pv_marqueur_copy (const PvMarqueur *self);
void pv_marqueur_free (PvMarqueur *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvMarqueur, pv_marqueur_free)

/* Code of the égalité femmes-hommes axis. */
#define PV_AXE_EGALITE "egalite"

G_END_DECLS
