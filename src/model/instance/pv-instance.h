/* pv-instance.h: a committee
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvInstanceEffet:
 * @PV_INSTANCE_EFFET_AVIS: closing a séance writes proposé
 * @PV_INSTANCE_EFFET_DECISION: closing a séance writes arbitré
 */
typedef enum
{
  PV_INSTANCE_EFFET_NULL = -1,
  PV_INSTANCE_EFFET_AVIS,
  PV_INSTANCE_EFFET_DECISION,
} PvInstanceEffet;

PV_DECLARE_VOCABULAIRE (PvInstanceEffet, pv_instance_effet)

/**
 * PvInstance:
 *
 * Comité technique, comité de pilotage…: who sits together, and what comes of it.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *nom; /* distinct */
  PvInstanceEffet effet;
  gint64 quorum; /* members present; PV_INT_NULL: none is asked */
  char *source;
} PvInstance;

extern const PvChamp pv_instance_champs[];

/* A record where nothing is known yet but that it decides. */
PvInstance *pv_instance_new (void);
PvInstance *pv_instance_copy (const PvInstance *self);
void pv_instance_free (PvInstance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstance, pv_instance_free)

/**
 * PvInstanceMembre:
 * @institution: its name, when it is read; not written
 * @representant: (nullable): who sits for it
 *
 * An institution that sits in an instance.
 */
typedef struct
{
  gint64 id; /* 0 before the insertion */
  gint64 instance_id;
  gint64 institution_id;
  char *institution;
  char *representant;
} PvInstanceMembre;

PvInstanceMembre *pv_instance_membre_new (void);
void pv_instance_membre_free (PvInstanceMembre *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstanceMembre, pv_instance_membre_free)

G_END_DECLS
