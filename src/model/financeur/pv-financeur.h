/* pv-financeur.h: an organisme in its role of payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "organisme/pv-organisme.h"

G_BEGIN_DECLS

/**
 * PvCategorie:
 *
 * Categories of payers, in the order of every table.
 */
typedef enum
{
  PV_CATEGORIE_NULL = -1,
  PV_CATEGORIE_ETAT,
  PV_CATEGORIE_REGION,
  PV_CATEGORIE_DEPARTEMENT,
  PV_CATEGORIE_CAF,
  PV_CATEGORIE_EPCI,
  PV_CATEGORIE_COMMUNE,
  PV_CATEGORIE_ARS,
  PV_CATEGORIE_CPAM,
  PV_CATEGORIE_EUROPE,
  PV_CATEGORIE_BAILLEUR,
  PV_CATEGORIE_BANQUE_DES_TERRITOIRES,
  PV_CATEGORIE_ANRU,
  PV_CATEGORIE_AUTRE,
  PV_CATEGORIE_PRIVE,
  PV_CATEGORIE_INCONNU,
} PvCategorie;

#define PV_N_CATEGORIES 15

PV_DECLARE_VOCABULAIRE (PvCategorie, pv_categorie)

/**
 * PvGroupe:
 *
 * The seven groups of columns of the workbook: every category that has none of
 * its own is in `autres`.
 */
typedef enum
{
  PV_GROUPE_NULL = -1,
  PV_GROUPE_ETAT,
  PV_GROUPE_REGION,
  PV_GROUPE_DEPARTEMENT,
  PV_GROUPE_CAF,
  PV_GROUPE_EPCI,
  PV_GROUPE_COMMUNES,
  PV_GROUPE_AUTRES,
} PvGroupe;

#define PV_N_GROUPES 7

PV_DECLARE_VOCABULAIRE (PvGroupe, pv_groupe)

/**
 * PvFinanceur:
 *
 * An organisme that pays. `public` says whether it counts in the rate of public aid.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 organisme_id;
  PvCategorie categorie;
  gint64 public; /* 1, 0, or PV_INT_NULL: not known */
  gint64 ordre;
} PvFinanceur;

extern const PvChamp pv_financeur_champs[];

/* A record where nothing is known yet. */
PvFinanceur *pv_financeur_new (void);
PvFinanceur *pv_financeur_copy (const PvFinanceur *self);
void pv_financeur_free (PvFinanceur *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvFinanceur, pv_financeur_free)

/**
 * pv_categorie_to_groupe:
 *
 * Returns: the group of columns the category is in
 */
PvGroupe pv_categorie_to_groupe (PvCategorie categorie);

/**
 * pv_categorie_get_public:
 *
 * Returns: whether payers of that category are public, by default: 1, but 0 for
 *   `prive` and %PV_INT_NULL for `inconnu`
 */
gint64 pv_categorie_get_public (PvCategorie categorie);

G_END_DECLS
