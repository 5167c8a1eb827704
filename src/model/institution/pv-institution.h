/* pv-institution.h: one that instructs, gives avis and sits in committees
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvInstitution:
 *
 * Often a payer too.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *nom; /* distinct */
  gint64 organisme_id;
  gint64 poids; /* in the mean of scores, when weighted */
  gint64 ordre;
} PvInstitution;

extern const PvChamp pv_institution_champs[];

/* A record where nothing is known yet but the defaults of the schema. */
PvInstitution *pv_institution_new (void);
PvInstitution *pv_institution_copy (const PvInstitution *self);
void pv_institution_free (PvInstitution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstitution, pv_institution_free)

G_END_DECLS
