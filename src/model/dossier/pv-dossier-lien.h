/* pv-dossier-lien.h: what a dossier is linked to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-vocabulaire.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvDossierTerritoire:
 *
 * Where: a quartier, or a whole commune. With both, @commune_id is the commune
 * of the quartier where the action lies, as the source says; a quartier of which
 * several are said has one of these for each. Shares sum to 100 % or none is known.
 */
typedef struct
{
  gint64 quartier_id; /* or PV_INT_NULL */
  gint64 commune_id;  /* or PV_INT_NULL */
  gint64 part_bp;     /* or PV_INT_NULL */
} PvDossierTerritoire;

typedef struct
{
  gint64 noeud_id;
  gboolean principal; /* one at most per dossier */
} PvDossierNoeud;

typedef enum
{
  PV_DOSSIER_ROLE_NULL = -1,
  PV_DOSSIER_ROLE_CO_PORTEUR,
  PV_DOSSIER_ROLE_BENEFICIAIRE_VERSEMENT,
  PV_DOSSIER_ROLE_OPERATEUR,
} PvDossierRole;

PV_DECLARE_VOCABULAIRE (PvDossierRole, pv_dossier_role)

typedef struct
{
  gint64 organisme_id;
  PvDossierRole role;
} PvDossierOrganisme;

typedef enum
{
  PV_MOMENT_NULL = -1,
  PV_MOMENT_PREVU,
  PV_MOMENT_REALISE,
} PvMoment;

PV_DECLARE_VOCABULAIRE (PvMoment, pv_moment)

typedef struct
{
  PvMoment moment;
  char *tranche; /* a code of data/reference/tranches_age.csv */
  gint64 nombre;
} PvDossierAge;

/* The classes of age, by their code: "6-15" is "6 à 15 ans". Source:
 * data/reference/tranches_age.csv. A file may hold others, as an import gave them. */
extern const PvVocabulaire pv_tranche_age_vocabulaire;

/**
 * pv_dossier_territoires_check_parts:
 * @territoires: (array length=n)
 *
 * Whether the shares sum to exactly 100 %, or none is known (then
 * the amounts of a dossier are not told apart by territory).
 */
gboolean pv_dossier_territoires_check_parts (const PvDossierTerritoire *territoires, guint n);

/**
 * pv_dossier_territoires_allocate:
 * @parts: (out caller-allocates) (array length=n): cents, summing to @cents
 *
 * Shares an amount between territories, to the cent.
 *
 * Returns: %FALSE when the shares do not allow it; a single territory without
 *   share takes all
 */
gboolean pv_dossier_territoires_allocate (const PvDossierTerritoire *territoires,
                                          guint n,
                                          PvCents cents,
                                          PvCents *parts);

G_END_DECLS
