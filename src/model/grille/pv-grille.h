/* pv-grille.h: a scoring grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvGrille:
 *
 * One version of a grid: the criteria that the dossiers of an appel are marked by. As
 * soon as a mark is given on it, it is frozen: a change makes a new version, that marks
 * already submitted do not see.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *nom;
  gint64 version;     /* from 1; distinct for a name */
  gint64 remplace_id; /* the version it replaces */
  gboolean gelee;
  char *source;
} PvGrille;

extern const PvChamp pv_grille_champs[];

/* A record where nothing is known yet but the defaults of the schema. */
PvGrille *pv_grille_new (void);
PvGrille *pv_grille_copy (const PvGrille *self);
void pv_grille_free (PvGrille *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvGrille, pv_grille_free)

G_END_DECLS
