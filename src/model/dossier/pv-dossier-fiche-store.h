/* pv-dossier-fiche-store.h: a dossier with the names of what it is linked to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvDossierFiche:
 * @commune: (nullable): where it takes place: the first of its communes, else the
 *   porteur's
 * @referent, @precedent: (nullable)
 * @cout_cents: coût total; %PV_CENTS_NULL: not known
 * @valorise_cents: the same with the contributions volontaires (86); %PV_CENTS_NULL
 *   when there are none
 * @affichage: the status as lists show it: "notifié 2/4"
 */
typedef struct
{
  PvDossier *dossier;
  char *porteur;
  char *commune;
  char *appel;
  char *referent;
  char *precedent;
  PvCents cout_cents;
  PvCents valorise_cents;
  char *affichage;
} PvDossierFiche;

/* Returns: (transfer full) (nullable): %NULL without error when there is no such dossier */
PvDossierFiche *pv_dossier_fiche_store_get (PvDb *db, gint64 id, GError **error);

void pv_dossier_fiche_free (PvDossierFiche *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierFiche, pv_dossier_fiche_free)

/**
 * pv_dossier_store_list_candidats:
 *
 * Those a dossier may continue: of the same porteur and of an earlier exercice, the
 * latest first.
 *
 * Returns: (transfer full) (element-type PvDossier)
 */
GPtrArray *pv_dossier_store_list_candidats (PvDb *db, gint64 id, GError **error);

/**
 * PvDossierPasse:
 * @montants: sum of each stage of a dossier; %PV_CENTS_NULL: no answer
 *
 * One dossier of a porteur, in its memory.
 */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  gint64 exercice;
  PvDossierStatut statut;
  PvCents cout_cents;
  PvCents montants[6];
} PvDossierPasse;

/**
 * pv_dossier_store_list_de_porteur:
 *
 * Returns: (transfer full) (element-type PvDossierPasse): all that an organisme
 *   carries, the latest exercice first; a chapeau is not among them, its parts are
 */
GPtrArray *pv_dossier_store_list_de_porteur (PvDb *db, gint64 organisme_id, GError **error);

/**
 * PvFinanceurPasse:
 * @accorde_cents: voté, else arbitré, of all dossiers
 *
 * What one payer brought to a porteur, over the years.
 */
typedef struct
{
  char *nom;
  gint64 n_dossiers;
  gint64 premier; /* exercice */
  gint64 dernier;
  PvCents sollicite_cents;
  PvCents accorde_cents;
  PvCents verse_cents;
} PvFinanceurPasse;

/* Returns: (transfer full) (element-type PvFinanceurPasse): the largest grants first */
GPtrArray *
pv_dossier_store_list_financeurs_de_porteur (PvDb *db, gint64 organisme_id, GError **error);

G_END_DECLS
