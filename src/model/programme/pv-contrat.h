/* pv-contrat.h: an agreement of the politique de la ville
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvContrat:
 *
 * A contrat de ville. A programme file holds one, or several that share their appels.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code; /* national code, `CN…`; (nullable) */
  char *nom;
  char *epci_nom;
  char *epci_siren;
  gint64 annee_debut;
  gint64 annee_fin;
} PvContrat;

extern const PvChamp pv_contrat_champs[];

/* A record where nothing is known yet. */
PvContrat *pv_contrat_new (void);
PvContrat *pv_contrat_copy (const PvContrat *self);
void pv_contrat_free (PvContrat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvContrat, pv_contrat_free)

G_END_DECLS
