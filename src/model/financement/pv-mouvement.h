/* pv-mouvement.h: a dated change of one stage of one financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "commun/pv-etape.h"

G_BEGIN_DECLS

typedef enum
{
  PV_MOUVEMENT_GENRE_NULL = -1,
  PV_MOUVEMENT_GENRE_INITIAL,
  PV_MOUVEMENT_GENRE_AVENANT,
  PV_MOUVEMENT_GENRE_REDUCTION,
  PV_MOUVEMENT_GENRE_ANNULATION_PARTIELLE,
  PV_MOUVEMENT_GENRE_DESISTEMENT,
  PV_MOUVEMENT_GENRE_REPORT,
} PvMouvementGenre;

PV_DECLARE_VOCABULAIRE (PvMouvementGenre, pv_mouvement_genre)

/**
 * PvMouvement:
 *
 * From notifié on: initial + Σ mouvements = current amount.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 financement_id;
  PvEtape etape;
  PvMouvementGenre genre;
  char *date_le;
  PvCents montant_cents; /* signed change; `initial` bears the amount itself */
  gint64 exercice_cible; /* of a report */
  char *motif;
  char *acte;
} PvMouvement;

extern const PvChamp pv_mouvement_champs[];

/* A record where nothing is known yet but the stage, notifié. */
PvMouvement *pv_mouvement_new (void);
PvMouvement *pv_mouvement_copy (const PvMouvement *self);
void pv_mouvement_free (PvMouvement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvMouvement, pv_mouvement_free)

G_END_DECLS
