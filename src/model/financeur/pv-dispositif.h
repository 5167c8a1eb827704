/* pv-dispositif.h: a line of credits of a payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "commun/pv-section.h"

G_BEGIN_DECLS

typedef enum
{
  PV_NATURE_CREDITS_NULL = -1,
  PV_NATURE_CREDITS_SPECIFIQUE,
  PV_NATURE_CREDITS_DROIT_COMMUN,
  PV_NATURE_CREDITS_MIXTE,
} PvNatureCredits;

PV_DECLARE_VOCABULAIRE (PvNatureCredits, pv_nature_credits)

/**
 * PvDispositif:
 *
 * P147, PRE, SREI, NQE… The ceiling of public aid is a choice of the payer: 80 % is
 * not a general law for action grants.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 financeur_id;
  char *code; /* distinct in the file */
  char *nom;
  char *nom_plie;                  /* made by the store from the name */
  PvNatureCredits nature_credits;  /* not known: NULL */
  PvSection section;               /* NULL: both */
  gint64 plafond_aide_publique_bp; /* beyond it a warning; PV_INT_NULL: no ceiling */
  char *description;
  char *source;
} PvDispositif;

extern const PvChamp pv_dispositif_champs[];

/* A record where nothing is known yet. */
PvDispositif *pv_dispositif_new (void);
PvDispositif *pv_dispositif_copy (const PvDispositif *self);
void pv_dispositif_free (PvDispositif *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDispositif, pv_dispositif_free)

G_END_DECLS
