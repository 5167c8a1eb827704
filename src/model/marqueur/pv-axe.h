/* pv-axe.h: a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvAxe:
 *
 * Égalité femmes-hommes, transition écologique, participation des habitants…
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code; /* `egalite`… */
  char *libelle;
  gboolean arbre; /* has the decision tree */
  gint64 ordre;
  char *source;
} PvAxe;

extern const PvChamp pv_axe_champs[];

/* A record where nothing is known yet. */
PvAxe *pv_axe_new (void);
PvAxe *pv_axe_copy (const PvAxe *self);
void pv_axe_free (PvAxe *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvAxe, pv_axe_free)

G_END_DECLS
