/* pv-dossier-apercu-store.h: a dossier at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-resume.h"
#include "instruction/pv-instruction.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvApercuFinanceur:
 * @sollicite_cents: Σ of its financements, %PV_CENTS_NULL: no answer
 * @etape_cents: the same at the stage asked for
 */
typedef struct
{
  char *nom;
  PvCents sollicite_cents;
  PvCents etape_cents;
} PvApercuFinanceur;

/**
 * PvApercuAvis:
 * @avis: %PV_AVIS_NULL: awaited
 */
typedef struct
{
  char *institution;
  PvAvis avis;
} PvApercuAvis;

/**
 * PvDossierApercu:
 * @resume: the row of the list
 * @territoires: (nullable): "Tourcoing · La Bourgogne 60 %, Phalempins 40 %"
 * @financeurs: (element-type PvApercuFinanceur)
 * @avis: (element-type PvApercuAvis): those given first
 */
typedef struct
{
  PvDossierResume *resume;
  char *territoires;
  GPtrArray *financeurs;
  GPtrArray *avis;
  PvCents sollicite_cents;
  PvCents etape_cents;
} PvDossierApercu;

/**
 * pv_dossier_apercu_store_load:
 * @etape: the stage shown beside what was asked for
 *
 * Returns: (transfer full) (nullable): %NULL without error when there is no such dossier
 */
PvDossierApercu *pv_dossier_apercu_store_load (PvDb *db, gint64 id, PvEtape etape, GError **error);

void pv_dossier_apercu_free (PvDossierApercu *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierApercu, pv_dossier_apercu_free)

G_END_DECLS
