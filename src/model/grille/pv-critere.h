/* pv-critere.h: a criterion of a scoring grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvCritere:
 *
 * What is marked from 0 to a maximum, and how much it weighs in the score.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 grille_id;
  gint64 ordre; /* from 1 */
  char *libelle;
  char *aide; /* what to look at, for whoever marks */
  gint64 poids;
  gint64 maximum;
  gboolean sans_objet_permis; /* N/A may be answered */
} PvCritere;

extern const PvChamp pv_critere_champs[];

/* A record where nothing is known yet but the defaults: weight 1, maximum 5. */
PvCritere *pv_critere_new (void);
PvCritere *pv_critere_copy (const PvCritere *self);
void pv_critere_free (PvCritere *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvCritere, pv_critere_free)

G_END_DECLS
