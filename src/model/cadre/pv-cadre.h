/* pv-cadre.h: a strategic frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvCadre:
 *
 * A frame: the local one, the P147 nomenclature, the priorities of the Région…
 * Several live side by side, versioned by their years.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code; /* `mel_2015`, `p147_2024`… */
  char *nom;
  gint64 annee_debut;
  gint64 annee_fin;
  gboolean principal; /* the frame dossiers are sorted by */
  char *source;
} PvCadre;

extern const PvChamp pv_cadre_champs[];

/* A record where nothing is known yet. */
PvCadre *pv_cadre_new (void);
PvCadre *pv_cadre_copy (const PvCadre *self);
void pv_cadre_free (PvCadre *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvCadre, pv_cadre_free)

G_END_DECLS
