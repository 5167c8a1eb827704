/* pv-noeud.h: a node of a frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvNoeud:
 *
 * Pilier, axe or enjeu → ambition or orientation → objectif.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 cadre_id;
  gint64 parent_id; /* PV_INT_NULL: a root, called "axe" in reports */
  char *code;       /* distinct in its frame */
  char *niveau;     /* the frame's own word: pilier, axe, theme, objectif… */
  gint64 ordre;
  char *libelle;
  char *source;
} PvNoeud;

extern const PvChamp pv_noeud_champs[];

/* A record where nothing is known yet. */
PvNoeud *pv_noeud_new (void);
PvNoeud *pv_noeud_copy (const PvNoeud *self);
void pv_noeud_free (PvNoeud *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvNoeud, pv_noeud_free)

G_END_DECLS
