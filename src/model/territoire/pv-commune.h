/* pv-commune.h: a commune of the Code officiel géographique
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvCommune:
 *
 * A commune.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *code_insee; /* text: `02001`, `2A004`; (nullable) for an associated commune */
  char *nom;
  char *nom_plie; /* made by the store from the name */
  char *code_dep;
  char *epci_siren;
  char *epci_nom;
} PvCommune;

extern const PvChamp pv_commune_champs[];

/* A record where nothing is known yet. */
PvCommune *pv_commune_new (void);
PvCommune *pv_commune_copy (const PvCommune *self);
void pv_commune_free (PvCommune *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvCommune, pv_commune_free)

/**
 * pv_commune_nom_collectivite:
 * @nom: of the commune: Roubaix, Armentières, Le Quesnoy
 *
 * Returns: (transfer full): the local authority, as a payer is named: Ville de Roubaix,
 *   Ville d’Armentières, Ville du Quesnoy
 */
char *pv_commune_nom_collectivite (const char *nom);

G_END_DECLS
