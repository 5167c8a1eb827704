/* pv-seuil.h: a dated threshold with its source
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_SEUIL_UNITE_NULL = -1,
  PV_SEUIL_UNITE_CENTS,
  PV_SEUIL_UNITE_BP,
  PV_SEUIL_UNITE_MOIS,
  PV_SEUIL_UNITE_JOURS,
  PV_SEUIL_UNITE_NOMBRE,
  PV_SEUIL_UNITE_POINTS,
} PvSeuilUnite;

PV_DECLARE_VOCABULAIRE (PvSeuilUnite, pv_seuil_unite)

/**
 * PvSeuil:
 *
 * A dated setting: 23 000 € for the mandatory convention, 6 months for the CRF…
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code; /* `convention_obligatoire`, `crf_delai`… */
  char *libelle;
  gint64 valeur; /* in its unit; PV_INT_NULL: no threshold */
  PvSeuilUnite unite;
  char *valable_du;
  char *valable_au;
  char *source; /* law, Cerfa or contract */
} PvSeuil;

extern const PvChamp pv_seuil_champs[];

/* A record where nothing is known yet. */
PvSeuil *pv_seuil_new (void);
PvSeuil *pv_seuil_copy (const PvSeuil *self);
void pv_seuil_free (PvSeuil *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeuil, pv_seuil_free)

/* Codes this application looks up. */
#define PV_SEUIL_CONVENTION "convention_obligatoire"  /* cents per payer, body and year */
#define PV_SEUIL_BILAN_N_1 "bilan_n_1"                /* exercices before, with a bilan */
#define PV_SEUIL_CRF_DELAI "crf_delai"                /* months after the exercise */
#define PV_SEUIL_PAIEMENT_DELAI "paiement_delai"      /* days after notification */
#define PV_SEUIL_DISPERSION "score_dispersion_alerte" /* points between scores */

G_END_DECLS
