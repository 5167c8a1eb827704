/* pv-quartier.h: a quartier of the priority geography, or near it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvQuartierGenre:
 *
 * QPV: quartier prioritaire (loi n° 2014-173, art. 5); QVA: quartier de veille active (art. 13).
 */
typedef enum
{
  PV_QUARTIER_GENRE_NULL = -1,
  PV_QUARTIER_GENRE_QPV,
  PV_QUARTIER_GENRE_QVA,
  PV_QUARTIER_GENRE_VULNERABLE,
  PV_QUARTIER_GENRE_HORS,
} PvQuartierGenre;

PV_DECLARE_VOCABULAIRE (PvQuartierGenre, pv_quartier_genre)

/**
 * PvQuartier:
 *
 * A quartier spans one commune or several (pv_quartier_store_add_commune()).
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code; /* QPV 2014 `QP059001`, QPV 2024 `QN05901A`, local, or (nullable) */
  char *nom;
  char *nom_plie; /* made by the store from the name */
  PvQuartierGenre genre;
  gint64 generation; /* 2014 or 2024 */
  gint64 population;
  gint64 population_annee;
  char *source;
} PvQuartier;

extern const PvChamp pv_quartier_champs[];

/* A record where nothing is known yet. */
PvQuartier *pv_quartier_new (void);
PvQuartier *pv_quartier_copy (const PvQuartier *self);
void pv_quartier_free (PvQuartier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvQuartier, pv_quartier_free)

G_END_DECLS
