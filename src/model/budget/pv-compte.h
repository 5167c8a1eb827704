/* pv-compte.h: the plan of accounts of the Cerfa
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financeur/pv-financeur.h"
#include "pv-money.h"

G_BEGIN_DECLS

typedef enum
{
  PV_COTE_NULL = -1,
  PV_COTE_CHARGE,
  PV_COTE_PRODUIT,
} PvCote;

PV_DECLARE_VOCABULAIRE (PvCote, pv_cote)

/**
 * PvCompteGroupe:
 *
 * Coût total = `exploitation` + `indirect` of the charges; `propres` are the own
 * resources; `volontaire` is 86 and 87.
 */
typedef enum
{
  PV_COMPTE_GROUPE_NULL = -1,
  PV_COMPTE_GROUPE_EXPLOITATION,
  PV_COMPTE_GROUPE_INDIRECT,
  PV_COMPTE_GROUPE_PROPRES,
  PV_COMPTE_GROUPE_VOLONTAIRE,
} PvCompteGroupe;

PV_DECLARE_VOCABULAIRE (PvCompteGroupe, pv_compte_groupe)

/**
 * PvCompte:
 * @poste_id: %PV_INT_NULL: a poste; otherwise a line of it
 */
typedef struct
{
  gint64 id;
  char *code; /* `60`, `604`, `74etat`, `CHARGINDIRECT`… */
  PvCote cote;
  gint64 poste_id;
  char *libelle;
  PvCompteGroupe groupe;
  gint64 ordre;
} PvCompte;

PvCompte *pv_compte_new (void);
void pv_compte_free (PvCompte *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvCompte, pv_compte_free)

/**
 * PvPlanComptable:
 *
 * The whole plan in memory, in its order, with the line that each category of
 * payer feeds. Source: Cerfa 12156*06.
 */
typedef struct _PvPlanComptable PvPlanComptable;

PvPlanComptable *pv_plan_comptable_new (void);
void pv_plan_comptable_free (PvPlanComptable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvPlanComptable, pv_plan_comptable_free)

void pv_plan_comptable_add (PvPlanComptable *self, PvCompte *compte /* (transfer full) */);
void pv_plan_comptable_map (PvPlanComptable *self, PvCategorie categorie, gint64 compte_id);

guint pv_plan_comptable_get_n (const PvPlanComptable *self);
const PvCompte *pv_plan_comptable_get_nth (const PvPlanComptable *self, guint i);

/* (nullable) */
const PvCompte *pv_plan_comptable_find (const PvPlanComptable *self, gint64 id);
const PvCompte *pv_plan_comptable_find_by_code (const PvPlanComptable *self, const char *code);

/* Returns: (nullable): the 74 line that category feeds */
const PvCompte *pv_plan_comptable_find_by_categorie (const PvPlanComptable *self,
                                                     PvCategorie categorie);

G_END_DECLS
