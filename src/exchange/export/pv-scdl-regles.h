/* pv-scdl-regles.h: the columns of the published grants, and what each accepts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The columns, in the order of the schema. */
typedef enum
{
  PV_SCDL_NOM_ATTRIBUANT,
  PV_SCDL_ID_ATTRIBUANT,
  PV_SCDL_DATE_CONVENTION,
  PV_SCDL_REFERENCE_DECISION,
  PV_SCDL_NOM_BENEFICIAIRE,
  PV_SCDL_ID_BENEFICIAIRE,
  PV_SCDL_RNA_BENEFICIAIRE,
  PV_SCDL_OBJET,
  PV_SCDL_MONTANT,
  PV_SCDL_NATURE,
  PV_SCDL_CONDITIONS,
  PV_SCDL_PERIODE,
  PV_SCDL_ID_RAE,
  PV_SCDL_NOTIFICATION_UE,
  PV_SCDL_POURCENTAGE,
  PV_SCDL_DISPOSITIF,
} PvScdlColonne;

#define PV_N_SCDL_COLONNES 16

/* Why a cell is refused. */
typedef enum
{
  PV_SCDL_PASSE,
  PV_SCDL_ABSENT,
  PV_SCDL_ABSENT_TOUS_DEUX, /* neither this one nor the other that would do */
  PV_SCDL_FORME,            /* pattern, list of values, type */
  PV_SCDL_SIRET,            /* its key is wrong */
  PV_SCDL_TROP_LONG,
  PV_SCDL_BORNES,
} PvScdlRefus;

/**
 * PvScdlRegles:
 *
 * The rules of the schema « subventions » 2.1.1, read from data/reference/scdl_subventions.csv:
 * the order of its columns, and for each whether it is required, its type, pattern, length,
 * bounds and values.
 */
typedef struct _PvScdlRegles PvScdlRegles;

/* Returns: (transfer full): %NULL with an error when the reference table is missing or is not
 * that of the columns above */
PvScdlRegles *pv_scdl_regles_load (GError **error);
void pv_scdl_regles_free (PvScdlRegles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScdlRegles, pv_scdl_regles_free)

/* "nomAttribuant"…: the header of the file. */
const char *pv_scdl_colonne_get_nom (PvScdlColonne colonne);

/**
 * pv_scdl_regles_verifier:
 * @cellules: (array fixed-size=16): texts, empty for none
 *
 * Returns: what the cell of @colonne breaks; %PV_SCDL_PASSE
 */
PvScdlRefus pv_scdl_regles_verifier (const PvScdlRegles *self,
                                     PvScdlColonne colonne,
                                     const char *const *cellules);

G_END_DECLS
